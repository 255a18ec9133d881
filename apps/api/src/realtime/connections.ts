import { type BeforeApplicationShutdown, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { connectionCount } from '../operations/metrics.js';
import type { Connection } from './connection.js';
import { Revocations } from './revocations.js';
import { LogTail } from './tail.js';

/** How often the connections are looked over, in milliseconds: for pings, and for tokens that have expired. */
const SWEEP_MS = 250;
/** Time for the last bytes to leave before the server closes, in milliseconds. */
const FLUSH_MS = 40;

/** All open streams of this process: their pings, and their end when access ends or the server stops. */
@Injectable()
export class Connections implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly open = new Set<Connection>();
  private sweep: NodeJS.Timeout | undefined;
  private readonly shutdown = new AbortController();

  constructor(
    private readonly tail: LogTail,
    private readonly revocations: Revocations,
  ) {
    connectionCount.collectFrom(() => this.open.size);
  }

  onApplicationBootstrap(): void {
    this.sweep = setInterval(() => this.lookOver(), SWEEP_MS);
    // All are asked, instead of each waiting for its own: this is rare, and they are many.
    this.revocations.revoked.subscribe((id) => {
      for (const connection of this.open) {
        if (connection.principal.id === id || connection.principal.credentialId === id) connection.end('revoked');
      }
    });
    this.tail.replaced.subscribe(() => {
      for (const connection of this.open) connection.end('restored');
    });
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.shutdown.abort();
    clearInterval(this.sweep);
    const all = [...this.open];
    for (const connection of all) connection.end('shutdown');
    if (all.length > 0) await new Promise((resolve) => setTimeout(resolve, FLUSH_MS));
  }

  /** Aborted when the server stops: nothing is opened any more, and whoever waits is answered. */
  get stopping(): AbortSignal {
    return this.shutdown.signal;
  }

  add(connection: Connection): void {
    this.open.add(connection);
    if (this.revocations.hasEnded(connection.principal)) connection.end('revoked');
  }

  remove(connection: Connection): void {
    this.open.delete(connection);
  }

  private lookOver(): void {
    const now = Date.now();
    for (const connection of this.open) connection.lookOver(now);
  }
}
