import { fileURLToPath } from 'node:url';
import { buildPeer } from '../peers/install.js';
import { createDatabase, createDirectory, query } from '../support/database.js';
import { freePort, Program, startApi } from '../support/program.js';

const LOAD = fileURLToPath(new URL('load.js', import.meta.url));

/** Every stack: a server in a process of its own, on a database of its own. */
export const stacks = {
  async porchlight(server) {
    const database = await createDatabase(server);
    return { database, program: await startApi({ DATABASE_URL: database.url, DATA_DIR: createDirectory() }) };
  },
  async embedded() {
    return { program: await startApi({ DATA_DIR: createDirectory() }) };
  },
  async habitual(server) {
    const database = await createDatabase(server);
    const port = await freePort();
    const main = buildPeer('habitual');
    const program = new Program(main, { env: { PORT: String(port), DATABASE_URL: database.url } });
    await program.answering(`http://127.0.0.1:${port}/bench`);
    return { database, program: Object.assign(program, { port }) };
  },
};

/** As fast as it goes, then at half of that. `seconds`: of warming up, and of each of the two. */
export async function measure(stack, server, work, { warmUp, seconds }) {
  const { database, program } = await stacks[stack](server);
  const load = new Program(LOAD);
  try {
    const client = stack === 'habitual' ? 'habitual' : 'porchlight';
    await load.ask('setUp', { stack: client, port: program.port, ...work });
    if (database) await query(database.url, 'VACUUM ANALYZE');
    await load.ask('run', { seconds: warmUp });
    const before = await program.ask('usage');
    const full = await load.ask('run', { seconds });
    const after = await program.ask('usage');
    const half = await load.ask('run', { seconds, rate: full.rate / 2 });
    return {
      ...full,
      serverCpuSeconds: after.cpuSeconds - before.cpuSeconds,
      half,
      group: stack === 'porchlight' ? await messagesPerCommit(database.url) : 1,
    };
  } finally {
    await load.stop();
    await program.stop();
    await database?.drop();
  }
}

/** How many messages a transaction writes on the average: rows know by which they were written. */
async function messagesPerCommit(url) {
  const [row] = await query(url, 'SELECT count(*)::float / count(DISTINCT xmin::text) AS mean FROM "messages"');
  return row.mean;
}
