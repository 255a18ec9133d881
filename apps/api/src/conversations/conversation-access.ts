import type { Principal } from '../auth/principal.js';
import { type Queryable, sql } from '../database/sql.js';
import { ProblemError } from '../http/problem.js';
import { refuseBanned } from '../rooms/room-bans.js';
import { checkPresent } from '../visitors/presence.js';
import { CONVERSATION_COLUMNS, CONVERSATION_TABLES, type ConversationRow } from './conversation.mapper.js';

/** One conversation, whoever asks; `lock` holds it for the rest of the transaction. */
export async function findConversation(on: Queryable, id: string, lock = false): Promise<ConversationRow | undefined> {
  const [row] = await sql<ConversationRow>(
    on,
    `SELECT ${CONVERSATION_COLUMNS} FROM ${CONVERSATION_TABLES} WHERE c."id" = $1${lock ? ' FOR UPDATE OF c' : ''}`,
    [id],
  );
  return row;
}

/**
 * The conversation, if the principal may reach it; throws `not_found` otherwise, whether it exists or not (AU3), and
 * `banned` to a visitor who may no longer take part.
 */
export async function reachConversation(
  on: Queryable,
  principal: Principal,
  id: string,
  lock = false,
): Promise<ConversationRow> {
  const row = await findConversation(on, id, lock);
  if (!row || !mayReach(principal, row)) {
    // What was the visitor's a moment ago may have become the person's that it was merged into.
    await checkPresent(on, principal);
    throw new ProblemError('not_found', 'There is no such conversation');
  }
  if (row.kind === 'room' && principal.kind === 'visitor') await refuseBanned(on, row.id, principal.id);
  return row;
}

/** AU3. */
export function mayReach(principal: Principal, row: ConversationRow): boolean {
  if (principal.kind !== 'visitor') return true;
  return row.kind === 'room' ? row.site === principal.site : row.visitor_id === principal.id;
}
