import type { Receipt } from '@porchlight/protocol';
import { type Queryable, sql } from '../database/sql.js';

export interface ReceiptRow {
  conversation_id: string;
  principal_kind: Receipt['principal']['kind'];
  principal_id: string;
  delivered: number;
  read: number;
}

export function toReceipt(row: ReceiptRow): Receipt {
  return {
    conversationId: row.conversation_id,
    principal: { kind: row.principal_kind, id: row.principal_id },
    delivered: row.delivered,
    read: row.read,
  };
}

/** How far everyone has read a conversation. */
export async function receiptsOf(on: Queryable, conversationId: string): Promise<Receipt[]> {
  const rows = await sql<ReceiptRow>(on, 'SELECT * FROM "receipts" WHERE "conversation_id" = $1', [conversationId]);
  return rows.map(toReceipt);
}
