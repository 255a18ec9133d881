import type { Readable } from 'node:stream';
import type { ByteRange } from '../byte-range.js';

/** Where the bytes of files are kept, by the ids of their attachments. */
export abstract class AttachmentStore {
  /** Keeps a copy of the file at `path`; once this resolves, it survives the sudden death of the server. */
  abstract put(id: string, path: string): Promise<void>;
  /** The file, or a part that it has; `undefined` when there is no such file. */
  abstract open(id: string, range?: ByteRange): Promise<Readable | undefined>;
  /** Without an effect when there is none. */
  abstract delete(id: string): Promise<void>;
}
