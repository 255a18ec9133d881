import type { EntityManager } from 'typeorm';
import { sql } from '../database/sql.js';
import type { LogTransaction } from '../realtime/log.js';
import { createToken, hashToken, VISITOR_TOKEN } from './tokens.js';

const DAY_MS = 24 * 3_600_000;
/** An anonymous visitor who does not come back for this long is a new one, in milliseconds: one year. */
const ANONYMOUS_MS = 365 * DAY_MS;
/** A verified one is to be verified again at least this often, in milliseconds: thirty days. */
const VERIFIED_MS = 30 * DAY_MS;

const expiryOf = (verified: boolean, now: Date) => new Date(now.getTime() + (verified ? VERIFIED_MS : ANONYMOUS_MS));

/** A new token for a visitor. */
export async function issueToken(
  manager: EntityManager,
  visitor: { id: string; verified: boolean },
  now = new Date(),
): Promise<string> {
  const token = createToken(VISITOR_TOKEN);
  await sql(
    manager,
    'INSERT INTO "visitor_tokens" ("hash", "visitor_id", "created_at", "expires_at") VALUES ($1, $2, $3, $4)',
    [hashToken(token), visitor.id, now, expiryOf(visitor.verified, now)],
  );
  return token;
}

/** Lets a verified visitor's token hold from now on as long as a new one would. */
export async function renewToken(manager: EntityManager, credentialId: string, now = new Date()): Promise<void> {
  await sql(manager, 'UPDATE "visitor_tokens" SET "expires_at" = $2 WHERE "id" = $1', [
    credentialId,
    expiryOf(true, now),
  ]);
}

/** Ends one token, and the streams that it opened (RS5). */
export async function endToken({ manager, append }: LogTransaction, credentialId: string): Promise<void> {
  await sql(manager, 'DELETE FROM "visitor_tokens" WHERE "id" = $1', [credentialId]);
  append({ type: 'access.revoked', at: new Date(), scope: 'internal', data: { credentialId } });
}

/** Ends every token of a visitor, each by its own name: one that is issued next is not meant. */
export async function endTokensOf(transaction: LogTransaction, visitorId: string): Promise<void> {
  const tokens = await sql<{ id: string }>(
    transaction.manager,
    'SELECT "id" FROM "visitor_tokens" WHERE "visitor_id" = $1',
    [visitorId],
  );
  for (const { id } of tokens) await endToken(transaction, id);
}
