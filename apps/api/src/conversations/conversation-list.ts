import type { ParsedQuery } from '@porchlight/protocol';
import type { Principal } from '../auth/principal.js';
import { DEFAULT_PAGE, noPlace, toPage } from '../database/page.js';
import type { Queryable } from '../database/sql.js';
import type { ConversationRow } from './conversation.mapper.js';
import { ConversationFilter } from './conversation-filter.js';
import { LATEST_FIRST, LONGEST_WAITING_FIRST, type Order } from './conversation-order.js';
import { searchConversations } from './conversation-search.js';

/** A page of the conversations a principal may see, in the order asked for, and the key of the next page. */
export async function listConversations(
  on: Queryable,
  principal: Principal,
  query: ParsedQuery<'listConversations'>,
): Promise<{ rows: ConversationRow[]; next?: string }> {
  const limit = query.limit ?? DEFAULT_PAGE;
  const words = principal.kind === 'visitor' ? undefined : query.q;
  const waiting = principal.kind !== 'visitor' && query.sort === 'waiting' && !words;
  const order = waiting ? LONGEST_WAITING_FIRST : LATEST_FIRST;
  const all = ConversationFilter.of(principal, query);
  const filter = query.before ? all.afterKey(...parseKey(query.before), order) : all;
  const rows = await (words ? searchConversations(on, filter, words, limit + 1) : filter.select(on, limit + 1, order));
  const { items, ...next } = toPage(
    rows,
    limit,
    (row) => keyOf(row, order),
    (row) => row,
  );
  return { rows: items, ...next };
}

function keyOf(row: ConversationRow, order: Order): string {
  const key = order.keyOf(row);
  return `${key === 'infinity' ? key : key.getTime()}.${row.id}`;
}

function parseKey(key: string): [at: Date | 'infinity', id: string] {
  const match = /^(infinity|\d{1,15})\.([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/.exec(key);
  if (!match) throw noPlace('before');
  return [match[1] === 'infinity' ? 'infinity' : new Date(Number(match[1])), match[2] as string];
}
