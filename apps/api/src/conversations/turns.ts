import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import type { Subscription } from 'rxjs';
import { DataSource, type EntityManager } from 'typeorm';
import { sql } from '../database/sql.js';
import { Log } from '../realtime/log.js';
import { OnlineAgents } from '../realtime/online-agents.js';
import { LogTail } from '../realtime/tail.js';
import { findConversation } from './conversation-access.js';
import { storeDecisions } from './conversation-change.js';

/** Agents come and go, and have room again, without a word in the log, in milliseconds. */
const INTERVAL_MS = 5_000;
/** Given in one transaction, so that none holds locks for long. */
const BATCH = 20;
/** Of the lock under which one process at a time gives; any number that nothing else locks. */
const LOCK = 7_346_001;

/** Open conversations that nobody has, of teams that go by turns. */
const FREE = `FROM "conversations" c JOIN "teams" t ON t."id" = c."team_id"
  WHERE c."status" = 'open' AND c."assignee_id" IS NULL AND c."kind" = 'support' AND t."by_turns"`;

/**
 * Gives the conversations of teams that go by turns to their members: to whoever is there, has room for one more, and has
 * had no turn for longest.
 */
@Injectable()
export class Turns implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger('Turns');
  private timer: NodeJS.Timeout | undefined;
  private told: Subscription | undefined;
  private giving: Promise<void> | undefined;
  private again = false;

  constructor(
    private readonly dataSource: DataSource,
    private readonly log: Log,
    private readonly tail: LogTail,
    private readonly online: OnlineAgents,
  ) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => this.wake(), INTERVAL_MS);
    this.told = this.tail.entries.subscribe(({ type }) => {
      if (type === 'conversation.created' || type === 'conversation.updated') this.wake();
    });
  }

  async onApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    this.told?.unsubscribe();
    this.again = false;
    await this.giving;
  }

  private wake(): void {
    this.again = true;
    this.giving ??= this.give();
  }

  private async give(): Promise<void> {
    try {
      while (this.again) {
        this.again = false;
        // Outside a transaction first: most of the time there is nothing.
        const free = await sql(this.dataSource, `SELECT 1 ${FREE} LIMIT 1`);
        if (free.length > 0) while ((await this.giveBatch()) === BATCH);
      }
    } catch (error) {
      this.logger.warn({ err: error }, 'conversations could not be given by turns; trying again');
    } finally {
      this.giving = undefined;
    }
  }

  /** Returns how many have been given. */
  private giveBatch(): Promise<number> {
    const there = this.online.ids.filter((id) => this.online.presenceOf(id) === 'online');
    if (there.length === 0) return Promise.resolve(0);
    return this.log.write(async (transaction) => {
      const { manager } = transaction;
      const [lock] = await sql<{ held: boolean }>(manager, 'SELECT pg_try_advisory_xact_lock($1) AS "held"', [LOCK]);
      if (!lock?.held) return 0;
      const free = await sql<{ id: string; team_id: string }>(
        manager,
        `SELECT c."id", c."team_id" ${FREE} ORDER BY c."waiting_since", c."id" LIMIT ${BATCH} FOR UPDATE OF c SKIP LOCKED`,
      );
      let given = 0;
      for (const { id, team_id } of free) {
        const agent = await nextInTurn(manager, team_id, there);
        const row = agent && (await findConversation(manager, id));
        if (!row) continue;
        await storeDecisions(transaction, id, { ...row, assignee_id: agent });
        given += 1;
      }
      return given;
    });
  }
}

/** The member of a team whose turn it is, and has it herewith. */
async function nextInTurn(manager: EntityManager, team: string, there: readonly string[]): Promise<string | undefined> {
  const [next] = await sql<{ id: string }>(
    manager,
    `UPDATE "agents" SET "turn_at" = clock_timestamp() WHERE "id" = (
       SELECT a."id" FROM "agents" a JOIN "team_members" m ON m."agent_id" = a."id"
       WHERE m."team_id" = $1 AND a."id" = ANY($2::uuid[]) AND NOT a."disabled" AND (a."capacity" IS NULL OR a."capacity" > (
         SELECT count(*) FROM (
           SELECT 1 FROM "conversations" c WHERE c."assignee_id" = a."id" AND c."status" = 'open' LIMIT a."capacity"
         ) counted))
       ORDER BY a."turn_at" NULLS FIRST, a."id" LIMIT 1 FOR UPDATE OF a
     ) RETURNING "id"`,
    [team, there],
  );
  return next?.id;
}
