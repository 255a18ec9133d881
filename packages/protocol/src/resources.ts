import { z } from 'zod';
import {
  attributesOf,
  attributeValue,
  clientId,
  email,
  externalId,
  id,
  line,
  locale,
  name,
  publicPageUrl,
  roomKey,
  seq,
  siteKey,
  text,
  timestamp,
  timeZone,
} from './primitives.js';
import { version } from './version.js';

const conversationId = id.meta({ examples: ['0197a2c4-0a6f-7e91-a2d3-6c4b8f1e5d07'] });

export const author = z
  .object({
    kind: z.enum(['visitor', 'agent', 'bot', 'system']),
    id: id.meta({ examples: ['0197a2c3-e5b8-7d20-b4c6-9a1f0e8d7c35'] }),
    name: z.string().meta({ examples: ['Mira'] }),
    avatarUrl: z
      .string()
      .optional()
      .meta({ examples: ['https://acme.example/mira.png'] }),
  })
  .meta({ id: 'Author', description: 'Who says something.' });
/** Who says something. */
export type Author = z.infer<typeof author>;

export const attachment = z
  .object({
    id,
    name: z.string().meta({ examples: ['vase.jpg'] }),
    mediaType: z.string().meta({ examples: ['image/jpeg'] }),
    size: z
      .int()
      .min(0)
      .meta({ description: 'In bytes.', examples: [48_213] }),
    width: z.int().min(1).optional().meta({ description: 'Of a picture, in pixels.' }),
    height: z.int().min(1).optional().meta({ description: 'Of a picture, in pixels.' }),
    url: z.string().meta({
      description:
        'Where to fetch it, below the address of the API. Signed, and good for a day at least; whatever names the file later has a fresh one.',
      examples: ['/v1/attachments/0197a2c4-1f00-7c3e-8a11-3b5d9e2f7c10?expires=1798848000&signature=4xJ…'],
    }),
  })
  .meta({ id: 'Attachment', description: 'A file that came with a message.' });
/** A file that came with a message. */
export type Attachment = z.infer<typeof attachment>;

export const audience = z.enum(['everyone', 'agents']).meta({
  description: '`everyone` in the conversation, or `agents` only: an internal note.',
});
/** `everyone` in the conversation, or `agents` only: an internal note. */
export type Audience = z.infer<typeof audience>;

export const message = z
  .object({
    id,
    conversationId,
    clientId,
    seq: seq.meta({ description: "The message's number in its conversation: 1, 2, 3 ... without a hole." }),
    author,
    audience,
    text: z.string().meta({
      description: 'As written; rendered as a safe subset of Markdown. Empty once deleted.',
      examples: ['Do you ship to Norway?'],
    }),
    attachments: z.array(attachment).meta({ examples: [[]] }),
    replyTo: id.optional().meta({ description: 'The message that this one answers.' }),
    mentions: z.array(id).optional().meta({ description: 'The agents that a note names.' }),
    createdAt: timestamp,
    editedAt: timestamp.optional(),
    deletedAt: timestamp.optional(),
    streaming: z.boolean().optional().meta({ description: 'Still being written; `message.delta` brings the rest.' }),
  })
  .meta({ id: 'Message' });
/** One message of a conversation, numbered by `seq`. */
export type Message = z.infer<typeof message>;

export const messageEdit = z
  .object({
    text: z.string().meta({ description: 'What the message said until then.', examples: ['Do you ship to Norwya?'] }),
    by: author.meta({ description: 'Who changed it.' }),
    at: timestamp,
  })
  .meta({ id: 'MessageEdit', description: 'A former text of a message, for agents.' });
/** A former text of a message, and who replaced it when. */
export type MessageEdit = z.infer<typeof messageEdit>;

export const visitor = z
  .object({
    id,
    site: siteKey,
    name: z
      .string()
      .meta({ description: 'What the visitor chose, else a neutral name made from the id.', examples: ['Mira'] }),
    named: z.boolean().meta({ description: 'Whether the visitor chose the name.', examples: [true] }),
    email: z
      .string()
      .optional()
      .meta({ examples: ['mira@example.com'] }),
    locale: locale.optional(),
    page: z
      .string()
      .optional()
      .meta({
        description: 'The page the visitor last started or resumed the chat on.',
        examples: ['https://acme.example/vases'],
      }),
    timeZone: timeZone.optional(),
    referrer: z
      .string()
      .optional()
      .meta({
        description: 'The page of another site that the visitor came from last.',
        examples: ['https://search.example/?q=vases'],
      }),
    userAgent: z
      .string()
      .optional()
      .meta({
        description: 'What the browser calls itself.',
        examples: ['Mozilla/5.0 (X11; Linux x86_64) Firefox/140.0'],
      }),
    blocked: z.boolean().optional().meta({ description: 'Present and true when the visitor can no longer write.' }),
    verified: z
      .boolean()
      .meta({ description: 'Whether the site has signed who this is (rule ID1).', examples: [true] }),
    externalId: externalId.optional(),
    attributes: attributesOf(attributeValue)
      .optional()
      .meta({ description: 'What the site says of the visitor: what it has signed, and what its page has set.' }),
    mergedInto: id.optional().meta({
      description: 'This visitor has turned out to be that one, to whom all that it said belongs now (rule ID3).',
    }),
    createdAt: timestamp,
  })
  .meta({ id: 'Visitor' });
