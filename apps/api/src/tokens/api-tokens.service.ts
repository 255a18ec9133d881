import { Injectable } from '@nestjs/common';
import type { CreatedApiToken, ParsedBody, ParsedQuery, ReplyBody } from '@porchlight/protocol';
import { DataSource } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { recordDeed } from '../audit/record.js';
import type { AgentPrincipal } from '../auth/principal.js';
import { API_TOKEN, createToken, hashToken } from '../auth/tokens.js';
import { DEFAULT_PAGE, placeById, toPage } from '../database/page.js';
import { sql } from '../database/sql.js';
import { ProblemError } from '../http/problem.js';
import { Log } from '../realtime/log.js';
import { workspaceEntry } from '../realtime/workspace-entry.js';
import { type ApiTokenRow, toApiToken } from './api-token.mapper.js';

const COLUMNS = '"id", "name", "scopes", "start", "created_by", "created_at", "used_at"';
/** So much of a token tells it from others, and is of no use to guess the rest. */
const START_LENGTH = API_TOKEN.length + 4;

/** Credentials for programs. */
@Injectable()
export class ApiTokensService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly log: Log,
  ) {}

  async list({ limit = DEFAULT_PAGE, after }: ParsedQuery<'listTokens'>): Promise<ReplyBody<'listTokens'>> {
    const rows = await sql<ApiTokenRow>(
      this.dataSource,
      `SELECT ${COLUMNS} FROM "api_tokens" WHERE $1::uuid IS NULL OR "id" < $1 ORDER BY "id" DESC LIMIT $2`,
      [after ?? null, limit + 1],
    );
    return toPage(rows, limit, placeById, toApiToken);
  }

  async create(admin: AgentPrincipal, { name, scopes }: ParsedBody<'createToken'>): Promise<CreatedApiToken> {
    const token = createToken(API_TOKEN);
    const id = uuidv7();
    const row = await this.log.write(async ({ manager, append }) => {
      const [made] = await sql<ApiTokenRow>(
        manager,
        `INSERT INTO "api_tokens" ("id", "hash", "name", "scopes", "start", "created_by", "created_at")
         VALUES ($1, $2, $3, $4, $5, $6, $7) RETURNING ${COLUMNS}`,
        [id, hashToken(token), name, scopes, token.slice(0, START_LENGTH), admin.name, new Date()],
      );
      await recordDeed(manager, admin, {
        action: 'token.created',
        target: { id, name },
        changes: { scopes: { to: scopes } },
      });
      append(workspaceEntry('tokens', id));
      return made as ApiTokenRow;
    });
    return { ...toApiToken(row), token };
  }

  /** Ends a token, and the streams that it opened (RS5). Throws `not_found`. */
  async delete(admin: AgentPrincipal, id: string): Promise<void> {
    await this.log.write(async ({ manager, append }) => {
      const [row] = await sql<{ name: string }>(manager, 'DELETE FROM "api_tokens" WHERE "id" = $1 RETURNING "name"', [
        id,
      ]);
      if (!row) throw new ProblemError('not_found', 'There is no such token');
      await recordDeed(manager, admin, { action: 'token.deleted', target: { id, name: row.name } });
      append({ type: 'access.revoked', at: new Date(), scope: 'internal', data: { credentialId: id } });
      append(workspaceEntry('tokens', id));
    });
  }
}
