import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { createAuthors, post } from '../durable/porchlight.client.js';
import { WORDS } from '../durable/words.js';
import { answer } from '../support/answers.js';
import { percentile } from '../support/figures.js';
import { Sender } from '../support/sender.js';

/** Posts into one room over as many connections as it is told, from a process of its own. */

/** Who is refused tries again after this long, in milliseconds: sooner than `Retry-After` says. */
const IMPATIENCE_MS = 100;

let port;
let authors;
/** Client ids of all messages that were acknowledged. */
const acknowledged = [];

answer({
  async setUp(options) {
    port = options.port;
    const senders = await connect(16);
    authors = await createAuthors(senders, { conversations: 1, writers: 64 });
    for (const sender of senders) sender.close();
  },

  /** Each connection posts one message after the other for so many seconds. */
  async post({ connections, seconds }) {
    const senders = await connect(connections);
    const times = { acknowledged: [], refused: [] };
    const statuses = {};
    const before = acknowledged.length;
    const from = performance.now();
    await Promise.all(
      senders.map(async (sender, index) => {
        const author = authors[index % authors.length];
        while (performance.now() < from + seconds * 1_000) {
          const clientId = randomUUID();
          const sent = performance.now();
          const { status } = await post(sender, author, clientId, WORDS);
          statuses[status] = (statuses[status] ?? 0) + 1;
          const isStored = status === 201;
          (isStored ? times.acknowledged : times.refused).push(performance.now() - sent);
          if (isStored) acknowledged.push(clientId);
          else await sleep(IMPATIENCE_MS);
        }
        sender.close();
      }),
    );
    return {
      rate: ((acknowledged.length - before) / (performance.now() - from)) * 1_000,
      statuses,
      acknowledged: spread(times.acknowledged),
      refused: spread(times.refused),
    };
  },

  acknowledged: () => acknowledged,
});

/** A few at a time: an overflow of what the system holds for the server to accept would be measured otherwise. */
async function connect(count) {
  const senders = [];
  while (senders.length < count) {
    senders.push(...Array.from({ length: Math.min(100, count - senders.length) }, () => new Sender(port)));
    await sleep(50);
  }
  return senders;
}

function spread(times) {
  const sorted = Float64Array.from(times).sort();
  return { count: sorted.length, p50: percentile(sorted, 0.5), p99: percentile(sorted, 0.99) };
}

setInterval(() => undefined, 60_000);
