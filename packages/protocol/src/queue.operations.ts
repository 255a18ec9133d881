import { z } from 'zod';
import { MAX_PAGE_SIZE, MAX_TEXT_LENGTH } from './limits.js';
import type { Operation } from './operation.js';
import { conversationParams } from './params.js';
import { clientId, id, line, text, timestamp } from './primitives.js';
import { conversation, conversationStatus } from './resources.js';
import { tagName } from './tags.js';

const subject = line(200).meta({ examples: ['Shipping to Norway'] });

/** What agents decide about a conversation. */
const decisions = {
  status: conversationStatus
    .optional()
    .meta({ description: '`open` also wakes it. `snoozed` needs `snoozedUntil`.', examples: ['closed'] }),
  assigneeId: id.nullable().optional().meta({ description: 'An agent, or null for nobody.' }),
  teamId: id.nullable().optional().meta({ description: 'A team, or null for none.' }),
  tags: z.array(tagName).max(20).optional().meta({ description: 'All of them; what is left out is taken away.' }),
  subject: subject.nullable().optional(),
  snoozedUntil: timestamp
    .nullable()
    .optional()
    .meta({
      description: 'Snoozes it until then, within a year; null wakes it.',
      examples: ['2026-02-01T08:00:00.000Z'],
    }),
};

const expected = z
  .strictObject(decisions)
  .optional()
  .meta({
    description:
      'What the agent has seen of what it changes. When that has become something else meanwhile, nothing is changed: `outdated`. To claim is to set `assigneeId` and expect it to be null.',
    examples: [{ assigneeId: null }],
  });

const note = z
  .strictObject({
    clientId,
    text: text(1, MAX_TEXT_LENGTH).meta({ examples: ['Knows the glaze, please have a look'] }),
  })
  .optional()
  .meta({ description: 'A note for the agents that goes with the change, in one transaction.' });

/** Whether what is asked of the status and of the snooze can both be. */
const isOneState = ({
  status,
  snoozedUntil,
}: {
  status?: string | undefined;
  snoozedUntil?: string | null | undefined;
}) => status === undefined || (status === 'snoozed') === Boolean(snoozedUntil);
const isTwoStates = { path: ['snoozedUntil'], error: 'must come with status snoozed, or without a status' };

/** The body of a change of one conversation. */
export const conversationChange = z.strictObject({ ...decisions, expected, note }).refine(isOneState, isTwoStates);
/** What agents change of a conversation. */
export type ConversationChange = z.infer<typeof conversationChange>;

export const conversationCounts = z
  .object({
    limit: z.int().meta({ description: 'No count is higher: this many, or more.', examples: [100] }),
    mine: z.int().meta({ description: 'Open, and assigned to the agent who asks.', examples: [3] }),
    unassigned: z.int().meta({ description: 'Open, and assigned to nobody.', examples: [12] }),
    open: z.int().meta({ description: 'All that is open.', examples: [40] }),
    snoozed: z.int().meta({ examples: [2] }),
    mentions: z.int().meta({
      description: 'With a note that names the agent who asks, and that it has not read.',
      examples: [1],
    }),
    teams: z.record(id, z.int()).meta({ description: 'Open, by the id of the team; those with none are left out.' }),
  })
  .meta({ id: 'ConversationCounts', description: 'How much there is to do; rooms do not count.' });
/** How much there is to do. */
export type ConversationCounts = z.infer<typeof conversationCounts>;

export const changedConversations = z
  .object({
    items: z.array(
      z.object({
        id,
        conversation: conversation.optional().meta({ description: 'As it is now, if it was changed.' }),
        error: z
          .object({ code: z.string().meta({ examples: ['outdated'] }), detail: z.string() })
          .optional()
          .meta({ description: 'Why it was not.' }),
      }),
    ),
  })
  .meta({ id: 'ChangedConversations', description: 'What became of each, in the order asked for.' });
/** What became of each conversation of a change of many. */
export type ChangedConversations = z.infer<typeof changedConversations>;

/** The contract of the routes that agents work through their queue with. */
export const queueOperations = {
  countConversations: {
    summary: 'How much there is to do: the counts of the views of an inbox.',
    who: ['agent'],
    replies: { 200: conversationCounts },
  },
  updateConversations: {
    summary: 'Change many conversations alike. One that cannot be changed does not keep the others from it.',
    who: ['agent'],
    body: z
      .strictObject({
        ids: z
          .array(id)
          .min(1)
          .max(MAX_PAGE_SIZE)
          .refine((ids) => new Set(ids).size === ids.length, 'must name each conversation once'),
        ...decisions,
        expected,
      })
      .refine(isOneState, isTwoStates),
    replies: { 200: changedConversations },
    errors: ['refused'],
  },
  putViewing: {
    summary: 'Say that you look at a conversation, for the next 30 seconds; other agents see it.',
    who: ['agent'],
    params: conversationParams,
    replies: { 204: null },
  },
  deleteViewing: {
    summary: 'Say that you no longer look at a conversation.',
    who: ['agent'],
    params: conversationParams,
    replies: { 204: null },
  },
} as const satisfies Record<string, Operation>;
