import { z } from 'zod';
import { MAX_TEXT_LENGTH } from './limits.js';
import type { Operation } from './operation.js';
import { pageByName, pageOf } from './paging.js';
import { id, line, siteKey, text, timestamp } from './primitives.js';
import { seen, version } from './version.js';

/** Longest title, in Unicode code points. */
const MAX_TITLE_LENGTH = 80;

const title = line(MAX_TITLE_LENGTH).meta({ description: 'What agents choose it by.', examples: ['Shipping abroad'] });
const shortcut = z
  .string()
  .regex(/^[\p{L}\p{N}][\p{L}\p{N}_-]{0,31}$/u, 'must be 1 to 32 letters, digits, inner hyphens or underscores')
  .meta({ description: 'What agents type after `/`. Case does not count.', examples: ['ship'] });
const cannedText = text(1, MAX_TEXT_LENGTH).meta({
  description:
    'May hold variables: `{{visitor.name}}`, `{{agent.name}}`, `{{site.name}}`, `{{visitor.plan}}` for an attribute.',
  examples: ['Hello {{visitor.name}}, yes, we ship to Norway.'],
});
const sites = z
  .array(siteKey)
  .min(1)
  .max(50)
  .meta({ description: 'The sites that it is for; absent: all.', examples: [['acme']] });

export const cannedReply = z
  .object({
    id,
    title,
    shortcut: shortcut.optional(),
    text: cannedText,
    ownerId: id.optional().meta({ description: 'The agent whose own it is; absent: shared by all.' }),
    sites: sites.optional(),
    version,
    createdAt: timestamp,
  })
  .meta({ id: 'CannedReply', description: 'A text that agents answer with again and again.' });
/** A text that agents answer with again and again. */
export type CannedReply = z.infer<typeof cannedReply>;

const params = z.strictObject({ canned: id });

/** The contract of the routes about canned replies. */
export const cannedReplyOperations = {
  listCannedReplies: {
    summary: 'Canned replies that are shared, and those of the agent who asks; by title.',
    who: ['agent'],
    query: pageByName(MAX_TITLE_LENGTH),
    replies: { 200: pageOf(cannedReply, 'CannedReplyPage') },
  },
  createCannedReply: {
    summary: 'Add a canned reply of your own. Only an admin adds a shared one; a program adds no other.',
    who: ['agent'],
    body: z.strictObject({
      title,
      shortcut: shortcut.optional(),
      text: cannedText,
      shared: z
        .boolean()
        .optional()
        .meta({ description: 'Whether all agents have it.', examples: [false] }),
      sites: sites.optional(),
    }),
    replies: { 201: cannedReply },
    errors: ['conflict', 'refused'],
  },
  updateCannedReply: {
    summary: 'Change a canned reply: your own, or as an admin a shared one.',
    who: ['agent'],
    params,
    body: z.strictObject({
      title: title.optional(),
      shortcut: shortcut.nullable().optional(),
      text: cannedText.optional(),
      sites: sites.nullable().optional(),
      version: seen,
    }),
    replies: { 200: cannedReply },
    errors: ['conflict', 'outdated', 'refused'],
  },
  deleteCannedReply: {
    summary: 'Take a canned reply away: your own, or as an admin a shared one.',
    who: ['agent'],
    params,
    replies: { 204: null },
  },
} as const satisfies Record<string, Operation>;
