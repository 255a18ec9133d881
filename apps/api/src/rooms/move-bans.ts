import { sql } from '../database/sql.js';
import type { LogTransaction } from '../realtime/log.js';
import { removeMember } from '../realtime/room-members.js';
import { tellMembership } from './membership.js';
import { findBan, toBan } from './room-bans.js';

/** Makes the bans of an anonymous visitor those of a person (ID3), who thereby leaves rooms that it may be in. */
export async function moveBans(transaction: LogTransaction, from: string, into: string): Promise<void> {
  const { manager } = transaction;
  const moved = await sql<{ id: string }>(
    manager,
    `WITH moved AS (DELETE FROM "room_bans" WHERE "visitor_id" = $1 RETURNING *)
     INSERT INTO "room_bans" ("conversation_id", "visitor_id", "agent_id", "reason", "created_at")
     SELECT "conversation_id", $2, "agent_id", "reason", "created_at" FROM moved
     ON CONFLICT DO NOTHING RETURNING "conversation_id" AS id`,
    [from, into],
  );
  for (const { id } of moved) {
    await removeMember(manager, id, into);
    const row = await findBan(manager, id, into);
    if (!row) continue;
    const ban = toBan(row);
    tellMembership(transaction, { conversationId: id, visitor: ban.visitor, state: 'banned' }, ban);
  }
}
