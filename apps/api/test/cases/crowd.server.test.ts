import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, expect, jest, test } from '@jest/globals';
import { type ChatClient, createChatClient } from '@porchlight/client';
import { ADMIN, ApiProcess } from '../support/api-process.js';
import { createTestDatabase, query, type TestDatabase } from '../support/databases.js';
import { Caller, createVisitor, signIn } from '../support/http.js';
import { LeanReader } from '../support/lean-reader.js';
import { floodLog } from '../support/log-writer.js';
import { metricOf } from '../support/metrics.js';
import { eventually, inParallel, joinLobby, placesBetween, positionOf } from '../support/talk.js';
import { TcpProxy } from '../support/tcp-proxy.js';

/** FULL_SIZE=1 runs the cases as large as they are named; without it as large as a quick run allows. */
const full = process.env['FULL_SIZE'] === '1';
if (full) jest.setTimeout(600_000);
const READERS = full ? 5_000 : 1_000;
const STREAMS = 1_000;
const CLIENTS = 30;
const STALLED = 200;
const EVENTS = full ? 50_000 : 5_000;
/** Of each event's text: what the system buffers for a socket, several megabytes, has to be filled first. */
const CHARACTERS = full ? 700 : 2_000;
/** Those of the stalled ones that come back. */
const RETURNING = full ? STALLED : 8;

let database: TestDatabase;
let databaseUrl: string;
let api: ApiProcess;
let members: Caller[];
let room: string;
let base: string;
let readers: LeanReader[];
/** Sends the clients of case 11 away, however it ended, so that the next case has the process for itself. */
let gone: () => Promise<void> = async () => undefined;

beforeAll(async () => {
  database = await createTestDatabase();
  databaseUrl = database.env['DATABASE_URL'] ?? '';
  api = await ApiProcess.start(database.env);
  members = await Promise.all(Array.from({ length: 20 }, () => createVisitor(api.url)));
  for (const member of members) room = await joinLobby(member);
  base = await cursorNow();
});

afterEach(async () => {
  await gone();
  gone = async () => undefined;
});

afterAll(async () => {
  await api.stop();
  await database.remove();
});

const tokenOf = (n: number) => members[n % members.length]?.token ?? '';
/** How many connections this system keeps for a program that is busy; nothing where it does not say. */
const SYSTEM_BACKLOG = '/proc/sys/net/core/somaxconn';
const systemBacklog = existsSync(SYSTEM_BACKLOG) ? Number(readFileSync(SYSTEM_BACKLOG, 'utf8')) : 0;
const cursorNow = async () =>
  (await new Caller(api.url, tokenOf(0)).call('pollEvents', {}, undefined, '?wait=0')).body.cursor;

/** Transactions of the API so far. Cuts its connections, since PostgreSQL adds up when a session is over. */
async function transactions(): Promise<number> {
  const admin = process.env['TEST_DATABASE_URL'] ?? '';
  const { pathname } = new URL(databaseUrl);
  const name = pathname.slice(1);
  await query(admin, 'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1', [name]);
  await sleep(200);
  const text = 'SELECT xact_commit + xact_rollback AS count FROM pg_stat_database WHERE datname = $1';
  return Number((await query(admin, text, [name]))[0]?.['count']);
}

/** Opens a stream, again and again with the client's backoff: full jitter below a limit that doubles from a second. */
async function reconnect(n: number, cursor: string): Promise<LeanReader> {
  for (let failures = 0; ; failures += 1) {
    await sleep(Math.random() * Math.min(30_000, 1_000 * 2 ** failures));
    try {
      const reader = await LeanReader.open(api.url, tokenOf(n), cursor);
      if (reader.status === 200) return reader;
    } catch {
      // Not there yet.
    }
  }
}

test(`case 11 (RS1): ${READERS} readers and ${CLIENTS} clients come back after kill -9, to another process: whole, and at a bounded number of queries`, async () => {
  const proxy = await TcpProxy.start({ host: 'localhost', port: api.port });
  const clients: ChatClient[] = Array.from({ length: CLIENTS }, () =>
    createChatClient({ api: proxy.url, site: 'demo' }),
  );
  gone = async () => {
    for (const client of clients) client.stop();
    await proxy.cut();
  };
  await inParallel(CLIENTS, 5, (n) => (clients[n] as ChatClient).start());
  const next = await ApiProcess.start(database.env);
  const allLive = () => clients.every(({ store }) => store.get().connection === 'live');
  await eventually('all clients are live', allLive, 30_000);
  readers = [];
  await inParallel(READERS, 40, async (n) => {
    readers[n] = await LeanReader.open(api.url, tokenOf(n), base);
  });
  await Promise.all(readers.map((reader) => reader.until(({ control }) => 'hello' in control)));

  const killedAt = Date.now();
  await api.kill();
  await Promise.all(readers.map((reader) => eventually('the stream has ended', () => reader.ended)));
  await floodLog(databaseUrl, room, 10);
  const before = await transactions();
  api = next;
  proxy.lead({ host: 'localhost', port: api.port });
  readers = await Promise.all(readers.map((reader, n) => reconnect(n, reader.cursor)));
  const first = positionOf(base);
  await Promise.all(readers.map((reader) => reader.until(({ positions }) => positions.at(-1) === first + 10)));
  for (const { positions } of readers) expect(positions).toEqual(placesBetween(first, first + 10));
  // In a crowd this size `hello` may take longer than the client waits, which then polls.
  const allBack = () => clients.every(({ store }) => ['live', 'polling'].includes(store.get().connection));
  await eventually('all clients are back', allBack, 40_000);

  const seconds = (Date.now() - killedAt) / 1_000;
  const spent = (await transactions()) - before;
  // Who it is, where the log stands, its rooms, what it missed; and what goes on beside in each second.
  expect(spent).toBeLessThan(4 * (READERS + CLIENTS) + 20 * seconds + 100);
});

