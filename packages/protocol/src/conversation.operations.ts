import { z } from 'zod';
import { messageContent, saysNothing, saysSomething } from './message.operations.js';
import type { Operation } from './operation.js';
import { from, page, pageOf } from './paging.js';
import { conversationParams } from './params.js';
import { clientId, id, roomKey, seq, siteKey, text, timestamp } from './primitives.js';
import { conversationChange } from './queue.operations.js';
import { conversation, conversationStatus, receipt } from './resources.js';
import { tagName } from './tags.js';

export const newConversation = z
  .strictObject({
    clientId,
    message: z
      .strictObject(messageContent)
      .refine(saysSomething, saysNothing)
      .optional()
      .meta({ description: 'The first message, stored together with the conversation.' }),
    room: roomKey.optional().meta({ description: 'Join this room instead of starting a support conversation.' }),
  })
  .meta({
    id: 'NewConversation',
    examples: [
      {
        clientId: '6f1c8a52-0d3b-4e7f-9a64-2b8e5c7d1f03',
        message: { clientId: '1b9d4e70-52c8-4f1a-8d36-7a0c9e3b5f24', text: 'Do you ship to Norway?' },
      },
    ],
  });
/** The body of a POST of a conversation. */
export type NewConversation = z.infer<typeof newConversation>;

export const conversationPage = pageOf(conversation, 'ConversationPage', 'before');
/** A page of conversations, latest first. */
export type ConversationPage = z.infer<typeof conversationPage>;

/** The contract of the routes about conversations, and how far everybody has read in them. */
export const conversationOperations = {
  listConversations: {
    summary: "A visitor's own conversations and joined rooms, or all of them for agents; latest first.",
    who: ['visitor', 'agent'],
    query: z.strictObject({
      ...page,
      before: from(z.string().max(200)),
      status: conversationStatus.optional(),
      kind: z.enum(['support', 'room']).optional(),
      site: siteKey.optional(),
      assignee: z
        .union([id, z.enum(['me', 'none'])])
        .optional()
        .meta({ description: "An agent's id, `me`, or `none` for those that nobody has taken." }),
      team: z
        .union([id, z.literal('none')])
        .optional()
        .meta({ description: "A team's id, or `none` for those of no team." }),
      tag: tagName.optional(),
      visitor: id.optional().meta({ description: 'Those of one visitor, for agents.' }),
      mentions: z.enum(['me', 'unread']).optional().meta({
        description: 'Those in which a note names the agent who asks: all, or with one that is not read yet.',
      }),
      since: timestamp.optional().meta({ description: 'Spoken in at this time or later.' }),
      sort: z.enum(['latest', 'waiting']).optional().meta({
        description:
          '`latest` spoken in first, unless said otherwise; or, of those that are open unless another status is asked for, those first that have been `waiting` longest for an answer. Words are searched for by `latest`.',
      }),
      q: text(1, 200)
        .optional()
        .meta({ description: 'Words to look for.', examples: ['Norway'] }),
    }),
    replies: { 200: conversationPage },
  },
  createConversation: {
    summary: 'Start a support conversation, or join a room. The same clientId again answers the same conversation.',
    who: ['visitor'],
    body: newConversation,
    replies: { 201: conversation, 200: conversation },
    errors: ['banned', 'conflict', 'refused', 'attachment_gone'],
  },
  getConversation: {
    summary: 'One conversation.',
    who: ['visitor', 'agent'],
    params: conversationParams,
    replies: { 200: conversation },
    errors: ['banned'],
  },
  updateConversation: {
    summary: 'Close, reopen, snooze, assign, tag or name a conversation.',
    who: ['agent'],
    params: conversationParams,
    body: conversationChange,
    replies: { 200: conversation },
    errors: ['outdated', 'refused', 'conflict'],
  },
  putReceipt: {
    summary: 'Say how far you have received and read. Never moves backwards.',
    who: ['visitor', 'agent'],
    params: conversationParams,
    body: z.strictObject({ delivered: seq.optional(), read: seq.optional() }),
    replies: { 200: receipt },
    errors: ['banned'],
  },
  createTyping: {
    summary: 'Say that you are typing, for the next few seconds.',
    who: ['visitor', 'agent'],
    params: conversationParams,
    body: z.strictObject({}).optional(),
    replies: { 204: null },
    errors: ['banned'],
  },
} as const satisfies Record<string, Operation>;