/** Somebody on a site who has spoken, or begun to. */
export type Visitor = z.infer<typeof visitor>;

export const visitorEvent = z
  .object({
    id,
    name: z.string().meta({ description: '`page` for a page that the chat was on.', examples: ['added_to_cart'] }),
    data: attributesOf(attributeValue).optional(),
    page: z
      .string()
      .optional()
      .meta({ examples: ['https://acme.example/vases'] }),
    at: timestamp,
  })
  .meta({ id: 'VisitorEvent' });
/** Something that a visitor did on the site, as its page told. */
export type VisitorEvent = z.infer<typeof visitorEvent>;

const mention = z.object({
  agentId: id.meta({ description: 'An agent whom a note names.' }),
  seq: seq.meta({ description: 'The number of the latest note that does.' }),
  unread: z.boolean().meta({ description: "Whether the agent's receipt has not come to it.", examples: [true] }),
});
/** An agent whom the notes of a conversation name, and whether it has read the latest of these. */
export type Mention = z.infer<typeof mention>;

export const conversationStatus = z.enum(['open', 'snoozed', 'closed']);
/** Where a support conversation stands. A room is always `open`; to a visitor, so is what agents have snoozed. */
export type ConversationStatus = z.infer<typeof conversationStatus>;

export const conversation = z
  .object({
    id,
    kind: z.enum(['support', 'room']).meta({
      description: '`support`: one visitor and the agents. `room`: everyone of the site who joined.',
    }),
    site: siteKey,
    room: roomKey.optional(),
    status: conversationStatus,
    visitor: author.optional().meta({ description: 'Whose support conversation it is.' }),
    assignee: author.optional().meta({ description: 'The agent who takes care of it.' }),
    team: id.optional().meta({ description: 'The id of the team whose it is. For agents only.' }),
    tags: z.array(z.string()).optional().meta({ description: 'For agents only.' }),
    snoozedUntil: timestamp.optional().meta({ description: 'When it wakes by itself. For agents only.' }),
    waitingSince: timestamp
      .optional()
      .meta({ description: 'When the visitor wrote the first message that has no answer yet. For agents only.' }),
    mentions: z.array(mention).optional().meta({ description: 'Whom notes name. For agents only.' }),
    subject: z.string().optional(),
    lastMessage: message.optional().meta({ description: 'The latest message that the reader may see.' }),
    lastSeq: seq.meta({ description: 'The number of the latest message.' }),
    unread: z
      .int()
      .min(0)
      .meta({
        description:
          'Messages of the other side that the reader has not read, at most 99. Agents share one count. Always 0 in the events of a room: its readers count for themselves.',
        examples: [1],
      }),
    createdAt: timestamp,
    updatedAt: timestamp,
  })
  .meta({ id: 'Conversation' });
/** A support conversation or a room, as one reader sees it. */
export type Conversation = z.infer<typeof conversation>;

export const principal = z.object({ kind: z.enum(['visitor', 'agent', 'bot']), id });

export const receipt = z
  .object({
    conversationId,
    principal: principal.meta({ description: 'Whose receipt it is.' }),
    delivered: seq.meta({ description: 'All messages up to this number have arrived.' }),
    read: seq.meta({ description: 'All messages up to this number have been read.' }),
  })
  .meta({ id: 'Receipt' });
/** How far one reader has received and read a conversation. Never moves backwards. */
export type Receipt = z.infer<typeof receipt>;

export const member = z
  .object({
    kind: z.enum(['visitor', 'agent']),
    id: id.meta({ examples: ['0197a2c3-e5b8-7d20-b4c6-9a1f0e8d7c35'] }),
    name: z.string().meta({ examples: ['Mira'] }),
    here: z.boolean().meta({ description: 'Whether one of its browsers is connected now.', examples: [true] }),
  })
  .meta({ id: 'Member', description: 'Somebody in a room, as everybody in it may know.' });
/** Somebody in a room, as everybody in it may know. */
export type Member = z.infer<typeof member>;

export const ban = z
  .object({
    conversationId,
    visitor: author.meta({ description: 'Who may no longer take part.' }),
    by: author.meta({ description: 'The agent who decided it.' }),
    reason: z
      .string()
      .optional()
      .meta({ description: 'For agents only; the visitor is not told.', examples: ['Advertises a shop'] }),
    createdAt: timestamp,
  })
  .meta({ id: 'Ban', description: 'A visitor who may no longer take part in a room, as agents see it.' });
/** A visitor who may no longer take part in a room, as agents see it. */
export type Ban = z.infer<typeof ban>;

