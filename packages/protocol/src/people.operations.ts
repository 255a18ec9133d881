import { z } from 'zod';
import { password } from './account.operations.js';
import { MAX_NAME_LENGTH } from './limits.js';
import type { Operation } from './operation.js';
import { pageById, pageByName, pageOf } from './paging.js';
import { agent, capacity, role, team } from './people.js';
import { email, id, name } from './primitives.js';
import { seen } from './version.js';

const members = z
  .array(id)
  .max(500)
  .refine((ids) => new Set(ids).size === ids.length, 'must name each agent once')
  .meta({ description: 'All of them; who is left out is taken out.', examples: [[]] });

const agentParams = z.strictObject({ agent: id });
const teamParams = z.strictObject({ team: id });

/** The contract of the routes that manage agents and teams. */
export const peopleOperations = {
  listAgents: {
    summary: 'All agents, oldest first.',
    who: ['agent'],
    query: pageById,
    replies: { 200: pageOf(agent, 'AgentPage') },
  },
  createAgent: {
    summary: 'Add an agent.',
    who: ['admin'],
    body: z.strictObject({ email, name, role, password }),
    replies: { 201: agent },
    errors: ['conflict'],
  },
  updateAgent: {
    summary: 'Change an agent. Disabling one, or a new password, ends its sessions.',
    who: ['admin'],
    params: agentParams,
    body: z.strictObject({
      name: name.optional(),
      role: role.optional(),
      disabled: z.boolean().optional(),
      password: password.optional(),
      capacity: capacity.nullable().optional(),
      twoFactor: z.literal(false).optional().meta({ description: 'Turns it off, for somebody who has lost the app.' }),
      version: seen,
    }),
    replies: { 200: agent },
    errors: ['outdated', 'refused'],
  },
  listTeams: {
    summary: 'All teams, by name.',
    who: ['agent'],
    query: pageByName(MAX_NAME_LENGTH),
    replies: { 200: pageOf(team, 'TeamPage') },
  },
  createTeam: {
    summary: 'Add a team.',
    who: ['admin'],
    body: z.strictObject({ name, members: members.optional(), byTurns: z.boolean().optional() }),
    replies: { 201: team },
    errors: ['conflict', 'refused'],
  },
  updateTeam: {
    summary: 'Rename a team, or say who is in it.',
    who: ['admin'],
    params: teamParams,
    body: z.strictObject({
      name: name.optional(),
      members: members.optional(),
      byTurns: z.boolean().optional(),
      version: seen,
    }),
    replies: { 200: team },
    errors: ['conflict', 'outdated', 'refused'],
  },
  deleteTeam: {
    summary: 'Take a team away. Its agents stay; what it had to answer belongs to no team from then on.',
    who: ['admin'],
    params: teamParams,
    replies: { 204: null },
  },
} as const satisfies Record<string, Operation>;
