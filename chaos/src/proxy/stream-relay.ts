import type { IncomingMessage, ServerResponse } from 'node:http';

/** A buffering proxy lets go when it has this many bytes. */
const BUFFER_BYTES = 64 * 1024;

/** Hands an event stream on to its reader, well or badly. */
export class StreamRelay {
  #held: Buffer[] = [];
  #heldBytes = 0;
  #buffering = false;
  #dark = false;
  /** Which part of the next piece still gets through, if the stream is about to be cut. */
  #cutAfter: number | undefined;

  constructor(
    private readonly source: IncomingMessage,
    private readonly reader: ServerResponse,
    private readonly onBytes: (bytes: Buffer) => Buffer,
  ) {
    source.on('data', (chunk: Buffer) => this.#relay(chunk));
    source.on('end', () => {
      this.#flush();
      if (!this.#dark) reader.end();
    });
    source.on('error', () => {
      if (!this.#dark) reader.destroy();
    });
    reader.on('close', () => source.destroy());
  }

  /** Cuts the stream within the next piece, after `share` (0 to 1) of its bytes. */
  cut(share: number): void {
    this.#cutAfter = share;
  }

  /** Holds bytes back until there are many. */
  buffer(on: boolean): void {
    this.#buffering = on;
    if (!on) this.#flush();
  }

  /** Nothing gets through any more, and neither side is told. */
  goDark(): void {
    this.#dark = true;
  }

  /** The reader takes nothing from its socket, or goes on to. */
  stall(on: boolean): void {
    if (on) this.source.pause();
    else this.source.resume();
  }

  #relay(chunk: Buffer): void {
    if (this.#dark) return;
    const bytes = this.onBytes(chunk);
    if (this.#cutAfter !== undefined) {
      const part = bytes.subarray(0, Math.floor(bytes.length * this.#cutAfter));
      // Ends the connection without ending the body, once what was written is out.
      if (part.length > 0) this.reader.write(part, () => this.reader.destroy());
      else this.reader.destroy();
      this.#dark = true;
      return;
    }
    if (!this.#buffering) {
      this.reader.write(bytes);
      return;
    }
    this.#held.push(bytes);
    this.#heldBytes += bytes.length;
    if (this.#heldBytes > BUFFER_BYTES) this.#flush();
  }

  #flush(): void {
    if (this.#held.length > 0 && !this.#dark) this.reader.write(Buffer.concat(this.#held));
    this.#held = [];
    this.#heldBytes = 0;
  }
}
