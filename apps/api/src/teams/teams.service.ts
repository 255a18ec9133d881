import { Injectable } from '@nestjs/common';
import type { ParsedBody, ParsedQuery, ReplyBody, Team } from '@porchlight/protocol';
import { DataSource, type EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { changesOf, recordDeed } from '../audit/record.js';
import type { Principal } from '../auth/principal.js';
import { isUniqueViolation } from '../database/database-errors.js';
import { DEFAULT_PAGE, placeByName, toPage } from '../database/page.js';
import { type Queryable, sql } from '../database/sql.js';
import { checkVersion } from '../database/version.js';
import { ProblemError } from '../http/problem.js';
import { Log } from '../realtime/log.js';
import { workspaceEntry } from '../realtime/workspace-entry.js';
import { TEAM_COLUMNS, type TeamRow, toTeam } from './team.mapper.js';

@Injectable()
export class TeamsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly log: Log,
  ) {}

  async list({ limit = DEFAULT_PAGE, after }: ParsedQuery<'listTeams'>): Promise<ReplyBody<'listTeams'>> {
    const rows = await sql<TeamRow>(
      this.dataSource,
      `SELECT ${TEAM_COLUMNS} FROM "teams" t
       WHERE $1::uuid IS NULL OR (lower(t."name"), t."id") > (lower($2), $1)
       ORDER BY lower(t."name"), t."id" LIMIT $3`,
      [after?.id ?? null, after?.name ?? null, limit + 1],
    );
    return toPage(rows, limit, placeByName, toTeam);
  }

  /** Throws `conflict` when the name is taken, `refused` for members who are no agents. */
  async create(admin: Principal, { name, members = [], byTurns = false }: ParsedBody<'createTeam'>): Promise<Team> {
    const id = uuidv7();
    return this.write(id, async (manager) => {
      await sql(manager, 'INSERT INTO "teams" ("id", "name", "by_turns", "created_at") VALUES ($1, $2, $3, $4)', [
        id,
        name,
        byTurns,
        new Date(),
      ]);
      await setMembers(manager, id, members);
      await recordDeed(manager, admin, { action: 'team.created', target: { id, name } });
      return findTeam(manager, id);
    });
  }

  /** Throws `not_found`, `outdated`, `conflict` when the name is taken, `refused` for members who are no agents. */
  async update(
    admin: Principal,
    id: string,
    { name, members, byTurns, version }: ParsedBody<'updateTeam'>,
  ): Promise<Team> {
    return this.write(id, async (manager) => {
      const before = await findTeam(manager, id, true);
      checkVersion(before, version);
      await sql(
        manager,
        `UPDATE "teams" SET "name" = coalesce($2, "name"), "by_turns" = coalesce($3, "by_turns"),
           "version" = "version" + 1 WHERE "id" = $1`,
        [id, name ?? null, byTurns ?? null],
      );
      if (members) await setMembers(manager, id, members);
      const after = await findTeam(manager, id);
      const changes = changesOf(before, after, ['name', 'members', 'by_turns']);
      await recordDeed(manager, admin, { action: 'team.changed', target: after, changes });
      return after;
    });
  }

  /** Throws `not_found`. */
  async delete(admin: Principal, id: string): Promise<void> {
    await this.log.write(async ({ manager, append }) => {
      const team = await findTeam(manager, id, true);
      await sql(manager, 'DELETE FROM "teams" WHERE "id" = $1', [id]);
      await recordDeed(manager, admin, { action: 'team.deleted', target: team });
      append(workspaceEntry('teams', id));
    });
  }

  private async write(id: string, work: (manager: EntityManager) => Promise<TeamRow>): Promise<Team> {
    try {
      const row = await this.log.write(async ({ manager, append }) => {
        const written = await work(manager);
        append(workspaceEntry('teams', id));
        return written;
      });
      return toTeam(row);
    } catch (error) {
      if (isUniqueViolation(error)) throw new ProblemError('conflict', 'There is a team with this name');
      throw error;
    }
  }
}

async function findTeam(on: Queryable, id: string, lock = false): Promise<TeamRow> {
  const [row] = await sql<TeamRow>(
    on,
    `SELECT ${TEAM_COLUMNS} FROM "teams" t WHERE t."id" = $1${lock ? ' FOR UPDATE OF t' : ''}`,
    [id],
  );
  if (!row) throw noTeam();
  return row;
}

async function setMembers(manager: EntityManager, team: string, members: readonly string[]): Promise<void> {
  await sql(manager, 'DELETE FROM "team_members" WHERE "team_id" = $1 AND NOT "agent_id" = ANY($2::uuid[])', [
    team,
    members,
  ]);
  const agents = await sql(manager, 'SELECT 1 FROM "agents" WHERE "id" = ANY($1::uuid[]) FOR KEY SHARE', [members]);
  if (agents.length < members.length) throw new ProblemError('refused', 'members names somebody who is no agent');
  await sql(
    manager,
    `INSERT INTO "team_members" ("team_id", "agent_id") SELECT $1, unnest($2::uuid[]) ON CONFLICT DO NOTHING`,
    [team, members],
  );
}

const noTeam = () => new ProblemError('not_found', 'There is no such team');
