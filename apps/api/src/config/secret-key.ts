import { randomBytes } from 'node:crypto';
import { existsSync, linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { StartupError } from '../startup-error.js';

/**
 * SECRET_KEY, or the one that an earlier start generated and kept in the data directory. Throws a StartupError when the
 * kept one cannot be read, rather than go on with another.
 */
export function loadSecretKey(given: string | undefined, dataDirectory: string): string {
  if (given) return given;
  const path = join(dataDirectory, 'secret-key');
  if (!existsSync(path)) generate(path);
  const kept = read(path);
  if (kept === '') throw unusable();
  return kept;
}

/** Puts a whole key in place or leaves another process's: two that start together must read the same one, never half. */
function generate(path: string): void {
  const draft = `${path}.${randomBytes(8).toString('hex')}`;
  try {
    writeFileSync(draft, randomBytes(32).toString('base64url'), { mode: 0o600, flag: 'wx' });
    linkSync(draft, path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw unusable();
  } finally {
    rmSync(draft, { force: true });
  }
}

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8').trim();
  } catch {
    throw unusable();
  }
}

function unusable(): StartupError {
  return new StartupError('DATA_DIR: its file secret-key cannot be read or is empty; set SECRET_KEY or put it right');
}
