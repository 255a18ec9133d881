import { z } from 'zod';
import { accountOperations } from './account.operations.js';
import { auditOperations } from './audit.js';
import { blockOperations } from './blocks.js';
import { cannedReplyOperations } from './canned-replies.js';
import { eventPage } from './events.js';
import { createdIdentityKey, identityKey, newIdentityKey } from './identity.js';
import {
  MAX_ATTACHMENTS,
  MAX_BAN_MINUTES,
  MAX_MENTIONS,
  MAX_MESSAGE_EDITS,
  MAX_REASON_LENGTH,
  MAX_TEXT_LENGTH,
} from './limits.js';
import type { Operation } from './operation.js';
import { next, page } from './paging.js';
import { peopleOperations, seen } from './people.operations.js';
import {
  attributesOf,
  attributeValue,
  clientId,
  cursor,
  email,
  id,
  line,
  locale,
  name,
  publicPageUrl,
  queryInteger,
  roomKey,
  seq,
  siteKey,
  text,
  timestamp,
  timeZone,
} from './primitives.js';
import { conversationChange, queueOperations } from './queue.operations.js';
import {
  attachment,
  audience,
  ban,
  conversation,
  conversationStatus,
  member,
  message,
  messageEdit,
  receipt,
  site,
  siteSettings,
  siteSnippet,
  visitor,
  visitorEvent,
  visitorProfile,
} from './resources.js';
import type { RouteName } from './routes.js';
import { searchOperations } from './search.js';
import { tagName, tagOperations } from './tags.js';
import { tokenOperations } from './tokens.js';

const siteParams = z.strictObject({ site: siteKey });
const conversationParams = z.strictObject({ conversation: id });
const messageParams = z.strictObject({ conversation: id, message: id });

const banParams = z.strictObject({ conversation: id, visitor: id });

const after = cursor.optional().meta({ description: 'Resume after this cursor (RS1). Without it: from now on (RS3).' });

const messageText = text(1, MAX_TEXT_LENGTH).meta({
  description: 'Kept exactly as written; white space around it does not count.',
  examples: ['Do you ship to Norway?'],
});

