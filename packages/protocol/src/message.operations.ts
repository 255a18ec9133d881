import { z } from 'zod';
import { MAX_ATTACHMENTS, MAX_MENTIONS, MAX_MESSAGE_EDITS, MAX_TEXT_LENGTH } from './limits.js';
import type { Operation } from './operation.js';
import { page } from './paging.js';
import { conversationParams, messageParams } from './params.js';
import { clientId, id, queryInteger, text } from './primitives.js';
import { audience, message, messageEdit, receipt } from './resources.js';

const messageText = text(1, MAX_TEXT_LENGTH).meta({
  description: 'Kept exactly as written; white space around it does not count.',
  examples: ['Do you ship to Norway?'],
});

/** What every new message has. */
export const messageContent = {
  clientId,
  text: text(0, MAX_TEXT_LENGTH).meta({
    description:
      'Kept exactly as written; white space around it does not count. May be empty when there are attachments.',
    examples: ['Do you ship to Norway?'],
  }),
  attachments: z
    .array(id)
    .max(MAX_ATTACHMENTS)
    .refine((ids) => new Set(ids).size === ids.length, 'must name each file once')
    .optional()
    .meta({ description: 'Ids of files that the author has uploaded, in the order in which they are shown.' }),
};

/** A message says something: with words, or with a file. */
export const saysSomething = (said: { text: string; attachments?: string[] | undefined }) =>
  said.text.trim() !== '' || (said.attachments ?? []).length > 0;
export const saysNothing = { path: ['text'], error: `must have 1 to ${MAX_TEXT_LENGTH} characters` };

export const newMessage = z
  .strictObject({
    ...messageContent,
    replyTo: id.optional().meta({ description: 'The message of this conversation that it answers.' }),
    audience: audience
      .optional()
      .meta({ description: '`everyone` unless said otherwise; `agents` is for agents only.' }),
    mentions: z
      .array(id)
      .max(MAX_MENTIONS)
      .refine((ids) => new Set(ids).size === ids.length, 'must name each agent once')
      .optional()
      .meta({ description: 'Agents whom a note is meant for above all.', examples: [[]] }),
  })
  .refine(saysSomething, saysNothing)
  .refine(({ audience, mentions = [] }) => audience === 'agents' || mentions.length === 0, {
    path: ['mentions'],
    error: 'is for notes only',
  })
  .meta({ id: 'NewMessage' });
/** The body of a POST of a message. */
export type NewMessage = z.infer<typeof newMessage>;

export const messagePage = z
  .object({
    items: z.array(message),
    hasMore: z.boolean().meta({
      description: 'Whether there is more in the direction asked for; with `around`, whether there are earlier ones.',
      examples: [false],
    }),
    hasNewer: z.boolean().optional().meta({ description: 'With `around`: whether there are later ones.' }),
    receipts: z.array(receipt).optional().meta({ description: 'How far everyone has read, in support conversations.' }),
  })
  .meta({ id: 'MessagePage' });
/** A page of messages, oldest first. */
export type MessagePage = z.infer<typeof messagePage>;

/** The contract of the routes about what is said. */
export const messageOperations = {
  listMessages: {
    summary: 'A page of messages, oldest first: the latest, those before a seq, those after one, or those around one.',
    who: ['visitor', 'agent'],
    params: conversationParams,
    query: z
      .strictObject({
        ...page,
        before: queryInteger(1, Number.MAX_SAFE_INTEGER)
          .optional()
          .meta({ description: 'Those right before this seq.' }),
        after: queryInteger(0, Number.MAX_SAFE_INTEGER)
          .optional()
          .meta({ description: 'Those right after this seq. Takes the place of `before`.' }),
        around: id.optional().meta({
          description: 'The message with this id, and as many before it as after. Takes the place of `before`.',
        }),
      })
      .refine(
        ({ before, after, around }) => [before, after, around].filter((one) => one !== undefined).length < 2,
        'takes one of before, after and around',
      ),
    replies: { 200: messagePage },
    errors: ['banned'],
  },
  createMessage: {
    summary: 'Say something. The same clientId again answers the stored message (MS1).',
    who: ['visitor', 'agent'],
    params: conversationParams,
    body: newMessage,
    replies: { 201: message, 200: message },
    errors: ['banned', 'conflict', 'refused', 'attachment_gone'],
  },
  updateMessage: {
    summary: 'Change the text of a message of your own; an admin may change any.',
    who: ['visitor', 'agent'],
    params: messageParams,
    body: z.strictObject({ text: messageText }),
    replies: { 200: message },
    errors: ['banned', 'refused'],
  },
  deleteMessage: {
    summary:
      'Take a message back. It keeps its place, empty. In rooms every agent may delete what a visitor said; an admin any.',
    who: ['visitor', 'agent'],
    params: messageParams,
    replies: { 200: message },
    errors: ['banned'],
  },
  listMessageEdits: {
    summary: `What a message said before it was changed, oldest first; the latest ${MAX_MESSAGE_EDITS}. Gone with the message.`,
    who: ['agent'],
    params: messageParams,
    replies: { 200: z.object({ items: z.array(messageEdit) }).meta({ id: 'MessageEditList' }) },
  },
} as const satisfies Record<string, Operation>;
