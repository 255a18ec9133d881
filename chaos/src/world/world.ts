import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Period } from '../check/evidence.js';
import { trueNow } from '../clock.js';
import type { WorldFault } from '../plan.js';
import { ApiProcess, beginEpoch } from './api-process.js';
import type { EventBus } from './bus.js';
import { hasRedis, ownRedis, sharedRedis } from './bus.js';
import type { Database } from './database.js';
import { embeddedDatabase } from './embedded-database.js';
import { freePort } from './free-port.js';
import { serverDatabase } from './server-database.js';

export interface WorldOptions {
  /** Of the API. */
  processes: number;
  /** `embedded`, or the address of a PostgreSQL server on which databases may be made. */
  database: string;
  /** `none`; `redis` for a server of our own, where the machine has the program; or a server's address. */
  bus: string;
}

export const ADMIN = { email: 'admin@example.com', password: 'correct horse battery' };

/** Everything on the server's side: the API's processes, their database and their bus. */
export class World {
  /** Lives of the database that a restore has undone: what was committed in them is gone, rightly. */
  readonly undone: Period[] = [];
  #keptAt = 0;

  private constructor(
    /** Logs, and the data of an embedded database. */
    readonly directory: string,
    readonly processes: readonly ApiProcess[],
    readonly database: Database,
    readonly bus: EventBus | undefined,
    private readonly env: Record<string, string>,
  ) {}

  static async open({ processes: count, database: kind, bus: busKind }: WorldOptions): Promise<World> {
    const directory = await mkdtemp(join(tmpdir(), 'porchlight-chaos-'));
    const log = (name: string) => join(directory, `${name}.log`);
    const database = kind === 'embedded' ? embeddedDatabase(directory) : await serverDatabase(kind, directory);
    const bus = await openBus(busKind, log('redis'));
    const env = {
      ADMIN_EMAIL: ADMIN.email,
      ADMIN_PASSWORD: ADMIN.password,
      DEMO_SITE: 'true',
      RATE_LIMIT_FACTOR: '0',
      LOG_LEVEL: 'warn',
      ...database.env,
      ...bus?.env,
    };
    const ports = await Promise.all(Array.from({ length: count }, freePort));
    const processes = ports.map((port, index) => new ApiProcess(port, env, log(`api-${index + 1}`)));
    const world = new World(directory, processes, database, bus, env);
    try {
      await world.#startAll();
    } catch (error) {
      await world.close(true);
      throw error;
    }
    return world;
  }

  /** Stops everything. With `keepLogs`, the directory stays. */
  async close(keepLogs = false): Promise<void> {
    await this.#endAll('SIGKILL');
    await this.bus?.close();
    await this.database.close();
    if (!keepLogs) await rm(this.directory, { recursive: true, force: true });
  }

  /** Whether there is something that such a fault could happen to. */
  knows(fault: WorldFault): boolean {
    if (fault === 'bus') return this.bus !== undefined;
    return (fault !== 'database' && fault !== 'backends') || this.database.goAway !== undefined;
  }

  /** Keeps the state of the database, for {@link restore}. */
  async keep(signal: 'SIGTERM' | 'SIGKILL'): Promise<void> {
    await this.#endAll(signal);
    this.#keptAt = trueNow();
    await this.database.keep();
    await this.#startAll();
  }

  /** Puts the older state back, as an operator would: stop, restore, begin a new epoch, start. */
  async restore(signal: 'SIGTERM' | 'SIGKILL', onStopped: () => void): Promise<void> {
    await this.#endAll(signal);
    onStopped();
    this.undone.push({ from: this.#keptAt, to: trueNow() });
    await this.database.putBack();
    await beginEpoch(this.env, join(this.directory, 'new-epoch.log'));
    await this.#startAll();
  }

  async #startAll(): Promise<void> {
    // One after the other: each start takes a processor for itself.
    for (const process of this.processes) await process.start();
  }

  async #endAll(signal: 'SIGTERM' | 'SIGKILL'): Promise<void> {
    await Promise.all(this.processes.map((process) => process.end(signal)));
  }
}

async function openBus(kind: string, log: string): Promise<EventBus | undefined> {
  if (kind === 'none' || (kind === 'redis' && !hasRedis())) return undefined;
  return kind === 'redis' ? ownRedis(log) : sharedRedis(kind);
}
