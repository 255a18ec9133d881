import type { Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { PROBLEM_MEDIA_TYPE } from '@porchlight/protocol';
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { v7 as uuidv7 } from 'uuid';
import { ProblemError, problemBody } from './problem.js';
import { sendProblem } from './problem-reply.js';

/** Answers what Node's parser refuses: it never becomes a request, but has the same form of answer (ER1, ER3). */
export function answerUnreadable(_error: unknown, socket: Duplex): void {
  if (!socket.writable) return void socket.destroy();
  const body = JSON.stringify(problemBody(new ProblemError('invalid', 'This is not an HTTP request'), uuidv7()));
  socket.end(
    `HTTP/1.1 400 Bad Request\r\nContent-Type: ${PROBLEM_MEDIA_TYPE}\r\nContent-Length: ${Buffer.byteLength(body)}\r\nConnection: close\r\n\r\n${body}`,
  );
}

/** Answers what Fastify refuses before it looks for a route: an address with broken escapes, or a name that is too long. */
export function answerBadAddress(error: FastifyError, request: FastifyRequest, reply: FastifyReply): void {
  const tooLong = error.code === 'FST_ERR_MAX_PARAM_LENGTH';
  sendProblem(request, reply, new ProblemError(tooLong ? 'not_found' : 'invalid', 'The address cannot be read'));
}

/** Takes over the answers that Node gives by itself, without a body or by hanging up. */
export function answerInsteadOfNode(fastify: FastifyInstance, server: Server): void {
  server.on('connect', answerUnreadable);
  server.on('checkExpectation', (request, response) => server.emit('request', request, response));
  fastify.addHook('onRequest', async (request) => {
    // RFC 9112 section 3.2. HTTP/1.0 has none, and some load balancers ask for our health that way.
    if (request.headers.host === undefined && request.raw.httpVersion === '1.1') {
      throw new ProblemError('invalid', 'The Host header is missing');
    }
  });
}
