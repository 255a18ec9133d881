import type { Feed } from './feed.js';
import type { Http } from './http.js';
import { isEvent } from './shapes.js';

/** How much longer than its `wait` a poll may take, in milliseconds. */
const ALLOWANCE_MS = 10_000;

/**
 * Asks once what came after `cursor`, waiting up to `wait` seconds for something, and hands it to the feed. Returns the
 * cursor to go on from, and whether there was anything. Rule LP1: a stream would have told the same.
 */
export async function poll(http: Http, feed: Feed, cursor: string, wait: number, signal: AbortSignal) {
  const query = { after: cursor || undefined, wait };
  const page = await http.call('pollEvents', {}, { query, signal }, wait * 1_000 + ALLOWANCE_MS);
  if (signal.aborted) return { cursor, found: false };
  if (page.reset) {
    feed.reset(page.cursor);
  } else {
    for (const event of page.events) if (isEvent(event)) feed.event(event);
    if (page.cursor !== cursor) feed.moved(page.cursor, cursor);
  }
  return { cursor: page.cursor, found: page.events.length > 0 };
}