/** What every new message has. */
const content = {
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
const saysSomething = (said: { text: string; attachments?: string[] | undefined }) =>
  said.text.trim() !== '' || (said.attachments ?? []).length > 0;
const saysNothing = { path: ['text'], error: `must have 1 to ${MAX_TEXT_LENGTH} characters` };

export const newMessage = z
  .strictObject({
    ...content,
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

export const newConversation = z
  .strictObject({
    clientId,
    message: z
      .strictObject(content)
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

export const newVisitor = z
  .strictObject({
    ...visitorProfile.shape,
    timeZone: timeZone.optional(),
    referrer: publicPageUrl.optional().meta({
      description: 'The page of another site that the visitor came from. Kept without credentials and fragment.',
    }),
    identity: z
      .string()
      .max(8192)
      .optional()
      .meta({
        description: 'A JWT in which the site says who this is.',
        examples: ['eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiI0MiJ9.bG9uZyBzaWduYXR1cmU'],
      }),
    answers: z
      .record(line(64), text(0, 400))
      .refine((value) => Object.keys(value).length <= 50, 'must have at most 50 answers')
      .optional()
      .meta({ description: 'To the questions before the chat, by their keys.', examples: [{ order: '1042' }] }),
  })
  .meta({ id: 'NewVisitor', examples: [{ name: 'Mira', page: 'https://acme.example/vases' }] });
/** What a browser says when it becomes a visitor. */
export type NewVisitor = z.input<typeof newVisitor>;

const track = z
  .strictObject({
    name: line(64).meta({ examples: ['added_to_cart'] }),
    data: attributesOf(attributeValue).optional(),
    page: publicPageUrl.optional().meta({ description: 'Kept without credentials and fragment.' }),
    ago: z
      .int()
      .min(0)
      .max(86_400)
      .optional()
      .meta({ description: 'How long before this request it happened, in seconds.', examples: [0] }),
  })
  .meta({ id: 'TrackedEvent' });

const visitorToken = z.string().meta({
  description: 'The bearer token of this visitor. Keep it; it is not shown again.',
  examples: ['plv_3vCq0Zk1yT8mW5xN2bR7uJ4hG6dS9fLpQaEoIcKtYwM'],
});

export const newSession = z
  .object({ token: visitorToken, visitor, cursor: cursor.meta({ description: 'Where the log stands now.' }) })
  .meta({ id: 'VisitorSession' });
/** A visitor and the token that proves it. */
export type NewSession = z.infer<typeof newSession>;

export const visitorExport = z
  .object({
    visitor,
    events: z.array(visitorEvent),
    conversations: z.array(z.object({ conversation, messages: z.array(message) })),
  })
  .meta({ id: 'VisitorExport' });
/** Everything that is kept about a visitor. */
export type VisitorExport = z.infer<typeof visitorExport>;

export const conversationPage = z
  .object({
    items: z.array(conversation),
    next: next('before'),
  })
  .meta({ id: 'ConversationPage' });
/** A page of conversations, latest first. */
export type ConversationPage = z.infer<typeof conversationPage>;

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

const afterMember = z
  .string()
  .regex(/^(here|away)\.\d{1,15}$/, 'must be the next of a page')
  .optional()
  .meta({ description: '`next` of the page before.' });

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

export const banPage = z.object({ items: z.array(ban), next: next('after') }).meta({ id: 'BanPage' });
/** A page of the bans of a room, newest visitors first. */
export type BanPage = z.infer<typeof banPage>;

/** The rooms of a site, as an admin sends them. */
const rooms = z
  .array(z.strictObject(site.shape.rooms.element.shape))
  .max(50)
  .refine((list) => new Set(list.map((room) => room.key)).size === list.length, 'must name each room once');

/** The contract of every route; the API validates with it, and its OpenAPI document is made of it. */
export const operations = {
  getSite: {
    summary: 'Public settings of a site. Creates nothing.',
    who: ['anyone'],
    params: siteParams,
    replies: { 200: siteSettings, 304: null },
  },
  getSnippet: {
    summary: 'What to paste into the pages of a site.',
    who: ['anyone'],
    params: siteParams,
    replies: { 200: siteSnippet },
  },
  createVisitor: {
    summary:
      'Become a visitor; with a valid visitor token, be the same one again; with an identity, be the person it names.',
    who: ['anyone', 'visitor'],
    params: siteParams,
    body: newVisitor,
    replies: { 201: newSession, 200: newSession },
    errors: ['refused', 'identity_invalid', 'identity_expired'],
  },
  getMe: { summary: 'The visitor itself.', who: ['visitor'], replies: { 200: visitor } },
  updateMe: {
    summary: 'Change what the visitor says of itself; null takes it back.',
    who: ['visitor'],
    body: z.strictObject({
      name: name.nullable().optional(),
      email: email.nullable().optional(),
      locale: locale.nullable().optional(),
      page: publicPageUrl.nullable().optional(),
      attributes: attributesOf(attributeValue.nullable())
        .optional()
        .meta({ description: 'Those to set; null takes one away, and those not named stay.' }),
    }),
    replies: { 200: visitor },
    errors: ['refused'],
  },
  trackEvents: {
    summary: 'Tell what the visitor has done on the site. The latest 50 are kept, for agents.',
    who: ['visitor'],
    body: z.strictObject({ events: z.array(track).min(1).max(20) }),
    replies: { 204: null },
  },
  eraseMe: {
    summary: 'Erase the visitor, its conversations and all its messages, for good.',
    who: ['visitor'],
    replies: { 204: null },
  },
  exportMe: {
    summary: 'Everything kept about the visitor.',
    who: ['visitor'],
    replies: { 200: visitorExport },
  },
  getVisitor: {
    summary: 'A visitor, as agents see it.',
    who: ['agent'],
    params: z.strictObject({ visitor: id }),
    replies: { 200: visitor },
  },
  listVisitorEvents: {
    summary: 'What a visitor has done on the site, latest first.',
    who: ['agent'],
    params: z.strictObject({ visitor: id }),
    replies: { 200: z.object({ items: z.array(visitorEvent) }).meta({ id: 'VisitorEventList' }) },
  },
  listConversations: {
    summary: "A visitor's own conversations and joined rooms, or all of them for agents; latest first.",
    who: ['visitor', 'agent'],
    query: z.strictObject({
      ...page,
      before: z.string().max(200).optional().meta({ description: '`next` of the page before.' }),
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
  listMembers: {
    summary: 'Who is in a room, those who are here first. The list is read when wanted: no event brings it.',
    who: ['visitor', 'agent'],
    params: conversationParams,
    query: z.strictObject({ ...page, after: afterMember }),
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
    query: z.strictObject({ ...page, after: id.optional().meta({ description: '`next` of the page before.' }) }),
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
  createAttachment: {
    summary:
      'Upload a file for a message to come, which must follow within a day. Pictures lose what a camera wrote into them.',
    who: ['visitor', 'agent'],
    body: z
      .strictObject({ file: z.file().meta({ description: 'The file, with its name.' }) })
      .meta({ contentMediaType: 'multipart/form-data' }),
    replies: { 201: attachment },
    errors: ['too_large', 'unreadable_picture'],
  },
  getAttachment: {
    summary: 'A file, by the link that names it. Pictures are shown, everything else is a download.',
    who: ['anyone'],
    params: z.strictObject({ attachment: id }),
    query: z.strictObject({
      expires: queryInteger(0, Number.MAX_SAFE_INTEGER).optional().meta({ description: 'Seconds since 1970.' }),
      signature: z.string().max(100).optional().meta({ description: 'Made by the API; the only credential.' }),
      download: z.literal('true').optional().meta({ description: 'Pictures too are a download.' }),
    }),
    replies: {
      200: z.string().meta({ contentMediaType: 'application/octet-stream', description: 'The file itself.' }),
    },
    errors: ['forbidden'],
  },
  ...accountOperations,
  streamEvents: {
    summary: 'All that happens, as Server-Sent Events. `Last-Event-ID` or `after` resumes.',
    who: ['visitor', 'agent'],
    query: z.strictObject({ after }),
    replies: {
      200: z.string().meta({
        contentMediaType: 'text/event-stream',
        description: 'Server-Sent Events; the AsyncAPI document describes each.',
      }),
    },
  },
  pollEvents: {
    summary: 'All that happens, by long poll: the same events with the same cursors as the stream.',
    who: ['visitor', 'agent'],
    query: z.strictObject({
      after,
      wait: queryInteger(0, 25)
        .optional()
        .meta({ description: 'How long to wait for an event, in seconds; 0 unless said otherwise.' }),
    }),
    replies: { 200: eventPage },
  },
  listSites: {
    summary: 'All sites.',
    who: ['agent'],
    replies: { 200: z.object({ items: z.array(site) }).meta({ id: 'SiteList' }) },
  },
  createSite: {
    summary: 'Add a site.',
    who: ['admin'],
    body: z.strictObject({
      ...site.omit({ createdAt: true, version: true, team: true }).partial({ heading: true, greeting: true, hue: true })
        .shape,
      rooms: rooms.optional(),
    }),
    replies: { 201: site },
    errors: ['conflict'],
  },
  updateSite: {
    summary: 'Change a site. Rooms that are left out are closed to new members; their history stays.',
    who: ['admin'],
    params: siteParams,
    body: z.strictObject({
      ...site.omit({ key: true, createdAt: true, version: true }).partial().shape,
      version: seen,
      replyTime: line(80)
        .nullable()
        .optional()
        .meta({ examples: ['within an hour'] }),
      rooms: rooms.optional(),
      team: site.shape.team.nullable(),
    }),
    replies: { 200: site },
    errors: ['outdated', 'refused'],
  },
  deleteSite: {
    summary:
      'Close a site for good: its tag shows nothing from then on, its visitors are signed out, open conversations are closed. Agents keep the history.',
    who: ['admin'],
    params: siteParams,
    replies: { 204: null },
  },
  listIdentityKeys: {
    summary: 'The keys with which a site signs who its visitors are.',
    who: ['admin'],
    params: siteParams,
    replies: { 200: z.object({ items: z.array(identityKey) }).meta({ id: 'IdentityKeyList' }) },
  },
  createIdentityKey: {
    summary:
      'Add a key: a secret made here (HS256), or a public key of yours. Up to ten at once, so that keys can rotate.',
    who: ['admin'],
    params: siteParams,
    body: newIdentityKey,
    replies: { 201: createdIdentityKey },
    errors: ['conflict', 'refused'],
  },
  deleteIdentityKey: {
    summary: 'Take a key away: what it signed is refused from then on. Sessions that it began go on.',
    who: ['admin'],
    params: z.strictObject({ site: siteKey, key: id }),
    replies: { 204: null },
  },
  ...peopleOperations,
  ...queueOperations,
  ...auditOperations,
  ...tokenOperations,
  ...cannedReplyOperations,
  ...tagOperations,
  ...blockOperations,
  ...searchOperations,
} as const satisfies Record<RouteName, Operation>;

/** The JSON a client sends to an operation. */
export type RequestBody<Name extends RouteName> = (typeof operations)[Name] extends {
  body: infer Body extends z.ZodType;
}
  ? z.input<Body>
  : undefined;

/** The validated, normalised body an operation works with. */
export type ParsedBody<Name extends RouteName> = (typeof operations)[Name] extends {
  body: infer Body extends z.ZodType;
}
  ? z.output<Body>
  : undefined;

/** The validated query of an operation. */
export type ParsedQuery<Name extends RouteName> = (typeof operations)[Name] extends {
  query: infer Query extends z.ZodType;
}
  ? z.output<Query>
  : undefined;

/** The JSON an operation answers when it succeeds. */
export type ReplyBody<Name extends RouteName> = {
  [Status in keyof (typeof operations)[Name]['replies']]: (typeof operations)[Name]['replies'][Status] extends z.ZodType
    ? z.output<(typeof operations)[Name]['replies'][Status]>
    : undefined;
}[keyof (typeof operations)[Name]['replies']];
