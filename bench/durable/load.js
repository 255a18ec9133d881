import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { answer } from '../support/answers.js';
import { percentile } from '../support/figures.js';
import { Sender } from '../support/sender.js';
import * as habitual from './habitual.client.js';
import * as porchlight from './porchlight.client.js';
import { WORDS } from './words.js';

/** Sends messages and sees them arrive, from a process of its own: one clock for both ends. */

const stacks = { porchlight, habitual };

let senders;
let authors;
let post;
/** When a message was sent, acknowledged, and seen by the other side, in milliseconds; by its number. */
let sentAt = [];
let acknowledgedAt = [];
let seenAt = [];

answer({
  /** Signs everybody in. `conversations`: 1 is a room, in which all `writers` write; else each writer has one of its own. */
  async setUp({ stack, port, conversations, writers, connections }) {
    senders = Array.from({ length: connections }, () => new Sender(port));
    const client = stacks[stack];
    authors = await client.createAuthors(senders, { conversations, writers });
    await client.listen(port, senders[0], (number) => {
      seenAt[number] ??= performance.now();
    });
    post = client.post;
  },

  /** As many as go through (`rate` undefined), or so many a second, for so many seconds. */
  async run({ seconds, rate }) {
    sentAt = [];
    acknowledgedAt = [];
    seenAt = [];
    const before = process.cpuUsage();
    const from = performance.now();
    const until = from + seconds * 1_000;
    await (rate ? sendAt(rate, from, until) : sendAll(until));
    await arrived();
    const { user, system } = process.cpuUsage(before);
    const inTime = seenAt.filter((at, number) => Math.max(at, acknowledgedAt[number]) <= until).length;
    return {
      rate: inTime / seconds,
      messages: sentAt.length,
      acknowledgement: spread(acknowledgedAt),
      delivery: spread(seenAt),
      loadCpuSeconds: (user + system) / 1e6,
    };
  },
});

function spread(times) {
  const sorted = Float64Array.from(times, (at, number) => at - sentAt[number]).sort();
  return { p50: percentile(sorted, 0.5), p99: percentile(sorted, 0.99) };
}

/** Each connection sends the next one as soon as the one before is acknowledged. */
async function sendAll(until) {
  await Promise.all(
    senders.map(async (sender) => {
      while (performance.now() < until) await sendNext(sender, performance.now());
    }),
  );
}

/** Whether or not the server keeps up; a message's time begins when it was due. */
async function sendAt(rate, from, until) {
  const idle = [...senders];
  const due = [];
  const under = new Set();
  let asked = 0;
  const pump = () => {
    while (due.length > 0 && idle.length > 0) {
      const sender = idle.pop();
      const sending = sendNext(sender, due.shift()).then(() => {
        under.delete(sending);
        idle.push(sender);
        pump();
      });
      under.add(sending);
    }
  };
  for (let now = performance.now(); now < until; now = performance.now()) {
    for (; asked < ((now - from) / 1_000) * rate; asked += 1) due.push(from + (asked / rate) * 1_000);
    pump();
    await sleep(1);
  }
  while (under.size > 0) await Promise.all(under);
}

async function sendNext(sender, at) {
  const number = sentAt.length;
  sentAt.push(at);
  const { status, body } = await post(sender, authors[number % authors.length], randomUUID(), `#${number} ${WORDS}`);
  if (status !== 201) throw new Error(`A message was answered ${status}: ${body}`);
  acknowledgedAt[number] = performance.now();
}

/** Waits until all have been seen; an acknowledged message that never comes is an error, not a figure. */
async function arrived() {
  const deadline = Date.now() + 10_000;
  const missing = () => sentAt.findIndex((_, number) => seenAt[number] === undefined);
  while (missing() >= 0) {
    if (Date.now() > deadline)
      throw new Error(`Message ${missing()} of ${sentAt.length} was acknowledged and never came`);
    await sleep(20);
  }
}
