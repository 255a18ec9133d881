import type {
  Agent,
  AgentsPresence,
  Attachment,
  Author,
  Conversation,
  ErrorCode,
  Message,
  Receipt,
  SiteSettings,
  Visitor,
} from '@porchlight/protocol';
import type { Reading } from './reading.js';
import type { Standing } from './standing.js';

/** `idle` before the first use and after `stop()`; `offline` while the server cannot be reached. */
export type ConnectionState = 'idle' | 'connecting' | 'live' | 'polling' | 'offline';

/** A message that the server has not acknowledged yet. It leaves `outgoing` when its Message arrives. */
export interface OutgoingMessage {
  clientId: string;
  text: string;
  attachments?: readonly Attachment[];
  replyTo?: string;
  audience?: 'everyone' | 'agents';
  mentions?: readonly string[];
  /** ISO 8601, by the clock of this device. */
  createdAt: string;
  status: 'sending' | 'failed';
  /** Why it failed, with `failed`: words for a developer; a code for choosing words for a person. */
  failure?: { code: ErrorCode | 'network'; detail: string };
}

/** What an own message is about to become: another text or, without one, deleted. */
export interface MessageChange {
  text?: string;
}

/** Somebody who does something for as long as `until`, ISO 8601, by the clock of this device. */
export interface Doing {
  author: Author;
  until: string;
}

/** What is known of one conversation's messages. */
export interface Timeline {
  /** Whether a page is there, so that events keep it up to date. */
  opened?: boolean;
  /** Stored messages by ascending `seq`, one unbroken page range of the history. */
  messages: readonly Message[];
  /** Own messages under way, in the order typed; shown after `messages`. */
  outgoing: readonly OutgoingMessage[];
  /** Changes of `messages` that the server has not acknowledged yet, by id of the message. */
  changes?: ReadonlyMap<string, MessageChange>;
  /** Whether older messages exist on the server. */
  hasOlder: boolean;
  /** Whether the history goes on after `messages`: somebody has gone far back in it. */
  hasNewer?: boolean;
  /** What is being fetched, for skeletons and spinners. */
  loading: 'none' | 'latest' | 'older' | 'newer';
  receipts: readonly Receipt[];
  /** Who is typing now, oneself excluded; each leaves by itself at `until`. */
  typing: readonly Doing[];
  /** Agents: who else looks at it now; each leaves by itself at `until`. */
  viewing?: readonly Doing[];
}

/** What is known of a room beside its messages. */
export interface RoomState {
  /** How many members are connected; undefined while it is not known. */
  here?: number;
  /** Visitors: an agent has ended our part in it. */
  banned?: boolean;
  /** Grows whenever the list of members, or that of bans, may have become another one. */
  revision: number;
}

export interface ChatState {
  connection: ConnectionState;
  /** Since when (epoch milliseconds) the connection has not been `live` or `polling`; undefined while it is. */
  disconnectedSince?: number;
  /** The server refused our credential: sign in again. */
  signedOut: boolean;
  /** Whether messages under way survive a reload; false when this browser refuses storage. */
  outboxPersistent: boolean;
  site?: SiteSettings;
  /** Who we are: exactly one of the two once known. */
  visitor?: Visitor;
  agent?: Agent;
  presence?: { agents: number; available: boolean; replyTime?: string };
  /** Agents: which agents are connected, and whether they are answering. Who is not named is offline. */
  agents?: AgentsPresence;
  /** By id. */
  conversations: ReadonlyMap<string, Conversation>;
  /**
   * Agents: how often each list of what they share has changed, by its name; `*` counts for every list. Whoever shows one
   * fetches it anew when its revision (see `revisionOf`) is another one.
   */
  workspace: ReadonlyMap<string, number>;
  /** By the id of the conversation. A room that we are banned from is here and not among the conversations. */
  rooms: ReadonlyMap<string, RoomState>;
  /** What agents have asked to know of visitors, by id; kept up to date. */
  visitors: ReadonlyMap<string, Visitor>;
  /** By conversation id or, before the server has given one, by the key of `startConversation()`. */
  timelines: ReadonlyMap<string, Timeline>;
  /** Keys of `startConversation()` to ids, once the server has given them. */
  aliases: ReadonlyMap<string, string>;
  /** Agents: what `waitingSince` and `mentions` of each conversation are computed from, by id. */
  standings?: ReadonlyMap<string, Standing>;
  /** What `unread` of each conversation is computed from, by id. */
  readings?: ReadonlyMap<string, Reading>;
  /** Whether the list of conversations has been fetched, and whether more exist. */
  list: { loaded: boolean; loading: boolean; hasMore: boolean };
}

export const initialState: ChatState = {
  connection: 'idle',
  signedOut: false,
  outboxPersistent: true,
  conversations: new Map(),
  workspace: new Map(),
  rooms: new Map(),
  visitors: new Map(),
  timelines: new Map(),
  aliases: new Map(),
  list: { loaded: false, loading: false, hasMore: false },
};
