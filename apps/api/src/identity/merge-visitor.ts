import type { EntityManager } from 'typeorm';
import { moveAttachments } from '../attachments/attachment-rows.js';
import { toVisitorConversation } from '../conversations/conversation.mapper.js';
import { findConversation } from '../conversations/conversation-access.js';
import { conversationEntry } from '../conversations/conversation-entry.js';
import { sql } from '../database/sql.js';
import type { LogTransaction } from '../realtime/log.js';
import { addMember } from '../realtime/room-members.js';
import { moveBans } from '../rooms/move-bans.js';
import { moveBlock } from '../visitors/blocking.js';
import { toVisitor, type VisitorRow } from '../visitors/visitor.mapper.js';
import { forgetOldEvents } from '../visitors/visitor-events.js';
import { visitorName } from '../visitors/visitor-name.js';

/** Every conversation that a visitor has a part in. To `lock` them comes before any visitor is locked. */
export async function historyOf(manager: EntityManager, visitorId: string, lock: boolean): Promise<string[]> {
  const rows = await sql<{ id: string }>(
    manager,
    `SELECT "id" FROM "conversations"
     WHERE "visitor_id" = $1
       OR "id" IN (SELECT "conversation_id" FROM "messages" WHERE "author_id" = $1)
       OR "id" IN (SELECT "conversation_id" FROM "room_members" WHERE "visitor_id" = $1)
       OR "id" IN (SELECT "conversation_id" FROM "room_bans" WHERE "visitor_id" = $1)
     ORDER BY "id" ${lock ? 'FOR UPDATE' : ''}`,
    [visitorId],
  );
  return rows.map((row) => row.id);
}

/**
 * Makes all that an anonymous visitor has said and read that of a person (rule ID3), and ends the visitor's access. Both
 * rows and the whole history are locked. Answers the person's row.
 */
export async function mergeVisitor(
  transaction: LogTransaction,
  from: VisitorRow,
  into: VisitorRow,
): Promise<VisitorRow> {
  const { manager, append } = transaction;
  const at = new Date();
  const conversations = await moveConversations(manager, from, into, at);
  await moveMessages(manager, from, into);
  await moveAttachments(manager, from.id, into.id);
  await moveReceipts(manager, from, into);
  await moveBans(transaction, from.id, into.id);
  await moveMemberships(transaction, from, into, at);
  await sql(manager, 'UPDATE "visitor_events" SET "visitor_id" = $2 WHERE "visitor_id" = $1', [from.id, into.id]);
  await forgetOldEvents(manager, into.id);
  await moveBlock(transaction, from.id, into.id);
  const [merged] = await sql<VisitorRow>(
    manager,
    `UPDATE "visitors" SET "name" = NULL, "email" = NULL, "locale" = NULL, "page" = NULL, "time_zone" = NULL, "referrer" = NULL,
       "user_agent" = NULL, "attributes" = '{}', "merged_into" = $2 WHERE "id" = $1 RETURNING *`,
    [from.id, into.id],
  );
  const [person] = await sql<VisitorRow>(
    manager,
    `UPDATE "visitors" SET "name" = coalesce("name", $2), "email" = coalesce("email", $3),
       "locale" = coalesce("locale", $4), "page" = coalesce($5, "page"), "attributes" = $6,
       "time_zone" = coalesce($7, "time_zone"), "referrer" = coalesce($8, "referrer"), "user_agent" = coalesce($9, "user_agent")
     WHERE "id" = $1 RETURNING *`,
    [
      into.id,
      from.name,
      from.email,
      from.locale,
      from.page,
      JSON.stringify({ ...from.attributes, ...into.attributes }),
      from.time_zone,
      from.referrer,
      from.user_agent,
    ],
  );
  await sql(manager, 'DELETE FROM "visitor_tokens" WHERE "visitor_id" = $1', [from.id]);
  append({ type: 'access.revoked', at, scope: 'internal', data: { credentialId: from.id } });
  append({ type: 'visitor.updated', at, scope: 'agents', data: toVisitor(merged as VisitorRow) });
  for (const id of conversations) {
    const row = await findConversation(manager, id);
    if (row) append(await conversationEntry(manager, 'conversation.updated', row));
  }
  append({ type: 'visitor.updated', at, scope: 'agents', data: toVisitor(person as VisitorRow) });
  return person as VisitorRow;
}

