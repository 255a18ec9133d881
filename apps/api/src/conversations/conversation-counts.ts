import type { ConversationCounts } from '@porchlight/protocol';
import { type Queryable, sql } from '../database/sql.js';
import { namedInNote } from './conversation-filter.js';
import { LATEST_FIRST } from './conversation-order.js';

/** More than this are not told apart: an inbox then says `99+`. */
const MAX_COUNT = 100;

/** In the order of the lists, so that their indexes serve: without it all are read where many fulfil the condition. */
const bounded = (condition: string) =>
  `(SELECT count(*)::int FROM (
     SELECT 1 FROM "conversations" c WHERE ${condition} ${LATEST_FIRST.by} LIMIT ${MAX_COUNT}) counted)`;

const OPEN = `c."status" = 'open' AND c."kind" = 'support'`;

/** How much there is to do, as one agent sees it. */
export async function countConversations(on: Queryable, agentId: string): Promise<ConversationCounts> {
  const [row] = await sql<Omit<ConversationCounts, 'limit' | 'teams'> & { teams: ConversationCounts['teams'] | null }>(
    on,
    `SELECT ${bounded(`${OPEN} AND c."assignee_id" = $1`)} AS "mine",
       ${bounded(`${OPEN} AND c."assignee_id" IS NULL`)} AS "unassigned",
       ${bounded(OPEN)} AS "open",
       ${bounded(`c."status" = 'snoozed' AND c."snoozed_until" IS NOT NULL`)} AS "snoozed",
       ${bounded(namedInNote('$1', true))} AS "mentions",
       (SELECT json_object_agg(t."id", n."count") FROM "teams" t,
         LATERAL (SELECT ${bounded(`c."status" = 'open' AND c."team_id" = t."id"`)} AS "count") n
         WHERE n."count" > 0) AS "teams"`,
    [agentId],
  );
  if (!row) throw new Error('A SELECT without FROM answers one row');
  return { ...row, limit: MAX_COUNT, teams: row.teams ?? {} };
}
