import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { sql } from '../database/sql.js';
import { Log } from '../realtime/log.js';
import { findConversation } from './conversation-access.js';
import { storeDecisions } from './conversation-change.js';

/** How late a conversation wakes at most, in milliseconds. */
const INTERVAL_MS = 2_000;
/** Woken in one transaction, so that none holds locks for long. */
const BATCH = 50;

/** Wakes snoozed conversations at their time. Any number of processes may do so: each takes what no other has in hand. */
@Injectable()
export class SnoozeAlarm implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger('SnoozeAlarm');
  private timer: NodeJS.Timeout | undefined;
  private ringing: Promise<void> | undefined;

  constructor(
    private readonly dataSource: DataSource,
    private readonly log: Log,
  ) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => {
      this.ringing ??= this.ring();
    }, INTERVAL_MS);
  }

  async onApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    await this.ringing;
  }

  private async ring(): Promise<void> {
    try {
      // Outside a transaction first: most of the time there is nothing.
      if (await this.isDue()) while ((await this.wakeBatch()) === BATCH);
    } catch (error) {
      this.logger.warn({ err: error }, 'snoozed conversations could not be woken; trying again');
    } finally {
      this.ringing = undefined;
    }
  }

  private async isDue(): Promise<boolean> {
    const due = await sql(this.dataSource, 'SELECT 1 FROM "conversations" WHERE "snoozed_until" <= $1 LIMIT 1', [
      new Date(),
    ]);
    return due.length > 0;
  }

  /** Returns how many it has woken. */
  private wakeBatch(): Promise<number> {
    return this.log.write(async (transaction) => {
      const due = await sql<{ id: string }>(
        transaction.manager,
        `SELECT "id" FROM "conversations" WHERE "snoozed_until" <= $1 ORDER BY "id" LIMIT ${BATCH} FOR UPDATE SKIP LOCKED`,
        [new Date()],
      );
      for (const { id } of due) {
        const row = await findConversation(transaction.manager, id);
        if (row) await storeDecisions(transaction, id, { ...row, status: 'open', snoozed_until: null });
      }
      return due.length;
    });
  }
}
