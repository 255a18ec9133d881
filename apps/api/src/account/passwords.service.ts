import { Injectable, Logger } from '@nestjs/common';
import type { ResetLink } from '@porchlight/protocol';
import { DataSource } from 'typeorm';
import { recordDeed } from '../audit/record.js';
import { hashPassword, verifyPassword } from '../auth/password.js';
import type { AgentPrincipal } from '../auth/principal.js';
import { endSessions } from '../auth/sessions.service.js';
import { createToken, hashToken, RESET_TOKEN } from '../auth/tokens.js';
import { Config } from '../config/config.js';
import { type Queryable, sql } from '../database/sql.js';
import { ProblemError } from '../http/problem.js';
import { RateLimits } from '../http/rate-limits.js';
import { Mailer } from '../mail/mailer.js';
import { Log } from '../realtime/log.js';

const HOUR_MS = 3_600_000;
/** How long a link that was asked for by mail is good, in milliseconds: one hour. */
const MAILED_MS = HOUR_MS;
/** How long one that an admin hands over is good, in milliseconds: one day. */
const HANDED_MS = 24 * HOUR_MS;

interface Account {
  id: string;
  name: string;
  email: string;
}

/** Passwords of agents: changed by who knows the present one, or by who holds the link of a reset. */
@Injectable()
export class PasswordsService {
  private readonly logger = new Logger('Passwords');

  constructor(
    private readonly dataSource: DataSource,
    private readonly log: Log,
    private readonly limits: RateLimits,
    private readonly mailer: Mailer,
    private readonly config: Config,
  ) {}

  /** Throws `refused` unless the password is the agent's, with the field that said it. */
  async prove(agent: AgentPrincipal, password: string, path = 'password'): Promise<void> {
    await this.limits.consume('account', agent.id);
    const [row] = await sql<{ password_hash: string }>(
      this.dataSource,
      'SELECT "password_hash" FROM "agents" WHERE "id" = $1',
      [agent.id],
    );
    if (row && (await verifyPassword(password, row.password_hash))) return;
    throw new ProblemError('refused', 'The password is not right', { errors: [{ path, message: 'is not right' }] });
  }

  /** Throws `refused` for a wrong present password. Other sessions end. */
  async change(agent: AgentPrincipal, current: string, password: string): Promise<void> {
    await this.prove(agent, current, 'current');
    const hash = await hashPassword(password);
    await this.log.write(async (transaction) => {
      const { manager } = transaction;
      await sql(manager, 'UPDATE "agents" SET "password_hash" = $2 WHERE "id" = $1', [agent.id, hash]);
      await sql(manager, 'DELETE FROM "password_resets" WHERE "agent_id" = $1', [agent.id]);
      await endSessions(transaction, agent.id, { except: agent.credentialId });
      await recordDeed(manager, agent, { action: 'agent.password_changed', target: agent });
    });
  }

  /** Whether the server sends mail at all. What becomes of the request is not waited for, so that time does not tell. */
  request(email: string): boolean {
    if (this.mailer.enabled) {
      this.mailTo(email).catch((error: unknown) => this.logger.warn({ err: error }, 'a reset could not be made'));
    }
    return this.mailer.enabled;
  }

  /** A link for an admin to hand over. Throws `not_found`, `refused` for an agent who cannot sign in anyway. */
  async createLink(admin: AgentPrincipal, id: string, origin: string): Promise<ResetLink> {
    const [account] = await sql<Account & { disabled: boolean }>(
      this.dataSource,
      'SELECT "id", "name", "email", "disabled" FROM "agents" WHERE "id" = $1',
      [id],
    );
    if (!account) throw new ProblemError('not_found', 'There is no such agent');
    if (account.disabled) throw new ProblemError('refused', 'A disabled agent cannot sign in');
    const made = await this.dataSource.transaction(async (manager) => {
      await recordDeed(manager, admin, { action: 'agent.reset_made', target: account });
      return this.make(manager, id, HANDED_MS);
    });
    const url = linkOf(origin, made.token);
    const mailed = await this.mailer.send(mailOf(account, url, '24 hours'));
    return { url, expiresAt: made.expiresAt.toISOString(), mailed };
  }

  /** Sets the password that a link was made for. Throws `not_found` for one that is used, replaced or too old. */
  async use(token: string, password: string): Promise<void> {
    const hash = await hashPassword(password);
    await this.log.write(async (transaction) => {
      const { manager } = transaction;
      const [reset] = await sql<{ agent_id: string }>(
        manager,
        'DELETE FROM "password_resets" WHERE "hash" = $1 AND "expires_at" > now() RETURNING "agent_id"',
        [hashToken(token)],
      );
      const [agent] = reset
        ? await sql<Account>(
            manager,
            'UPDATE "agents" SET "password_hash" = $2 WHERE "id" = $1 AND NOT "disabled" RETURNING "id", "name", "email"',
            [reset.agent_id, hash],
          )
        : [];
      if (!agent) throw new ProblemError('not_found', 'The link has been used, or is too old');
      await endSessions(transaction, agent.id);
      await recordDeed(manager, { kind: 'agent', ...agent }, { action: 'agent.password_changed', target: agent });
    });
  }

  private async mailTo(email: string): Promise<void> {
    const [account] = await sql<Account>(
      this.dataSource,
      'SELECT "id", "name", "email" FROM "agents" WHERE lower("email") = lower($1) AND NOT "disabled"',
      [email],
    );
    // Mail is sent only where the origin is configured: one that a request named could be anybody's.
    const origin = this.config.publicOrigin;
    if (!account || !origin) return;
    const { token } = await this.make(this.dataSource, account.id, MAILED_MS);
    await this.mailer.send(mailOf(account, linkOf(origin, token), 'one hour'));
  }

  /** One at a time: the one before no longer works. */
  private async make(on: Queryable, agentId: string, lifeMs: number): Promise<{ token: string; expiresAt: Date }> {
    const token = createToken(RESET_TOKEN);
    const expiresAt = new Date(Date.now() + lifeMs);
    await sql(on, 'DELETE FROM "password_resets" WHERE "agent_id" = $1 OR "expires_at" < now()', [agentId]);
    await sql(on, 'INSERT INTO "password_resets" ("hash", "agent_id", "expires_at") VALUES ($1, $2, $3)', [
      hashToken(token),
      agentId,
      expiresAt,
    ]);
    return { token, expiresAt };
  }
}

/** Behind the `#`, which no server and no log sees (AU1). */
const linkOf = (origin: string, token: string) => `${origin}/inbox/reset#${token}`;

function mailOf({ name, email }: Account, url: string, life: string) {
  return {
    to: email,
    subject: 'Choose a new password',
    text: `Hello ${name},

this link lets you choose a new password for your inbox:

${url}

It works once, for ${life}. If you did not ask for it, you need do nothing: your password stays as it is.
`,
  };
}
