import { writeHistory } from './growth/history.js';
import { createReader, writeTokens } from './growth/reader.js';
import { benchmark } from './support/benchmark.js';
import { createDatabase, createDirectory, query } from './support/database.js';
import { fixed, machine, percentile, ratio, table } from './support/figures.js';
import { startApi } from './support/program.js';

/**
 * `node bench/growth.js`: what reading costs with few and with many messages on PostgreSQL, one request at a time. With
 * `--long`, up to five million of them; that takes ten to thirty minutes. Needs a build.
 */

const SIZES = { short: [10_000, 100_000], long: [10_000, 1_000_000, 5_000_000] };
/** Of each kind. */
const REQUESTS = { short: 20, long: 200 };

export async function growth({ long, database }) {
  console.log(machine());
  const length = long ? 'long' : 'short';
  const sizes = SIZES[length];
  const columns = [];
  for (const messages of sizes) columns.push(await measure(database, messages, REQUESTS[length]));
  const names = Object.keys(columns[0]);
  const head = ['ms, p50 / p99', ...sizes.map((size) => size.toLocaleString('en')), 'p99 against the first'];
  table(
    'Reading, by the number of messages',
    head,
    names.map((name) => {
      const cells = columns.map((column) => `${fixed(column[name].p50)} / ${fixed(column[name].p99)}`);
      return [name, ...cells, ratio(columns.at(-1)[name].p99, columns[0][name].p99)];
    }),
  );
}

async function measure(server, messages, count) {
  const { url, drop } = await createDatabase(server);
  const settings = { DATABASE_URL: url, DATA_DIR: createDirectory() };
  // The first start brings the tables.
  await (await startApi(settings)).stop();
  const history = await writeHistory((statement) => query(url, statement), messages);
  const visitors = await writeTokens(url, history);
  await query(url, 'VACUUM ANALYZE');
  const api = await startApi(settings);
  const requests = await createReader(`http://127.0.0.1:${api.port}`, history, visitors);
  const times = Object.fromEntries(Object.keys(requests).map((name) => [name, []]));
  // In turns, so that what else the machine does meets all of them alike.
  for (let n = -count / 10; n < count; n += 1) {
    for (const [name, request] of Object.entries(requests)) {
      const start = performance.now();
      await request();
      if (n >= 0) times[name].push(performance.now() - start);
    }
  }
  await api.stop();
  await drop();
  return Object.fromEntries(
    Object.entries(times).map(([name, each]) => {
      each.sort((a, b) => a - b);
      return [name, { p50: percentile(each, 0.5), p99: percentile(each, 0.99) }];
    }),
  );
}

await benchmark(import.meta.url, {}, growth);
