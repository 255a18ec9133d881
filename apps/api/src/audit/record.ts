import type { AuditAction } from '@porchlight/protocol';
import type { EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import type { Principal } from '../auth/principal.js';
import { sql } from '../database/sql.js';

export interface Deed {
  action: AuditAction;
  target: { id: string; name: string };
  /** Field to its value before and after; never a secret. */
  changes?: Record<string, { from?: unknown; to?: unknown }>;
}

/** Writes down who did what, in the transaction that does it. Without an actor, the server itself did. */
export async function recordDeed(
  manager: EntityManager,
  actor: Pick<Principal, 'kind' | 'id' | 'name'> | undefined,
  { action, target, changes }: Deed,
): Promise<void> {
  await sql(
    manager,
    `INSERT INTO "audit" ("id", "at", "actor_kind", "actor_id", "actor_name", "action", "target_id", "target_name", "changes")
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [
      uuidv7(),
      new Date(),
      actor?.kind ?? 'system',
      actor?.id ?? null,
      actor?.name ?? 'Porchlight',
      action,
      target.id,
      target.name,
      changes && Object.keys(changes).length > 0 ? JSON.stringify(changes) : null,
    ],
  );
}

/** The fields of two states of the same thing that differ. */
export function changesOf<State extends object>(
  before: State,
  after: State,
  fields: readonly (keyof State & string)[],
): Record<string, { from?: unknown; to?: unknown }> {
  const differ = fields.filter((field) => JSON.stringify(before[field]) !== JSON.stringify(after[field]));
  return Object.fromEntries(differ.map((field) => [field, { from: before[field], to: after[field] }]));
}
