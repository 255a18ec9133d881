import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Config } from '../config/config.js';
import { sql } from '../database/sql.js';

const HOUR_MS = 3_600_000;

/**
 * Frees the room of rows that were changed or deleted in the embedded database, and counts anew what its planner goes by. A
 * server does so by itself (autovacuum); PGlite has no process for it, and would grow with every change.
 */
@Injectable()
export class Vacuum implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger('Vacuum');
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly dataSource: DataSource,
    private readonly config: Config,
  ) {}

  onApplicationBootstrap(): void {
    if (this.config.databaseUrl) return;
    this.timer = setInterval(() => void this.tryAll(), HOUR_MS);
  }

  onApplicationShutdown(): void {
    clearInterval(this.timer);
  }

  /** One table after the other: the only session serves everybody else in between. */
  async all(): Promise<void> {
    const tables = await sql<{ name: string }>(
      this.dataSource,
      `SELECT quote_ident("relname") AS "name" FROM "pg_stat_user_tables" ORDER BY 1`,
    );
    for (const { name } of tables) await sql(this.dataSource, `VACUUM (ANALYZE) ${name}`);
  }

  private async tryAll(): Promise<void> {
    try {
      await this.all();
    } catch (error) {
      this.logger.warn({ err: error }, 'the embedded database could not be tidied up; trying again later');
    }
  }
}