// The system of a caller that found no room tries again after 1, 3, 7, 15 and 31 seconds.
(systemBacklog < READERS ? test.skip : test)(
  'case 11: a crowd that comes while the process is busy finds room to wait in',
  async () => {
    process.kill(api.pid, 'SIGSTOP');
    try {
      const crowd = Array.from({ length: READERS }, () => connect({ host: 'localhost', port: api.port }));
      await Promise.all(crowd.map((socket) => once(socket, 'connect')));
      for (const socket of crowd) socket.destroy();
    } finally {
      process.kill(api.pid, 'SIGCONT');
    }
  },
);

test(`case 12 (EV6): SIGTERM with ${STREAMS} streams: each gets bye with its own time to come back, and the process ends in under 2 s`, async () => {
  for (const reader of readers.splice(STREAMS)) reader.close();
  const open = () => metricOf(api, 'porchlight_stream_connections');
  await eventually('the streams of this case are left', async () => (await open()) === STREAMS);
  const since = Date.now();
  const code = await api.stop();
  const took = Date.now() - since;
  expect(code).toBe(0);
  await Promise.all(readers.map((reader) => eventually('the stream has ended', () => reader.ended)));
  const times = readers.map(({ control }) => JSON.parse(control['bye'] ?? '{}'));
  expect(times.every(({ reason }) => reason === 'shutdown')).toBe(true);
  const waits: number[] = times.map(({ retryMs }) => retryMs).sort((a, b) => a - b);
  expect(waits[0]).toBeGreaterThanOrEqual(500);
  expect(waits.at(-1)).toBeLessThanOrEqual(10_000);
  // Spread evenly: each tenth of the range has its share.
  for (let tenth = 0; tenth < 10; tenth += 1) {
    const [from, to] = [500 + tenth * 950, 500 + (tenth + 1) * 950];
    expect(waits.filter((ms) => ms >= from && ms <= to).length).toBeGreaterThan(STREAMS * 0.05);
  }
  expect(took).toBeLessThan(2_000);
});

test(`case 10 (RS4): ${STALLED} readers that stop reading while ${EVENTS} events come: memory stays bounded, others get all, and the dropped ones resume whole`, async () => {
  api = await ApiProcess.start(database.env);
  const agent = await signIn(api.url, ADMIN);
  base = await cursorNow();
  const first = positionOf(base);
  const last = first + EVENTS;
  const healthy = await Promise.all(
    [agent, ...members.slice(0, 4)].map(({ token = '' }) => LeanReader.open(api.url, token, base)),
  );
  const stalled: LeanReader[] = [];
  await inParallel(STALLED, 20, async (n) => {
    const reader = await LeanReader.open(api.url, tokenOf(n), base);
    await reader.until(({ control }) => 'hello' in control);
    reader.stall();
    stalled[n] = reader;
  });
  const memory = () => metricOf(api, 'process_resident_memory_bytes');
  const before = await memory();
  let peak = before;
  for (let written = 0; written < EVENTS; written += 500) {
    await floodLog(databaseUrl, room, 500, CHARACTERS);
    for (const reader of healthy) await reader.until(({ positions }) => positions.at(-1) === first + written + 500);
    if (written % 2_500 === 0) peak = Math.max(peak, await memory());
  }
  for (const reader of healthy) expect(reader.positions).toEqual(placesBetween(first, last));
  await eventually(
    'the stalled ones are cut off',
    async () => (await metricOf(api, 'porchlight_stream_connections')) === healthy.length,
  );
  peak = Math.max(peak, await memory());
  // What may wait for each, and what a collector may leave lying about.
  expect(peak - before).toBeLessThan(STALLED * 256 * 1024 + 150 * 1024 * 1024);
  for (const reader of healthy) reader.close();

  await inParallel(RETURNING, 5, async (n) => {
    const dropped = stalled[n] as LeanReader;
    dropped.goOn();
    await eventually('what was on its way is read', () => dropped.ended);
    const back = await LeanReader.open(api.url, tokenOf(n), dropped.cursor);
    await back.until(({ positions }) => positions.at(-1) === last);
    expect([...dropped.positions, ...back.positions]).toEqual(placesBetween(first, last));
    back.close();
  });
  for (const reader of stalled) reader.close();
});
