import { createHmac } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import type { Logger } from 'pino';
import { requestSeconds } from '../operations/metrics.js';
import { isLasting, isOperational } from './route-kinds.js';

/**
 * One line for each request, with its route instead of its address, since addresses carry ids and cursors, and with a
 * keyed hash instead of the peer's IP address: the same visitor can be followed through a day's log, but not named.
 */
export function logRequests(fastify: FastifyInstance, logger: Logger, secretKey: string): void {
  const pseudonym = (ip: string) => createHmac('sha256', secretKey).update(ip).digest('base64url').slice(0, 10);

  fastify.addHook('onRequest', async (request, reply) => {
    reply.header('X-Request-Id', request.id);
  });
  fastify.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url ?? 'unknown';
    const seconds = reply.elapsedTime / 1_000;
    if (!isLasting(route)) requestSeconds.observe({ route, status: reply.statusCode }, seconds);
    if (isOperational(route)) return;
    logger.info(
      {
        requestId: request.id,
        method: request.method,
        route,
        status: reply.statusCode,
        ms: Math.round(reply.elapsedTime),
        peer: pseudonym(request.ip),
      },
      'request',
    );
  });
}
