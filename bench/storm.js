import { fileURLToPath } from 'node:url';
import { benchmark } from './support/benchmark.js';
import { createDatabase, createDirectory, query } from './support/database.js';
import { fixed, machine, table, whole } from './support/figures.js';
import { Program, startApi } from './support/program.js';
import { joinRoom } from './support/stream-servers.js';

/**
 * `node bench/storm.js`: the API is killed with thousands of streams of a room open, 100 messages are written meanwhile,
 * and it is started again: how long until every stream has all of them, and how many queries that takes. Needs a build.
 */

const READERS = fileURLToPath(new URL('support/readers.js', import.meta.url));
const MISSED = 100;

export async function storm({ long, database: server }) {
  const streams = long ? 5_000 : 1_000;
  const database = await createDatabase(server);
  const settings = { DATABASE_URL: database.url, DATA_DIR: createDirectory() };
  const first = await startApi(settings);
  const visitors = await joinRoom(first.port, streams);
  const readers = new Program(READERS);
  const request = ({ token, cursor }) =>
    `GET /v1/events/stream HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer ${token}\r\nLast-Event-ID: ${cursor}\r\n\r\n`;
  const { port } = first;
  const cursor = await cursorOf(database.url);
  for (const visitor of visitors) visitor.cursor = cursor;
  const requests = visitors.map(request);
  const opened = 'event: presence';
  await readers.ask('open', { port, requests, opened });

  const from = performance.now();
  await first.kill();
  await writeMissed(database.url, visitors[0].room);
  const before = await transactions(database);
  const second = await startApi({ ...settings, PORT: String(port) });
  const ready = performance.now();
  await readers.ask('reopen', { port, requests, opened, events: MISSED });
  const whole_ = performance.now();
  const { cpuSeconds } = await second.ask('usage');
  await second.stop();
  const queries = (await transactions(database)) - before;
  await readers.stop();
  await database.drop();
  table(
    `${whole(streams)} streams come back after kill -9, each with ${MISSED} missed events (${machine()})`,
    ['', 's from kill to ready', 's until all are whole', 'CPU s of the server', 'transactions', 'for each stream'],
    [
      [
        ...['Porchlight', fixed((ready - from) / 1_000), fixed((whole_ - from) / 1_000), fixed(cpuSeconds)],
        ...[whole(queries), fixed(queries / streams, 2)],
      ],
    ],
  );
}

async function cursorOf(url) {
  const [{ epoch, position }] = await query(url, 'SELECT "epoch", "position" FROM "instance"');
  return `${epoch}.${position}`;
}

/** As another process would have written them. */
async function writeMissed(url, room) {
  await query(
    url,
    `WITH counter AS (UPDATE "instance" SET "position" = "position" + $2::int RETURNING "position")
     INSERT INTO "log" ("position", "at", "type", "scope", "conversation_id", "data")
     SELECT counter."position" - $2::int + n, now(), 'message.created', 'room', $1::uuid, json_build_object(
       'id', gen_random_uuid(), 'conversationId', $1::uuid, 'clientId', gen_random_uuid(), 'seq', n,
       'author', json_build_object('kind', 'system', 'id', gen_random_uuid(), 'name', 'Storm'), 'audience', 'everyone',
       'text', rpad('^ ', 100, 'a usual message, '), 'attachments', '[]'::json, 'createdAt', '2026-01-01T00:00:00.000Z')
     FROM counter, generate_series(1, $2::int) n`,
    [room, MISSED],
  );
}

/** So far, of sessions that are over: each query outside of a transaction is one. */
async function transactions({ url, name }) {
  await query(
    url,
    'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1 AND pid <> pg_backend_pid()',
    [name],
  );
  await new Promise((resolve) => setTimeout(resolve, 500));
  const [row] = await query(
    url,
    'SELECT (xact_commit + xact_rollback)::int AS count FROM pg_stat_database WHERE datname = $1',
    [name],
  );
  return row.count;
}

await benchmark(import.meta.url, {}, storm);
