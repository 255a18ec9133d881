import { accessSync, constants, mkdirSync, realpathSync } from 'node:fs';
import { StartupError } from '../startup-error.js';

/** Makes sure that the directory exists and can be written to; returns its real path. */
export function prepareDataDirectory(path: string): string {
  try {
    mkdirSync(path, { recursive: true, mode: 0o700 });
    accessSync(path, constants.R_OK | constants.W_OK | constants.X_OK);
    return realpathSync(path);
  } catch {
    throw new StartupError('DATA_DIR cannot be written to: check that it is a directory of this user');
  }
}
