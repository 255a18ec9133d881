import { createPublicKey } from 'node:crypto';
import { Injectable, Logger } from '@nestjs/common';
import type { IdentityKey, NewIdentityKey, ReplyBody } from '@porchlight/protocol';
import { DataSource } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { recordDeed } from '../audit/record.js';
import type { Principal } from '../auth/principal.js';
import { createToken, IDENTITY_SECRET } from '../auth/tokens.js';
import { isUniqueViolation } from '../database/database-errors.js';
import { sql } from '../database/sql.js';
import { ProblemError } from '../http/problem.js';
import { SitesService } from '../sites/sites.service.js';
import { type IdentityKeyRow, toIdentityKey } from './identity-key.mapper.js';
import type { VerificationKey } from './identity-token.js';
import { readPublicKey } from './public-key.js';
import { SecretBox } from './secret-box.js';

/** A JWT without a key's name is tried with each of them. */
const MAX_KEYS = 10;

/** The keys with which a site signs who its visitors are. */
/** Who changes something. */
type Actor = Pick<Principal, 'kind' | 'id' | 'name'>;

@Injectable()
export class IdentityKeysService {
  private readonly logger = new Logger('IdentityKeys');

  constructor(
    private readonly dataSource: DataSource,
    private readonly sites: SitesService,
    private readonly box: SecretBox,
  ) {}

  /** Throws `not_found`. */
  async list(site: string): Promise<IdentityKey[]> {
    await this.sites.get(site);
    return (await this.rowsOf(site)).map(toIdentityKey);
  }

  /** Throws `not_found`, `invalid` for a key that does not fit, `conflict` for its name, `refused` for one too many. */
  async create(
    admin: Actor,
    site: string,
    { algorithm, kid, publicKey }: NewIdentityKey,
  ): Promise<ReplyBody<'createIdentityKey'>> {
    await this.sites.get(site);
    if ((algorithm === 'HS256') !== (publicKey === undefined)) {
      const message = algorithm === 'HS256' ? 'is not for HS256, whose secret is made here' : 'is missing';
      throw new ProblemError('invalid', 'The public key does not fit', { errors: [{ path: 'publicKey', message }] });
    }
    const id = uuidv7();
    const secret = publicKey === undefined ? createToken(IDENTITY_SECRET) : undefined;
    const row: IdentityKeyRow = {
      id,
      site,
      kid: kid ?? id,
      algorithm,
      secret: secret === undefined ? null : this.box.seal(secret, id),
      public_key: publicKey === undefined ? null : readPublicKey(algorithm, publicKey),
      created_at: new Date(),
    };
    await this.store(admin, row);
    return { ...toIdentityKey(row), ...(secret !== undefined && { secret }) };
  }

  /** Throws `not_found`. */
  async delete(admin: Actor, site: string, id: string): Promise<void> {
    await this.dataSource.transaction(async (manager) => {
      const [deleted] = await sql<{ kid: string }>(
        manager,
        'DELETE FROM "identity_keys" WHERE "id" = $1 AND "site" = $2 RETURNING "kid"',
        [id, site],
      );
      if (!deleted) throw new ProblemError('not_found', 'The site has no such key');
      await recordDeed(manager, admin, {
        action: 'identity_key.deleted',
        target: { id, name: `${site}: ${deleted.kid}` },
      });
    });
  }

  /** What a JWT of the site can be verified with. */
  async keysOf(site: string): Promise<VerificationKey[]> {
    const rows = await this.rowsOf(site);
    return rows.map((row) => ({ kid: row.kid, algorithm: row.algorithm, read: () => this.read(row) }));
  }

  private read({ id, kid, secret, public_key }: IdentityKeyRow) {
    if (public_key !== null) return createPublicKey(public_key);
    try {
      return Buffer.from(this.box.open(secret ?? Buffer.alloc(0), id), 'utf8');
    } catch {
      this.logger.error(`the identity key ${kid} was sealed under another SECRET_KEY; make a new one`);
      return undefined;
    }
  }

  private rowsOf(site: string): Promise<IdentityKeyRow[]> {
    return sql(this.dataSource, 'SELECT * FROM "identity_keys" WHERE "site" = $1 ORDER BY "id"', [site]);
  }

  private async store(admin: Actor, row: IdentityKeyRow): Promise<void> {
    try {
      await this.dataSource.transaction(async (manager) => {
        // One at a time for each site, so that two do not both find the last place free.
        await sql(manager, 'SELECT 1 FROM "sites" WHERE "key" = $1 FOR UPDATE', [row.site]);
        const keys = await sql(manager, 'SELECT 1 FROM "identity_keys" WHERE "site" = $1', [row.site]);
        if (keys.length >= MAX_KEYS) throw new ProblemError('refused', `A site has at most ${MAX_KEYS} keys`);
        await sql(
          manager,
          `INSERT INTO "identity_keys" ("id", "site", "kid", "algorithm", "secret", "public_key", "created_at")
           VALUES ($1, $2, $3, $4, $5, $6, $7)`,
          [row.id, row.site, row.kid, row.algorithm, row.secret, row.public_key, row.created_at],
        );
        await recordDeed(manager, admin, {
          action: 'identity_key.created',
          target: { id: row.id, name: `${row.site}: ${row.kid}` },
        });
      });
    } catch (error) {
      if (isUniqueViolation(error)) throw new ProblemError('conflict', 'The site has a key with this kid');
      throw error;
    }
  }
}
