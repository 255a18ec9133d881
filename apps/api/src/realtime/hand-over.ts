import type { Readable } from 'node:stream';
import { type MessageEvent, SSE_ABORT_CONTROLLER } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Observable } from 'rxjs';

/**
 * What an `@Sse` handler returns whose response goes on without Nest: it makes Nest write the headers, and then let go. Nest would
 * keep its own stream, and all that led to it, for as long as it pipes to the response; that is most of what an idle
 * stream costs. `then` runs once the headers are written; never for HEAD, nor when they cannot be.
 */
export function handOver({ raw: response, request }: FastifyReply, then: () => void): Observable<MessageEvent> {
  let piped: Readable | undefined;
  response.once('pipe', (source) => {
    piped = source;
  });
  return new Observable((subscriber) => {
    // When the Observable completes, Nest commits the headers and ends what it still pipes to.
    const isHead = request.method === 'HEAD';
    if (!isHead) piped?.unpipe(response);
    piped = undefined;
    subscriber.complete();
    // Aborted by now; the reason in it knows the way through all of that.
    for (const carrier of [request, request.raw]) Object.assign(carrier, { [SSE_ABORT_CONTROLLER]: undefined });
    if (!isHead && response.headersSent) then();
  });
}
