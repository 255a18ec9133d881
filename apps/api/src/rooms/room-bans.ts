import type { Ban } from '@porchlight/protocol';
import { type Queryable, sql } from '../database/sql.js';
import { ProblemError } from '../http/problem.js';
import { visitorName } from '../visitors/visitor-name.js';

/** A ban with the names of its people, as BAN_COLUMNS selects it. */
export interface BanRow {
  conversation_id: string;
  visitor_id: string;
  visitor_name: string | null;
  agent_id: string;
  agent_name: string;
  reason: string | null;
  created_at: Date;
}

/** The columns of {@link BanRow}, from {@link BAN_TABLES}. */
export const BAN_COLUMNS = `b."conversation_id", b."visitor_id", v."name" AS visitor_name, b."agent_id",
  a."name" AS agent_name, b."reason", b."created_at"`;

export const BAN_TABLES = `"room_bans" b
  JOIN "visitors" v ON v."id" = b."visitor_id"
  JOIN "agents" a ON a."id" = b."agent_id"`;

export function toBan(row: BanRow): Ban {
  return {
    conversationId: row.conversation_id,
    visitor: {
      kind: 'visitor',
      id: row.visitor_id,
      name: visitorName({ id: row.visitor_id, name: row.visitor_name }),
    },
    by: { kind: 'agent', id: row.agent_id, name: row.agent_name },
    ...(row.reason !== null && { reason: row.reason }),
    createdAt: row.created_at.toISOString(),
  };
}

export async function findBan(on: Queryable, roomId: string, visitorId: string): Promise<BanRow | undefined> {
  const [row] = await sql<BanRow>(
    on,
    `SELECT ${BAN_COLUMNS} FROM ${BAN_TABLES} WHERE b."conversation_id" = $1 AND b."visitor_id" = $2`,
    [roomId, visitorId],
  );
  return row;
}

/** Who of these visitors may no longer take part in which of these rooms. */
export async function findBanned(
  on: Queryable,
  among: readonly { conversationId: string; principal: { id: string } }[],
): Promise<(conversationId: string, visitorId: string) => boolean> {
  if (among.length === 0) return () => false;
  const rows = await sql<Pick<BanRow, 'conversation_id' | 'visitor_id'>>(
    on,
    `SELECT b."conversation_id", b."visitor_id" FROM unnest($1::uuid[], $2::uuid[]) AS p("conversation_id", "visitor_id")
     JOIN "room_bans" b ON b."conversation_id" = p."conversation_id" AND b."visitor_id" = p."visitor_id"`,
    [among.map(({ conversationId }) => conversationId), among.map(({ principal }) => principal.id)],
  );
  const banned = new Set(rows.map((row) => `${row.conversation_id} ${row.visitor_id}`));
  return (conversationId, visitorId) => banned.has(`${conversationId} ${visitorId}`);
}

/** Throws `banned` when the visitor may no longer take part in the room. */
export async function refuseBanned(on: Queryable, conversationId: string, visitorId: string): Promise<void> {
  const rows = await sql(on, 'SELECT 1 FROM "room_bans" WHERE "conversation_id" = $1 AND "visitor_id" = $2', [
    conversationId,
    visitorId,
  ]);
  if (rows.length > 0) throw new ProblemError('banned');
}
