import type { Entry } from './entry.js';
import type { Frame } from './frame.js';

/** Events of a feed that came together: encoded once, and written at once, for all who listen. */
export class Delivery {
  /** When it came, in epoch milliseconds. */
  readonly at = Date.now();
  private joined: Buffer | undefined;
  private framed: Buffer | undefined;

  constructor(
    readonly frames: readonly Frame[],
    /** What kept events were made of. */
    readonly entries: readonly Entry[] = [],
  ) {}

  /** As a part of a `text/event-stream`. */
  get bytes(): Buffer {
    this.joined ??= Buffer.concat(this.frames.map(({ bytes }) => bytes));
    return this.joined;
  }

  /** The same as a chunk of HTTP's chunked encoding. */
  get chunk(): Buffer {
    const { bytes } = this;
    this.framed ??= Buffer.concat([Buffer.from(`${bytes.length.toString(16)}\r\n`), bytes, Buffer.from('\r\n')]);
    return this.framed;
  }

  /** Those that come after a position; those that are not kept always do. `undefined` if there are none. */
  after(position: number): Delivery | undefined {
    const isAfter = (frame: Frame) => frame.position === undefined || frame.position > position;
    const [first] = this.frames;
    // In order: if the first is, they all are.
    if (first && isAfter(first)) return this;
    const frames = this.frames.filter(isAfter);
    return frames.length > 0 ? new Delivery(frames) : undefined;
  }
}
