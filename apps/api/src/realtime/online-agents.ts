import { randomUUID } from 'node:crypto';
import { Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import type { AgentPresence, AgentsPresence, WorkspaceUpdate } from '@porchlight/protocol';
import { DataSource } from 'typeorm';
import type { Principal } from '../auth/principal.js';
import { sql } from '../database/sql.js';
import { Bus, type BusMessage } from './bus/bus.js';
import { ConnectionCount } from './connection-count.js';
import { EVERYONE, Feeds, feedOf } from './feeds.js';
import { transientFrame } from './frame.js';
import { LogTail } from './tail.js';

/** Each process says this often who is connected to it, in milliseconds. */
const ROLL_CALL_MS = 5_000;
/** A process that has said nothing for this long is gone, in milliseconds. */
const SILENCE_MS = 3 * ROLL_CALL_MS;

/** Which agents are connected, to this process or another one. */
@Injectable()
export class OnlineAgents implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly self = randomUUID();
  private readonly connections = new ConnectionCount(() => this.announce());
  private readonly rosters = new Map<string, { agents: readonly string[]; heardAt: number }>();
  private rollCall: NodeJS.Timeout | undefined;
  /** Those who have said that they are not answering, connected or not. */
  private awayIds: ReadonlySet<string> = new Set();
  private toldAgents = '';
  private toldCount = 0;

  constructor(
    private readonly bus: Bus,
    private readonly feeds: Feeds,
    private readonly tail: LogTail,
    private readonly dataSource: DataSource,
  ) {}

  /** All who are connected, also those who are away. */
  get ids(): string[] {
    return [...new Set([...this.rosters.values()].flatMap(({ agents }) => agents))];
  }

  /** How many are there to answer. */
  get count(): number {
    return this.roster().online.length;
  }

  presenceOf(id: string): AgentPresence {
    if (!this.ids.includes(id)) return 'offline';
    return this.awayIds.has(id) ? 'away' : 'online';
  }

  async onApplicationBootstrap(): Promise<void> {
    this.tail.entries.subscribe(({ type, data }) => {
      if (type === 'workspace.updated' && (JSON.parse(data) as WorkspaceUpdate).what === 'agents') void this.readAway();
    });
    this.bus.messages.subscribe((message) => this.hear(message));
    this.rollCall = setInterval(() => this.announce(), ROLL_CALL_MS);
    await this.readAway();
  }

  onApplicationShutdown(): void {
    clearInterval(this.rollCall);
    this.connections.clear();
    this.announce();
  }

  /** Counts a connection of an agent. */
  enter(id: string): void {
    this.connections.enter(id);
  }

  leave(id: string): void {
    this.connections.leave(id);
  }

  /** The present state as events, for whoever has just connected. */
  greeting(reader: Principal['kind']): Buffer[] {
    const events = reader === 'visitor' ? [this.presence()] : [this.presence(), this.agentsPresence()];
    return events.map((event) => transientFrame(event).bytes);
  }

  private announce(): void {
    this.bus.send({ kind: 'roster', process: this.self, agents: this.connections.ids });
  }

  private hear(message: BusMessage): void {
    if (message.kind !== 'roster') return;
    const now = Date.now();
    if (message.agents.length > 0) this.rosters.set(message.process, { agents: message.agents, heardAt: now });
    else this.rosters.delete(message.process);
    for (const [process, { heardAt }] of this.rosters) {
      if (now - heardAt > SILENCE_MS) this.rosters.delete(process);
    }
    this.tell();
  }

  /** Each process tells its own readers, of what has become another. */
  private tell(): void {
    const agents = JSON.stringify(this.roster());
    if (agents === this.toldAgents) return;
    this.toldAgents = agents;
    this.feeds.tell([feedOf.agents()], this.agentsPresence());
    if (this.count === this.toldCount) return;
    this.toldCount = this.count;
    this.feeds.tell([EVERYONE], this.presence());
  }

  private async readAway(): Promise<void> {
    try {
      const rows = await sql<{ id: string }>(this.dataSource, 'SELECT "id" FROM "agents" WHERE "away" IS NOT NULL');
      this.awayIds = new Set(rows.map(({ id }) => id));
      this.tell();
    } catch {
      // The database is away; so are all who could change it, and the next change reads it again.
    }
  }

  private roster(): AgentsPresence {
    const ids = this.ids.sort();
    return {
      online: ids.filter((id) => !this.awayIds.has(id)),
      away: ids.filter((id) => this.awayIds.has(id)),
    };
  }

  private agentsPresence() {
    return { type: 'agents.presence' as const, at: new Date().toISOString(), data: this.roster() };
  }

  private presence() {
    return {
      type: 'presence' as const,
      at: new Date().toISOString(),
      data: { agents: this.count, available: this.count > 0 },
    };
  }
}
