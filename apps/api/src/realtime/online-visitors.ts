import { randomUUID } from 'node:crypto';
import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { sql } from '../database/sql.js';
import { ConnectionCount } from './connection-count.js';

/** Each process says this often who is connected to it, in milliseconds. */
export const ROLL_CALL_MS = 5_000;

/** The ids of all visitors who are connected, to this process or another one: a query. */
export const CONNECTED_VISITORS = `SELECT unnest(r."visitors") FROM "roll_calls" r
  WHERE r."at" > now() - interval '${(3 * ROLL_CALL_MS) / 1_000} seconds'`;

/**
 * Which visitors are connected to this process. Written down in a row of its own, which the others read: thousands of ids
 * are too much for a message on the bus.
 */
@Injectable()
export class OnlineVisitors implements OnApplicationShutdown {
  private readonly self = randomUUID();
  private readonly connections = new ConnectionCount(() => {
    this.written = false;
  });
  /** Whether the row has them as they are now. */
  private written = true;

  constructor(private readonly dataSource: DataSource) {}

  async onApplicationShutdown(): Promise<void> {
    // The others find out by themselves when this fails.
    await sql(this.dataSource, 'DELETE FROM "roll_calls" WHERE "process" = $1', [this.self]).catch(() => undefined);
  }

  /** Counts a connection of a visitor. */
  enter(id: string): void {
    this.connections.enter(id);
  }

  leave(id: string): void {
    this.connections.leave(id);
  }

  /** Writes down who is connected. */
  async callRoll(): Promise<void> {
    const visitors = this.connections.ids;
    if (visitors.length === 0 && this.written) return;
    const changed = !this.written;
    this.written = true;
    try {
      await (changed ? this.write(visitors) : this.refresh());
    } catch (error) {
      this.written = false;
      throw error;
    }
  }

  private async write(visitors: readonly string[]): Promise<void> {
    await sql(
      this.dataSource,
      `INSERT INTO "roll_calls" ("process", "visitors", "at") VALUES ($1, $2, now())
       ON CONFLICT ("process") DO UPDATE SET "visitors" = excluded."visitors", "at" = excluded."at"`,
      [this.self, visitors],
    );
    await sql(this.dataSource, `DELETE FROM "roll_calls" WHERE "at" < now() - interval '1 hour'`);
  }

  private async refresh(): Promise<void> {
    const rows = await sql(
      this.dataSource,
      'UPDATE "roll_calls" SET "at" = now() WHERE "process" = $1 RETURNING "process"',
      [this.self],
    );
    // The database was restored, or cleaned while it was away from us.
    if (rows.length === 0) await this.write(this.connections.ids);
  }
}
