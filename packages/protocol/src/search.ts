import { z } from 'zod';
import type { Operation } from './operation.js';
import { from, pageOf } from './paging.js';
import { queryInteger, siteKey, text } from './primitives.js';
import { conversation, conversationStatus, message } from './resources.js';

/** Most conversations that one page of a search holds. */
const MAX_FOUND = 20;

const fragment = z
  .object({
    text: z.string().meta({ examples: ['\u2026 do you ship to Norway?'] }),
    marks: z
      .array(z.tuple([z.int(), z.int()]))
      .meta({ description: 'Where the words are: begin and end in UTF-16 code units.', examples: [[[17, 23]]] }),
  })
  .meta({ id: 'Fragment', description: 'A piece of what was found, as it was written: text, never HTML.' });
/** A piece of what was found, and where in it the words are. */
export type Fragment = z.infer<typeof fragment>;

export const searchHit = z
  .object({
    conversation,
    field: z.enum(['message', 'visitor', 'subject', 'tag']).meta({ description: 'Where the words were found.' }),
    fragment,
    message: message
      .pick({ id: true, seq: true, author: true, audience: true, createdAt: true })
      .optional()
      .meta({ description: 'The message, where it is one.' }),
  })
  .meta({ id: 'SearchHit' });
/** One thing that a search has found. */
export type SearchHit = z.infer<typeof searchHit>;

/** The contract of searching. */
export const searchOperations = {
  search: {
    summary:
      'Look for words in messages, notes, visitors, subjects and tags. Of the conversations last spoken in first, up to three messages each.',
    who: ['agent'],
    query: z.strictObject({
      q: text(1, 200).meta({ description: 'All of these words, or what begins with them.', examples: ['ship Norw'] }),
      limit: queryInteger(1, MAX_FOUND).optional().meta({ description: 'Most conversations to look at.' }),
      before: from(z.string().max(200)),
      site: siteKey.optional(),
      status: conversationStatus.optional(),
    }),
    replies: { 200: pageOf(searchHit, 'SearchPage', 'before') },
  },
} as const satisfies Record<string, Operation>;
