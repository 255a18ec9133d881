import { z } from 'zod';
import type { Operation } from './operation.js';
import { from, page, pageOf } from './paging.js';
import { id, timestamp } from './primitives.js';

export const auditAction = z.enum([
  'agent.created',
  'agent.changed',
  'agent.joined',
  'agent.password_changed',
  'agent.two_factor_on',
  'agent.two_factor_off',
  'agent.reset_made',
  'invitation.created',
  'invitation.deleted',
  'team.created',
  'team.changed',
  'team.deleted',
  'site.created',
  'site.changed',
  'site.deleted',
  'identity_key.created',
  'identity_key.deleted',
  'token.created',
  'token.deleted',
  'tag.created',
  'tag.changed',
  'tag.deleted',
  'canned.created',
  'canned.changed',
  'canned.deleted',
  'message.deleted',
  'visitor.erased',
  'visitor.banned',
  'visitor.unbanned',
  'visitor.blocked',
  'visitor.unblocked',
]);
/** What was done. */
export type AuditAction = z.infer<typeof auditAction>;

export const auditEntry = z
  .object({
    id,
    at: timestamp,
    actor: z.object({
      kind: z.enum(['visitor', 'agent', 'bot', 'system']),
      id: id.optional(),
      name: z.string().meta({ description: 'As it was then.', examples: ['Ada'] }),
    }),
    action: auditAction,
    target: z.object({
      id: z.string().meta({ examples: ['0197a2c3-e5b8-7d20-b4c6-9a1f0e8d7c35'] }),
      name: z.string().meta({ description: 'As it was then.', examples: ['Jo'] }),
    }),
    changes: z
      .record(z.string(), z.object({ from: z.unknown().optional(), to: z.unknown().optional() }))
      .optional()
      .meta({
        description: 'Field to what it was and what it became; neither, where the log does not tell.',
        examples: [{ role: { from: 'agent', to: 'admin' } }],
      }),
  })
  .meta({ id: 'AuditEntry', description: 'Who changed what, and when.' });
/** Who changed what, and when. */
export type AuditEntry = z.infer<typeof auditEntry>;

export const auditPage = pageOf(auditEntry, 'AuditPage', 'before');
/** A page of what was done, latest first. */
export type AuditPage = z.infer<typeof auditPage>;

export const auditOperations = {
  listAudit: {
    summary: 'Who changed what, latest first.',
    who: ['admin'],
    query: z.strictObject({ ...page, before: from(id) }),
    replies: { 200: auditPage },
  },
} as const satisfies Record<string, Operation>;
