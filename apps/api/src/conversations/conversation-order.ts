import type { ConversationRow } from './conversation.mapper.js';

/** An order of lists of conversations, which pages are keyed by. */
export interface Order {
  /** What is sorted by before the id, of `"conversations" c`. */
  key: string;
  direction: 'ASC' | 'DESC';
  /** As SQL. */
  by: string;
  keyOf(row: ConversationRow): Date | 'infinity';
}

function order(key: string, direction: Order['direction'], keyOf: Order['keyOf']): Order {
  return { key, direction, by: `ORDER BY ${key} ${direction}, c."id" ${direction}`, keyOf };
}

/** Last spoken in first. */
export const LATEST_FIRST = order('c."active_at"', 'DESC', (row) => row.active_at);

// Word for word as in the index, or PostgreSQL does not use it.
const WAITING = `coalesce(c."waiting_since", 'infinity')`;

/** Those first whose visitor has waited longest for an answer, and those last whose visitor does not wait. */
export const LONGEST_WAITING_FIRST = order(WAITING, 'ASC', (row) => row.waiting_since ?? 'infinity');
