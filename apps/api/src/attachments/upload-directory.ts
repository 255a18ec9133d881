import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { StartupError } from '../startup-error.js';

/** Where files lie while they arrive and are looked at; never read from outside. */
export class UploadDirectory {
  readonly path: string;

  /** Throws a StartupError when it cannot be made. */
  constructor(dataDirectory: string) {
    this.path = join(dataDirectory, 'uploads');
    try {
      mkdirSync(this.path, { recursive: true, mode: 0o700 });
    } catch {
      throw new StartupError('DATA_DIR: its folder uploads cannot be written to');
    }
  }

  /** A place in it that nothing else uses. */
  place(id: string): string {
    return join(this.path, id);
  }
}
