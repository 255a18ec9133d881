import { Injectable } from '@nestjs/common';
import type { DurableEvent, DurableEventType } from '@porchlight/protocol';
import { DataSource, type EntityManager } from 'typeorm';
import { type Queryable, sql } from '../database/sql.js';
import { commitSeconds } from '../operations/metrics.js';
import { Bus } from './bus/bus.js';

/**
 * Who may see an entry: `agents` only; the `visitor` it names, and agents; the members of its `room`, and agents;
 * the visitor it names for it`self` alone; nobody, because it is `internal` to the servers.
 */
export type Scope = 'agents' | 'visitor' | 'room' | 'self' | 'internal';

/** A credential, or all those of somebody, that is no longer good (RS5, AU4). */
export interface Revocation {
  /** The id of a session, of a visitor's token, of a visitor, or of an agent. */
  credentialId: string;
}

interface Draft {
  at: Date;
  scope: Scope;
  conversationId?: string;
  visitorId?: string;
  /** Set for messages, so that taking one back also takes it out of the log. */
  messageId?: string;
}

/** Something that has happened and will be told. */
export type NewEntry =
  | (Draft &
      {
        [Type in DurableEventType]: {
          type: Type;
          data: Extract<DurableEvent, { type: Type }>['data'];
          /** What visitors see instead of `data`, where that differs. */
          visitorData?: Extract<DurableEvent, { type: Type }>['data'];
        };
      }[DurableEventType])
  | (Draft & { type: 'access.revoked'; scope: 'internal'; data: Revocation; visitorData?: undefined });

/** Where the log stands. */
export interface LogHead {
  /** Names one life of the database. */
  epoch: string;
  /** The last entry. */
  position: number;
  /** The last entry that has been taken away; those after it can be replayed. */
  pruned: number;
}

/** A transaction that may tell of what it does. */
export interface LogTransaction {
  manager: EntityManager;
  /** Adds an entry; `numbered` runs in the transaction once the entry's position is known. */
  append(entry: NewEntry, numbered?: (position: number) => Promise<void>): void;
}

/**
 * The log: every durable event, one row each, at contiguous positions that become visible in order.
 *
 * The counter is a row that is locked from the numbering to the commit. Whoever reads a position has therefore been able
 * to read all those before it, which a sequence cannot promise: its numbers are given at insert and visible at commit.
 */
@Injectable()
export class Log {
  constructor(
    private readonly dataSource: DataSource,
    private readonly bus: Bus,
  ) {}

  /** Does `work` and writes down what it appended, in one transaction; then wakes the readers. */
  async write<Result>(work: (transaction: LogTransaction) => Promise<Result>): Promise<Result> {
    const entries: { entry: NewEntry; numbered: ((position: number) => Promise<void>) | undefined }[] = [];
    const measured = commitSeconds.startTimer();
    const result = await this.dataSource.transaction(async (manager) => {
      const done = await work({ manager, append: (entry, numbered) => entries.push({ entry, numbered }) });
      if (entries.length > 0) {
        // Last, so that the counter stays locked for as short as can be.
        const first = await number(
          manager,
          entries.map(({ entry }) => entry),
        );
        for (const [index, { numbered }] of entries.entries()) await numbered?.(first + index);
      }
      return done;
    });
    if (entries.length > 0) {
      measured();
      this.bus.wake();
    }
    return result;
  }

  /** The log as it stands now. */
  async head(): Promise<LogHead> {
    const [row] = await sql<LogHead>(this.dataSource, 'SELECT "epoch", "position", "pruned" FROM "instance"');
    if (!row) throw new Error('The instance row is missing');
    return row;
  }
}

/** Begins a new epoch: every cursor of before is foreign from now on, and its reader fetches its state anew (RS2). */
export async function beginEpoch(on: Queryable): Promise<string> {
  const [row] = await sql<{ epoch: string }>(
    on,
    `UPDATE "instance" SET "epoch" = substr(replace(gen_random_uuid()::text, '-', ''), 1, 12) RETURNING "epoch"`,
  );
  return row?.epoch ?? '';
}

/** Counts the log on and stores the entries behind it: `n` is 1, 2, 3 ... */
const APPEND = `
  WITH counter AS (UPDATE "instance" SET "position" = "position" + $2 RETURNING "position" - $2 AS "before")
  INSERT INTO "log" ("position", "at", "type", "scope", "conversation_id", "visitor_id", "message_id", "data", "visitor_data")
  SELECT counter."before" + e."n", e."at", e."type", e."scope", e."conversationId", e."visitorId", e."messageId",
    e."data", e."visitorData"
  FROM counter, json_to_recordset($1::json) AS e("n" bigint, "at" timestamptz, "type" text, "scope" text,
    "conversationId" uuid, "visitorId" uuid, "messageId" uuid, "data" json, "visitorData" json)
  RETURNING "position"`;

/** Gives the entries their positions and stores them; returns the first position. */
async function number(manager: EntityManager, entries: readonly NewEntry[]): Promise<number> {
  const numbered = JSON.stringify(entries.map((entry, index) => ({ ...entry, n: index + 1 })));
  const rows = await sql<{ position: number }>(manager, APPEND, [numbered, entries.length]);
  return Math.min(...rows.map(({ position }) => position));
}
