import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type Problem, pathOf } from '@porchlight/protocol';
import { ApiProcess } from './support/api-process.js';
import { createTestDatabase, type TestDatabase } from './support/databases.js';
import { EventReader } from './support/event-reader.js';
import { type Caller, createVisitor } from './support/http.js';
import { expectProblem } from './support/problems.js';
import { sendRaw } from './support/raw-http.js';
import { TcpProxy } from './support/tcp-proxy.js';

const WRITERS = 8;

interface Writer {
  visitor: Caller & { cursor: string };
  conversation: string;
  /** Client ids in the order in which they were acknowledged. */
  acknowledged: string[];
}

let database: TestDatabase;
let proxy: TcpProxy;
let api: ApiProcess;
let writers: Writer[];
let writing: Promise<void>[];
let stopped = false;
/** Every answer that was no success. */
const refusals: { status: number; code: string | undefined; retryAfter: string | null }[] = [];

beforeAll(async () => {
  database = await createTestDatabase();
  const url = new URL(database.env['DATABASE_URL'] ?? '');
  proxy = await TcpProxy.start({ host: url.hostname, port: Number(url.port || 5432) });
  url.host = proxy.host;
  api = await ApiProcess.start({ ...database.env, DATABASE_URL: url.href });
  writers = await Promise.all(
    Array.from({ length: WRITERS }, async () => {
      const visitor = await createVisitor(api.url);
      const { body } = await visitor.call('createConversation', {}, { clientId: crypto.randomUUID() });
      return { visitor, conversation: body.id, acknowledged: [] };
    }),
  );
});

afterAll(async () => {
  stopped = true;
  await Promise.allSettled(writing);
  await api.kill();
  await proxy.cut();
  await database.remove();
});

const acknowledged = () => writers.reduce((sum, writer) => sum + writer.acknowledged.length, 0);

async function until(what: string, condition: () => boolean | Promise<boolean>, ms = 20_000): Promise<void> {
  const deadline = Date.now() + ms;
  while (!(await condition())) {
    if (Date.now() > deadline) throw new Error(`Not within ${ms} ms: ${what}`);
    await sleep(20);
  }
}

/** Posts one message after another, each as often as it takes, as the client's outbox does. */
async function write({ visitor, conversation, acknowledged }: Writer): Promise<void> {
  for (let number = 1; !stopped; number++) {
    const clientId = `message-${number}`;
    for (;;) {
      const reply = await visitor.call('createMessage', { conversation }, { clientId, text: `${number}` });
      if (reply.status < 300) break;
      const { code } = reply.body as Partial<Problem>;
      refusals.push({ status: reply.status, code, retryAfter: reply.headers.get('retry-after') });
      await sleep(50);
      if (stopped) return;
    }
    acknowledged.push(clientId);
  }
}

const ready = async () => (await fetch(`${api.url}/health/ready`)).status;

test('a database that goes away is answered 503, and when it is back everything goes on by itself', async () => {
  const streams = await Promise.all(
    writers.map(({ visitor }) => EventReader.open(api.url, visitor.token ?? '', visitor.cursor)),
  );
  for (const stream of streams) await stream.until((reader) => reader.of('hello').length === 1);
  writing = writers.map(write);
  await until('the first messages', () => acknowledged() >= 5 * WRITERS);

  // Away, in the middle of transactions.
  await proxy.cut();
  const [first] = writers;
  await until('refusals for every writer', () => refusals.length >= 2 * WRITERS);
  expect(await ready()).toBe(503);
  expect((await fetch(`${api.url}/health/live`)).status).toBe(200);
  for (const path of ['/v1/conversations', '/v1/visitors/me', '/v1/events?wait=0', '/v1/events/stream']) {
    const headers = { Authorization: `Bearer ${first?.visitor.token}` };
    const reply = await sendRaw(api.url, { method: 'GET', path, headers });
    expect(expectProblem(reply, [503], path).code).toBe('unavailable');
    expect(Number(reply.headers['retry-after'])).toBeGreaterThanOrEqual(1);
  }
  const before = acknowledged();
  expect(api.isRunning).toBe(true);

  // Back.
  await proxy.restore();
  const back = Date.now();
  await until('ready again', async () => (await ready()) === 200);
  await until('new messages of every writer', () => acknowledged() >= before + 5 * WRITERS);
  expect(Date.now() - back).toBeLessThan(10_000);
  stopped = true;
  await Promise.all(writing);

  for (const { status, code, retryAfter } of refusals) {
    expect([status, code]).toEqual([503, 'unavailable']);
    expect(Number(retryAfter)).toBeGreaterThanOrEqual(1);
  }

  // MS1, MS2: stored is what was acknowledged, each once.
  for (const [index, writer] of writers.entries()) {
    const { visitor, conversation } = writer;
    const stored: string[] = [];
    for (let after = 0, more = true; more; after = stored.length) {
      const { body } = await visitor.call('listMessages', { conversation }, undefined, `?limit=100&after=${after}`);
      stored.push(...body.items.map(({ clientId }) => clientId));
      more = body.hasMore;
    }
    expect(stored.slice(0, writer.acknowledged.length)).toEqual(writer.acknowledged);
    // At most the one that was given up when the test stopped, and never one twice.
    expect(stored.length - writer.acknowledged.length).toBeLessThanOrEqual(1);
    expect(new Set(stored).size).toBe(stored.length);

    // The streams stayed, and told each of them once, in order (EV1, RS1).
    const stream = streams[index] as EventReader;
    const told = () => stream.of('message.created').map(({ data }) => data.data.clientId);
    await stream.until(() => told().length >= stored.length);
    expect(told()).toEqual(stored);
    expect([stream.ended, stream.of('hello').length]).toEqual([false, 1]);
    stream.close();
  }
  expect(api.errors).not.toMatch(/Error|Unhandled/);
});

test('a write whose answer was lost is not done twice (MS1)', async () => {
  const writer = writers[0] as Writer;
  const conversation = writer.conversation;
  const { token } = writer.visitor;
  const post = () =>
    sendRaw(api.url, {
      method: 'POST',
      path: pathOf('createMessage', { conversation }),
      headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
      body: JSON.stringify({ clientId: 'cut-off', text: 'Once' }),
    });
  // The connection breaks at another moment of the transaction each time.
  for (const ms of [0, 1, 2, 3, 5, 8, 13]) {
    const answer = post();
    await sleep(ms);
    await proxy.cut();
    const { status } = await answer;
    expect([200, 201, 503]).toContain(status);
    await proxy.restore();
    await until('ready again', async () => (await ready()) === 200);
  }
  expect((await post()).status).toBeLessThan(300);
  const { body } = await writer.visitor.call('listMessages', { conversation }, undefined, '?limit=100');
  expect(body.items.filter(({ clientId }) => clientId === 'cut-off')).toHaveLength(1);
});
