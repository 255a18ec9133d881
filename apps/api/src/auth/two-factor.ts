import type { EntityManager } from 'typeorm';
import { sql } from '../database/sql.js';

/** Takes the second factor away, in the caller's transaction. */
export async function turnOff(manager: EntityManager, id: string): Promise<void> {
  await sql(
    manager,
    'UPDATE "agents" SET "totp_secret" = NULL, "totp_since" = NULL, "version" = "version" + 1 WHERE "id" = $1',
    [id],
  );
  await sql(manager, 'DELETE FROM "agent_recovery_codes" WHERE "agent_id" = $1', [id]);
}
