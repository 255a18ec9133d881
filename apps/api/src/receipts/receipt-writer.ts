import type { ParsedBody, Receipt } from '@porchlight/protocol';
import type { EntityManager } from 'typeorm';
import type { Principal } from '../auth/principal.js';
import type { ConversationRow } from '../conversations/conversation.mapper.js';
import { type Request, reachTogether } from '../conversations/reach-together.js';
import { sql } from '../database/sql.js';
import { ProblemError } from '../http/problem.js';
import type { LogTransaction, NewEntry } from '../realtime/log.js';
import { type ReceiptRow, toReceipt } from './receipt.mapper.js';

/** How far somebody says to have received and read. */
export interface Mark extends Request {
  body: ParsedBody<'putReceipt'>;
}

/**
 * Moves receipts forward in the caller's transaction, never beyond the last message and never back. Answers what each came to:
 * what `reachTogether` refuses concerns that one alone.
 */
export async function moveReceipts(
  { manager, append }: LogTransaction,
  marks: readonly Mark[],
): Promise<(Receipt | ProblemError)[]> {
  const reach = await reachTogether(manager, marks);
  const receipts = await findReceipts(manager, marks);
  const moved = new Map<ReceiptRow, { principal: Principal; conversation: ConversationRow }>();

  const outcomes = marks.map((mark) => {
    const { principal, conversationId, body } = mark;
    const conversation = reach(mark);
    if (conversation instanceof ProblemError) return conversation;
    const key = keyOf(conversationId, principal.kind, principal.id);
    const row = receipts.get(key) ?? {
      conversation_id: conversationId,
      principal_kind: principal.kind,
      principal_id: principal.id,
      delivered: 0,
      read: 0,
    };
    receipts.set(key, row);
    const read = Math.max(row.read, Math.min(body.read ?? 0, conversation.last_seq));
    const delivered = Math.max(row.delivered, read, Math.min(body.delivered ?? 0, conversation.last_seq));
    if (read !== row.read || delivered !== row.delivered) moved.set(row, { principal, conversation });
    Object.assign(row, { delivered, read });
    return toReceipt(row);
  });

  if (moved.size > 0) await store(manager, [...moved.keys()]);
  for (const [row, { principal, conversation }] of moved) {
    append({
      type: 'receipt.updated',
      at: new Date(),
      conversationId: conversation.id,
      ...audienceOfReceipt(principal, conversation),
      data: toReceipt(row),
    });
  }
  return outcomes;
}

const keyOf = (conversationId: string, kind: string, id: string) => `${conversationId} ${kind} ${id}`;

async function findReceipts(manager: EntityManager, marks: readonly Mark[]): Promise<Map<string, ReceiptRow>> {
  const rows = await sql<ReceiptRow>(
    manager,
    `SELECT r.* FROM unnest($1::uuid[], $2::text[], $3::uuid[]) AS m("conversation_id", "kind", "id")
     JOIN "receipts" r ON r."conversation_id" = m."conversation_id" AND r."principal_kind" = m."kind"
       AND r."principal_id" = m."id"`,
    [
      marks.map(({ conversationId }) => conversationId),
      marks.map(({ principal }) => principal.kind),
      marks.map(({ principal }) => principal.id),
    ],
  );
  return new Map(rows.map((row) => [keyOf(row.conversation_id, row.principal_kind, row.principal_id), row]));
}

async function store(manager: EntityManager, rows: readonly ReceiptRow[]): Promise<void> {
  await sql(
    manager,
    `INSERT INTO "receipts" ("conversation_id", "principal_kind", "principal_id", "delivered", "read")
     SELECT * FROM json_to_recordset($1::json) AS r("conversation_id" uuid, "principal_kind" text, "principal_id" uuid,
       "delivered" bigint, "read" bigint)
     ON CONFLICT ("conversation_id", "principal_kind", "principal_id")
     DO UPDATE SET "delivered" = excluded."delivered", "read" = excluded."read"`,
    [JSON.stringify(rows)],
  );
}

/** In a room, who has read how far is told to nobody else: every message would bring an event for each member. */
function audienceOfReceipt(
  principal: Principal,
  conversation: ConversationRow,
): { scope: NewEntry['scope'] & ('visitor' | 'self' | 'agents'); visitorId?: string } {
  if (conversation.visitor_id !== null) return { scope: 'visitor', visitorId: conversation.visitor_id };
  return principal.kind === 'visitor' ? { scope: 'self', visitorId: principal.id } : { scope: 'agents' };
}
