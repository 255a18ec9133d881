import { Injectable } from '@nestjs/common';
import type { CannedReply, ParsedBody, ParsedQuery, ReplyBody } from '@porchlight/protocol';
import { DataSource, type EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { changesOf, recordDeed } from '../audit/record.js';
import type { Principal } from '../auth/principal.js';
import { isUniqueViolation } from '../database/database-errors.js';
import { DEFAULT_PAGE, placeByName, toPage } from '../database/page.js';
import { sql } from '../database/sql.js';
import { checkVersion } from '../database/version.js';
import { ProblemError } from '../http/problem.js';
import { Log } from '../realtime/log.js';
import { workspaceEntry } from '../realtime/workspace-entry.js';
import { type CannedReplyRow, toCannedReply } from './canned-reply.mapper.js';

/**
 * Texts that agents answer with again and again: shared ones, which admins look after, and each agent's own, which are
 * nobody else's business and leave no trace in the audit log.
 */
@Injectable()
export class CannedRepliesService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly log: Log,
  ) {}

  async list(
    agent: Principal,
    { limit = DEFAULT_PAGE, after }: ParsedQuery<'listCannedReplies'>,
  ): Promise<ReplyBody<'listCannedReplies'>> {
    const rows = await sql<CannedReplyRow>(
      this.dataSource,
      `SELECT * FROM "canned_replies" WHERE ("owner_id" IS NULL OR "owner_id" = $1)
         AND ($2::uuid IS NULL OR (lower("title"), "id") > (lower($3), $2))
       ORDER BY lower("title"), "id" LIMIT $4`,
      [agent.id, after?.id ?? null, after?.name ?? null, limit + 1],
    );
    return toPage(rows, limit, ({ id, title }) => placeByName({ id, name: title }), toCannedReply);
  }

  /** Throws `forbidden`, `conflict` when the shortcut is taken, `refused` for a site that is not there, or for a program's own. */
  create(agent: Principal, body: ParsedBody<'createCannedReply'>): Promise<CannedReply> {
    const { title, shortcut, text, shared = false, sites } = body;
    if (shared) checkAdmin(agent);
    else if (agent.kind === 'bot') throw new ProblemError('refused', 'A program has no canned replies of its own');
    const id = uuidv7();
    return this.write(id, async (manager) => {
      await checkSites(manager, sites);
      await sql(
        manager,
        `INSERT INTO "canned_replies" ("id", "title", "shortcut", "text", "owner_id", "sites", "created_at")
         VALUES ($1, $2, $3, $4, $5, $6, $7)`,
        [id, title, shortcut ?? null, text, shared ? null : agent.id, sites ?? null, new Date()],
      );
      if (shared) await recordDeed(manager, agent, { action: 'canned.created', target: { id, name: title } });
    });
  }

  /** Throws `not_found`, `forbidden`, `outdated`, `conflict` when the shortcut is taken, `refused` as in `create`. */
  update(agent: Principal, id: string, change: ParsedBody<'updateCannedReply'>): Promise<CannedReply> {
    return this.write(id, async (manager) => {
      const before = await lockChangeable(manager, agent, id);
      checkVersion(before, change.version);
      await checkSites(manager, change.sites);
      const [after] = await sql<CannedReplyRow>(
        manager,
        `UPDATE "canned_replies" SET "title" = coalesce($2, "title"), "text" = coalesce($3, "text"),
           "shortcut" = CASE WHEN $4 THEN $5 ELSE "shortcut" END, "sites" = CASE WHEN $6 THEN $7::text[] ELSE "sites" END,
           "version" = "version" + 1
         WHERE "id" = $1 RETURNING *`,
        [
          id,
          change.title ?? null,
          change.text ?? null,
          change.shortcut !== undefined,
          change.shortcut ?? null,
          change.sites !== undefined,
          change.sites ?? null,
        ],
      );
      if (before.owner_id === null) await recordChange(manager, agent, before, after as CannedReplyRow);
    });
  }

  /** Throws `not_found`, `forbidden`. */
  async delete(agent: Principal, id: string): Promise<void> {
    await this.log.write(async ({ manager, append }) => {
      const { title, owner_id } = await lockChangeable(manager, agent, id);
      await sql(manager, 'DELETE FROM "canned_replies" WHERE "id" = $1', [id]);
      if (owner_id === null) {
        await recordDeed(manager, agent, { action: 'canned.deleted', target: { id, name: title } });
      }
      append(workspaceEntry('canned', id));
    });
  }

  private async write(id: string, work: (manager: EntityManager) => Promise<void>): Promise<CannedReply> {
    try {
      return await this.log.write(async ({ manager, append }) => {
        await work(manager);
        append(workspaceEntry('canned', id));
        const [row] = await sql<CannedReplyRow>(manager, 'SELECT * FROM "canned_replies" WHERE "id" = $1', [id]);
        return toCannedReply(row as CannedReplyRow);
      });
    } catch (error) {
      if (isUniqueViolation(error)) throw new ProblemError('conflict', 'There is a canned reply with this shortcut');
      throw error;
    }
  }
}

/** What a reply says is for agents, not for the log: only that it says something else. */
async function recordChange(
  manager: EntityManager,
  agent: Principal,
  before: CannedReplyRow,
  after: CannedReplyRow,
): Promise<void> {
  await recordDeed(manager, agent, {
    action: 'canned.changed',
    target: { id: after.id, name: after.title },
    changes: {
      ...changesOf(before, after, ['title', 'shortcut', 'sites']),
      ...(before.text !== after.text && { text: {} }),
    },
  });
}

/** The own ones of others are not there (AU3); shared ones are there, but not to be changed by everybody. */
async function lockChangeable(manager: EntityManager, agent: Principal, id: string): Promise<CannedReplyRow> {
  const [row] = await sql<CannedReplyRow>(manager, 'SELECT * FROM "canned_replies" WHERE "id" = $1 FOR UPDATE', [id]);
  if (!row || (row.owner_id !== null && row.owner_id !== agent.id)) {
    throw new ProblemError('not_found', 'There is no such canned reply');
  }
  if (row.owner_id === null) checkAdmin(agent);
  return row;
}

/** What a program may do, its scopes have said already. */
function checkAdmin(principal: Principal): void {
  if (principal.kind === 'agent' && principal.role !== 'admin')
    throw new ProblemError('forbidden', 'Canned replies that all share are for admins to change');
}

async function checkSites(manager: EntityManager, sites: readonly string[] | null | undefined): Promise<void> {
  if (!sites) return;
  const known = await sql(manager, 'SELECT 1 FROM "sites" WHERE "key" = ANY($1::text[])', [sites]);
  if (known.length < new Set(sites).size) throw new ProblemError('refused', 'sites names one that is not there');
}
