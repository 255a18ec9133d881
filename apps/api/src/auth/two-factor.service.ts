import { createHash, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { ReplyBody, TwoFactorSetup } from '@porchlight/protocol';
import { DataSource } from 'typeorm';
import { recordDeed } from '../audit/record.js';
import { type Queryable, sql } from '../database/sql.js';
import { ProblemError } from '../http/problem.js';
import { SecretBox } from '../identity/secret-box.js';
import { Log } from '../realtime/log.js';
import { workspaceEntry } from '../realtime/workspace-entry.js';
import type { AgentPrincipal } from './principal.js';
import { base32, stepOf } from './totp.js';
import { turnOff } from './two-factor.js';

const ISSUER = 'Porchlight';
/** 160 bits, the length of the hash (RFC 4226 section 4). */
const SECRET_BYTES = 20;
const RECOVERY_CODES = 10;
/** Without those that are mistaken for one another. */
const RECOVERY_ALPHABET = 'abcdefghjkmnpqrstuvwxyz23456789';

interface Secret {
  totp_secret: Buffer | null;
  totp_since: Date | null;
}

/** The second factor: codes of an authenticator app (RFC 6238), and some for the loss of it. */
@Injectable()
export class TwoFactorService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly log: Log,
    private readonly box: SecretBox,
  ) {}

  /** A new secret, not in force yet. Throws `refused` when one is. */
  async begin(agent: AgentPrincipal): Promise<TwoFactorSetup> {
    const secret = randomBytes(SECRET_BYTES);
    const changed = await sql<{ email: string }>(
      this.dataSource,
      'UPDATE "agents" SET "totp_secret" = $2 WHERE "id" = $1 AND "totp_since" IS NULL RETURNING "email"',
      [agent.id, this.box.seal(secret.toString('base64'), purposeOf(agent.id))],
    );
    const [row] = changed;
    if (!row) throw new ProblemError('refused', 'Two-factor is on already');
    const text = base32(secret);
    const label = encodeURIComponent(`${ISSUER}:${row.email}`);
    return { secret: text, uri: `otpauth://totp/${label}?secret=${text}&issuer=${ISSUER}` };
  }

  /** Puts the new secret in force. Throws `refused` for a wrong code, and when there is no new secret. */
  confirm(agent: AgentPrincipal, code: string): Promise<ReplyBody<'confirmTwoFactor'>> {
    return this.log.write(async ({ manager, append }) => {
      const row = await this.secretOf(manager, agent.id);
      if (!row?.totp_secret || row.totp_since) throw new ProblemError('refused', 'Begin anew');
      const step = stepOf(this.open(agent.id, row.totp_secret), code.replace(/\D/g, ''));
      if (step === undefined) {
        throw new ProblemError('refused', 'The code is not right', {
          errors: [{ path: 'code', message: 'is not right' }],
        });
      }
      await sql(
        manager,
        'UPDATE "agents" SET "totp_since" = $2, "totp_step" = $3, "version" = "version" + 1 WHERE "id" = $1',
        [agent.id, new Date(), step],
      );
      const recoveryCodes = Array.from({ length: RECOVERY_CODES }, recoveryCode);
      await sql(manager, 'DELETE FROM "agent_recovery_codes" WHERE "agent_id" = $1', [agent.id]);
      await sql(
        manager,
        `INSERT INTO "agent_recovery_codes" ("hash", "agent_id") SELECT decode(h, 'hex'), $2 FROM unnest($1::text[]) h`,
        [recoveryCodes.map((each) => hashOf(agent.id, each).toString('hex')), agent.id],
      );
      await recordDeed(manager, agent, { action: 'agent.two_factor_on', target: agent });
      append(workspaceEntry('agents', agent.id));
      return { recoveryCodes };
    });
  }

  async end(agent: AgentPrincipal): Promise<void> {
    await this.log.write(async ({ manager, append }) => {
      await turnOff(manager, agent.id);
      await recordDeed(manager, agent, { action: 'agent.two_factor_off', target: agent });
      append(workspaceEntry('agents', agent.id));
    });
  }

  /**
   * Whether a code signs in, which it does once. `undefined`: the agent has no second factor. A secret that cannot be
   * opened, because SECRET_KEY is another one, lets in nobody but by a recovery code.
   */
  async check(id: string, code: string | undefined): Promise<boolean | 'missing' | undefined> {
    const row = await this.secretOf(this.dataSource, id);
    if (!row?.totp_secret || !row.totp_since) return undefined;
    if (code === undefined) return 'missing';
    const digits = code.replace(/[ -]/g, '');
    const step = /^\d{6}$/.test(digits) ? stepOf(this.open(id, row.totp_secret), digits) : undefined;
    const taken =
      step === undefined
        ? await sql(
            this.dataSource,
            'DELETE FROM "agent_recovery_codes" WHERE "hash" = $1 AND "agent_id" = $2 RETURNING 1',
            [hashOf(id, code), id],
          )
        : await sql(
            this.dataSource,
            'UPDATE "agents" SET "totp_step" = $2 WHERE "id" = $1 AND "totp_step" < $2 RETURNING 1',
            [id, step],
          );
    return taken.length > 0;
  }

  private async secretOf(on: Queryable, id: string): Promise<Secret | undefined> {
    const [row] = await sql<Secret>(on, 'SELECT "totp_secret", "totp_since" FROM "agents" WHERE "id" = $1', [id]);
    return row;
  }

  private open(id: string, sealed: Buffer): Buffer {
    try {
      return Buffer.from(this.box.open(sealed, purposeOf(id)), 'base64');
    } catch {
      return randomBytes(SECRET_BYTES);
    }
  }
}

const purposeOf = (id: string) => `totp ${id}`;

function recoveryCode(): string {
  // 50 bits: the bias of the remainder takes less than one of them.
  const letters = Array.from(randomBytes(10), (byte) => RECOVERY_ALPHABET[byte % RECOVERY_ALPHABET.length]);
  return `${letters.slice(0, 5).join('')}-${letters.slice(5).join('')}`;
}

/** Sign-ins are throttled, and what is guessed is 50 random bits: a plain hash will do. */
function hashOf(id: string, code: string): Buffer {
  return createHash('sha256')
    .update(`${id} ${code.toLowerCase().replace(/[ -]/g, '')}`)
    .digest();
}
