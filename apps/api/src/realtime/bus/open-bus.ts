import type { DataSource } from 'typeorm';
import type { Config } from '../../config/config.js';
import { sql } from '../../database/sql.js';
import { StartupError } from '../../startup-error.js';
import type { Bus } from './bus.js';
import { InProcessBus } from './in-process-bus.js';
import { PostgresBus } from './postgres-bus.js';

/**
 * The bus that EVENT_BUS_URL names; else that of the database: LISTEN and NOTIFY on a server, nothing but this process on
 * the embedded one. Throws a StartupError when it cannot be reached.
 */
export async function openBus({ eventBusUrl, databaseUrl }: Config, dataSource: DataSource): Promise<Bus> {
  const url = eventBusUrl ?? databaseUrl;
  if (!url) return new InProcessBus();
  const [instance] = await sql<{ name: string }>(dataSource, 'SELECT "name" FROM "instance"');
  // Several instances may share a server.
  const channel = `porchlight:${instance?.name}`;
  // Hundreds of files that each start would load, and few use them.
  const Remote = url.startsWith('redis') ? (await import('./redis-bus.js')).RedisBus : PostgresBus;
  try {
    return await Remote.open(url, channel);
  } catch {
    throw new StartupError(`${eventBusUrl ? 'EVENT_BUS_URL' : 'DATABASE_URL'}: the event bus cannot be reached`);
  }
}
