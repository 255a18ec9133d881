import type { ServerResponse } from 'node:http';
import { type Bye, FIRST_PING_MS, formatCursor, HEARTBEAT_MS } from '@porchlight/protocol';
import type { Principal } from '../auth/principal.js';
import type { Delivery } from './delivery.js';
import { controlFrame, type Frame, PING } from './frame.js';
import type { Replay } from './replay.js';
import { REPLAY_PAGE } from './replay-queries.js';
import type { Resume } from './resume.js';
import type { Subscription, Subscriptions } from './subscription.js';
import type { LogTail } from './tail.js';

/** A reader for whom this many bytes wait is cut off; it can resume (RS4). */
const MAX_WAITING_BYTES = 256 * 1024;
/** A replay writes this much, then waits until the reader has taken it, in bytes. */
const REPLAY_CHUNK_BYTES = 64 * 1024;

/** What all connections of a process share. */
export interface Streams {
  tail: LogTail;
  subscriptions: Subscriptions;
  replay: Replay;
  /** Events that tell how things are, also in the rooms of a visitor; sent once the replay is done. */
  greet(reader: Principal['kind'], rooms: readonly string[]): Buffer[];
  /** To be called once for each connection, when its reader is gone. */
  left(connection: Connection): void;
}

/**
 * One open stream. Nest's `@Sse` owns the way to it and the response's headers; then the response is the connection's, which
 * writes frames to it that all connections share. It keeps little, for there are thousands.
 */
export class Connection {
  /** When the next ping is due if no event comes before it, in epoch milliseconds. */
  private pingAt = Number.POSITIVE_INFINITY;
  /** The first ping comes in any case. */
  private pinged = false;
  private subscription: Subscription | undefined;
  private opened = false;
  private closed = false;
  private ending: Bye['reason'] | undefined;

  constructor(
    private readonly streams: Streams,
    readonly principal: Principal,
    private readonly response: ServerResponse,
  ) {}

  /** Begins to look whether the reader is there; it may be gone already. */
  watch(): void {
    const close = () => {
      if (this.closed) return;
      this.closed = true;
      this.subscription?.close();
      this.streams.left(this);
    };
    if (this.response.destroyed) close();
    else this.response.on('close', close);
  }

  /** Begins to tell, on a response whose headers are written. */
  open(resume: Resume): void {
    if (this.closed) return;
    this.opened = true;
    if (this.ending) this.end(this.ending);
    else void this.run(resume);
  }

  /** Says goodbye and ends the response (EV6, RS5), at once or as soon as it has headers. */
  end(reason: Bye['reason']): void {
    this.ending = reason;
    if (!this.opened || this.over) return;
    const retryMs = Math.round(500 + Math.random() * 9_500);
    this.response.end(controlFrame('bye', { reason, retryMs }));
  }

  /** Looked over several times a second: does what is due. `now`: in epoch milliseconds. */
  lookOver(now: number): void {
    if (now >= this.principal.expiresAt.getTime()) this.end('revoked');
    else if (now >= this.pingAt) this.ping(now);
  }

  /**
   * EV5: a ping a second after `hello`, and when 15 s pass without an event. Also one a second after the last event of any
   * burst: some virus scanners hold each event back until more bytes come.
   */
  private ping(now: number): void {
    this.write(PING);
    this.pinged = true;
    this.pingAt = now + HEARTBEAT_MS;
  }

  private async run(resume: Resume): Promise<void> {
    const { tail } = this.streams;
    const { epoch } = tail;
    const position = resume.resumed ? resume.after : tail.position;
    const cursor = formatCursor({ epoch, position });
    const { resumed } = resume;
    this.event(controlFrame('hello', { protocol: 1, cursor, heartbeatMs: HEARTBEAT_MS, resumed }, cursor));
    if (!resume.resumed && resume.reset) this.event(controlFrame('reset', { reason: resume.reset }));
    try {
      await this.goLive(await this.catchUp(position));
    } catch {
      // The database went away in the middle, or the log was pruned: the reader has a cursor and comes back.
      this.response.destroy();
    }
  }

  /** Brings the reader up to now, however long that takes it; returns the position reached. */
  private async catchUp(position: number): Promise<number> {
    const { tail } = this.streams;
    let reached = position;
    while (reached < tail.position && !this.closed) {
      const upTo = tail.position;
      const page = await this.page(reached, upTo);
      reached = page.length < REPLAY_PAGE ? upTo : (page.at(-1)?.position ?? upTo);
      let chunk: Buffer[] = [];
      let bytes = 0;
      for (const frame of page) {
        chunk.push(frame.bytes);
        bytes += frame.bytes.length;
        if (bytes < REPLAY_CHUNK_BYTES) continue;
        this.response.write(Buffer.concat(chunk));
        await this.drained();
        if (this.closed) return reached;
        chunk = [];
        bytes = 0;
      }
      if (chunk.length > 0) this.event(Buffer.concat(chunk));
      await this.drained();
    }
    return reached;
  }

  /** Joins the live feeds: what is held while the last few entries are read follows them without a seam. */
  private async goLive(position: number): Promise<void> {
    const { subscriptions, greet } = this.streams;
    if (this.closed) return;
    const subscription = await subscriptions.open(this.principal);
    this.subscription = subscription;
    for (let reached = position; reached < subscription.from && !this.closed; ) {
      const page = await this.page(reached, subscription.from);
      for (const frame of page) this.event(frame.bytes);
      reached = page.length < REPLAY_PAGE ? subscription.from : (page.at(-1)?.position ?? subscription.from);
    }
    if (this.closed) return subscription.close();
    for (const greeting of greet(this.principal.kind, subscription.rooms)) this.event(greeting);
    subscription.release((delivery) => this.deliver(delivery));
  }

  private async page(after: number, upTo: number): Promise<Frame[]> {
    return this.closed ? [] : this.streams.replay.page(this.principal, { after, upTo });
  }

  /** A replay goes on only when the reader has taken the page before. */
  private drained(): Promise<void> {
    const { response } = this;
    if (!response.writableNeedDrain) return Promise.resolve();
    return new Promise((resolve) => {
      const done = () => {
        response.off('drain', done).off('close', done);
        resolve();
      };
      response.on('drain', done).on('close', done);
    });
  }

  /** What all listeners share is encoded down to the chunk: the response would frame it anew for each of them. */
  private deliver(delivery: Delivery): void {
    const { response } = this;
    if (response.socket?.writable && response.chunkedEncoding && !this.over) response.socket.write(delivery.chunk);
    else this.write(delivery.bytes);
    this.written(delivery.at);
  }

  private event(bytes: Buffer): void {
    this.write(bytes);
    this.written(Date.now());
  }

  private write(bytes: Buffer): void {
    const { response } = this;
    if (!this.over) response.write(bytes);
  }

  /** Whether nothing can be written any more. */
  private get over(): boolean {
    return this.closed || this.response.destroyed || this.response.writableEnded;
  }

  private written(now: number): void {
    const { response } = this;
    if (response.writableLength > MAX_WAITING_BYTES) response.destroy();
    if (this.pinged || this.pingAt === Number.POSITIVE_INFINITY) this.pingAt = now + FIRST_PING_MS;
  }
}
