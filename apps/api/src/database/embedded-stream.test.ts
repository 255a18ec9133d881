import { setImmediate as turn } from 'node:timers/promises';
import type { PGlite } from '@electric-sql/pglite';
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import pg from 'pg';
import type { DataSource } from 'typeorm';
import { openEmbeddedDataSource } from '../../test/support/embedded-data-source.js';
import { EmbeddedStream } from './embedded-stream.js';
import { sql } from './sql.js';

let dataSource: DataSource;
let embedded: PGlite;
let remove: () => Promise<void>;

beforeAll(async () => {
  ({ dataSource, embedded, remove } = await openEmbeddedDataSource());
  await dataSource.query(
    'CREATE TABLE counter (value int NOT NULL); CREATE TABLE entry (id serial, writer int UNIQUE)',
  );
}, 60_000);

beforeEach(async () => {
  await dataSource.query('TRUNCATE counter; TRUNCATE entry; INSERT INTO counter VALUES (0)');
});

afterAll(() => remove());

/** Reads the counter and writes it back one higher: wrong as soon as two transactions share the session. */
async function countUp(writer: number, fails: boolean): Promise<void> {
  await dataSource.transaction(async (manager) => {
    const [row] = await sql<{ value: number }>(manager, 'SELECT value FROM counter');
    await turn();
    await sql(manager, 'UPDATE counter SET value = $1', [(row?.value ?? 0) + 1]);
    await turn();
    await sql(manager, 'INSERT INTO entry (writer) VALUES ($1)', [writer]);
    if (fails) throw new Error('changed its mind');
  });
}

test('200 transactions at once never interleave', async () => {
  await Promise.all(Array.from({ length: 200 }, (_, writer) => countUp(writer, false)));
  expect(await sql(dataSource, 'SELECT value FROM counter')).toEqual([{ value: 200 }]);
  expect(await sql(dataSource, 'SELECT count(*)::int AS entries FROM entry')).toEqual([{ entries: 200 }]);
});

test('a rollback takes back its own transaction and no other', async () => {
  const results = await Promise.allSettled(
    Array.from({ length: 200 }, (_, writer) => countUp(writer, writer % 3 === 0)),
  );
  expect(results.filter(({ status }) => status === 'rejected')).toHaveLength(67);
  expect(await sql(dataSource, 'SELECT value FROM counter')).toEqual([{ value: 133 }]);
  expect(await sql(dataSource, 'SELECT writer FROM entry WHERE writer % 3 = 0')).toEqual([]);
});

test('a statement that fails spoils its own transaction and no other', async () => {
  const twice = dataSource.transaction(async (manager) => {
    await sql(manager, 'INSERT INTO entry (writer) VALUES ($1)', [1]);
    await sql(manager, 'INSERT INTO entry (writer) VALUES ($1)', [1]);
  });
  const others = [2, 3].map((writer) => countUp(writer, false));
  await expect(twice).rejects.toMatchObject({ driverError: { code: '23505' } });
  await Promise.all(others);
  expect(await sql(dataSource, 'SELECT writer FROM entry ORDER BY writer')).toEqual([{ writer: 2 }, { writer: 3 }]);
});

test('queries outside transactions wait for them', async () => {
  const transaction = countUp(1, false);
  const query = sql<{ value: number }>(dataSource, 'SELECT value FROM counter');
  await transaction;
  // Before or after it, but not in its middle.
  const [row] = await query;
  const [entry] = await sql<{ count: number }>(dataSource, 'SELECT count(*)::int AS count FROM entry');
  expect([0, 1]).toContain(row?.value);
  expect(entry?.count).toBe(1);
});

test('gives the rows of statements that change something', async () => {
  const inserted = await sql(dataSource, 'INSERT INTO entry (writer) VALUES ($1) RETURNING writer', [7]);
  expect(inserted).toEqual([{ writer: 7 }]);
  const updated = await sql(dataSource, 'UPDATE entry SET writer = $1 WHERE writer = $2 RETURNING writer', [8, 7]);
  expect(updated).toEqual([{ writer: 8 }]);
  expect(await sql(dataSource, 'DELETE FROM entry WHERE writer = $1 RETURNING writer', [9])).toEqual([]);
});

test('values of any size and kind arrive as they were sent', async () => {
  const text = 'Grüße 👋\n'.repeat(200_000);
  const bytes = Buffer.from([0, 1, 127, 128, 255]);
  const at = new Date('2026-02-03T04:05:06.789Z');
  const [row] = await sql<object>(
    dataSource,
    `SELECT $1::text AS text, $2::bytea AS bytes, $3::timestamptz AS at, $4::text[] AS list, $5::json AS data,
       9007199254740991::bigint AS big, NULL AS nothing, true AS yes`,
    [text, bytes, at, ['a', 'b,"c'], JSON.stringify({ deep: [1, null] })],
  );
  expect(row).toEqual({
    ...{ text, bytes, at, list: ['a', 'b,"c'], data: { deep: [1, null] } },
    ...{ big: Number.MAX_SAFE_INTEGER, nothing: null, yes: true },
  });
});

test('a client that comes later finds no transaction of one before it', async () => {
  const connect = async () => {
    const client = new pg.Client({
      ...{ user: 'postgres', database: 'postgres', ssl: false },
      stream: () => new EmbeddedStream(embedded),
    });
    await client.connect();
    return client;
  };
  const first = await connect();
  await first.query('BEGIN; INSERT INTO entry (writer) VALUES (1)');
  await first.end();
  const second = await connect();
  expect((await second.query('SELECT writer FROM entry')).rows).toEqual([]);
  await second.query('INSERT INTO entry (writer) VALUES (2)');
  await second.end();
  expect(await sql(dataSource, 'SELECT writer FROM entry')).toEqual([{ writer: 2 }]);
});
