import pg from 'pg';
import { openEmbeddedDatabase } from '../apps/api/dist/database/embedded-database.js';
import { EmbeddedStream } from '../apps/api/dist/database/embedded-stream.js';
import { benchmark } from './support/benchmark.js';
import { createDirectory } from './support/database.js';
import { fixed, machine, table } from './support/figures.js';

/** `node bench/embedded-driver.js`: what a statement on PGlite takes, by the way in which it gets there. Needs a build. */

const STATEMENTS = 2_000;
const INSERT = 'INSERT INTO t ("word", "at") VALUES ($1, $2) RETURNING "id"';
const SELECT = 'SELECT * FROM t WHERE "id" = $1';

async function embeddedDriver() {
  const database = await openEmbeddedDatabase(createDirectory());
  await database.exec(
    'CREATE TABLE t ("id" int PRIMARY KEY GENERATED ALWAYS AS IDENTITY, "word" text, "at" timestamptz)',
  );
  const client = new pg.Client({
    ...{ user: 'postgres', database: 'postgres', ssl: false },
    stream: () => new EmbeddedStream(database),
  });
  await client.connect();
  const named = (text, values) => client.query({ name: text, text, values });
  const plan = (mode) => client.query(`SET plan_cache_mode = ${mode}`);
  const rows = [
    await row("PGlite's query", (text, values) => (values ? database.query(text, values) : database.exec(text))),
    await row('pg over a stream into PGlite', (text, values) => client.query(text, values)),
  ];
  await plan('auto');
  rows.push(await row('the same, named, planned once', named));
  await plan('force_custom_plan');
  rows.push(await row('the same, named, planned each time', named));
  await client.end();
  await database.close();
  table(`Milliseconds on PGlite (${machine()})`, ['', 'INSERT of a row', 'transaction of 6 SELECTs'], rows);
}

async function row(name, run) {
  const insert = () => run(INSERT, ['hello', new Date()]);
  const transaction = async () => {
    await run('BEGIN');
    for (let id = 1; id <= 6; id += 1) await run(SELECT, [id]);
    await run('COMMIT');
  };
  return [name, fixed(await time(insert, STATEMENTS), 2), fixed(await time(transaction, STATEMENTS / 6), 2)];
}

async function time(work, times) {
  for (let n = 0; n < times / 10; n += 1) await work();
  const from = performance.now();
  for (let n = 0; n < times; n += 1) await work();
  return (performance.now() - from) / times;
}

await benchmark(import.meta.url, {}, embeddedDriver);
