import { Injectable } from '@nestjs/common';
import type { CreatedInvitation, OpenInvitation, ParsedBody, ParsedQuery, ReplyBody } from '@porchlight/protocol';
import type { FastifyRequest } from 'fastify';
import { DataSource } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { AgentsService } from '../agents/agents.service.js';
import { recordDeed } from '../audit/record.js';
import { hashPassword } from '../auth/password.js';
import type { AgentPrincipal } from '../auth/principal.js';
import { type NewAgentSession, SessionsService } from '../auth/sessions.service.js';
import { createToken, hashToken, INVITATION_TOKEN } from '../auth/tokens.js';
import { DEFAULT_PAGE, placeById, toPage } from '../database/page.js';
import { sql } from '../database/sql.js';
import { ProblemError } from '../http/problem.js';
import { Mailer } from '../mail/mailer.js';
import { Log } from '../realtime/log.js';
import { workspaceEntry } from '../realtime/workspace-entry.js';
import { type InvitationRow, toInvitation } from './invitation.mapper.js';

/** How long an invitation is good, in milliseconds: seven days. */
const LIFE_MS = 7 * 24 * 3_600_000;

/** How agents come: an admin makes a link, and whoever opens it chooses a name and a password. */
@Injectable()
export class InvitationsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly log: Log,
    private readonly agents: AgentsService,
    private readonly sessions: SessionsService,
    private readonly mailer: Mailer,
  ) {}

  async list({ limit = DEFAULT_PAGE, after }: ParsedQuery<'listInvitations'>): Promise<ReplyBody<'listInvitations'>> {
    const rows = await sql<InvitationRow>(
      this.dataSource,
      `SELECT * FROM "invitations" WHERE "expires_at" > now() AND ($1::uuid IS NULL OR "id" < $1)
       ORDER BY "id" DESC LIMIT $2`,
      [after ?? null, limit + 1],
    );
    return toPage(rows, limit, placeById, toInvitation);
  }

  /** Takes the place of an earlier one to the same address. Throws `conflict` when that is an agent's already. */
  async create(
    admin: AgentPrincipal,
    { email, role }: ParsedBody<'createInvitation'>,
    origin: string,
  ): Promise<CreatedInvitation> {
    const token = createToken(INVITATION_TOKEN);
    const row = await this.log.write(async ({ manager, append }) => {
      const agents = await sql(manager, 'SELECT 1 FROM "agents" WHERE lower("email") = lower($1)', [email]);
      if (agents.length > 0) throw new ProblemError('conflict', 'There is an agent with this e-mail address');
      const now = Date.now();
      const [made] = await sql<InvitationRow>(
        manager,
        `INSERT INTO "invitations" ("id", "hash", "email", "role", "invited_by", "created_at", "expires_at")
         VALUES ($1, $2, $3, $4, $5, $6, $7)
         ON CONFLICT (lower("email")) DO UPDATE SET "id" = excluded."id", "hash" = excluded."hash", "role" = excluded."role",
           "invited_by" = excluded."invited_by", "created_at" = excluded."created_at", "expires_at" = excluded."expires_at"
         RETURNING *`,
        [uuidv7(), hashToken(token), email, role, admin.name, new Date(now), new Date(now + LIFE_MS)],
      );
      const invitation = made as InvitationRow;
      await recordDeed(manager, admin, {
        action: 'invitation.created',
        target: { id: invitation.id, name: email },
        changes: { role: { to: role } },
      });
      append(workspaceEntry('invitations', invitation.id));
      return invitation;
    });
    // Behind the `#`, which no server and no log sees (AU1).
    const url = `${origin}/inbox/join#${token}`;
    const mailed = await this.mailer.send({
      to: email,
      subject: `${admin.name} invites you to the inbox`,
      text: `${admin.name} would like you to answer visitors with Porchlight. Choose your name and password here:

${url}

The link works once, for seven days.
`,
    });
    return { invitation: toInvitation(row), url, mailed };
  }

  /** Throws `not_found`. */
  async delete(admin: AgentPrincipal, id: string): Promise<void> {
    await this.log.write(async ({ manager, append }) => {
      const [row] = await sql<InvitationRow>(manager, 'DELETE FROM "invitations" WHERE "id" = $1 RETURNING *', [id]);
      if (!row) throw new ProblemError('not_found', 'There is no such invitation');
      await recordDeed(manager, admin, { action: 'invitation.deleted', target: { id, name: row.email } });
      append(workspaceEntry('invitations', id));
    });
  }

  /** Throws `not_found` for one that is used, taken back, replaced or too old. */
  async open(token: string): Promise<OpenInvitation> {
    const [row] = await sql<InvitationRow>(
      this.dataSource,
      'SELECT * FROM "invitations" WHERE "hash" = $1 AND "expires_at" > now()',
      [hashToken(token)],
    );
    if (!row) throw gone();
    return { email: row.email, role: row.role, invitedBy: row.invited_by };
  }

  /** Makes the agent and signs it in. Throws as `open` does, and `conflict` when the address has become an agent's. */
  async accept(
    { token, name, password }: ParsedBody<'acceptInvitation'>,
    request: FastifyRequest,
  ): Promise<NewAgentSession> {
    await this.open(token);
    const hash = await hashPassword(password);
    const { id, ...session } = await this.log.write(async (transaction) => {
      const { manager, append } = transaction;
      const [row] = await sql<InvitationRow>(
        manager,
        'DELETE FROM "invitations" WHERE "hash" = $1 AND "expires_at" > now() RETURNING *',
        [hashToken(token)],
      );
      if (!row) throw gone();
      const agent = await this.agents.insert(transaction, { email: row.email, name, role: row.role, hash });
      await recordDeed(
        manager,
        { kind: 'agent', id: agent.id, name },
        {
          action: 'agent.joined',
          target: { id: agent.id, name },
          changes: { role: { to: row.role }, invitedBy: { to: row.invited_by } },
        },
      );
      append(workspaceEntry('invitations', row.id));
      return { id: agent.id, ...(await this.sessions.begin(manager, agent.id, request)) };
    });
    return { agent: await this.agents.get(id), ...session };
  }
}

const gone = () => new ProblemError('not_found', 'The invitation has been used, taken back, or is too old');
