import { benchmark } from './support/benchmark.js';
import { createDatabase, createDirectory } from './support/database.js';
import { fixed, machine, table } from './support/figures.js';
import { startApi } from './support/program.js';

/** `node bench/start.js`: from the start of the program until it is ready, on data that is there. Needs a build. */

export async function start({ long, database: server }) {
  const times = long ? 10 : 1;
  const database = await createDatabase(server);
  const rows = [
    await row('PostgreSQL', { DATABASE_URL: database.url, DATA_DIR: createDirectory() }, times),
    await row('PGlite', { DATA_DIR: createDirectory() }, times),
  ];
  await database.drop();
  table(`Seconds from start to ready (${machine()})`, ['', 'first', 'again, fastest', 'median', 'CPU s'], rows);
}

async function row(name, settings, times) {
  const first = await one(settings);
  const again = [];
  for (let n = 0; n < times; n += 1) again.push(await one(settings));
  again.sort((a, b) => a.seconds - b.seconds);
  const median = again[Math.floor(again.length / 2)];
  return [name, ...[first, again[0], median].map(({ seconds }) => fixed(seconds, 2)), fixed(median.cpuSeconds, 2)];
}

async function one(settings) {
  const from = performance.now();
  const api = await startApi(settings);
  const seconds = (performance.now() - from) / 1_000;
  const { cpuSeconds } = await api.ask('usage');
  await api.stop();
  return { seconds, cpuSeconds };
}

await benchmark(import.meta.url, {}, start);
