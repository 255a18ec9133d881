import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream } from 'node:stream/web';
import { PGlite } from '@electric-sql/pglite';
import { dataDir } from '@electric-sql/pglite-prepopulatedfs';
import { extract } from 'tar';
import { StartupError } from '../startup-error.js';

/** PGlite keeps PostgreSQL's default of 128 MB of buffers; a chat needs far less, and a small server has far less. */
const PARAMETERS = [...PGlite.defaultStartParams, '-c', 'shared_buffers=16MB'];

/** Opens the embedded PostgreSQL in a data directory, which is created on the first start. Throws a StartupError. */
export async function openEmbeddedDatabase(dataDirectory: string): Promise<PGlite> {
  const directory = join(dataDirectory, 'postgres');
  if (!existsSync(directory)) await create(directory);
  try {
    return await PGlite.create(directory, { startParams: PARAMETERS });
  } catch {
    throw new StartupError('DATA_DIR: the database in it cannot be opened; it is damaged, or of another version');
  }
}

/**
 * Unpacks the empty database that ships with PGlite, beside its place, and moves it there whole, so that a start cut short
 * leaves nothing half made. Making one anew (initdb) would take 800 MB for a while.
 */
async function create(directory: string): Promise<void> {
  const unfinished = `${directory}.new`;
  try {
    rmSync(unfinished, { recursive: true, force: true });
    mkdirSync(unfinished, { mode: 0o700 });
    const image = await dataDir();
    await pipeline(Readable.fromWeb(image.stream() as ReadableStream), extract({ cwd: unfinished }));
    renameSync(unfinished, directory);
  } catch (error) {
    const { code = 'unknown error' } = error as NodeJS.ErrnoException;
    throw new StartupError(`DATA_DIR: the embedded database cannot be created there (${code})`);
  }
}
