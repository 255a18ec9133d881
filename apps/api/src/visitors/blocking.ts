import type { Block } from '@porchlight/protocol';
import { sql } from '../database/sql.js';
import type { LogTransaction } from '../realtime/log.js';
import { toVisitor, type VisitorRow } from './visitor.mapper.js';
import { visitorName } from './visitor-name.js';

/** A blocked visitor with who decided it, as BLOCK_COLUMNS selects it from {@link BLOCK_TABLES}. */
export interface BlockRow {
  id: string;
  name: string | null;
  blocked_at: Date;
  blocked_by: string | null;
  agent_name: string | null;
  block_reason: string | null;
}

export const BLOCK_COLUMNS = `v."id", v."name", v."blocked_at", v."blocked_by", a."name" AS agent_name, v."block_reason"`;
export const BLOCK_TABLES = `"visitors" v LEFT JOIN "agents" a ON a."id" = v."blocked_by"`;

/** An agent who is there no more has this for a name and an id. */
const NOBODY = '00000000-0000-0000-0000-000000000000';

export function toBlock(row: BlockRow): Block {
  return {
    visitor: { kind: 'visitor', id: row.id, name: visitorName(row) },
    by: { kind: 'agent', id: row.blocked_by ?? NOBODY, name: row.agent_name ?? 'Former agent' },
    ...(row.block_reason !== null && { reason: row.block_reason }),
    createdAt: row.blocked_at.toISOString(),
  };
}

/** Tells agents of the visitor, and ends its streams (AU4). */
export function tellBlocked({ append }: LogTransaction, visitor: VisitorRow): void {
  const at = new Date();
  append({ type: 'visitor.updated', at, scope: 'agents', data: toVisitor(visitor) });
  if (visitor.blocked_at === null) return;
  append({ type: 'access.revoked', at, scope: 'internal', data: { credentialId: visitor.id } });
}

/** Blocks a person who turns out to be a visitor that is blocked (ID3). */
export async function moveBlock(transaction: LogTransaction, from: string, into: string): Promise<void> {
  const [row] = await sql<VisitorRow>(
    transaction.manager,
    `UPDATE "visitors" p SET "blocked_at" = v."blocked_at", "blocked_by" = v."blocked_by", "block_reason" = v."block_reason"
     FROM "visitors" v WHERE v."id" = $1 AND v."blocked_at" IS NOT NULL AND p."id" = $2 AND p."blocked_at" IS NULL
     RETURNING p.*`,
    [from, into],
  );
  if (row) tellBlocked(transaction, row);
}
