import { errorCodes, PROBLEM_MEDIA_TYPE } from '@porchlight/protocol';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type ProblemError, problemBody } from './problem.js';

/** Answers a request with an error, in the one form that all errors have (ER1). */
export function sendProblem(request: FastifyRequest, reply: FastifyReply, error: ProblemError): void {
  const { retryAfterSeconds, allow } = error.extra;
  if (retryAfterSeconds !== undefined) reply.header('Retry-After', retryAfterSeconds);
  if (allow !== undefined) reply.header('Allow', allow.join(', '));
  if (error.code === 'unauthenticated') reply.header('WWW-Authenticate', 'Bearer');
  if (error.code === 'too_large') {
    // Fastify would close the connection under a client that is still sending, which then never sees the answer.
    reply.removeHeader('Connection');
    request.raw.resume();
  }
  void reply
    .status(errorCodes[error.code].status)
    .header('Content-Type', PROBLEM_MEDIA_TYPE)
    .header('Cache-Control', 'no-store')
    .send(JSON.stringify(problemBody(error, request.id)));
}
