import { cp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Database } from './database.js';

/** PGlite in the API's own process; what can happen to it is what happens to its directory. */
export function embeddedDatabase(directory: string): Database {
  const data = join(directory, 'data');
  const kept = join(directory, 'kept');
  const copy = async (from: string, to: string) => {
    await rm(to, { recursive: true, force: true });
    // Not the sockets with which a process holds the directory.
    await cp(from, to, { recursive: true, filter: (path) => !path.endsWith('.lock') });
  };
  return {
    env: { DATA_DIR: data },
    keep: () => copy(data, kept),
    putBack: () => copy(kept, data),
    async close() {},
  };
}
