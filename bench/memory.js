import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { installPeers } from './peers/install.js';
import { benchmark } from './support/benchmark.js';
import { fixed, machine, ratio, table, whole } from './support/figures.js';
import { Program } from './support/program.js';
import { streamServers } from './support/stream-servers.js';

/** `node bench/memory.js`: what a stream costs the server's memory while nothing comes. Needs a build. */

const READERS = fileURLToPath(new URL('support/readers.js', import.meta.url));
const LIMIT = 'node:http, one shared buffer';
/** Opened before the first look, so that what is loaded once is not counted. */
const FIRST = 200;
/** Of each process that reads. */
const PER_PROCESS = 5_000;

export async function memory({ long, database, only }) {
  const streams = long ? 10_000 : 2_000;
  requireFiles(streams + 500);
  const measured = {};
  for (const [name, start] of Object.entries(streamServers)) {
    if (only && !name.toLowerCase().startsWith(only)) continue;
    measured[name] = await measure(await start(database, FIRST + streams), streams);
  }
  const limit = measured[LIMIT];
  table(
    `Memory for each of ${whole(streams)} idle streams, after a full collection (${machine()})`,
    ['', 'resident KB', 'of node:http', 'heap and buffers KB', 'of node:http'],
    Object.entries(measured).map(([name, { resident, held }]) => [
      ...[name, fixed(resident), ratio(resident, limit?.resident), fixed(held), ratio(held, limit?.held)],
    ]),
  );
}

async function measure(server, streams) {
  const programs = [];
  try {
    const requests = server.requests(FIRST + streams);
    const open = async (some) => {
      const readers = new Program(READERS);
      programs.push(readers);
      await readers.ask('open', { port: server.port, requests: some, opened: server.opened });
    };
    await open(requests.splice(0, FIRST));
    const before = await server.program.ask('memory');
    while (requests.length > 0) await open(requests.splice(0, PER_PROCESS));
    const after = await server.program.ask('memory');
    for (const readers of programs) {
      if ((await readers.ask('lost')) > 0) throw new Error('Some streams were closed');
    }
    const each = (name) => (after[name] - before[name]) / streams / 1_000;
    return { resident: each('rss'), held: each('heapUsed') + each('external') };
  } finally {
    for (const readers of programs) await readers.stop();
    await server.program.stop();
    await server.database?.drop();
  }
}

function requireFiles(count) {
  if (process.platform === 'win32') return;
  const limit = execFileSync('sh', ['-c', 'ulimit -n'], { encoding: 'utf8' }).trim();
  if (limit !== 'unlimited' && Number(limit) < count) {
    throw new Error(`A process may open ${limit} files here, and this takes ${count}: ulimit -n ${count}`);
  }
}

await benchmark(import.meta.url, { only: { type: 'string' } }, async (options) => {
  installPeers();
  await memory(options);
});
