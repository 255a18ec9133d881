import { Injectable } from '@nestjs/common';
import { formatCursor, type IdentityClaims, type NewSession } from '@porchlight/protocol';
import type { EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import type { VisitorPrincipal } from '../auth/principal.js';
import { endToken, endTokensOf, issueToken, renewToken } from '../auth/visitor-tokens.js';
import { isUniqueViolation } from '../database/database-errors.js';
import { sql } from '../database/sql.js';
import { ProblemError } from '../http/problem.js';
import { Log, type LogTransaction } from '../realtime/log.js';
import { toVisitor, type VisitorRow } from '../visitors/visitor.mapper.js';
import { recordPage } from '../visitors/visitor-events.js';
import { type VisitorArrival } from '../visitors/visitor-facts.js';
import { historyOf, mergeVisitor } from './merge-visitor.js';

/** Others may sign in as the same person at the same moment; each try sees what the one before did. */
const MAX_TRIES = 5;

/** What was read before the locks were held is no longer so. */
class Outdated extends Error {
  override readonly name = 'Outdated';
}

export interface SignIn {
  site: string;
  identity: IdentityClaims;
  /** What the visitor says of itself besides. */
  profile: VisitorArrival;
  /** The visitor whose token came along, and the token. */
  holder: VisitorPrincipal | undefined;
  token: string;
}

/** Turns whoever holds a site's word for it into the person that it names (rules ID2 to ID4). */
@Injectable()
export class SignInService {
  constructor(private readonly log: Log) {}

  /** `created`: whether the token is a new one. Throws `unauthenticated` when the holder's token ends meanwhile. */
  async signIn(request: SignIn): Promise<{ session: NewSession; created: boolean }> {
    // Taken first: what happens from here on is after the cursor.
    const cursor = formatCursor(await this.log.head());
    for (let tries = 1; ; tries++) {
      try {
        const { token, row } = await this.log.write((transaction) => signIn(transaction, request));
        return { session: { token, visitor: toVisitor(row), cursor }, created: token !== request.token };
      } catch (error) {
        if (!(error instanceof Outdated || isUniqueViolation(error)) || tries === MAX_TRIES) throw error;
      }
    }
  }
}

async function signIn(transaction: LogTransaction, request: SignIn): Promise<{ token: string; row: VisitorRow }> {
  const { manager } = transaction;
  const { site, identity, holder } = request;
  const personId = await findPerson(manager, site, identity.sub);
  const moves = holder && !holder.verified && personId !== undefined;
  const locked = moves ? await historyOf(manager, holder.id, true) : [];
  const rows = await lockVisitors(manager, [holder?.id, personId]);
  const person = personId === undefined ? undefined : rows.get(personId);
  const held = holder && rows.get(holder.id);
  // Whoever signs the holder in elsewhere at this moment ends this token.
  if (holder && !(held && (await holds(manager, holder.credentialId)))) throw new ProblemError('unauthenticated');
  if (personId !== undefined && person?.external_id !== identity.sub) throw new Outdated();

  if (held && held.id === person?.id && holder) {
    await renewToken(manager, holder.credentialId);
    return { token: request.token, row: await identify(transaction, held, request) };
  }
  if (held && held.external_id === null && !person) {
    const row = await identify(transaction, held, request);
    // Whoever has had the anonymous token has not had the site's word.
    await endTokensOf(transaction, held.id);
    return { token: await issueToken(manager, { id: row.id, verified: true }), row };
  }
  let row = person ?? (await insertPerson(manager, site));
  if (held?.external_id === null) {
    const history = await historyOf(manager, held.id, false);
    if (history.some((id) => !locked.includes(id))) throw new Outdated();
    row = await mergeVisitor(transaction, held, row);
  } else if (holder) {
    await endToken(transaction, holder.credentialId);
  }
  row = await identify(transaction, row, request);
  return { token: await issueToken(manager, { id: row.id, verified: true }), row };
}

async function findPerson(manager: EntityManager, site: string, externalId: string): Promise<string | undefined> {
  const [found] = await sql<{ id: string }>(
    manager,
    'SELECT "id" FROM "visitors" WHERE "site" = $1 AND "external_id" = $2',
    [site, externalId],
  );
  return found?.id;
}

/** Holds back whatever else these visitors do; always in the same order, and after any conversation. */
async function lockVisitors(manager: EntityManager, ids: readonly (string | undefined)[]) {
  const rows = await sql<VisitorRow>(
    manager,
    'SELECT * FROM "visitors" WHERE "id" = ANY($1) AND "erased_at" IS NULL ORDER BY "id" FOR UPDATE',
    [ids.filter((id) => id !== undefined)],
  );
  return new Map(rows.map((row) => [row.id, row]));
}

/** Whether a token is still good. */
async function holds(manager: EntityManager, credentialId: string): Promise<boolean> {
  return (await sql(manager, 'SELECT 1 FROM "visitor_tokens" WHERE "id" = $1', [credentialId])).length > 0;
}

async function insertPerson(manager: EntityManager, site: string): Promise<VisitorRow> {
  const [row] = await sql<VisitorRow>(
    manager,
    'INSERT INTO "visitors" ("id", "site", "created_at") VALUES ($1, $2, $3) RETURNING *',
    [uuidv7(), site, new Date()],
  );
  return row as VisitorRow;
}

/** Writes down who a visitor is; what the site has signed stands above what the visitor says. */
async function identify(
  { manager, append }: LogTransaction,
  before: VisitorRow,
  { identity, profile }: SignIn,
): Promise<VisitorRow> {
  const [after] = await sql<VisitorRow>(
    manager,
    `UPDATE "visitors" SET "external_id" = $2, "claimed" = $3, "name" = coalesce($4, "name"),
       "email" = coalesce($5, "email"), "locale" = coalesce($6, "locale"), "page" = coalesce($7, "page"),
       "time_zone" = coalesce($8, "time_zone"), "referrer" = coalesce($9, "referrer"), "user_agent" = coalesce($10, "user_agent")
     WHERE "id" = $1 RETURNING *`,
    [
      before.id,
      identity.sub,
      JSON.stringify(identity.attributes ?? {}),
      identity.name ?? profile.name ?? null,
      identity.email ?? null,
      profile.locale ?? null,
      profile.page ?? null,
      profile.timeZone ?? null,
      profile.referrer ?? null,
      profile.userAgent ?? null,
    ],
  );
  const row = after as VisitorRow;
  if (profile.page !== undefined && profile.page !== before.page) await recordPage(manager, row.id, profile.page);
  if (JSON.stringify(toVisitor(row)) !== JSON.stringify(toVisitor(before))) {
    append({ type: 'visitor.updated', at: new Date(), scope: 'agents', data: toVisitor(row) });
  }
  return row;
}
