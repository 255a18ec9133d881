import type { Principal } from '../auth/principal.js';
import type { ConversationRow } from '../conversations/conversation.mapper.js';
import { reachConversation } from '../conversations/conversation-access.js';
import type { Queryable } from '../database/sql.js';
import { ProblemError } from '../http/problem.js';

/** The room, if the principal may reach it. Throws `not_found`, `banned`, and `refused` for a conversation that is no room. */
export async function reachRoom(
  on: Queryable,
  principal: Principal,
  id: string,
  lock = false,
): Promise<ConversationRow> {
  const row = await reachConversation(on, principal, id, lock);
  if (row.kind !== 'room') throw new ProblemError('refused', 'The conversation is not a room');
  return row;
}
