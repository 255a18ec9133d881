import type { EntityManager } from 'typeorm';
import type { Principal } from '../auth/principal.js';
import { sql } from '../database/sql.js';
import { type AttachmentRow, type KeptAttachment, toKept } from './attachment.mapper.js';

/** The files that messages under way name and that no message has yet, locked until the commit. */
export class WaitingFiles {
  private readonly taken = new Map<string, string>();

  private constructor(private readonly rows: ReadonlyMap<string, AttachmentRow>) {}

  static async find(manager: EntityManager, ids: readonly string[]): Promise<WaitingFiles> {
    if (ids.length === 0) return new WaitingFiles(new Map());
    const rows = await sql<AttachmentRow>(
      manager,
      `SELECT * FROM "attachments" WHERE "id" = ANY($1) AND "message_id" IS NULL AND "removed_at" IS NULL
       ORDER BY "id" FOR UPDATE`,
      [ids],
    );
    return new WaitingFiles(new Map(rows.map((row) => [row.id, row])));
  }

  /**
   * Gives files to a message, in the order named; answers what the message keeps of them. Undefined, and none given,
   * unless each is the author's own and still there to be had.
   */
  take(ids: readonly string[], { kind, id }: Principal, messageId: string): KeptAttachment[] | undefined {
    const rows = ids.map((each) => this.rows.get(each.toLowerCase()));
    const kept: KeptAttachment[] = [];
    for (const row of rows) {
      if (!row || row.uploader_kind !== kind || row.uploader_id !== id || this.taken.has(row.id)) return undefined;
      kept.push(toKept(row));
    }
    for (const file of kept) this.taken.set(file.id, messageId);
    return kept;
  }

  /** Writes down what has been given. */
  async store(manager: EntityManager): Promise<void> {
    if (this.taken.size === 0) return;
    await sql(
      manager,
      `UPDATE "attachments" a SET "message_id" = t."message" FROM unnest($1::uuid[], $2::uuid[]) AS t("file", "message")
       WHERE a."id" = t."file"`,
      [[...this.taken.keys()], [...this.taken.values()]],
    );
  }
}

/**
 * Marks the files of messages, or all that visitors have uploaded, as gone; the sweeper takes their bytes away once the
 * log has told of it.
 */
export async function removeAttachments(
  manager: EntityManager,
  of: 'message_id' | 'uploader_id',
  ids: readonly string[],
): Promise<void> {
  await sql(
    manager,
    `UPDATE "attachments" SET "removed_at" = coalesce("removed_at", $2), "name" = '' WHERE "${of}" = ANY($1)`,
    [ids, new Date()],
  );
}

/** Makes the files that one visitor has uploaded those of another. */
export async function moveAttachments(manager: EntityManager, from: string, into: string): Promise<void> {
  await sql(
    manager,
    `UPDATE "attachments" SET "uploader_id" = $2 WHERE "uploader_id" = $1 AND "uploader_kind" = 'visitor'`,
    [from, into],
  );
}
