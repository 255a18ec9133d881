import type { PGlite } from '@electric-sql/pglite';
import pg from 'pg';
import { DataSource, type DataSourceOptions } from 'typeorm';
import { StartupError } from '../startup-error.js';
import { EmbeddedStream } from './embedded-stream.js';
import { migrations } from './migrations/index.js';
import { sql } from './sql.js';

// Positions and sequence numbers stay below 2^53.
pg.types.setTypeParser(pg.types.builtins.INT8, Number);

/** Connections of one process to a PostgreSQL server. */
const POOL_SIZE = 10;
/** How long a request waits for a connection before it is answered 503, in milliseconds. */
const CONNECT_TIMEOUT_MS = 4_000;
/** Any number, the same in all processes: whoever holds this advisory lock may migrate. */
const MIGRATION_LOCK = 7_016_842_001;

/** A data source for the server at `url`, or for the embedded database. Not connected yet. */
export function createDataSource(target: { url: string } | { embedded: PGlite }): DataSource {
  const common: DataSourceOptions = {
    type: 'postgres',
    migrations,
    migrationsTableName: 'migrations',
    synchronize: false,
    logging: false,
    // None are needed, and a managed database may refuse to be asked.
    installExtensions: false,
    poolErrorHandler: () => undefined,
  };
  return 'url' in target
    ? new DataSource({
        ...common,
        url: target.url,
        poolSize: POOL_SIZE,
        connectTimeoutMS: CONNECT_TIMEOUT_MS,
        applicationName: 'porchlight',
        extra: { keepAlive: true },
      })
    : new DataSource({
        ...common,
        username: 'postgres',
        database: 'postgres',
        ssl: false,
        // Its only session: who borrows it has it until its transaction is over, the others wait in line.
        poolSize: 1,
        extra: { stream: () => new EmbeddedStream(target.embedded), idleTimeoutMillis: 0 },
      });
}

/**
 * Brings the database to this program's version; of several processes that start together, one does and the others
 * wait. Throws a StartupError when the database is newer than the program.
 */
export async function migrate(dataSource: DataSource, shared: boolean): Promise<void> {
  const runner = dataSource.createQueryRunner();
  try {
    if (shared) await runner.query(`SELECT pg_advisory_lock(${MIGRATION_LOCK})`);
    else await runner.release();
    await refuseNewer(dataSource);
    await dataSource.runMigrations({ transaction: 'each' });
  } finally {
    if (shared) {
      await runner.query(`SELECT pg_advisory_unlock(${MIGRATION_LOCK})`);
      await runner.release();
    }
  }
}

async function refuseNewer(dataSource: DataSource): Promise<void> {
  const known = new Set(dataSource.migrations.map((migration) => migration.name));
  const [existing] = await sql<{ found: boolean }>(dataSource, `SELECT to_regclass('migrations') IS NOT NULL AS found`);
  if (!existing?.found) return;
  const applied = await sql<{ name: string }>(dataSource, 'SELECT "name" FROM "migrations"');
  if (applied.some(({ name }) => !known.has(name))) {
    throw new StartupError(
      'The database was written by a newer version of Porchlight; install that version or a later one',
    );
  }
}
