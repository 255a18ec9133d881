import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { inFlight } from '../operations/metrics.js';
import { ProblemError } from './problem.js';
import { sendProblem } from './problem-reply.js';
import { isLasting, isOperational } from './route-kinds.js';

/** Requests that are worked on at once. Beyond this they would wait for longer than a client does, and fill the memory. */
const MAX_IN_FLIGHT = 1_000;

/**
 * Refuses what comes far above capacity at once, with 503 and `Retry-After`: that costs next to nothing, so that those who
 * were let in are answered. A request counts once its body is there, so that slow senders keep nobody out; but it is refused before
 * anything of it is read.
 */
export function limitInFlight(fastify: FastifyInstance): void {
  let count = 0;
  inFlight.collectFrom(() => count);

  const isCounted = ({ routeOptions: { url } }: FastifyRequest) => !isLasting(url) && !isOperational(url);
  const refuse = (request: FastifyRequest, reply: FastifyReply) => {
    sendProblem(request, reply, new ProblemError('unavailable', 'Too many requests at once', { retryAfterSeconds: 1 }));
    return reply;
  };

  fastify.addHook('onRequest', async (request, reply) => {
    return count >= MAX_IN_FLIGHT && isCounted(request) ? refuse(request, reply) : undefined;
  });
  fastify.addHook('preHandler', async (request, reply) => {
    if (!isCounted(request)) return undefined;
    if (count >= MAX_IN_FLIGHT) return refuse(request, reply);
    count += 1;
    reply.raw.once('close', () => {
      count -= 1;
    });
    return undefined;
  });
}
