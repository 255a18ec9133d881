import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * `node bench/embedded-memory.js`: how much memory the embedded database takes, and how long it takes to open. Each way
 * is measured in a process of its own that then answers one query. Needs a build.
 */

/** `again`: opens what the way before has left; the others begin in an empty directory. */
const ways = {
  'PGlite loaded, no database': { open: () => import('@electric-sql/pglite').then(() => undefined) },
  'first start, by initdb': { open: (directory) => openBare(directory) },
  'first start, PGlite unpacks the image': {
    async open(directory) {
      const { dataDir } = await import('@electric-sql/pglite-prepopulatedfs');
      return openBare(directory, { ...(await smallBuffers()), loadDataDir: await dataDir() });
    },
  },
  'first start, as we do it': { open: openOurs },
  'later start, with the default buffers': { open: (directory) => openBare(directory), again: true },
  'later start, as we do it': { open: openOurs, again: true },
};

async function openBare(directory, options) {
  const { PGlite } = await import('@electric-sql/pglite');
  return PGlite.create(join(directory, 'postgres'), options);
}

async function smallBuffers() {
  const { PGlite } = await import('@electric-sql/pglite');
  return { startParams: [...PGlite.defaultStartParams, '-c', 'shared_buffers=16MB'] };
}

async function openOurs(directory) {
  const { openEmbeddedDatabase } = await import('../apps/api/dist/database/embedded-database.js');
  return openEmbeddedDatabase(directory);
}

async function measure(open, directory) {
  const start = performance.now();
  const database = await open(directory);
  await database?.query('SELECT 1');
  const seconds = (performance.now() - start) / 1000;
  process.send({
    peak: process.resourceUsage().maxRSS / 2 ** 10,
    after: process.memoryUsage.rss() / 2 ** 20,
    seconds,
  });
  await database?.close();
  process.disconnect();
}

async function report() {
  console.log(`${''.padEnd(40)}  peak MiB  after MiB  seconds`);
  let directory;
  for (const [name, { again }] of Object.entries(ways)) {
    if (!again && directory) rmSync(directory, { recursive: true });
    if (!again) directory = mkdtempSync(join(tmpdir(), 'embedded-memory-'));
    const child = fork(import.meta.filename, [name, directory]);
    const ended = once(child, 'exit');
    const [{ peak, after, seconds }] = await once(child, 'message');
    await ended;
    console.log(
      `${name.padEnd(40)}${peak.toFixed(0).padStart(10)}${after.toFixed(0).padStart(11)}${seconds.toFixed(1).padStart(9)}`,
    );
  }
  rmSync(directory, { recursive: true });
}

const [, , name, directory] = process.argv;
if (name) await measure(ways[name].open, directory);
else await report();
