import { Injectable } from '@nestjs/common';
import type { Block, ParsedBody, ParsedQuery, ReplyBody } from '@porchlight/protocol';
import { DataSource, type EntityManager } from 'typeorm';
import { recordDeed } from '../audit/record.js';
import type { AgentPrincipal } from '../auth/principal.js';
import { DEFAULT_PAGE, placeById, toPage } from '../database/page.js';
import { type Queryable, sql } from '../database/sql.js';
import { ProblemError } from '../http/problem.js';
import { Log } from '../realtime/log.js';
import { BLOCK_COLUMNS, BLOCK_TABLES, type BlockRow, tellBlocked, toBlock } from './blocking.js';
import type { VisitorRow } from './visitor.mapper.js';
import { visitorName } from './visitor-name.js';

/** Visitors who can no longer write to anybody. */
@Injectable()
export class BlocksService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly log: Log,
  ) {}

  async list({ limit = DEFAULT_PAGE, after }: ParsedQuery<'listBlocks'>): Promise<ReplyBody<'listBlocks'>> {
    const rows = await sql<BlockRow>(
      this.dataSource,
      `SELECT ${BLOCK_COLUMNS} FROM ${BLOCK_TABLES} WHERE v."blocked_at" IS NOT NULL
         AND v."merged_into" IS NULL AND ($1::uuid IS NULL OR v."id" < $1) ORDER BY v."id" DESC LIMIT $2`,
      [after ?? null, limit + 1],
    );
    return toPage(rows, limit, placeById, toBlock);
  }

  /** Throws `not_found`. */
  put(agent: AgentPrincipal, id: string, { reason }: ParsedBody<'putBlock'>): Promise<Block> {
    return this.log.write(async (transaction) => {
      const { manager } = transaction;
      const before = await lockPerson(manager, id);
      const [after] = await sql<BlockedRow>(
        manager,
        `UPDATE "visitors" SET "blocked_at" = coalesce("blocked_at", $2), "blocked_by" = $3, "block_reason" = $4
         WHERE "id" = $1 RETURNING *`,
        [before.id, new Date(), agent.id, reason ?? null],
      );
      if (before.blocked_at === null) tellBlocked(transaction, after as BlockedRow);
      const isSame = before.block_reason === (reason ?? null);
      if (before.blocked_at === null || !isSame) {
        await recordDeed(manager, agent, {
          action: 'visitor.blocked',
          target: personOf(before),
          ...(!isSame && { changes: { reason: { from: before.block_reason, to: reason ?? null } } }),
        });
      }
      return toBlock(await findBlock(manager, before.id));
    });
  }

  /** Throws `not_found`. */
  async delete(agent: AgentPrincipal, id: string): Promise<void> {
    await this.log.write(async (transaction) => {
      const { manager } = transaction;
      const before = await lockPerson(manager, id);
      if (before.blocked_at === null) return;
      const [after] = await sql<VisitorRow>(
        manager,
        `UPDATE "visitors" SET "blocked_at" = NULL, "blocked_by" = NULL, "block_reason" = NULL WHERE "id" = $1 RETURNING *`,
        [before.id],
      );
      tellBlocked(transaction, after as VisitorRow);
      await recordDeed(manager, agent, { action: 'visitor.unblocked', target: personOf(before) });
    });
  }
}

type BlockedRow = VisitorRow & Pick<BlockRow, 'block_reason'>;

/** Locks the visitor, or the person that it was merged into (ID3). */
async function lockPerson(manager: EntityManager, id: string): Promise<BlockedRow> {
  const [row] = await sql<BlockedRow>(
    manager,
    `SELECT p.* FROM "visitors" p
     WHERE p."id" = (SELECT coalesce("merged_into", "id") FROM "visitors" WHERE "id" = $1) AND p."erased_at" IS NULL
     FOR UPDATE OF p`,
    [id],
  );
  if (!row) throw new ProblemError('not_found', 'There is no such visitor');
  return row;
}

function personOf(visitor: VisitorRow): { id: string; name: string } {
  return { id: visitor.id, name: visitorName(visitor) };
}

async function findBlock(on: Queryable, id: string): Promise<BlockRow> {
  const [row] = await sql<BlockRow>(on, `SELECT ${BLOCK_COLUMNS} FROM ${BLOCK_TABLES} WHERE v."id" = $1`, [id]);
  return row as BlockRow;
}
