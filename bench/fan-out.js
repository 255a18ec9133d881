import { fileURLToPath } from 'node:url';
import { installPeers } from './peers/install.js';
import { benchmark } from './support/benchmark.js';
import { machine, ratio, table, whole } from './support/figures.js';
import { Program } from './support/program.js';
import { streamServers } from './support/stream-servers.js';

/**
 * `node bench/fan-out.js`: one event to 1,000 streams, in deliveries per second of processor time that the server spends;
 * one event at a time, and ten in one turn of the event loop. Needs a build.
 */

const STREAMS = 1_000;
const BURST = 10;
const READERS = fileURLToPath(new URL('support/readers.js', import.meta.url));
const LIMIT = 'node:http, one shared buffer';

export async function fanOut({ long, database, only }) {
  const rounds = long ? 400 : 20;
  const measured = {};
  for (const [name, start] of Object.entries(streamServers)) {
    if (only && !name.toLowerCase().startsWith(only)) continue;
    const server = await start(database);
    const readers = new Program(READERS);
    try {
      await readers.ask('open', { port: server.port, requests: server.requests(STREAMS), opened: server.opened });
      await send(server.program, readers, long ? 20 : 5, BURST);
      measured[name] = {
        single: await send(server.program, readers, rounds, 1),
        burst: await send(server.program, readers, rounds, BURST),
      };
    } finally {
      await readers.stop();
      await server.program.stop();
      await server.database?.drop();
    }
  }
  const limit = measured[LIMIT];
  table(
    `Fan-out to ${whole(STREAMS)} streams, deliveries per CPU second of the server (${machine()})`,
    ['', 'one event at a time', 'of node:http', `bursts of ${BURST}`, 'of node:http'],
    Object.entries(measured).map(([name, { single, burst }]) => [
      ...[name, whole(single), ratio(single, limit?.single), whole(burst), ratio(burst, limit?.burst)],
    ]),
  );
  return measured;
}

/** Each round begins when everybody has got the one before. */
async function send(program, readers, rounds, burst) {
  const before = await program.ask('usage');
  for (let round = 0; round < rounds; round += 1) {
    await program.ask('publish', burst);
    await readers.ask('received', burst * STREAMS);
  }
  const after = await program.ask('usage');
  return (rounds * burst * STREAMS) / (after.cpuSeconds - before.cpuSeconds);
}

await benchmark(import.meta.url, { only: { type: 'string' } }, async (options) => {
  installPeers();
  await fanOut(options);
});
