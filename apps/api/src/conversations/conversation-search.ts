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
/**
 * Of each conversation so many of the latest messages are read through for a word. Where that was not all of them, the index
 * says what was said before: what is not among so many is rare, or the conversation is not about it.
 */
export const READ_THROUGH = 500;

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
  // What would come after a page that is full already is not asked for.
  const fills = latest.filter((row) => row.found)[limit - 1];
  const asked = fills ? latest.slice(0, latest.indexOf(fills)) : latest;
  const unsure = asked.filter((row) => !row.found && row.last_seq > READ_THROUGH);
  const said = new Set(await conversationsOf(on, unsure, query));
  const found = latest.filter((row) => row.found || said.has(row.id)).slice(0, limit);
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
    `SELECT ${CONVERSATION_COLUMNS}, coalesce(m."said",
       ${SUBJECT_WORDS} @@ ${words} OR ${VISITOR_WORDS} @@ ${words} OR c."tags" && ${named}) AS "found"
     FROM ${among.first(LOOKED_INTO)} c
     LEFT JOIN LATERAL (SELECT * FROM "visitors" v WHERE v."id" = c."visitor_id" LIMIT 1) v ON true
     LEFT JOIN "agents" a ON a."id" = c."assignee_id"
     LEFT JOIN LATERAL (
       SELECT true AS "said" FROM ${latestMessages('c."id"')} m WHERE m."words" @@ ${words} LIMIT 1
     ) m ON true
     ${LATEST_FIRST.by}`,
    [...among.parameters, query, tags],
  );
}

/** Those of these conversations in which the words were said, whenever that was. */
async function conversationsOf(on: Queryable, rows: readonly ConversationRow[], query: string): Promise<string[]> {
  if (rows.length === 0) return [];
  const ids = rows.map(({ id }) => id);
  const said = await sql<{ id: string }>(
    on,
    `SELECT DISTINCT m."conversation_id" AS "id" FROM ${messagesWithWords('$2')} m WHERE m."conversation_id" = ANY($1)`,
    [ids, query],
  );
  return said.map(({ id }) => id);
}

/** The messages of a conversation that are read through, as a table to select from. */
export function latestMessages(conversation: string): string {
  return `(SELECT * FROM "messages" WHERE "conversation_id" = ${conversation} ORDER BY "seq" DESC LIMIT ${READ_THROUGH})`;
}

/** All messages with words, as a table to select from. OFFSET keeps the planner from going through a conversation instead. */
export function messagesWithWords(words: string): string {
  return `(SELECT * FROM "messages" WHERE "words" @@ to_tsquery('simple', ${words}) OFFSET 0)`;
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
