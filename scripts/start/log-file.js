import { closeSync, fstatSync, mkdirSync, openSync, renameSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { StartError } from './start-error.js';

const MAX_BYTES = 10 * 1024 * 1024;

/** A log that starts anew above 10 MB, and keeps the one before. */
export class LogFile {
  #descriptor;
  #size;

  constructor(path) {
    this.path = path;
    try {
      mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
      this.#open();
    } catch (error) {
      throw new StartError(
        `Cannot write the log ${path} (${error.code}): check that DATA_DIR is a directory of this user.`,
      );
    }
  }

  /** A full disk must not end the chat: the log has a hole then. */
  write(chunk) {
    try {
      if (this.#size > MAX_BYTES) this.#turn();
      this.#size += writeSync(this.#descriptor, chunk);
    } catch {}
  }

  #open() {
    this.#descriptor = openSync(this.path, 'a', 0o600);
    this.#size = fstatSync(this.#descriptor).size;
  }

  #turn() {
    renameSync(this.path, this.path.replace(/(\.log)?$/, '.old$1'));
    closeSync(this.#descriptor);
    this.#open();
  }
}
