import { setImmediate as nextTurn } from 'node:timers/promises';
import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { Subject, type Subscription } from 'rxjs';
import { DataSource } from 'typeorm';
import { sql } from '../database/sql.js';
import { Bus } from './bus/bus.js';
import { ENTRY_COLUMNS, type Entry } from './entry.js';
import { beginEpoch, Log, type LogHead } from './log.js';

/** The tail looks by itself this often, in milliseconds, whatever the bus says or loses. */
const POLL_MS = 1_000;
const PAGE = 500;
/** So much is emitted in one turn of the event loop; then the sockets get theirs to pass it on. In UTF-16 units. */
const TURN_LENGTH = 64 * 1024;

/** Follows the log: emits each entry once, in order, from where the log stood at the start of this process. */
@Injectable()
export class LogTail implements OnApplicationBootstrap, OnApplicationShutdown {
  readonly entries = new Subject<Entry>();
  /** The log does not go on from where it was: the database has been replaced, or was away for longer than the log reaches. */
  readonly replaced = new Subject<void>();
  private readonly logger = new Logger('LogTail');
  private head: LogHead = { epoch: '', position: 0, pruned: 0 };
  private wakes: Subscription | undefined;
  private timer: NodeJS.Timeout | undefined;
  private reading: Promise<void> | undefined;
  private again = false;
  private failing = false;

  constructor(
    private readonly dataSource: DataSource,
    private readonly log: Log,
    private readonly bus: Bus,
  ) {}

  get epoch(): string {
    return this.head.epoch;
  }

  /** Everything up to here has been emitted. */
  get position(): number {
    return this.head.position;
  }

  /** Everything up to here has been pruned and cannot be replayed. */
  get pruned(): number {
    return this.head.pruned;
  }

  async onApplicationBootstrap(): Promise<void> {
    this.head = await this.log.head();
    this.wakes = this.bus.wakes.subscribe(() => void this.catchUp());
    this.timer = setInterval(() => void this.catchUp(), POLL_MS);
  }

  onApplicationShutdown(): void {
    this.wakes?.unsubscribe();
    clearInterval(this.timer);
  }

  /** Resolves when everything that was committed before the call has been emitted, or the database is away. */
  catchUp(): Promise<void> {
    // The read under way may have begun before the commit that the caller knows of.
    this.again = true;
    this.reading ??= this.read();
    return this.reading;
  }

  private async read(): Promise<void> {
    try {
      while (this.again) {
        this.again = false;
        const head = await this.log.head();
        // An older database is in the place of ours, and needs an epoch of its own.
        const older = head.epoch === this.head.epoch && head.position < this.head.position;
        if (older) head.epoch = await beginEpoch(this.dataSource);
        if (head.epoch !== this.head.epoch || head.pruned > this.head.position) this.restart(head);
        this.head.pruned = head.pruned;
        if (head.position > this.head.position) await this.emitPage(head.position);
        if (head.position > this.head.position) this.again = true;
      }
      if (this.failing) this.logger.log('the log can be read again');
      this.failing = false;
    } catch (error) {
      if (!this.failing) this.logger.warn({ err: error }, 'the log cannot be read; trying again');
      this.failing = true;
    } finally {
      this.reading = undefined;
    }
  }

  /** `upTo`: where the log ended before this was called. */
  private async emitPage(upTo: number): Promise<void> {
    const { position } = this.head;
    const entries = await sql<Entry>(
      this.dataSource,
      `SELECT ${ENTRY_COLUMNS} FROM "log" l WHERE l."position" > $1 ORDER BY l."position" LIMIT ${PAGE}`,
      [position],
    );
    let length = 0;
    for (const entry of entries) {
      this.head.position = entry.position;
      this.entries.next(entry);
      length += entry.data.length;
      if (length < TURN_LENGTH) continue;
      length = 0;
      await nextTurn();
    }
    // Erased entries leave holes, and the last ones may be among them.
    if (entries.length === 0) this.head.position = upTo;
  }

  /** Another epoch has begun, or entries that were to be told have been pruned. */
  private restart(head: LogHead): void {
    this.logger.warn('the log does not go on from where it was; all readers begin anew');
    this.head = head;
    this.replaced.next();
  }
}
