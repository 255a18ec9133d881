import type { DataSource, Driver } from 'typeorm';
import type { Config } from '../config/config.js';
import { databaseQueue } from '../operations/metrics.js';
import { StartupError } from '../startup-error.js';
import { createDataSource, migrate } from './data-source.js';
import { codeOf, isDatabaseAway } from './database-errors.js';
import { lockDirectory } from './directory-lock.js';

export interface OpenDatabase {
  dataSource: DataSource;
  close(): Promise<void>;
}

/** Connects to the database that the configuration names and brings it up to date. Throws a StartupError where it can. */
export async function openDatabase(config: Config, directory: string): Promise<OpenDatabase> {
  const database = config.databaseUrl ? await openServer(config.databaseUrl) : await openEmbedded(directory);
  const { master: pool } = database.dataSource.driver as Driver & { master: { waitingCount: number } };
  databaseQueue.collectFrom(() => pool.waitingCount);
  return database;
}

async function openServer(url: string): Promise<OpenDatabase> {
  const dataSource = createDataSource({ url });
  try {
    await dataSource.initialize();
    await migrate(dataSource, true);
  } catch (error) {
    throw explain(error);
  }
  return { dataSource, close: () => dataSource.destroy() };
}

async function openEmbedded(directory: string): Promise<OpenDatabase> {
  const lock = await lockDirectory(directory);
  // PostgreSQL itself, which those with a server of their own need not load.
  const { openEmbeddedDatabase } = await import('./embedded-database.js');
  const embedded = await openEmbeddedDatabase(directory);
  const dataSource = createDataSource({ embedded });
  await dataSource.initialize();
  await migrate(dataSource, false);
  return {
    dataSource,
    async close() {
      await dataSource.destroy();
      await embedded.close();
      await lock.release();
    },
  };
}

/** What a person can put right, as one line that repeats nothing of the address; anything else as it is. */
function explain(error: unknown): unknown {
  if (isDatabaseAway(error)) return new StartupError('DATABASE_URL: the database cannot be reached');
  switch (codeOf(error)) {
    case '28P01':
    case '28000':
      return new StartupError('DATABASE_URL: the database refuses this user or password');
    case '3D000':
      return new StartupError('DATABASE_URL: there is no such database');
    case '42501':
      return new StartupError('DATABASE_URL: this user may not create tables');
    default:
      return error;
  }
}
