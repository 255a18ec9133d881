import { z } from 'zod';
import { MAX_REASON_LENGTH } from './limits.js';
import type { Operation } from './operation.js';
import { pageById, pageOf } from './paging.js';
import { visitorParams } from './params.js';
import { line, timestamp } from './primitives.js';
import { author } from './resources.js';

const reason = line(MAX_REASON_LENGTH).meta({
  description: 'For agents only; the visitor is not told.',
  examples: ['Threatens people'],
});

export const block = z
  .object({
    visitor: author.meta({ description: 'Who may no longer write.' }),
    by: author.meta({ description: 'The agent who decided it.' }),
    reason: reason.optional(),
    createdAt: timestamp,
  })
  .meta({ id: 'Block', description: 'A visitor who may no longer write to anybody.' });
/** A visitor who may no longer write to anybody. */
export type Block = z.infer<typeof block>;

/** The contract of the routes about blocked visitors. */
export const blockOperations = {
  listBlocks: {
    summary: 'Visitors who are blocked, newest visitors first.',
    who: ['agent'],
    query: pageById,
    replies: { 200: pageOf(block, 'BlockPage') },
  },
  putBlock: {
    summary: 'Block a visitor: it can no longer write, and hears of nothing new. Again: changes the reason.',
    who: ['agent'],
    params: visitorParams,
    body: z.strictObject({ reason: reason.optional() }),
    replies: { 200: block },
  },
  deleteBlock: {
    summary: 'Let a blocked visitor write again. Also answered so when it is not blocked.',
    who: ['agent'],
    params: visitorParams,
    replies: { 204: null },
  },
} as const satisfies Record<string, Operation>;
