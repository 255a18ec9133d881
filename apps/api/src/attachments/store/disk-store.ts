import { accessSync, constants, mkdirSync } from 'node:fs';
import { copyFile, open, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { StartupError } from '../../startup-error.js';
import type { ByteRange } from '../byte-range.js';
import { AttachmentStore } from './attachment-store.js';

/** Files in a directory: under their final name they are whole. */
export class DiskStore extends AttachmentStore {
  constructor(private readonly directory: string) {
    super();
  }

  /** The store in the data directory. Throws a StartupError when nothing can be written there. */
  static in(dataDirectory: string): DiskStore {
    const directory = join(dataDirectory, 'attachments');
    try {
      mkdirSync(directory, { recursive: true, mode: 0o700 });
      accessSync(directory, constants.R_OK | constants.W_OK | constants.X_OK);
    } catch {
      throw new StartupError('DATA_DIR: its folder attachments cannot be written to');
    }
    return new DiskStore(directory);
  }

  async put(id: string, path: string): Promise<void> {
    const copy = `${this.place(id)}.part`;
    try {
      await copyFile(path, copy, constants.COPYFILE_EXCL);
      await flush(copy);
      await rename(copy, this.place(id));
      await flush(this.directory);
    } catch (error) {
      await rm(copy, { force: true });
      throw error;
    }
  }

  async open(id: string, range?: ByteRange): Promise<Readable | undefined> {
    try {
      const file = await open(this.place(id), 'r');
      return file.createReadStream(range && { start: range.first, end: range.last });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
      throw error;
    }
  }

  async delete(id: string): Promise<void> {
    await rm(this.place(id), { force: true });
  }

  private place(id: string): string {
    return join(this.directory, id);
  }
}

/** Forces a file, or the names in a directory, to the disk. */
async function flush(path: string): Promise<void> {
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
