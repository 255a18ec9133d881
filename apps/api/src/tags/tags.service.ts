import { Injectable } from '@nestjs/common';
import type { ParsedBody, ParsedQuery, ReplyBody, Tag } from '@porchlight/protocol';
import { DataSource, type EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { changesOf, recordDeed } from '../audit/record.js';
import type { Principal } from '../auth/principal.js';
import { findConversation } from '../conversations/conversation-access.js';
import { conversationEntry } from '../conversations/conversation-entry.js';
import { isUniqueViolation } from '../database/database-errors.js';
import { DEFAULT_PAGE, placeByName, toPage } from '../database/page.js';
import { sql } from '../database/sql.js';
import { checkVersion } from '../database/version.js';
import { ProblemError } from '../http/problem.js';
import { Log, type LogTransaction } from '../realtime/log.js';
import { workspaceEntry } from '../realtime/workspace-entry.js';
import { type TagRow, toTag } from './tag.mapper.js';
import { hueOf } from './tag-names.js';

/** The words that conversations are sorted by. Conversations carry names, so a renamed tag is written anew on each. */
@Injectable()
export class TagsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly log: Log,
  ) {}

  async list({ limit = DEFAULT_PAGE, after }: ParsedQuery<'listTags'>): Promise<ReplyBody<'listTags'>> {
    const rows = await sql<TagRow>(
      this.dataSource,
      `SELECT * FROM "tags" WHERE $1::uuid IS NULL OR (lower("name"), "id") > (lower($2), $1)
       ORDER BY lower("name"), "id" LIMIT $3`,
      [after?.id ?? null, after?.name ?? null, limit + 1],
    );
    return toPage(rows, limit, placeByName, toTag);
  }

  /** Throws `conflict` when there is a tag of this name. */
  create(agent: Principal, { name, hue }: ParsedBody<'createTag'>): Promise<Tag> {
    return this.write(async ({ manager, append }) => {
      const [row] = await sql<TagRow>(
        manager,
        `INSERT INTO "tags" ("id", "name", "hue", "created_at")
         VALUES ($1, $2::text, coalesce($3::double precision, ${hueOf('$2::text')}), $4) RETURNING *`,
        [uuidv7(), name, hue ?? null, new Date()],
      );
      const tag = toTag(row as TagRow);
      await recordDeed(manager, agent, { action: 'tag.created', target: tag });
      append(workspaceEntry('tags', tag.id));
      return tag;
    });
  }

  /** Throws `not_found`, `outdated`, `conflict` when there is another tag of this name. */
  update(admin: Principal, id: string, { name, hue, version }: ParsedBody<'updateTag'>): Promise<Tag> {
    return this.write(async (transaction) => {
      const { manager, append } = transaction;
      const before = await lockTag(manager, id);
      checkVersion(before, version);
      const [row] = await sql<TagRow>(
        manager,
        `UPDATE "tags" SET "name" = coalesce($2, "name"), "hue" = coalesce($3, "hue"), "version" = "version" + 1
         WHERE "id" = $1 RETURNING *`,
        [id, name ?? null, hue ?? null],
      );
      const tag = toTag(row as TagRow);
      if (tag.name !== before.name) await this.rewrite(transaction, before.name, tag.name);
      const changes = changesOf(before, row as TagRow, ['name', 'hue']);
      await recordDeed(manager, admin, { action: 'tag.changed', target: tag, changes });
      append(workspaceEntry('tags', id));
      return tag;
    });
  }

  /** Throws `not_found`. */
  async delete(admin: Principal, id: string): Promise<void> {
    await this.log.write(async (transaction) => {
      const { manager, append } = transaction;
      const { name } = await lockTag(manager, id);
      await sql(manager, 'DELETE FROM "tags" WHERE "id" = $1', [id]);
      await this.rewrite(transaction, name, undefined);
      await recordDeed(manager, admin, { action: 'tag.deleted', target: { id, name } });
      append(workspaceEntry('tags', id));
    });
  }

  /**
   * Gives conversations another name of a tag, or takes it away. Agents hear of those that are being worked on; a closed one
   * is read anew when somebody opens it.
   */
  private async rewrite({ manager, append }: LogTransaction, from: string, to: string | undefined): Promise<void> {
    await sql(manager, 'SELECT 1 FROM "conversations" WHERE "tags" @> ARRAY[$1::text] ORDER BY "id" FOR UPDATE', [
      from,
    ]);
    const changed = to === undefined ? 'array_remove("tags", $1::text)' : 'array_replace("tags", $1::text, $3::text)';
    const rows = await sql<{ id: string; status: string }>(
      manager,
      `UPDATE "conversations" SET "tags" = ${changed}, "updated_at" = $2 WHERE "tags" @> ARRAY[$1::text]
       RETURNING "id", "status"`,
      [from, new Date(), ...(to === undefined ? [] : [to])],
    );
    for (const { id, status } of rows) {
      const row = status === 'closed' ? undefined : await findConversation(manager, id);
      if (row) append(await conversationEntry(manager, 'conversation.updated', row));
    }
  }

  private async write(work: (transaction: LogTransaction) => Promise<Tag>): Promise<Tag> {
    try {
      return await this.log.write(work);
    } catch (error) {
      if (isUniqueViolation(error)) throw new ProblemError('conflict', 'There is a tag with this name');
      throw error;
    }
  }
}

async function lockTag(manager: EntityManager, id: string): Promise<TagRow> {
  const [row] = await sql<TagRow>(manager, 'SELECT * FROM "tags" WHERE "id" = $1 FOR UPDATE', [id]);
  if (!row) throw new ProblemError('not_found', 'There is no such tag');
  return row;
}
