import { z } from 'zod';
import { MAX_CAPACITY } from './limits.js';
import { id, name, timestamp } from './primitives.js';
import { version } from './version.js';

export const role = z.enum(['admin', 'agent']);
/** What an agent may do: an `admin` manages sites and agents besides. */
export type Role = z.infer<typeof role>;

export const agentPresence = z.enum(['online', 'away', 'offline']).meta({
  description: '`online`: there to answer. `away`: connected, but not answering now. `offline`: not connected.',
});
/** Whether an agent is there to answer. */
export type AgentPresence = z.infer<typeof agentPresence>;

/** How many open conversations an agent is given at most. */
export const capacity = z
  .int()
  .min(0)
  .max(MAX_CAPACITY)
  .meta({ description: 'Most open conversations that are given to the agent by turns.', examples: [8] });

export const agent = z
  .object({
    id,
    email: z.string().meta({ examples: ['jo@acme.example'] }),
    name: z.string().meta({ examples: ['Jo'] }),
    role,
    disabled: z.boolean().meta({ description: 'A disabled agent cannot sign in.', examples: [false] }),
    avatarUrl: z.string().optional().meta({ description: 'The picture of the agent, below the address of the API.' }),
    teams: z.array(id).meta({ description: 'The teams that the agent is in.', examples: [[]] }),
    presence: agentPresence,
    twoFactor: z.boolean().meta({ description: 'Whether signing in takes a second factor.', examples: [false] }),
    capacity: capacity.optional().meta({ description: 'Absent: no limit.' }),
    version,
    createdAt: timestamp,
  })
  .meta({ id: 'Agent' });
/** Somebody who answers. */
export type Agent = z.infer<typeof agent>;

export const team = z
  .object({
    id,
    name: name.meta({ examples: ['Shipping'] }),
    members: z.array(id).meta({ description: 'Agents.', examples: [[]] }),
    byTurns: z.boolean().meta({
      description: 'Whether its conversations are given by turns, to members who are online and have room for more.',
      examples: [false],
    }),
    version,
    createdAt: timestamp,
  })
  .meta({ id: 'Team', description: 'Agents who answer the same kind of question.' });
/** Agents who answer the same kind of question. */
export type Team = z.infer<typeof team>;

export const workspaceUpdate = z.object({
  what: z.enum(['agents', 'teams', 'sites', 'canned', 'tags', 'invitations', 'tokens']).meta({
    description: 'Which list has changed: fetch it anew.',
    examples: ['agents'],
  }),
  id: z.string().meta({ description: 'Which item of it.', examples: ['0197a2c3-e5b8-7d20-b4c6-9a1f0e8d7c35'] }),
});
/** Something that all agents share has changed. */
export type WorkspaceUpdate = z.infer<typeof workspaceUpdate>;

export const agentsPresence = z.object({
  online: z.array(id).meta({ description: 'Agents who are there to answer.', examples: [[]] }),
  away: z.array(id).meta({ description: 'Agents who are connected, but not answering now.', examples: [[]] }),
});
/** Which agents are there; those who are named in neither list are offline. */
export type AgentsPresence = z.infer<typeof agentsPresence>;
