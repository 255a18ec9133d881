import { Injectable } from '@nestjs/common';
import type { Agent, ParsedBody, ParsedQuery, ReplyBody } from '@porchlight/protocol';
import type { FastifyRequest } from 'fastify';
import { DataSource } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { AGENT_COLUMNS, type AgentRow } from '../agents/agent.mapper.js';
import { AgentsService } from '../agents/agents.service.js';
import { DEFAULT_PAGE, placeById, toPage } from '../database/page.js';
import { type Queryable, sql } from '../database/sql.js';
import { ProblemError } from '../http/problem.js';
import { Log, type LogTransaction } from '../realtime/log.js';
import { deviceOf, networkOf } from './device.js';
import { hashPassword, verifyPassword } from './password.js';
import type { AgentPrincipal, Principal } from './principal.js';
import { AGENT_TOKEN, createToken, hashToken } from './tokens.js';
import { TwoFactorService } from './two-factor.service.js';
import { endToken } from './visitor-tokens.js';

/** How long a sign-in holds, in milliseconds: thirty days. */
const SESSION_MS = 30 * 24 * 3_600_000;

export interface NewAgentSession {
  agent: Agent;
  token: string;
  expiresAt: Date;
}

interface SessionRow {
  id: string;
  device: string;
  network: string | null;
  created_at: Date;
  used_at: Date;
}

@Injectable()
export class SessionsService {
  /** Compared with when there is no such account, so that the time taken does not tell. */
  private readonly decoy = hashPassword(createToken(''));

  constructor(
    private readonly dataSource: DataSource,
    private readonly log: Log,
    private readonly agents: AgentsService,
    private readonly twoFactor: TwoFactorService,
  ) {}

  /**
   * Throws `unauthenticated`, the same for an unknown account, a wrong password or code and a disabled agent; and
   * `code_required` once the password is right.
   */
  async login({ email, password, code }: ParsedBody<'login'>, request: FastifyRequest): Promise<NewAgentSession> {
    const [row] = await sql<AgentRow>(
      this.dataSource,
      `SELECT ${AGENT_COLUMNS} FROM "agents" a WHERE lower(a."email") = lower($1)`,
      [email],
    );
    const matches = await verifyPassword(password, row?.password_hash ?? (await this.decoy));
    if (!row || !matches || row.disabled) throw wrong();
    const second = await this.twoFactor.check(row.id, code);
    if (second === 'missing') throw new ProblemError('code_required');
    if (second === false) throw wrong();
    return { agent: this.agents.present(row), ...(await this.begin(this.dataSource, row.id, request)) };
  }

  /** A new session of an agent, on the device that asks. */
  async begin(on: Queryable, agentId: string, request: FastifyRequest): Promise<Omit<NewAgentSession, 'agent'>> {
    const token = createToken(AGENT_TOKEN);
    const now = new Date();
    const expiresAt = new Date(now.getTime() + SESSION_MS);
    await sql(
      on,
      `INSERT INTO "agent_sessions" ("id", "hash", "agent_id", "created_at", "used_at", "expires_at", "device", "network")
       VALUES ($1, $2, $3, $4, $4, $5, $6, $7)`,
      [
        uuidv7(),
        hashToken(token),
        agentId,
        now,
        expiresAt,
        deviceOf(request.headers['user-agent']),
        networkOf(request.ip) ?? null,
      ],
    );
    return { token, expiresAt };
  }

  async list(
    { id, credentialId }: AgentPrincipal,
    { limit = DEFAULT_PAGE, after }: ParsedQuery<'listSessions'>,
  ): Promise<ReplyBody<'listSessions'>> {
    const rows = await sql<SessionRow>(
      this.dataSource,
      `SELECT "id", "device", "network", "created_at", "used_at" FROM "agent_sessions"
       WHERE "agent_id" = $1 AND "expires_at" > now() AND ($2::uuid IS NULL OR "id" < $2)
       ORDER BY "id" DESC LIMIT $3`,
      [id, after ?? null, limit + 1],
    );
    return toPage(rows, limit, placeById, (row) => ({
      id: row.id,
      device: row.device,
      ...(row.network !== null && { address: row.network }),
      current: row.id === credentialId,
      createdAt: row.created_at.toISOString(),
      lastUsedAt: row.used_at.toISOString(),
    }));
  }

  /** Ends one session of the agent, and its streams (RS5). Throws `not_found`. */
  async end(agent: AgentPrincipal, session: string): Promise<void> {
    const ended = await this.log.write((transaction) => endSessions(transaction, agent.id, { only: session }));
    if (ended === 0) throw new ProblemError('not_found', 'There is no such session');
  }

  /** Ends the session that asks, and the streams it opened (RS5). */
  async logout(principal: Principal): Promise<void> {
    await this.log.write(async (transaction) => {
      if (principal.kind === 'visitor') await endToken(transaction, principal.credentialId);
      else await endSessions(transaction, principal.id, { only: principal.credentialId });
    });
  }
}

/** Ends sessions of an agent, and the streams they opened (RS5): all, one, or all but one. Answers how many. */
export async function endSessions(
  { manager, append }: LogTransaction,
  agentId: string,
  { only, except }: { only?: string; except?: string } = {},
): Promise<number> {
  const ended = await sql<{ id: string }>(
    manager,
    `DELETE FROM "agent_sessions" WHERE "agent_id" = $1 AND ($2::uuid IS NULL OR "id" = $2)
       AND ($3::uuid IS NULL OR "id" <> $3) RETURNING "id"`,
    [agentId, only ?? null, except ?? null],
  );
  for (const { id } of ended) {
    append({ type: 'access.revoked', at: new Date(), scope: 'internal', data: { credentialId: id } });
  }
  return ended.length;
}

const wrong = () => new ProblemError('unauthenticated', 'The e-mail address, the password or the code is wrong');
