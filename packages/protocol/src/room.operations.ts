import { z } from 'zod';
import { MAX_BAN_MINUTES, MAX_REASON_LENGTH } from './limits.js';
import type { Operation } from './operation.js';
import { next, pageById, pageOf, pageQuery } from './paging.js';
import { conversationParams } from './params.js';
import { id, line } from './primitives.js';
import { ban, member } from './resources.js';

const banParams = z.strictObject({ conversation: id, visitor: id });

const placeOfMember = z.string().regex(/^(here|away)\.\d{1,15}$/, 'must be the next of a page');

export const memberPage = z
  .object({
    items: z.array(member),
    here: z
      .int()
      .min(0)
      .meta({ description: 'How many visitors among all members are here now.', examples: [12] }),
    next: next('after'),
  })
  .meta({ id: 'MemberPage' });
/** A page of the members of a room: agents who are here, visitors who are here, then the others by when they joined. */
export type MemberPage = z.infer<typeof memberPage>;

export const banPage = pageOf(ban, 'BanPage');
/** A page of the bans of a room, newest visitors first. */
export type BanPage = z.infer<typeof banPage>;

/** The contract of the routes about rooms: who is in them, and who may not be. */
export const roomOperations = {
  listMembers: {
    summary: 'Who is in a room, those who are here first. The list is read when wanted: no event brings it.',
    who: ['visitor', 'agent'],
    params: conversationParams,
    query: pageQuery(placeOfMember),
    replies: { 200: memberPage },
    errors: ['banned', 'refused'],
  },
  leaveRoom: {
    summary: 'Leave a room. What one has said there stays.',
    who: ['visitor'],
    params: conversationParams,
    replies: { 204: null },
    errors: ['refused'],
  },
  listBans: {
    summary: 'Who is banned from a room, newest visitors first.',
    who: ['agent'],
    params: conversationParams,
    query: pageById,
    replies: { 200: banPage },
    errors: ['refused'],
  },
  putBan: {
    summary: 'Ban a visitor from a room: it can no longer read, write or join there. Again: changes the reason.',
    who: ['agent'],
    params: banParams,
    body: z.strictObject({
      reason: line(MAX_REASON_LENGTH)
        .optional()
        .meta({ description: 'For agents only.', examples: ['Advertises a shop'] }),
      deleteMinutes: z
        .int()
        .min(1)
        .max(MAX_BAN_MINUTES)
        .optional()
        .meta({ description: 'Deletes what it said in the room in the last minutes as well.', examples: [60] }),
    }),
    replies: { 200: ban },
    errors: ['refused'],
  },
  deleteBan: {
    summary: 'Lift a ban: the visitor may join again. Also answered so when there is none.',
    who: ['agent'],
    params: banParams,
    replies: { 204: null },
    errors: ['refused'],
  },
} as const satisfies Record<string, Operation>;