async function moveConversations(manager: EntityManager, from: VisitorRow, into: VisitorRow, at: Date) {
  // A client id that the person has used for something else gives way; what was sent twice under it was stored once.
  const rows = await sql<{ id: string }>(
    manager,
    `UPDATE "conversations" c SET "visitor_id" = $2, "updated_at" = $3,
       "client_id" = CASE WHEN EXISTS (
         SELECT 1 FROM "conversations" o WHERE o."visitor_id" = $2 AND o."client_id" = c."client_id"
       ) THEN c."id"::text ELSE c."client_id" END
     WHERE c."visitor_id" = $1 RETURNING c."id"`,
    [from.id, into.id, at],
  );
  return rows.map(({ id }) => id).sort();
}

async function moveMessages(manager: EntityManager, from: VisitorRow, into: VisitorRow): Promise<void> {
  const name = into.name ?? from.name;
  await sql(
    manager,
    `UPDATE "messages" m SET "author_id" = $2, "author_name" = $3,
       "client_id" = CASE WHEN EXISTS (
         SELECT 1 FROM "messages" o
         WHERE o."conversation_id" = m."conversation_id" AND o."author_id" = $2 AND o."client_id" = m."client_id"
       ) THEN m."id"::text ELSE m."client_id" END
     WHERE m."author_id" = $1 AND m."author_kind" = 'visitor'`,
    [from.id, into.id, visitorName({ id: into.id, name })],
  );
}

async function moveReceipts(manager: EntityManager, from: VisitorRow, into: VisitorRow): Promise<void> {
  await sql(
    manager,
    `WITH moved AS (
       DELETE FROM "receipts" WHERE "principal_kind" = 'visitor' AND "principal_id" = $1 RETURNING *
     )
     INSERT INTO "receipts" ("conversation_id", "principal_kind", "principal_id", "delivered", "read")
     SELECT "conversation_id", 'visitor', $2, "delivered", "read" FROM moved
     ON CONFLICT ("conversation_id", "principal_kind", "principal_id") DO UPDATE SET
       "delivered" = greatest("receipts"."delivered", excluded."delivered"),
       "read" = greatest("receipts"."read", excluded."read")`,
    [from.id, into.id],
  );
}

/**
 * The person's open streams hear of each room as of a joining: from the next entry on, its news are theirs. A room that the
 * person is banned from stays closed.
 */
async function moveMemberships(
  { manager, append }: LogTransaction,
  from: VisitorRow,
  into: VisitorRow,
  at: Date,
): Promise<void> {
  const left = await sql<{ conversation_id: string }>(
    manager,
    'DELETE FROM "room_members" WHERE "visitor_id" = $1 RETURNING "conversation_id"',
    [from.id],
  );
  const known = await sql<{ conversation_id: string }>(
    manager,
    `SELECT "conversation_id" FROM "room_members" WHERE "visitor_id" = $1
     UNION SELECT "conversation_id" FROM "room_bans" WHERE "visitor_id" = $1`,
    [into.id],
  );
  const settled = new Set(known.map((row) => row.conversation_id));
  for (const { conversation_id: conversationId } of left) {
    const room = settled.has(conversationId) ? undefined : await findConversation(manager, conversationId);
    if (!room) continue;
    append(
      {
        type: 'conversation.created',
        at,
        scope: 'self',
        conversationId,
        visitorId: into.id,
        data: toVisitorConversation(room, { unread: 0 }),
      },
      (since) => addMember(manager, { conversationId, visitorId: into.id, since, joinedAt: at }),
    );
  }
}
