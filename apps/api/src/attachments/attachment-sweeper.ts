import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import type { Subscription } from 'rxjs';
import { DataSource } from 'typeorm';
import { sql } from '../database/sql.js';
import type { Entry } from '../realtime/entry.js';
import { LogTail } from '../realtime/tail.js';
import { AttachmentStore } from './store/attachment-store.js';
import { UploadDirectory } from './upload-directory.js';

const HOUR_MS = 3_600_000;
/** How long a file waits for its message, in milliseconds. */
const WAITS_MS = 24 * HOUR_MS;
/** No upload takes this long, in milliseconds. */
const UPLOAD_MS = HOUR_MS;
/** How often it looks by itself, in milliseconds. */
const INTERVAL_MS = HOUR_MS / 4;
const BATCH = 100;

/**
 * Takes away the bytes of files that are gone: those of deleted messages and erased visitors as soon as the log tells, those that no
 * message has taken after a day, and what an upload has left behind when the server died. A file is marked in the
 * database first and its row goes last, so whatever fails in between is done at the next time.
 */
@Injectable()
export class AttachmentSweeper implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger('AttachmentSweeper');
  private timer: NodeJS.Timeout | undefined;
  private told: Subscription | undefined;
  private sweeping: Promise<void> | undefined;
  private again = false;

  constructor(
    private readonly dataSource: DataSource,
    private readonly store: AttachmentStore,
    private readonly uploads: UploadDirectory,
    private readonly tail: LogTail,
  ) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => this.wake(), INTERVAL_MS);
    this.told = this.tail.entries.subscribe((entry) => {
      if (mayRemove(entry)) this.wake();
    });
    this.wake();
  }

  async onApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    this.told?.unsubscribe();
    await this.sweeping;
  }

  private wake(): void {
    this.again = true;
    this.sweeping ??= this.sweep();
  }

  private async sweep(): Promise<void> {
    try {
      while (this.again) {
        this.again = false;
        await this.giveUpWaiting();
        while ((await this.sweepBatch()) === BATCH);
        await this.sweepUploads();
      }
    } catch (error) {
      this.logger.warn({ err: error }, 'files could not be taken away; trying again later');
    } finally {
      this.sweeping = undefined;
    }
  }

  /** From here on no message can take them. */
  private async giveUpWaiting(): Promise<void> {
    const now = Date.now();
    await sql(
      this.dataSource,
      `UPDATE "attachments" SET "removed_at" = $2 WHERE "message_id" IS NULL AND "removed_at" IS NULL AND "created_at" < $1`,
      [new Date(now - WAITS_MS), new Date(now)],
    );
  }

  private async sweepBatch(): Promise<number> {
    const rows = await sql<{ id: string }>(
      this.dataSource,
      `SELECT "id" FROM "attachments" WHERE "removed_at" IS NOT NULL ORDER BY "id" LIMIT ${BATCH}`,
    );
    const ids = rows.map((row) => row.id);
    for (const id of ids) await this.store.delete(id);
    if (ids.length > 0) await sql(this.dataSource, 'DELETE FROM "attachments" WHERE "id" = ANY($1)', [ids]);
    return ids.length;
  }

  private async sweepUploads(): Promise<void> {
    for (const name of await readdir(this.uploads.path)) {
      const path = join(this.uploads.path, name);
      const { mtimeMs } = await stat(path).catch(() => ({ mtimeMs: Date.now() }));
      if (Date.now() - mtimeMs > UPLOAD_MS) await rm(path, { force: true });
    }
  }
}

/** Whether what an entry tells of may have taken a file out of use. */
function mayRemove({ type, data }: Entry): boolean {
  return type === 'access.revoked' || (type === 'message.updated' && data.includes('"deletedAt"'));
}
