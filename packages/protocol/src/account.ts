import { z } from 'zod';
import { agent, role } from './people.js';
import { id, timestamp } from './primitives.js';

const email = z.string().meta({ examples: ['jo@acme.example'] });

export const invitation = z
  .object({
    id,
    email,
    role,
    invitedBy: z.string().meta({ description: 'The name of the admin who did.', examples: ['Ada'] }),
    createdAt: timestamp,
    expiresAt: timestamp,
  })
  .meta({ id: 'Invitation', description: 'Somebody who has been asked to become an agent, and has not answered yet.' });
/** Somebody who has been asked to become an agent, and has not answered yet. */
export type Invitation = z.infer<typeof invitation>;

const url = z.string().meta({
  description: 'Opens the page of the inbox where it is used. Works once, and is not shown again.',
  examples: ['https://chat.example.com/inbox/join#pli_0Zk1yT8mW5xN2bR7uJ4hG6dS9fLpQaEoIcKtYwM3vCq'],
});
const mailed = z.boolean().meta({ description: 'Whether it has been sent by mail as well.', examples: [false] });

export const createdInvitation = z
  .object({ invitation, url, mailed })
  .meta({ id: 'CreatedInvitation', description: 'An invitation with its link.' });
/** An invitation with its link. */
export type CreatedInvitation = z.infer<typeof createdInvitation>;

export const openInvitation = z
  .object({ email, role, invitedBy: invitation.shape.invitedBy })
  .meta({ id: 'OpenInvitation', description: 'What an invitation is for, to whoever holds its link.' });
/** What an invitation is for, to whoever holds its link. */
export type OpenInvitation = z.infer<typeof openInvitation>;

export const resetLink = z
  .object({ url, expiresAt: timestamp, mailed })
  .meta({ id: 'ResetLink', description: 'Lets somebody choose a new password, once.' });
/** Lets somebody choose a new password, once. */
export type ResetLink = z.infer<typeof resetLink>;

export const session = z
  .object({
    id,
    device: z.string().meta({ description: 'Browser and system, as it says itself.', examples: ['Firefox on Linux'] }),
    address: z
      .string()
      .optional()
      .meta({ description: 'Of the network that it began from, the end left out.', examples: ['192.0.2.0/24'] }),
    current: z.boolean().meta({ description: 'Whether this is the one that asks.', examples: [true] }),
    createdAt: timestamp,
    lastUsedAt: timestamp.meta({ description: 'To ten minutes.' }),
  })
  .meta({ id: 'Session', description: 'A sign-in of an agent.' });
/** A sign-in of an agent. */
export type Session = z.infer<typeof session>;

export const agentSession = z
  .object({
    agent,
    token: z.string().meta({
      description: 'For programs; browsers get the cookie.',
      examples: ['pla_Yw7nR2cV5xK9mB3tQ8zL1fH6jD4gS0aPeUoIiWqTrEy'],
    }),
  })
  .meta({ id: 'AgentSession' });

export const twoFactorSetup = z
  .object({
    secret: z.string().meta({ description: 'In base32, for typing.', examples: ['JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP'] }),
    uri: z.string().meta({
      description: 'For a QR code.',
      examples: ['otpauth://totp/Porchlight:jo%40acme.example?secret=JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP'],
    }),
  })
  .meta({ id: 'TwoFactorSetup', description: 'What an authenticator app needs (RFC 6238). In force once confirmed.' });
/** What an authenticator app needs. */
export type TwoFactorSetup = z.infer<typeof twoFactorSetup>;
