import { sql } from '../database/sql.js';
import type { LogTransaction } from '../realtime/log.js';
import { findConversation } from './conversation-access.js';
import { conversationEntry } from './conversation-entry.js';

/** Gives back what an agent who leaves had to answer, so that others see that nobody does. */
export async function leaveConversations({ manager, append }: LogTransaction, agentId: string): Promise<void> {
  const left = await sql<{ id: string }>(
    manager,
    `WITH mine AS (
       SELECT "id" FROM "conversations" WHERE "assignee_id" = $1 AND "status" <> 'closed' ORDER BY "id" FOR UPDATE
     )
     UPDATE "conversations" c SET "assignee_id" = NULL, "updated_at" = $2 FROM mine WHERE c."id" = mine."id"
     RETURNING c."id"`,
    [agentId, new Date()],
  );
  for (const { id } of left) {
    const row = await findConversation(manager, id);
    if (row) append(await conversationEntry(manager, 'conversation.updated', row));
  }
}
