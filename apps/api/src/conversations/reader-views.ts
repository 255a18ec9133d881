import type { Mention } from '@porchlight/protocol';
import type { Principal } from '../auth/principal.js';
import { type Queryable, sql } from '../database/sql.js';
import { MESSAGE_COLUMNS, type MessageRow } from '../messages/message.mapper.js';
import type { ReaderView } from './conversation.mapper.js';

/** More unread messages than this are not told apart. */
const MAX_UNREAD = 99;

// Agents share one count: what any of them has read, the team has read.
const READ_BY_AGENTS = `SELECT coalesce(max(r."read"), 0) FROM "receipts" r
  WHERE r."conversation_id" = c."id" AND r."principal_kind" = 'agent'`;
const READ_BY_VISITOR = `SELECT coalesce(max(r."read"), 0) FROM "receipts" r
  WHERE r."conversation_id" = c."id" AND r."principal_kind" = 'visitor' AND r."principal_id" = $2`;

function unread(read: string, others: string): string {
  return `(SELECT count(*)::int FROM (
    SELECT 1 FROM "messages" m
    WHERE m."conversation_id" = c."id" AND m."seq" > (${read}) AND ${others} AND m."deleted_at" IS NULL
    LIMIT ${MAX_UNREAD}) counted)`;
}

const MENTIONS = `(SELECT json_agg(json_build_object('agentId', n."agent_id", 'seq', n."seq", 'unread', n."seq" > coalesce(r."read", 0))
    ORDER BY n."seq")
  FROM (SELECT "agent_id", max("seq") AS "seq" FROM "mentions" WHERE "conversation_id" = c."id" GROUP BY "agent_id") n
  LEFT JOIN "receipts" r ON r."conversation_id" = c."id" AND r."principal_kind" = 'agent' AND r."principal_id" = n."agent_id")`;

/** Unread counts, last messages and mentions of conversations, as one reader sees them. */
export async function readerViews(
  on: Queryable,
  reader: Principal | { kind: 'agent' } | { kind: 'visitor'; id: string },
  ids: readonly string[],
): Promise<Map<string, ReaderView>> {
  if (ids.length === 0) return new Map();
  const visible = reader.kind === 'visitor' ? `m."audience" = 'everyone'` : 'true';
  const count =
    reader.kind === 'visitor'
      ? unread(READ_BY_VISITOR, `m."audience" = 'everyone' AND m."author_id" <> $2`)
      : unread(READ_BY_AGENTS, `m."author_kind" = 'visitor'`);
  const rows = await sql<MessageRow & { conversation: string; unread: number; named: Mention[] | null }>(
    on,
    `SELECT c."id" AS conversation, ${count} AS unread, ${reader.kind === 'visitor' ? 'NULL' : MENTIONS} AS named, last.*
     FROM "conversations" c
     LEFT JOIN LATERAL (
       SELECT ${MESSAGE_COLUMNS} FROM "messages" m WHERE m."conversation_id" = c."id" AND ${visible}
       ORDER BY m."seq" DESC LIMIT 1
     ) last ON true
     WHERE c."id" = ANY($1)`,
    reader.kind === 'visitor' ? [ids, reader.id] : [ids],
  );
  return new Map(
    rows.map((row) => [
      row.conversation,
      { unread: row.unread, lastMessage: row.id === null ? undefined : row, mentions: row.named ?? undefined },
    ]),
  );
}
