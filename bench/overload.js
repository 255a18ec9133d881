import { fileURLToPath } from 'node:url';
import { benchmark } from './support/benchmark.js';
import { createDatabase, createDirectory, query } from './support/database.js';
import { fixed, machine, table, whole } from './support/figures.js';
import { Program, startApi } from './support/program.js';

/**
 * `node bench/overload.js`: a room in which 64 post, then 3,000 at once who do not wait as they are told to, then 64 again. What comes
 * above capacity is to be refused early, memory to stay within bounds, what was acknowledged to be there, and the rate to
 * come back by itself. Needs a build.
 */

const CROWD = fileURLToPath(new URL('overload/crowd.js', import.meta.url));
const USUAL = 64;
const BURST = 3_000;

export async function overload({ long, database: server }) {
  const seconds = long ? 20 : 2;
  const database = await createDatabase(server);
  const program = await startApi({ DATABASE_URL: database.url, DATA_DIR: createDirectory() });
  const crowd = new Program(CROWD);
  try {
    await crowd.ask('setUp', { port: program.port });
    await crowd.ask('post', { connections: USUAL, seconds: seconds / 2 });
    const rows = [];
    for (const [title, connections] of [
      ['before', USUAL],
      ['burst', BURST],
      ['after', USUAL],
    ]) {
      const posted = await crowd.ask('post', { connections, seconds });
      const { rss, heapUsed } = await program.ask('memory');
      rows.push(row(title, connections, posted, { rss, heapUsed }));
      const strange = Object.keys(posted.statuses).filter((status) => !['201', '429', '503'].includes(status));
      if (strange.length > 0) throw new Error(`Some were answered ${strange}`);
    }
    table(
      `Posting into a room, far above capacity (${machine()})`,
      [
        ...['', 'connections', 'stored a second', 'ack p50', 'p99 ms', 'refused', 'refused p50', 'p99 ms'],
        ...['resident MB', 'heap MB'],
      ],
      rows,
    );
    await lookForAll(database.url, await crowd.ask('acknowledged'));
  } finally {
    await crowd.stop();
    await program.stop();
    await database.drop();
  }
}

function row(title, connections, { rate, acknowledged, refused }, { rss, heapUsed }) {
  return [
    ...[title, whole(connections), whole(rate), fixed(acknowledged.p50), fixed(acknowledged.p99)],
    ...[whole(refused.count), fixed(refused.p50), fixed(refused.p99), fixed(rss / 1e6, 0), fixed(heapUsed / 1e6, 0)],
  ];
}

/** An acknowledged message that is not there, or twice, is an error and no figure. */
async function lookForAll(url, clientIds) {
  const [{ found }] = await query(
    url,
    'SELECT count(*)::int AS found FROM "messages" WHERE "client_id" = ANY($1::text[])',
    [clientIds],
  );
  if (found !== clientIds.length) throw new Error(`${found} of ${clientIds.length} acknowledged messages are there`);
  console.log(`All ${whole(clientIds.length)} acknowledged messages are there, each once.`);
}

await benchmark(import.meta.url, {}, overload);
