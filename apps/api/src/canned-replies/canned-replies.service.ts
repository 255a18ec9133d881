import { Injectable } from '@nestjs/common';
import type { CannedReply, ParsedBody, ParsedQuery, ReplyBody } from '@porchlight/protocol';
import { DataSource, type EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import type { AgentPrincipal } from '../auth/principal.js';
import { isUniqueViolation } from '../database/database-errors.js';
import { sql } from '../database/sql.js';
import { checkVersion } from '../database/version.js';
import { ProblemError } from '../http/problem.js';
import { Log } from '../realtime/log.js';
import { workspaceEntry } from '../realtime/workspace-entry.js';
import { type CannedReplyRow, toCannedReply } from './canned-reply.mapper.js';

const DEFAULT_PAGE = 50;

/** Texts that agents answer with again and again: shared ones, which admins look after, and each agent's own. */
@Injectable()
export class CannedRepliesService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly log: Log,
  ) {}

  async list(agent: AgentPrincipal, query: ParsedQuery<'listCannedReplies'>): Promise<ReplyBody<'listCannedReplies'>> {
    const limit = query.limit ?? DEFAULT_PAGE;
    const rows = await sql<CannedReplyRow>(
      this.dataSource,
      `SELECT * FROM "canned_replies" WHERE ("owner_id" IS NULL OR "owner_id" = $1)
         AND ($2::uuid IS NULL
           OR (lower("title"), "id") > (SELECT lower("title"), "id" FROM "canned_replies" WHERE "id" = $2))
       ORDER BY lower("title"), "id" LIMIT $3`,
      [agent.id, query.after ?? null, limit + 1],
    );
    const items = rows.slice(0, limit).map(toCannedReply);
    const last = items.at(-1);
    return { items, ...(rows.length > limit && last && { next: last.id }) };
  }

  /** Throws `forbidden`, `conflict` when the shortcut is taken, `refused` for a site that is not there. */
  create(agent: AgentPrincipal, body: ParsedBody<'createCannedReply'>): Promise<CannedReply> {
    const { title, shortcut, text, shared = false, sites } = body;
    if (shared) checkAdmin(agent);
    const id = uuidv7();
    return this.write(id, async (manager) => {
      await checkSites(manager, sites);
      await sql(
        manager,
        `INSERT INTO "canned_replies" ("id", "title", "shortcut", "text", "owner_id", "sites", "created_at")
         VALUES ($1, $2, $3, $4, $5, $6, $7)`,
        [id, title, shortcut ?? null, text, shared ? null : agent.id, sites ?? null, new Date()],
      );
    });
  }

  /** Throws `not_found`, `forbidden`, `outdated`, `conflict` when the shortcut is taken, `refused` as in `create`. */
  update(agent: AgentPrincipal, id: string, change: ParsedBody<'updateCannedReply'>): Promise<CannedReply> {
    return this.write(id, async (manager) => {
      checkVersion(await lockChangeable(manager, agent, id), change.version);
      await checkSites(manager, change.sites);
      await sql(
        manager,
        `UPDATE "canned_replies" SET "title" = coalesce($2, "title"), "text" = coalesce($3, "text"),
           "shortcut" = CASE WHEN $4 THEN $5 ELSE "shortcut" END, "sites" = CASE WHEN $6 THEN $7::text[] ELSE "sites" END,
           "version" = "version" + 1
         WHERE "id" = $1`,
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
    });
  }

  /** Throws `not_found`, `forbidden`. */
  async delete(agent: AgentPrincipal, id: string): Promise<void> {
    await this.log.write(async ({ manager, append }) => {
      await lockChangeable(manager, agent, id);
      await sql(manager, 'DELETE FROM "canned_replies" WHERE "id" = $1', [id]);
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

/** The own ones of others are not there (AU3); shared ones are there, but not to be changed by everybody. */
async function lockChangeable(manager: EntityManager, agent: AgentPrincipal, id: string): Promise<CannedReplyRow> {
  const [row] = await sql<CannedReplyRow>(manager, 'SELECT * FROM "canned_replies" WHERE "id" = $1 FOR UPDATE', [id]);
  if (!row || (row.owner_id !== null && row.owner_id !== agent.id)) {
    throw new ProblemError('not_found', 'There is no such canned reply');
  }
  if (row.owner_id === null) checkAdmin(agent);
  return row;
}

function checkAdmin({ role }: AgentPrincipal): void {
  if (role !== 'admin') throw new ProblemError('forbidden', 'Canned replies that all share are for admins to change');
}

async function checkSites(manager: EntityManager, sites: readonly string[] | null | undefined): Promise<void> {
  if (!sites) return;
  const known = await sql(manager, 'SELECT 1 FROM "sites" WHERE "key" = ANY($1::text[])', [sites]);
  if (known.length < new Set(sites).size) throw new ProblemError('refused', 'sites names one that is not there');
}
