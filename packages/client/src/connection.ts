import { backoff, pause } from './backoff.js';
import { ChatError, networkError } from './errors.js';
import type { Feed } from './feed.js';
import type { Http } from './http.js';
import { poll } from './long-poll.js';
import { onPage } from './page.js';
import type { ConnectionState } from './state.js';
import { STREAM_TIMING, stream } from './stream.js';
import { within } from './within.js';

export const CONNECTION_TIMING = {
  ...STREAM_TIMING,
  /** How long one poll waits for an event, in seconds. */
  pollWait: 25,
  /** Where a stream was held back, polling goes on for so long before the next try, in milliseconds. */
  polling: 180_000,
};

export interface ConnectionOptions {
  http: Http;
  feed: Feed;
  /** Where in the log to start. */
  cursor: string;
  timing?: typeof CONNECTION_TIMING;
}

/** Keeps a feed fed until `signal` aborts or the credential is refused: by streams, by polls where streams are held back. */
export async function connect(options: ConnectionOptions, signal: AbortSignal): Promise<void> {
  const { http, timing = CONNECTION_TIMING } = options;
  let { cursor } = options;
  let up = false;
  let failures = 0;
  let bunched = false;
  let pollUntil = 0;

  const feed: Feed = {
    ...options.feed,
    moved(to, from) {
      cursor = to;
      options.feed.moved(to, from);
    },
    reset(to) {
      cursor = to;
      options.feed.reset(to);
    },
  };
  const connected = (connection: ConnectionState) => {
    up = true;
    feed.connection(connection);
  };
  const disconnected = () => {
    feed.connection(up ? 'connecting' : 'offline');
    up = false;
  };

  async function keepPolling(attempt: AbortSignal): Promise<void> {
    await poll(http, feed, cursor, 0, attempt);
    if (performance.now() >= pollUntil) pollUntil = performance.now() + timing.polling;
    failures = 0;
    connected('polling');
    while (performance.now() < pollUntil && !attempt.aborted) {
      await poll(http, feed, cursor, timing.pollWait, attempt);
    }
  }

  /** Returns how long to wait before the next attempt; undefined when another is of no use. */
  async function tryOnce(attempt: AbortSignal): Promise<number | undefined> {
    try {
      if (performance.now() < pollUntil) {
        await keepPolling(attempt);
        return 0;
      }
      const end = await stream({
        http,
        feed,
        cursor,
        timing,
        signal: attempt,
        onHello: () => connected('live'),
        onProven: () => {
          failures = 0;
          bunched = false;
        },
      });
      if (attempt.aborted) return 0;
      if (end.why === 'bunched' && !bunched) {
        // A page is seldom as busy twice.
        bunched = true;
        return 0;
      }
      if (end.why === 'held' || end.why === 'bunched') {
        await keepPolling(attempt);
        return 0;
      }
      disconnected();
      return end.why === 'silent' ? 0 : (end.retryMs ?? backoff(failures++));
    } catch (error) {
      if (attempt.aborted) return 0;
      const { status, retryAfterMs } = error instanceof ChatError ? error : networkError(error);
      if (status === 401) {
        feed.signedOut();
        return undefined;
      }
      disconnected();
      return retryAfterMs ?? backoff(failures++);
    }
  }

  let hopeless = false;
  feed.connection('connecting');
  while (!signal.aborted && !hopeless) {
    await within(signal, async (attempt) => {
      onPage({ online: () => attempt.abort() }, attempt.signal);
      const delay = await tryOnce(attempt.signal);
      if (delay === undefined) hopeless = true;
      else await pause(delay, attempt.signal);
    });
  }
}
