import { z } from 'zod';
import { HEARTBEAT_MS } from './limits.js';
import { agentsPresence, workspaceUpdate } from './people.js';
import { cursor, id, seq, timestamp } from './primitives.js';
import { author, conversation, membership, message, receipt, visitor } from './resources.js';

const about = id.optional().meta({ description: 'The conversation it is about, if any.' });
const kept = {
  at: timestamp,
  conversationId: about,
  position: seq.meta({ description: 'Its place in the log.', examples: [1042] }),
};

/** Events that are rows of the log: they carry a cursor, are in order and are replayed (rule EV1). */
export const durableEvent = z
  .discriminatedUnion('type', [
    z.object({ type: z.literal('message.created'), ...kept, data: message }),
    z.object({ type: z.literal('message.updated'), ...kept, data: message }),
    z.object({ type: z.literal('conversation.created'), ...kept, data: conversation }),
    z.object({ type: z.literal('conversation.updated'), ...kept, data: conversation }),
    z.object({ type: z.literal('receipt.updated'), ...kept, data: receipt }),
    z.object({ type: z.literal('visitor.updated'), ...kept, data: visitor }),
    z.object({ type: z.literal('membership.updated'), ...kept, data: membership }),
    z.object({ type: z.literal('workspace.updated'), ...kept, data: workspaceUpdate }),
  ])
  .meta({ id: 'DurableEvent', description: 'Kept in the log: carries a cursor, in order, replayed (EV1).' });
/** An event that is a row of the log: it carries a cursor, is in order and is replayed (rule EV1). */
export type DurableEvent = z.infer<typeof durableEvent>;
/** The `type` of a {@link DurableEvent}. */
export type DurableEventType = DurableEvent['type'];

const fleeting = { at: timestamp, conversationId: about };

export const presence = z.object({
  agents: z
    .int()
    .min(0)
    .meta({ description: 'How many agents are there.', examples: [2] }),
  available: z.boolean().meta({ description: 'Whether somebody is there to answer.', examples: [true] }),
  replyTime: z
    .string()
    .optional()
    .meta({ description: 'How soon a visitor may expect an answer.', examples: ['within an hour'] }),
});

export const roomPresence = z.object({
  here: z
    .int()
    .min(0)
    .meta({ description: 'How many members of the room are connected now.', examples: [12] }),
});

/** Events that happen and are gone: no cursor, never replayed (rule EV2). */
export const transientEvent = z
  .discriminatedUnion('type', [
    z.object({
      type: z.literal('message.delta'),
      ...fleeting,
      data: z.object({
        messageId: id,
        offset: z.int().min(0).meta({ description: 'Where in the text this part begins.' }),
        text: z.string().meta({ examples: ['Yes, we '] }),
      }),
    }),
    z.object({
      type: z.literal('typing'),
      ...fleeting,
      data: z.object({ author, until: timestamp.meta({ description: 'When to stop showing it.' }) }),
    }),
    z.object({
      type: z.literal('viewing'),
      ...fleeting,
      data: z.object({ author, until: timestamp.meta({ description: 'When to stop showing it.' }) }),
    }),
    z.object({ type: z.literal('presence'), ...fleeting, data: presence }),
    z.object({ type: z.literal('room.presence'), ...fleeting, data: roomPresence }),
    z.object({ type: z.literal('agents.presence'), ...fleeting, data: agentsPresence }),
  ])
  .meta({ id: 'TransientEvent', description: 'Happens and is gone: no cursor, never replayed (EV2).' });
/** An event that happens and is gone: no cursor, never replayed (rule EV2). */
export type TransientEvent = z.infer<typeof transientEvent>;
/** The `type` of a {@link TransientEvent}. */
export type TransientEventType = TransientEvent['type'];

/** Everything that can happen. Clients ignore types and fields they do not know, so that the contract can grow. */
export type ChatEvent = DurableEvent | TransientEvent;

export const hello = z
  .object({
    protocol: z.literal(1),
    cursor: cursor.meta({ description: 'From where the stream goes on.' }),
    heartbeatMs: z.int().meta({ description: 'A quiet stream says `: ping` this often.', examples: [HEARTBEAT_MS] }),
    resumed: z.boolean().meta({ description: 'Whether the cursor that was asked for was taken up.', examples: [true] }),
  })
  .meta({ id: 'Hello', description: 'The first event of every stream (EV4).' });
/** The first event of every stream (rule EV4). */
export type Hello = z.infer<typeof hello>;

export const resetReason = z.enum(['epoch', 'ahead', 'pruned', 'malformed']);
/** Why a cursor could not be resumed (rule RS2). */
export type ResetReason = z.infer<typeof resetReason>;

export const reset = z
  .object({ reason: resetReason })
  .meta({ id: 'Reset', description: 'The cursor could not be resumed: fetch your state anew (RS2).' });
/** The cursor could not be resumed: fetch your state anew (rule RS2). */
export type Reset = z.infer<typeof reset>;

export const bye = z
  .object({
    reason: z.enum(['shutdown', 'revoked', 'restored']),
    retryMs: z
      .int()
      .min(0)
      .meta({ description: 'Reconnect after this long, in milliseconds.', examples: [4200] }),
  })
  .meta({ id: 'Bye', description: 'The server ends the stream (EV6).' });
/** The server ends the stream, and says when to come back (rule EV6). */
export type Bye = z.infer<typeof bye>;

/** Events of the stream itself; they are no {@link ChatEvent}. */
export type ControlEventType = 'hello' | 'reset' | 'bye';

export const eventPage = z
  .object({
    events: z.array(z.union([durableEvent, transientEvent])),
    cursor: cursor.meta({ description: 'What to ask after the next time.' }),
    reset: resetReason
      .optional()
      .meta({ description: 'The cursor could not be resumed: fetch your state anew (RS2).' }),
  })
  .meta({ id: 'EventPage' });
/** The answer of a long poll (rule LP1). */
export type EventPage = z.infer<typeof eventPage>;
