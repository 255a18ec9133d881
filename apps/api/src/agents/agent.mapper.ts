import type { Agent, AgentPresence, Role } from '@porchlight/protocol';
import { pictureUrl } from './picture-url.js';

/** An agent with its teams, as AGENT_COLUMNS selects it. */
export interface AgentRow {
  id: string;
  email: string;
  name: string;
  role: Role;
  password_hash: string;
  disabled: boolean;
  capacity: number | null;
  picture_id: string | null;
  /** Not answering now: by choice, or for want of input. */
  away: 'chosen' | 'idle' | null;
  totp_since: Date | null;
  teams: string[];
  version: number;
  created_at: Date;
}

/** The columns of {@link AgentRow}, from "agents" a. */
export const AGENT_COLUMNS = `a."id", a."email", a."name", a."role", a."password_hash", a."disabled", a."capacity",
  a."version", a."created_at", a."picture_id", a."away", a."totp_since",
  ARRAY(SELECT m."team_id"::text FROM "team_members" m WHERE m."agent_id" = a."id" ORDER BY m."team_id") AS "teams"`;

export function toAgent(row: AgentRow, presence: AgentPresence): Agent {
  return {
    id: row.id,
    email: row.email,
    name: row.name,
    role: row.role,
    disabled: row.disabled,
    ...(row.picture_id !== null && { avatarUrl: pictureUrl(row.picture_id) }),
    teams: row.teams,
    presence,
    twoFactor: row.totp_since !== null,
    ...(row.capacity !== null && { capacity: row.capacity }),
    version: row.version,
    createdAt: row.created_at.toISOString(),
  };
}
