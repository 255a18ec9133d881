import type { ServerResponse } from 'node:http';
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
    if (isHead) return;
    letGoOfFastify(response);
    if (response.headersSent) then();
  });
}

/**
 * Fastify waits for the end of the response to run its `onResponse` hooks, with request and reply in hand; a stream that its
 * reader leaves has no such end. Its listener is known by its name: under another one it would only be kept.
 */
function letGoOfFastify(response: ServerResponse): void {
  response.on('error', ignore);
  for (const event of ['finish', 'error'] as const) {
    for (const listener of response.listeners(event)) {
      if (listener.name === 'onResFinished') response.off(event, listener as () => void);
    }
  }
}

/** A write that comes too late is an error to somebody, or the end of the process. */
function ignore(): void {}
