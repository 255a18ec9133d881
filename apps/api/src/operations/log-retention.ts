import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Config } from '../config/config.js';
import { sql } from '../database/sql.js';

const HOUR_MS = 3_600_000;
/** How often old entries are looked for, in milliseconds. */
const INTERVAL_MS = HOUR_MS;
/** Entries taken away in one transaction, so that none holds a lock for long. */
const BATCH = 5_000;

/**
 * Takes old entries out of the log. The messages themselves stay: the log only has to reach back as far as a reader may
 * resume. What has gone is marked first to last, and a cursor before the mark is answered `pruned` (RS2).
 */
@Injectable()
export class LogRetention implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger('LogRetention');
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly dataSource: DataSource,
    private readonly config: Config,
  ) {}

  onApplicationBootstrap(): void {
    const interval = Math.min(INTERVAL_MS, this.config.logRetentionHours * HOUR_MS);
    this.timer = setInterval(() => void this.prune(), Math.max(1_000, interval));
  }

  onApplicationShutdown(): void {
    clearInterval(this.timer);
  }

  private async prune(): Promise<void> {
    try {
      const before = new Date(Date.now() - this.config.logRetentionHours * HOUR_MS);
      let pruned: number | undefined;
      do pruned = await this.pruneBatch(before);
      while (pruned !== undefined);
    } catch (error) {
      this.logger.warn({ err: error }, 'the log could not be pruned; trying again later');
    }
  }

  /** Returns the new mark, or undefined when there is nothing old any more or another process is at it. */
  private pruneBatch(before: Date): Promise<number | undefined> {
    return this.dataSource.transaction(async (manager) => {
      const [range] = await sql<{ upTo: number | null }>(
        manager,
        `SELECT max("position") AS "upTo" FROM (
           SELECT "position", "at" FROM "log" ORDER BY "position" LIMIT ${BATCH}
         ) oldest WHERE "at" < $1`,
        [before],
      );
      if (range?.upTo == null) return undefined;
      const marked = await sql(manager, 'UPDATE "instance" SET "pruned" = $1 WHERE "pruned" < $1 RETURNING "pruned"', [
        range.upTo,
      ]);
      if (marked.length === 0) return undefined;
      await sql(manager, 'DELETE FROM "log" WHERE "position" <= $1', [range.upTo]);
      return range.upTo;
    });
  }
}
