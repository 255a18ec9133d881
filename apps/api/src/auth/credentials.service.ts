import { Injectable } from '@nestjs/common';
import type { Role, TokenScope } from '@porchlight/protocol';
import { DataSource } from 'typeorm';
import { SharedQuery } from '../database/shared-query.js';
import { sql } from '../database/sql.js';
import { visitorName } from '../visitors/visitor-name.js';
import type { AgentPrincipal, BotPrincipal, Principal, VisitorPrincipal } from './principal.js';
import { AGENT_TOKEN, API_TOKEN, hashToken, VISITOR_TOKEN } from './tokens.js';

/** That a credential is used is written down this often, in milliseconds. */
const USED_MS = 600_000;

/** Tells whose a token is. */
@Injectable()
export class CredentialsService {
  private readonly visitors = new SharedQuery((hashes: readonly string[]) => this.visitorsOf(hashes));

  constructor(private readonly dataSource: DataSource) {}

  /** `undefined` for a token that is unknown, expired or revoked. */
  async principalOf(token: string, via: AgentPrincipal['via']): Promise<Principal | undefined> {
    if (token.startsWith(VISITOR_TOKEN) && via === 'bearer') return this.visitors.ask(hashToken(token).toString('hex'));
    if (token.startsWith(AGENT_TOKEN)) return this.agentOf(token, via);
    if (token.startsWith(API_TOKEN) && via === 'bearer') return this.botOf(token);
    return undefined;
  }

  private async visitorsOf(hashes: readonly string[]): Promise<(VisitorPrincipal | undefined)[]> {
    const rows = await sql<{
      hash: string;
      id: string;
      site: string;
      name: string | null;
      verified: boolean;
      blocked: boolean;
      token: string;
      expires_at: Date;
    }>(
      this.dataSource,
      `SELECT h.hash, v."id", v."site", v."name", v."external_id" IS NOT NULL AS verified,
         v."blocked_at" IS NOT NULL AS blocked, t."id" AS token, t."expires_at"
       FROM unnest($1::text[]) AS h(hash) JOIN "visitor_tokens" t ON t."hash" = decode(h.hash, 'hex')
       JOIN "visitors" v ON v."id" = t."visitor_id"
       WHERE t."expires_at" > now() AND v."erased_at" IS NULL`,
      [hashes],
    );
    const visitors = new Map<string, VisitorPrincipal>();
    for (const { hash, id, site, name, verified, blocked, token, expires_at: expiresAt } of rows) {
      const principal = {
        id,
        site,
        name: visitorName({ id, name }),
        verified,
        blocked,
        credentialId: token,
        expiresAt,
      };
      visitors.set(hash, { kind: 'visitor', ...principal });
    }
    return hashes.map((hash) => visitors.get(hash));
  }

  private async agentOf(token: string, via: AgentPrincipal['via']): Promise<AgentPrincipal | undefined> {
    const [row] = await sql<{
      id: string;
      role: Role;
      name: string;
      picture_id: string | null;
      session: string;
      used_at: Date;
      expires_at: Date;
    }>(
      this.dataSource,
      `SELECT a."id", a."role", a."name", a."picture_id", s."id" AS session, s."used_at", s."expires_at"
       FROM "agent_sessions" s JOIN "agents" a ON a."id" = s."agent_id"
       WHERE s."hash" = $1 AND s."expires_at" > now() AND NOT a."disabled"`,
      [hashToken(token)],
    );
    if (!row) return undefined;
    this.noteUse('agent_sessions', row.session, row.used_at);
    return {
      kind: 'agent',
      id: row.id,
      role: row.role,
      name: row.name,
      pictureId: row.picture_id,
      credentialId: row.session,
      expiresAt: row.expires_at,
      via,
    };
  }

  private async botOf(token: string): Promise<BotPrincipal | undefined> {
    const [row] = await sql<{ id: string; name: string; scopes: TokenScope[]; used_at: Date | null }>(
      this.dataSource,
      'SELECT "id", "name", "scopes", "used_at" FROM "api_tokens" WHERE "hash" = $1',
      [hashToken(token)],
    );
    if (!row) return undefined;
    const { id, name, scopes } = row;
    this.noteUse('api_tokens', id, row.used_at);
    return { kind: 'bot', id, name, scopes, credentialId: id, expiresAt: new Date(8.64e15) };
  }

  /** Nobody waits for it, and the next request makes up for a failure. */
  private noteUse(table: 'agent_sessions' | 'api_tokens', id: string, usedAt: Date | null): void {
    if (usedAt && Date.now() - usedAt.getTime() < USED_MS) return;
    sql(this.dataSource, `UPDATE "${table}" SET "used_at" = now() WHERE "id" = $1`, [id]).catch(() => undefined);
  }
}
