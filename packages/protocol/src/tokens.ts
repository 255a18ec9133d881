import { z } from 'zod';
import type { Operation } from './operation.js';
import { pageById, pageOf } from './paging.js';
import { id, name, timestamp } from './primitives.js';
import type { RouteName } from './routes.js';

export const tokenScope = z.enum(['read', 'write', 'manage']).meta({
  description:
    '`read`: see what agents see. `write`: answer and change conversations. `manage`: change sites, teams, tags and shared canned replies.',
});
/** What an API token may do. */
export type TokenScope = z.infer<typeof tokenScope>;

/**
 * All that an API token can be used for, and the scope that it takes. Not what is about a person's own account, who may get
 * in, or who is to be kept out: an agent answers for that.
 */
export const tokenRoutes = {
  getVisitor: 'read',
  listVisitorEvents: 'read',
  listConversations: 'read',
  getConversation: 'read',
  countConversations: 'read',
  listMessages: 'read',
  listMessageEdits: 'read',
  listMembers: 'read',
  listBans: 'read',
  listBlocks: 'read',
  streamEvents: 'read',
  pollEvents: 'read',
  listSites: 'read',
  listAgents: 'read',
  listTeams: 'read',
  listTags: 'read',
  listCannedReplies: 'read',
  search: 'read',
  updateConversation: 'write',
  updateConversations: 'write',
  createMessage: 'write',
  updateMessage: 'write',
  deleteMessage: 'write',
  putReceipt: 'write',
  createTyping: 'write',
  createAttachment: 'write',
  createTag: 'write',
  createSite: 'manage',
  updateSite: 'manage',
  createTeam: 'manage',
  updateTeam: 'manage',
  deleteTeam: 'manage',
  updateTag: 'manage',
  deleteTag: 'manage',
  createCannedReply: 'manage',
  updateCannedReply: 'manage',
  deleteCannedReply: 'manage',
} as const satisfies Partial<Record<RouteName, TokenScope>>;

const scopes = z
  .array(tokenScope)
  .min(1)
  .max(3)
  .refine((list) => new Set(list).size === list.length, 'must name each scope once')
  .meta({ examples: [['read', 'write']] });

export const apiToken = z
  .object({
    id,
    name: name.meta({ description: 'What it signs its messages with.', examples: ['Order bot'] }),
    scopes,
    start: z.string().meta({ description: 'How the token begins, to tell it by.', examples: ['plb_3vCq'] }),
    createdBy: z.string().meta({ description: 'The name of the admin who made it.', examples: ['Ada'] }),
    createdAt: timestamp,
    lastUsedAt: timestamp.optional().meta({ description: 'To ten minutes; absent when it has never been used.' }),
  })
  .meta({ id: 'ApiToken', description: 'A credential for a program, made by an admin.' });
/** A credential for a program, made by an admin. */
export type ApiToken = z.infer<typeof apiToken>;

export const createdApiToken = z
  .object({
    ...apiToken.shape,
    token: z.string().meta({
      description: 'The token itself. Keep it; it is not shown again.',
      examples: ['plb_3vCq0Zk1yT8mW5xN2bR7uJ4hG6dS9fLpQaEoIcKtYwM'],
    }),
  })
  .meta({ id: 'CreatedApiToken' });
/** A new API token, with its secret. */
export type CreatedApiToken = z.infer<typeof createdApiToken>;

export const tokenOperations = {
  listTokens: {
    summary: 'API tokens, newest first, without what is secret of them.',
    who: ['admin'],
    query: pageById,
    replies: { 200: pageOf(apiToken, 'ApiTokenPage') },
  },
  createToken: {
    summary: 'Make an API token. It is shown once.',
    who: ['admin'],
    body: z.strictObject({ name, scopes }),
    replies: { 201: createdApiToken },
  },
  deleteToken: {
    summary: 'End an API token, and its streams.',
    who: ['admin'],
    params: z.strictObject({ token: id }),
    replies: { 204: null },
  },
} as const satisfies Record<string, Operation>;
