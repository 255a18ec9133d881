import type { EntityManager } from 'typeorm';
import type { Principal } from '../auth/principal.js';
import { sql } from '../database/sql.js';
import { ProblemError } from '../http/problem.js';
import { findBanned } from '../rooms/room-bans.js';
import { lockWriters } from '../visitors/presence.js';
import { CONVERSATION_COLUMNS, CONVERSATION_TABLES, type ConversationRow } from './conversation.mapper.js';
import { mayReach } from './conversation-access.js';

/** Somebody who wants something of a conversation. */
export interface Request {
  principal: Principal;
  conversationId: string;
}

/**
 * What `reachConversation` is for one request, for many in one transaction: locks their conversations, and those who ask,
 * always in the same order. The answer tells of each request which conversation it is for, always the same object, or
 * why not: `unauthenticated`, `blocked`, `not_found`, `banned`.
 */
export async function reachTogether(
  manager: EntityManager,
  requests: readonly Request[],
): Promise<(request: Request) => ConversationRow | ProblemError> {
  const rows = await sql<ConversationRow>(
    manager,
    `SELECT ${CONVERSATION_COLUMNS} FROM ${CONVERSATION_TABLES} WHERE c."id" = ANY($1) ORDER BY c."id" FOR UPDATE OF c`,
    [[...new Set(requests.map(({ conversationId }) => conversationId))]],
  );
  const conversations = new Map(rows.map((row) => [row.id, row]));
  const refusal = await lockWriters(
    manager,
    requests.map(({ principal }) => principal),
  );
  // Read under the locks: what comes after a ban is refused.
  const banned = await findBanned(
    manager,
    requests.filter(({ conversationId }) => conversations.get(conversationId)?.kind === 'room'),
  );
  return ({ principal, conversationId }) => {
    const refused = refusal(principal);
    if (refused) return refused;
    const conversation = conversations.get(conversationId);
    if (!conversation || !mayReach(principal, conversation)) {
      return new ProblemError('not_found', 'There is no such conversation');
    }
    return banned(conversationId, principal.id) ? new ProblemError('banned') : conversation;
  };
}
