import type { FastifyInstance } from 'fastify';
import { answerUnreadable } from './unreadable.js';

/**
 * Ends requests whose body has not arrived after `ms`, uploads apart: those may come over a slow line, and Node has one
 * limit for all.
 */
export function limitBodyTime(fastify: FastifyInstance, ms: number): void {
  fastify.addHook('preParsing', (request, _reply, payload, done) => {
    const { raw } = request;
    if (!raw.complete && !raw.headers['content-type']?.startsWith('multipart/')) {
      const timer = setTimeout(() => answerUnreadable(undefined, raw.socket), ms);
      raw.once('close', () => clearTimeout(timer));
    }
    done(null, payload);
  });
}
