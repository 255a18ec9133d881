import type { Team } from '@porchlight/protocol';

/** A team with its members, as TEAM_COLUMNS selects it. */
export interface TeamRow {
  id: string;
  name: string;
  members: string[];
  by_turns: boolean;
  version: number;
  created_at: Date;
}

/** The columns of {@link TeamRow}, from "teams" t. */
export const TEAM_COLUMNS = `t."id", t."name", t."by_turns", t."version", t."created_at",
  ARRAY(SELECT m."agent_id"::text FROM "team_members" m WHERE m."team_id" = t."id" ORDER BY m."agent_id") AS "members"`;

export function toTeam(row: TeamRow): Team {
  return {
    id: row.id,
    name: row.name,
    members: row.members,
    byTurns: row.by_turns,
    version: row.version,
    createdAt: row.created_at.toISOString(),
  };
}
