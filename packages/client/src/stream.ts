import type { Bye, Hello } from '@porchlight/protocol';
import { EventStreamParser } from './event-stream.js';
import type { Feed } from './feed.js';
import type { Http } from './http.js';
import { onPage } from './page.js';
import { isEvent } from './shapes.js';
import { Watchdog } from './watchdog.js';
import { within } from './within.js';

/** All in milliseconds. */
export const STREAM_TIMING = {
  /** `hello` comes within this time, or something on the way holds the stream back. EV4 allows the server 1 s. */
  hello: 5_000,
  /** The first ping comes within this time after `hello`. EV5 says after 1 s. */
  firstPing: 5_000,
  /** The first ping comes no sooner than this after `hello`, or the two are bunched. */
  together: 500,
  /** Where no ping came, events show the same if the last came so short ago. */
  busy: 2_000,
  /** A stream that is silent for so long is dead. EV5 promises a ping every 15 s. */
  silence: 40_000,
};

/** How a stream ended, other than by an error. */
export type StreamEnd =
  /** Something on the way keeps back what the server sends. */
  | { why: 'held' }
  /** What the server sent apart came together: held back on the way, or the page itself was too busy to hear it. */
  | { why: 'bunched' }
  /** Nothing came for too long. */
  | { why: 'silent' }
  /** By the server, or something on the way. `retryMs`: how long to wait before the next one (EV6). */
  | { why: 'closed'; retryMs?: number };

export interface StreamOptions {
  http: Http;
  feed: Feed;
  /** Where to start (RS1); empty for now (RS3). */
  cursor: string;
  signal: AbortSignal;
  /** The stream has begun (EV4). */
  onHello(): void;
  /** The first ping has come in time: nothing holds the stream back. */
  onProven(): void;
  timing?: typeof STREAM_TIMING;
}

/** Hands what a stream tells to the feed until it ends. Throws ChatError when there is none. */
export function stream(options: StreamOptions): Promise<StreamEnd> {
  const { http, feed, signal, onHello, onProven, timing = STREAM_TIMING } = options;
  return within(signal, async (scope) => {
    const over = scope.signal;
    let { cursor } = options;
    let end: StreamEnd = { why: 'closed' };
    let helloAt = 0;
    let heardAt = 0;
    let proven = false;

    const finish = (how: StreamEnd) => {
      end = how;
      scope.abort();
    };
    const prove = () => {
      proven = true;
      watchdog.expect(timing.silence);
      onProven();
    };
    const watchdog = new Watchdog(() => {
      if (proven) return finish({ why: 'silent' });
      // So busy a stream that there was no room for a ping: whatever holds things back would have held these.
      const busy = heardAt - helloAt >= timing.together && performance.now() - heardAt < timing.busy;
      return helloAt && busy ? prove() : finish({ why: 'held' });
    });
    const move = (id: string) => {
      if (id !== cursor) feed.moved(id, cursor);
      cursor = id;
    };
    const parser = new EventStreamParser({
      event(type, data, id) {
        if (over.aborted) return;
        const body: unknown = JSON.parse(data);
        if (type === 'hello') {
          helloAt = performance.now();
          watchdog.expect(timing.firstPing);
          onHello();
          // Otherwise `reset` comes next, and its loss must not look like a resume.
          if ((body as Hello | null)?.resumed || !cursor) move(id);
        } else if (type === 'reset') {
          cursor = id;
          feed.reset(id);
        } else if (type === 'bye') {
          finish({ why: 'closed', retryMs: (body as Bye | null)?.retryMs });
        } else {
          if (isEvent(body)) feed.event(body);
          move(id);
        }
      },
      comment() {
        if (proven || !helloAt || over.aborted) return;
        if (performance.now() - helloAt < timing.together) finish({ why: 'bunched' });
        else prove();
      },
    });
    const read = async () => {
      const headers = { accept: 'text/event-stream', ...(cursor && { 'last-event-id': cursor }) };
      const { body } = await http.open('streamEvents', {}, { headers, signal: over });
      const reader = (body as ReadableStream<Uint8Array>).getReader();
      for (;;) {
        const { done, value } = await reader.read();
        if (done || over.aborted) return;
        parser.push(value);
        heardAt = performance.now();
        if (proven) watchdog.expect(timing.silence);
      }
    };

    // A device without network hears nothing, and nothing tells the stream so.
    onPage({ visible: () => watchdog.check(), offline: () => finish({ why: 'silent' }) }, over);
    watchdog.expect(timing.hello);
    try {
      // Aborting does not in every runtime end a read that is under way.
      await Promise.race([read(), new Promise((resolve) => over.addEventListener('abort', resolve))]);
    } catch (error) {
      if (!over.aborted) throw error;
    } finally {
      watchdog.stop();
    }
    return end;
  });
}
