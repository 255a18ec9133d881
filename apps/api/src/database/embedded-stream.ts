import { Duplex } from 'node:stream';
import type { PGlite } from '@electric-sql/pglite';

interface Written {
  chunk: Buffer;
}

/**
 * What `pg` takes for its socket to a server: PGlite, which speaks the same protocol. All that a statement takes goes over
 * in one piece, where PGlite's own `query` crosses into WebAssembly for each message of it.
 *
 * PGlite has one session: a second stream of the same database must not be open beside this one.
 */
export class EmbeddedStream extends Duplex {
  constructor(private readonly database: PGlite) {
    super();
  }

  /** There is nowhere to go. A transaction that an earlier client left open ends. */
  connect(): this {
    this.database.exec('ROLLBACK').then(
      () => this.emit('connect'),
      (error: Error) => this.destroy(error),
    );
    return this;
  }

  // What else `pg` asks of a socket.
  setNoDelay(): this {
    return this;
  }

  setKeepAlive(): this {
    return this;
  }

  ref(): this {
    return this;
  }

  unref(): this {
    return this;
  }

  override _read(): void {
    // Answers are pushed as they come; `pg` reads all of them.
  }

  override _write(message: Buffer, _encoding: BufferEncoding, done: (error?: Error) => void): void {
    this.database.execProtocolRaw(message).then((answer) => {
      if (answer.length > 0) this.push(answer);
      done();
    }, done);
  }

  override _final(done: () => void): void {
    this.push(null);
    done();
  }

  override _writev(messages: Written[], done: (error?: Error) => void): void {
    this._write(Buffer.concat(messages.map(({ chunk }) => chunk)), 'binary', done);
  }
}
