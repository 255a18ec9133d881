import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import type { TransientEvent } from '@porchlight/protocol';
import { DataSource } from 'typeorm';
import { sql } from '../database/sql.js';
import { Feeds, feedOf } from './feeds.js';
import { transientFrame } from './frame.js';
import { CONNECTED_VISITORS, OnlineVisitors, ROLL_CALL_MS } from './online-visitors.js';

/** Who of a room is here. */
interface Present {
  here: number;
  /** Another one when others are: the sum of the positions at which they joined. */
  who: string;
}

const NOBODY: Present = { here: 0, who: '' };

/**
 * How many members of each room are here. Told when others are here than before, also when they are as many, and at most
 * once a roll call, so that its price does not grow with how many come and go; who they are is a list to be asked for.
 */
@Injectable()
export class RoomPresence implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger('RoomPresence');
  private counts: ReadonlyMap<string, Present> = new Map();
  private timer: NodeJS.Timeout | undefined;
  private busy = false;
  private failing = false;

  constructor(
    private readonly dataSource: DataSource,
    private readonly visitors: OnlineVisitors,
    private readonly feeds: Feeds,
  ) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => void this.callRoll(), ROLL_CALL_MS);
  }

  onApplicationShutdown(): void {
    clearInterval(this.timer);
  }

  /** The present number of a room as an event, for whoever has just connected; undefined while it is not known. */
  greeting(roomId: string): Buffer | undefined {
    const present = this.counts.get(roomId);
    return present && transientFrame(presence(roomId, present.here)).bytes;
  }

  private async callRoll(): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    try {
      await this.visitors.callRoll();
      this.tell(this.feeds.size > 0 ? await this.count() : new Map());
      this.failing = false;
    } catch (error) {
      if (!this.failing) this.logger.warn({ err: error }, 'who is in the rooms cannot be counted; trying again');
      this.failing = true;
    } finally {
      this.busy = false;
    }
  }

  private async count(): Promise<Map<string, Present>> {
    const rows = await sql<{ id: string } & Present>(
      this.dataSource,
      `SELECT m."conversation_id" AS id, count(*)::int AS here, sum(m."since")::text AS who FROM "room_members" m
       WHERE m."visitor_id" IN (${CONNECTED_VISITORS}) GROUP BY m."conversation_id"`,
    );
    return new Map(rows.map(({ id, here, who }) => [id, { here, who }]));
  }

  private tell(counts: ReadonlyMap<string, Present>): void {
    for (const id of new Set([...this.counts.keys(), ...counts.keys()])) {
      const { here, who } = counts.get(id) ?? NOBODY;
      if (who !== (this.counts.get(id) ?? NOBODY).who)
        this.feeds.tell([feedOf.room(id), feedOf.agents()], presence(id, here));
    }
    this.counts = counts;
  }
}

function presence(conversationId: string, here: number): TransientEvent {
  return { type: 'room.presence', at: new Date().toISOString(), conversationId, data: { here } };
}
