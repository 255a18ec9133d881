import { type Queryable, sql } from '../database/sql.js';
import { CONVERSATION_COLUMNS, type ConversationRow } from './conversation.mapper.js';
import type { ConversationFilter } from './conversation-filter.js';
import { LATEST_FIRST } from './conversation-order.js';

/**
 * A search first looks into so many of the latest conversations one by one, and only then into the index of all words. A
 * word that is in many of them fills its page at once; one that is not is rare, and the index finds all of it quickly. The
 * index alone would have to collect every place of a common word before it could tell which are the latest.
 */
const LOOKED_INTO = 1_000;
/** A conversation with more messages is not read through for a word: the index is asked. */
const SHORT = 200;

// Word for word as in the indexes, or PostgreSQL does not use them.
const VISITOR_WORDS = `to_tsvector('simple', coalesce(v."name", '') || ' ' || coalesce(v."email", '') || ' ' || coalesce(v."external_id", ''))`;
const SUBJECT_WORDS = `to_tsvector('simple', coalesce(c."subject", ''))`;

/** Conversations in which words occur: in a message, in the visitor's name, e-mail or id, in the subject, or in a tag. */
export async function searchConversations(
  on: Queryable,
  among: ConversationFilter,
  text: string,
  limit: number,
): Promise<ConversationRow[]> {
  const query = toQuery(text);
  const tags = await tagsWith(on, query);
  const latest = await lookIntoLatest(on, among, query, tags);
  const found = latest.filter((row) => row.found).slice(0, limit);
  const last = latest.at(-1);
  if (found.length === limit || latest.length < LOOKED_INTO || !last) return found;
  const older = among.after(last).and(
    (words, named) => `c."id" IN (
      SELECT m."conversation_id" FROM "messages" m WHERE m."words" @@ to_tsquery('simple', ${words})
      UNION ALL SELECT c."id" FROM "conversations" c WHERE ${SUBJECT_WORDS} @@ to_tsquery('simple', ${words})
      UNION ALL SELECT c."id" FROM "conversations" c WHERE c."tags" && ${named}::text[]
      UNION ALL SELECT own."id" FROM "visitors" v,
        LATERAL (SELECT c."id" FROM "conversations" c WHERE c."visitor_id" = v."id" OFFSET 0) own
        WHERE ${VISITOR_WORDS} @@ to_tsquery('simple', ${words}))`,
    query,
    tags,
  );
  return [...found, ...(await older.select(on, limit - found.length))];
}

/**
 * The latest conversations, and of each whether the words occur in it. The subqueries with OFFSET and LIMIT keep the
 * planner from collecting all messages with a word, or all visitors, to look into a few.
 */
function lookIntoLatest(
  on: Queryable,
  among: ConversationFilter,
  query: string,
  tags: readonly string[],
): Promise<(ConversationRow & { found: boolean })[]> {
  const words = `to_tsquery('simple', $${among.parameters.length + 1})`;
  const named = `$${among.parameters.length + 2}::text[]`;
  return sql(
    on,
    `SELECT ${CONVERSATION_COLUMNS}, coalesce(briefly."said", at_length."said",
       ${SUBJECT_WORDS} @@ ${words} OR ${VISITOR_WORDS} @@ ${words} OR c."tags" && ${named}) AS "found"
     FROM ${among.first(LOOKED_INTO)} c
     LEFT JOIN LATERAL (SELECT * FROM "visitors" v WHERE v."id" = c."visitor_id" LIMIT 1) v ON true
     LEFT JOIN "agents" a ON a."id" = c."assignee_id"
     LEFT JOIN LATERAL (
       SELECT true AS "said" FROM (SELECT "words" FROM "messages" WHERE "conversation_id" = c."id" OFFSET 0) m
       WHERE c."last_seq" <= ${SHORT} AND m."words" @@ ${words} LIMIT 1
     ) briefly ON true
     LEFT JOIN LATERAL (
       SELECT true AS "said" FROM "messages" m
       WHERE c."last_seq" > ${SHORT} AND m."conversation_id" = c."id" AND m."words" @@ ${words} LIMIT 1
     ) at_length ON true
     ${LATEST_FIRST.by}`,
    [...among.parameters, query, tags],
  );
}

/** The tags in which words occur. There are few of them. */
async function tagsWith(on: Queryable, query: string): Promise<string[]> {
  const rows = await sql<{ name: string }>(
    on,
    `SELECT "name" FROM "tags" WHERE to_tsvector('simple', "name") @@ to_tsquery('simple', $1)`,
    [query],
  );
  return rows.map(({ name }) => name);
}

/** All of the words, each of them the beginning of one (PostgreSQL, section 12.3.2). */
export function toQuery(text: string): string {
  const words = text.trim().split(/\s+/u);
  return words.map((word) => `'${word.replace(/['\\]/g, '$&$&')}':*`).join(' & ');
}
