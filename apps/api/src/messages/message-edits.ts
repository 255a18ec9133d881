import { type Author, MAX_MESSAGE_EDITS, type MessageEdit } from '@porchlight/protocol';
import type { EntityManager } from 'typeorm';
import type { Principal } from '../auth/principal.js';
import { type Queryable, sql } from '../database/sql.js';
import type { MessageRow } from './message.mapper.js';

interface MessageEditRow {
  text: string;
  editor_kind: Author['kind'];
  editor_id: string;
  editor_name: string;
  at: Date;
}

/** Keeps what a message says before somebody changes it: the latest {@link MAX_MESSAGE_EDITS}. */
export async function keepEdit(
  manager: EntityManager,
  { id, text }: MessageRow,
  editor: Principal,
  at: Date,
): Promise<void> {
  await sql(
    manager,
    `INSERT INTO "message_edits" ("message_id", "text", "editor_kind", "editor_id", "editor_name", "at")
     VALUES ($1, $2, $3, $4, $5, $6)`,
    [id, text, editor.kind, editor.id, editor.name, at],
  );
  await sql(
    manager,
    `DELETE FROM "message_edits" WHERE "id" IN (
       SELECT "id" FROM "message_edits" WHERE "message_id" = $1 ORDER BY "id" DESC OFFSET ${MAX_MESSAGE_EDITS})`,
    [id],
  );
}

/** What a message said before, oldest first. */
export async function editsOf(on: Queryable, messageId: string): Promise<MessageEdit[]> {
  const rows = await sql<MessageEditRow>(
    on,
    `SELECT "text", "editor_kind", "editor_id", "editor_name", "at" FROM "message_edits"
     WHERE "message_id" = $1 ORDER BY "id"`,
    [messageId],
  );
  return rows.map((row) => ({
    text: row.text,
    by: { kind: row.editor_kind, id: row.editor_id, name: row.editor_name },
    at: row.at.toISOString(),
  }));
}

export async function removeEdits(manager: EntityManager, messageIds: readonly string[]): Promise<void> {
  await sql(manager, 'DELETE FROM "message_edits" WHERE "message_id" = ANY($1)', [messageIds]);
}
