import { z } from 'zod';
import {
  agentSession,
  createdInvitation,
  invitation,
  openInvitation,
  resetLink,
  session,
  twoFactorSetup,
} from './account.js';
import type { Operation } from './operation.js';
import { pageById, pageOf } from './paging.js';
import { agent, role } from './people.js';
import { cursor, email, id, name, text } from './primitives.js';

export const password = text(8, 200).meta({ examples: ['correct horse battery'] });
const givenPassword = text(1, 200).meta({ examples: ['correct horse battery'] });

/** Six digits of an authenticator app, or one of the codes for its loss. */
const code = z
  .string()
  .regex(/^[0-9A-Za-z -]{6,24}$/, 'must be 6 digits, or a recovery code')
  .meta({ examples: ['492039'] });

const secretOf = (what: string, example: string) =>
  z
    .string()
    .regex(/^[\w-]{1,100}$/, 'must be what the link has behind its #')
    .meta({ description: `What the link of ${what} has behind its #.`, examples: [example] });
const invitationToken = secretOf('an invitation', 'pli_0Zk1yT8mW5xN2bR7uJ4hG6dS9fLpQaEoIcKtYwM3vCq');
const resetToken = secretOf('a reset', 'plr_W5xN2bR7uJ4hG6dS9fLpQaEoIcKtYwM3vCq0Zk1yT8m');

/** The contract of signing in, of one's own account, and of invitations to have one. */
export const accountOperations = {
  login: {
    summary: 'Sign in as an agent.',
    who: ['anyone'],
    body: z.strictObject({
      email,
      password: givenPassword,
      code: code.optional().meta({ description: 'Where two-factor is on; asked for with `code_required`.' }),
    }),
    replies: { 200: agentSession },
    errors: ['unauthenticated', 'code_required'],
  },
  logout: { summary: 'End this session.', who: ['visitor', 'agent'], replies: { 204: null } },
  whoAmI: {
    summary: 'The agent who is signed in.',
    who: ['agent'],
    replies: {
      200: z
        .object({ agent, cursor: cursor.meta({ description: 'Where the log stands now.' }) })
        .meta({ id: 'AgentProfile' }),
    },
  },
  updateProfile: {
    summary: 'Change what others see of you.',
    who: ['agent'],
    body: z.strictObject({ name: name.optional() }),
    replies: { 200: agent },
  },
  setPresence: {
    summary: 'Say whether you are answering. Only agents who are online count as available to visitors.',
    who: ['agent'],
    body: z.strictObject({
      away: z.boolean(),
      idle: z
        .boolean()
        .optional()
        .meta({ description: 'Said by the program, for want of input: it never overrules what the agent has chosen.' }),
    }),
    replies: { 204: null },
  },
  setPassword: {
    summary: 'Change your password. Ends your other sessions.',
    who: ['agent'],
    body: z.strictObject({ current: givenPassword, password }),
    replies: { 204: null },
    errors: ['refused'],
  },
  putPicture: {
    summary: 'Set your picture, which visitors see beside what you say. It is cut to a square.',
    who: ['agent'],
    body: z
      .strictObject({ file: z.file().meta({ description: 'The picture.' }) })
      .meta({ contentMediaType: 'multipart/form-data' }),
    replies: { 200: agent },
    errors: ['too_large', 'unreadable_picture'],
  },
  deletePicture: { summary: 'Take your picture away.', who: ['agent'], replies: { 200: agent } },
  getPicture: {
    summary: 'The picture of an agent. It never changes: a new one has a new address.',
    who: ['anyone'],
    params: z.strictObject({ picture: id }),
    replies: { 200: z.string().meta({ contentMediaType: 'image/webp', description: 'The picture.' }) },
  },
  listSessions: {
    summary: 'Where you are signed in, newest sign-in first.',
    who: ['agent'],
    query: pageById,
    replies: { 200: pageOf(session, 'SessionPage') },
  },
  deleteSession: {
    summary: 'End one of your sessions, and its streams.',
    who: ['agent'],
    params: z.strictObject({ session: id }),
    replies: { 204: null },
  },
  beginTwoFactor: {
    summary: 'Get a secret for an authenticator app. In force once confirmed with a code.',
    who: ['agent'],
    body: z.strictObject({ password: givenPassword }),
    replies: { 200: twoFactorSetup },
    errors: ['refused'],
  },
  confirmTwoFactor: {
    summary: 'Turn two-factor on, by a code of the app. Answers the codes for the loss of the app, once.',
    who: ['agent'],
    body: z.strictObject({ code }),
    replies: {
      200: z
        .object({
          recoveryCodes: z
            .array(z.string())
            .meta({ description: 'Each signs in once in place of a code.', examples: [['k7p2q-x9w4m']] }),
        })
        .meta({ id: 'RecoveryCodes' }),
    },
    errors: ['refused'],
  },
  endTwoFactor: {
    summary: 'Turn two-factor off.',
    who: ['agent'],
    body: z.strictObject({ password: givenPassword }),
    replies: { 204: null },
    errors: ['refused'],
  },
  requestReset: {
    summary:
      'Ask for a mail with a link to a new password. The answer is the same whether or not there is such an account.',
    who: ['anyone'],
    body: z.strictObject({ email }),
    replies: {
      200: z
        .object({
          mail: z.boolean().meta({ description: 'Whether this server can send mail at all.', examples: [true] }),
        })
        .meta({ id: 'ResetRequest' }),
    },
  },
  useReset: {
    summary: 'Choose a new password. Ends all sessions of the account.',
    who: ['anyone'],
    body: z.strictObject({ token: resetToken, password }),
    replies: { 204: null },
    errors: ['not_found'],
  },
  createReset: {
    summary: 'Make a link by which an agent can choose a new password; good for a day.',
    who: ['admin'],
    params: z.strictObject({ agent: id }),
    replies: { 201: resetLink },
    errors: ['refused'],
  },
  listInvitations: {
    summary: 'Invitations that nobody has answered yet, newest first.',
    who: ['admin'],
    query: pageById,
    replies: { 200: pageOf(invitation, 'InvitationPage') },
  },
  createInvitation: {
    summary: 'Invite somebody; good for seven days. Again: the earlier link no longer works.',
    who: ['admin'],
    body: z.strictObject({ email, role }),
    replies: { 201: createdInvitation },
    errors: ['conflict'],
  },
  deleteInvitation: {
    summary: 'Take an invitation back.',
    who: ['admin'],
    params: z.strictObject({ invitation: id }),
    replies: { 204: null },
  },
  openInvitation: {
    summary: 'What an invitation is for.',
    who: ['anyone'],
    body: z.strictObject({ token: invitationToken }),
    replies: { 200: openInvitation },
    errors: ['not_found'],
  },
  acceptInvitation: {
    summary: 'Become an agent, and sign in.',
    who: ['anyone'],
    body: z.strictObject({ token: invitationToken, name, password }),
    replies: { 201: agentSession },
    errors: ['conflict', 'not_found'],
  },
} as const satisfies Record<string, Operation>;
