import type { EntityManager } from 'typeorm';
import type { Principal } from '../auth/principal.js';
import { type Queryable, sql } from '../database/sql.js';
import { ProblemError } from '../http/problem.js';

/**
 * Whether a visitor is still there: not erased, and not merged into a person (ID3), since its token was read. With `lock`
 * it stays so for the rest of the transaction; any conversation is locked first. Throws `unauthenticated`, and with `lock`,
 * which is asked for to write, `blocked`.
 */
export async function checkPresent(on: Queryable, principal: Principal, lock = false): Promise<void> {
  if (principal.kind !== 'visitor') return;
  const [found] = await sql<{ blocked_at: Date | null }>(
    on,
    `SELECT "blocked_at" FROM "visitors" WHERE "id" = $1 AND "erased_at" IS NULL AND "merged_into" IS NULL ${lock ? 'FOR SHARE' : ''}`,
    [principal.id],
  );
  if (!found) throw new ProblemError('unauthenticated');
  if (lock && found.blocked_at !== null) throw new ProblemError('blocked');
}

/**
 * Locks those who are to write for the rest of the transaction. The answer tells of each why it cannot, as
 * {@link checkPresent} does, or nothing.
 */
export async function lockWriters(
  manager: EntityManager,
  principals: readonly Principal[],
): Promise<(principal: Principal) => ProblemError | undefined> {
  const ids = principals.filter(({ kind }) => kind === 'visitor').map(({ id }) => id);
  if (ids.length === 0) return () => undefined;
  const rows = await sql<{ id: string; blocked_at: Date | null }>(
    manager,
    `SELECT "id", "blocked_at" FROM "visitors" WHERE "id" = ANY($1) AND "erased_at" IS NULL AND "merged_into" IS NULL
     ORDER BY "id" FOR SHARE`,
    [[...new Set(ids)]],
  );
  const present = new Map(rows.map((row) => [row.id, row]));
  return ({ kind, id }) => {
    if (kind !== 'visitor') return undefined;
    const row = present.get(id);
    if (!row) return new ProblemError('unauthenticated');
    return row.blocked_at === null ? undefined : new ProblemError('blocked');
  };
}
