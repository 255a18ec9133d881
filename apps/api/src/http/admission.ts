import type { FastifyInstance } from 'fastify';
import { inFlight } from '../operations/metrics.js';
import { ProblemError } from './problem.js';
import { sendProblem } from './problem-reply.js';
import { isLasting, isOperational } from './route-kinds.js';

/** Requests that are worked on at once. Beyond this they would wait for longer than a client does, and fill the memory. */
const MAX_IN_FLIGHT = 1_000;

/**
 * Refuses what comes far above capacity at once, with 503 and `Retry-After`: that costs next to nothing, so that those who
 * were let in are answered. A request counts once its body is there; slow senders keep nobody out.
 */
export function limitInFlight(fastify: FastifyInstance): void {
  let count = 0;
  inFlight.collectFrom(() => count);
  fastify.addHook('preHandler', async (request, reply) => {
    const route = request.routeOptions.url;
    if (isLasting(route) || isOperational(route)) return;
    if (count >= MAX_IN_FLIGHT) {
      sendProblem(
        request,
        reply,
        new ProblemError('unavailable', 'Too many requests at once', { retryAfterSeconds: 1 }),
      );
      return reply;
    }
    count += 1;
    reply.raw.once('close', () => {
      count -= 1;
    });
  });
}
