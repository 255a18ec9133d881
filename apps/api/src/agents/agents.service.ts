import { Injectable } from '@nestjs/common';
import type { Agent, ParsedBody, ParsedQuery, ReplyBody } from '@porchlight/protocol';
import { DataSource, type EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { changesOf, recordDeed } from '../audit/record.js';
import { hashPassword } from '../auth/password.js';
import type { Principal } from '../auth/principal.js';
import { turnOff } from '../auth/two-factor.js';
import { leaveConversations } from '../conversations/leave-conversations.js';
import { DEFAULT_PAGE, placeById, toPage } from '../database/page.js';
import { type Queryable, sql } from '../database/sql.js';
import { checkVersion } from '../database/version.js';
import { ProblemError } from '../http/problem.js';
import { Log, type LogTransaction } from '../realtime/log.js';
import { OnlineAgents } from '../realtime/online-agents.js';
import { workspaceEntry } from '../realtime/workspace-entry.js';
import { AGENT_COLUMNS, type AgentRow, toAgent } from './agent.mapper.js';

/** Who changes something. */
type Actor = Pick<Principal, 'kind' | 'id' | 'name'>;

@Injectable()
export class AgentsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly log: Log,
    private readonly online: OnlineAgents,
  ) {}

  async list({ limit = DEFAULT_PAGE, after }: ParsedQuery<'listAgents'>): Promise<ReplyBody<'listAgents'>> {
    const rows = await sql<AgentRow>(
      this.dataSource,
      `SELECT ${AGENT_COLUMNS} FROM "agents" a WHERE $1::uuid IS NULL OR a."id" > $1 ORDER BY a."id" LIMIT $2`,
      [after ?? null, limit + 1],
    );
    return toPage(rows, limit, placeById, (row) => this.present(row));
  }

  async isEmpty(): Promise<boolean> {
    return (await sql(this.dataSource, 'SELECT 1 FROM "agents" LIMIT 1')).length === 0;
  }

  /** Throws `not_found`. */
  async get(id: string): Promise<Agent> {
    return this.present(await findAgent(this.dataSource, id));
  }

  /** Without an admin, the server itself does. Throws `conflict` when the e-mail address is taken. */
  async create(admin: Actor | undefined, { email, name, role, password }: ParsedBody<'createAgent'>): Promise<Agent> {
    const hash = await hashPassword(password);
    const row = await this.log.write(async (transaction) => {
      const agent = await this.insert(transaction, { email, name, role, hash });
      await recordDeed(transaction.manager, admin, {
        action: 'agent.created',
        target: agent,
        changes: { role: { to: role } },
      });
      return agent;
    });
    return this.present(row);
  }

  /** In the caller's transaction. Throws `conflict` when the e-mail address is taken. */
  async insert(
    { manager, append }: LogTransaction,
    { email, name, role, hash }: Omit<ParsedBody<'createAgent'>, 'password'> & { hash: string },
  ): Promise<AgentRow> {
    const id = uuidv7();
    const made = await sql(
      manager,
      `INSERT INTO "agents" ("id", "email", "name", "role", "password_hash", "created_at")
       VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (lower("email")) DO NOTHING RETURNING 1`,
      [id, email, name, role, hash, new Date()],
    );
    if (made.length === 0) throw new ProblemError('conflict', 'There is an agent with this e-mail address');
    append(workspaceEntry('agents', id));
    return findAgent(manager, id);
  }

  /** Throws `not_found`, `outdated`, and `refused` rather than leave no admin who can sign in. */
  async update(admin: Actor, id: string, change: ParsedBody<'updateAgent'>): Promise<Agent> {
    const hash = change.password === undefined ? null : await hashPassword(change.password);
    const row = await this.log.write(async (transaction) => {
      const { manager, append } = transaction;
      await keepAnAdmin(manager, id, change);
      const before = await findAgent(manager, id, true);
      checkVersion(before, change.version);
      await sql(
        manager,
        `UPDATE "agents" SET "name" = coalesce($2, "name"), "role" = coalesce($3, "role"),
           "disabled" = coalesce($4, "disabled"), "password_hash" = coalesce($5, "password_hash"),
           "capacity" = CASE WHEN $6 THEN $7 ELSE "capacity" END, "version" = "version" + 1
         WHERE "id" = $1`,
        [
          id,
          change.name ?? null,
          change.role ?? null,
          change.disabled ?? null,
          hash,
          change.capacity !== undefined,
          change.capacity ?? null,
        ],
      );
      if (change.twoFactor === false) await turnOff(manager, id);
      const after = await findAgent(manager, id);
      if (after.disabled || hash !== null) {
        await sql(manager, 'DELETE FROM "agent_sessions" WHERE "agent_id" = $1', [id]);
        append({ type: 'access.revoked', at: new Date(), scope: 'internal', data: { credentialId: id } });
      }
      if (after.disabled && !before.disabled) await leaveConversations(transaction, id);
      append(workspaceEntry('agents', id));
      const target = { id, name: after.name };
      const changes = changesOf(before, after, ['name', 'role', 'disabled', 'capacity']);
      if (Object.keys(changes).length > 0)
        await recordDeed(manager, admin, { action: 'agent.changed', target, changes });
      if (hash !== null) await recordDeed(manager, admin, { action: 'agent.password_changed', target });
      if (change.twoFactor === false) await recordDeed(manager, admin, { action: 'agent.two_factor_off', target });
      return after;
    });
    return this.present(row);
  }

  present(row: AgentRow): Agent {
    return toAgent(row, this.online.presenceOf(row.id));
  }
}

async function findAgent(on: Queryable, id: string, lock = false): Promise<AgentRow> {
  const [row] = await sql<AgentRow>(
    on,
    `SELECT ${AGENT_COLUMNS} FROM "agents" a WHERE a."id" = $1${lock ? ' FOR UPDATE OF a' : ''}`,
    [id],
  );
  if (!row) throw new ProblemError('not_found', 'There is no such agent');
  return row;
}

async function keepAnAdmin(manager: EntityManager, id: string, change: ParsedBody<'updateAgent'>): Promise<void> {
  if (change.disabled !== true && change.role !== 'agent') return;
  const admins = await sql<{ id: string }>(
    manager,
    `SELECT "id" FROM "agents" WHERE "role" = 'admin' AND NOT "disabled" ORDER BY "id" FOR UPDATE`,
  );
  if (admins.length === 1 && admins[0]?.id === id) throw new ProblemError('refused', 'The last admin stays one');
}
