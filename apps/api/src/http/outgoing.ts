import type { FastifyInstance } from 'fastify';
import type { OutgoingJson } from '../realtime/outgoing-json.js';

/** Gives answers their last touch; events get theirs where frames are made. */
export function finishAnswers(fastify: FastifyInstance, outgoing: OutgoingJson): void {
  fastify.addHook('onSend', async (request, _reply, payload) =>
    typeof payload === 'string' && request.url.startsWith('/v1/') ? outgoing.finish(payload) : payload,
  );
}