export const membership = z
  .object({
    conversationId,
    visitor: author,
    state: z.enum(['left', 'banned']).meta({
      description: '`left`: no member, and free to join, also once a ban is lifted. `banned`: may not come back.',
    }),
    ban: ban.optional().meta({ description: 'With `banned`, for agents only.' }),
  })
  .meta({ id: 'Membership', description: 'How a visitor stands to a room that it is no longer in.' });
/** How a visitor stands to a room that it is no longer in. */
export type Membership = z.infer<typeof membership>;

/** An origin as a browser sends it (RFC 6454), one with `*` for its port, or `*` for any origin. */
export const origin = z
  .string()
  .refine((value) => {
    if (value === '*') return true;
    const sample = value.replace(/:\*$/, ':1');
    return URL.canParse(sample) && new URL(sample).origin === sample && /^https?:/.test(sample);
  }, 'must be an origin such as https://example.com, one with any port such as http://localhost:*, or *')
  .meta({
    description: 'An origin (RFC 6454), one with `*` for its port, or `*` for any.',
    examples: ['https://acme.example'],
  });

/** A hue on the OKLCH wheel, in degrees. Lightness and chroma are ours, so that contrast holds. */
export const hue = z
  .number()
  .min(0)
  .max(360)
  .meta({ description: 'The hue of the accent on the OKLCH wheel, in degrees.', examples: [62] });

const heading = { examples: ['Acme Ceramics'] };
const greeting = { examples: ['Say hello. We usually answer within an hour.'] };
const replyTime = { description: 'How soon a visitor may expect an answer.', examples: ['within an hour'] };

/** What anyone may know of a site: enough to draw the widget. */
export const siteSettings = z
  .object({
    key: siteKey,
    name: z.string().meta({ examples: ['Acme'] }),
    texts: z.object({
      heading: z.string().meta(heading),
      greeting: z.string().meta(greeting),
      replyTime: z.string().optional().meta(replyTime),
    }),
    theme: z.object({ hue }),
    languages: z.array(locale),
    availability: z.object({
      available: z.boolean().meta({ description: 'Whether somebody is there to answer.', examples: [true] }),
      agents: z
        .int()
        .min(0)
        .meta({ description: 'How many are there.', examples: [2] }),
    }),
    preChat: z
      .array(z.object({ key: z.string(), label: z.string(), required: z.boolean() }))
      .meta({ description: 'What to ask before the first message.', examples: [[]] }),
    rooms: z.array(z.object({ key: roomKey, name: z.string().meta({ examples: ['Lobby'] }) })),
    limits: z
      .object({
        text: z.int().meta({ examples: [10_000] }),
        name: z.int().meta({ examples: [60] }),
        attachment: z.int().meta({ description: 'Largest file, in bytes.', examples: [10_000_000] }),
      })
      .meta({ description: 'Longest text and name, in code points, and the largest file.' }),
  })
  .meta({ id: 'SiteSettings', description: 'What anyone may know of a site: enough to draw the widget.' });
/** What anyone may know of a site: enough to draw the widget. */
export type SiteSettings = z.infer<typeof siteSettings>;

const snippetHtml =
  '<script type="module" src="https://chat.example.com/widget.js"></script>\n<chat-widget site="acme"></chat-widget>';

/** What a site owner pastes. */
export const siteSnippet = z
  .object({
    html: z.string().meta({
      description: 'Always loads the newest widget.',
      examples: [snippetHtml],
    }),
    pinned: z
      .object({
        html: z.string().meta({ examples: [snippetHtml] }),
        src: z.url().meta({ examples: ['https://chat.example.com/widget-0f3a5c7e9b1d2f4a.js'] }),
        integrity: z.string().meta({
          description: 'SHA-384 of the script, for the `integrity` attribute.',
          examples: ['sha384-oqVuAfXRKap7fdgcCY5uykM6+R9GqQ8K/uxy9rx7HNQlGYl1kPzQho1wx4JwY8wC'],
        }),
      })
      .meta({ description: 'Loads exactly this version, until the server is updated.' }),
  })
  .meta({ id: 'SiteSnippet', description: 'What a site owner pastes.' });
/** What a site owner pastes. */
export type SiteSnippet = z.infer<typeof siteSnippet>;

/** A site as its agents and admins see it. */
export const site = z
  .object({
    key: siteKey,
    name: name.meta({ examples: ['Acme'] }),
    origins: z.array(origin).max(50).meta({ description: 'Where the tag may be used (AU5).' }),
    heading: line(80).meta(heading),
    greeting: text(1, 400).meta(greeting),
    replyTime: line(80).optional().meta(replyTime),
    hue,
    rooms: z.array(z.object({ key: roomKey, name: name.meta({ examples: ['Lobby'] }) })).max(50),
    team: id.optional().meta({ description: 'The id of the team whose its new conversations are.' }),
    version,
    createdAt: timestamp,
  })
  .meta({ id: 'Site', description: 'A site as its agents and admins see it.' });
/** A site as its agents and admins see it. */
export type Site = z.infer<typeof site>;

/** What a visitor may say of itself. */
export const visitorProfile = z.object({
  name: name.optional(),
  email: email.optional(),
  locale: locale.optional(),
  page: publicPageUrl.optional(),
});
