import type { ParsedQuery } from '@porchlight/protocol';
import type { Principal } from '../auth/principal.js';
import { DEFAULT_PAGE } from '../database/page.js';
import { type Queryable, sql } from '../database/sql.js';
import { ProblemError } from '../http/problem.js';
import { MESSAGE_COLUMNS, type MessageRow } from './message.mapper.js';

interface Page {
  /** Oldest first. */
  rows: MessageRow[];
  hasMore: boolean;
  hasNewer?: boolean;
}

/** A page of the messages that a principal may see in a conversation. Throws `not_found` when it is to be around none of them. */
export async function pageOf(
  on: Queryable,
  principal: Principal,
  conversationId: string,
  { limit = DEFAULT_PAGE, before, after, around }: ParsedQuery<'listMessages'>,
): Promise<Page> {
  const visible = principal.kind === 'visitor' ? `AND "audience" = 'everyone'` : '';
  /** Those next to a seq in one direction, nearest first, and whether there are more. */
  const next = async (comparison: '<' | '>' | '>=', seq: number, count: number) => {
    const rows = await sql<MessageRow>(
      on,
      `SELECT ${MESSAGE_COLUMNS} FROM "messages" m WHERE "conversation_id" = $1 ${visible}
         AND "seq" ${comparison} $2 ORDER BY "seq" ${comparison === '<' ? 'DESC' : 'ASC'} LIMIT $3`,
      [conversationId, seq, count + 1],
    );
    return { rows: rows.slice(0, count), hasMore: rows.length > count };
  };
  if (around !== undefined) {
    const [place] = await sql<{ seq: number }>(
      on,
      `SELECT "seq" FROM "messages" WHERE "id" = $1 AND "conversation_id" = $2 ${visible}`,
      [around, conversationId],
    );
    if (!place) throw new ProblemError('not_found', 'There is no such message');
    const earlier = await next('<', place.seq, Math.floor(limit / 2));
    const later = await next('>=', place.seq, Math.ceil(limit / 2));
    return {
      rows: [...earlier.rows.reverse(), ...later.rows],
      hasMore: earlier.hasMore,
      hasNewer: later.hasMore,
    };
  }
  if (after !== undefined) return next('>', after, limit);
  const { rows, hasMore } = await next('<', before ?? Number.MAX_SAFE_INTEGER, limit);
  return { rows: rows.reverse(), hasMore };
}
