import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

/** What is to be undone when the benchmark ends, also when it is interrupted; the last first. */
const undoings = new Set();

/** Runs `undo` at the end, unless what is returned is called before. */
export function atEnd(undo) {
  undoings.add(undo);
  return () => undoings.delete(undo);
}

async function undoAll() {
  for (const undo of [...undoings].reverse()) {
    undoings.delete(undo);
    await Promise.resolve(undo()).catch((error) => console.error(error.message));
  }
}

/**
 * Runs `main(options)` if the file of that URL is what Node was started with. All benchmarks take `--long`, which
 * measures for longer, and `--database`, the address of a PostgreSQL server on which they may create databases.
 */
export async function benchmark(url, more, main) {
  if (fileURLToPath(url) !== process.argv[1]) return;
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
    process.on(signal, () => undoAll().then(() => process.exit(130)));
  try {
    const { values } = parseArgs({
      options: { long: { type: 'boolean', default: false }, database: { type: 'string' }, ...more },
    });
    await main(values);
  } catch (error) {
    console.error(error.stack);
    process.exitCode = 1;
  } finally {
    await undoAll();
  }
}
