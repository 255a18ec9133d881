import type { EntityManager } from 'typeorm';
import { type Queryable, sql } from '../database/sql.js';
import type { MessageRow } from './message.mapper.js';

/** Who of these can be named in a note: agents who can sign in. */
export async function findMentionable(on: Queryable, ids: readonly string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const rows = await sql<{ id: string }>(on, 'SELECT "id" FROM "agents" WHERE "id" = ANY($1) AND NOT "disabled"', [
    ids,
  ]);
  return new Set(rows.map(({ id }) => id));
}

/** Where each agent finds the notes that name it. Whether one is read, its agent's receipt tells. */
export async function storeMentions(manager: EntityManager, messages: readonly MessageRow[]): Promise<void> {
  const rows = messages.flatMap((message) => (message.mentions ?? []).map((agent) => ({ ...message, agent })));
  if (rows.length === 0) return;
  await sql(
    manager,
    `INSERT INTO "mentions" ("agent_id", "conversation_id", "seq", "message_id")
     SELECT * FROM unnest($1::uuid[], $2::uuid[], $3::bigint[], $4::uuid[])`,
    [
      rows.map(({ agent }) => agent),
      rows.map(({ conversation_id: conversation }) => conversation),
      rows.map(({ seq }) => seq),
      rows.map(({ id }) => id),
    ],
  );
}

/** Whether there were any. */
export async function removeMentions(manager: EntityManager, messageIds: readonly string[]): Promise<boolean> {
  const rows = await sql(manager, 'DELETE FROM "mentions" WHERE "message_id" = ANY($1) RETURNING 1', [messageIds]);
  return rows.length > 0;
}
