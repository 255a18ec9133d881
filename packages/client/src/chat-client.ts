import type {
  Attachment,
  ChangedConversations,
  Conversation,
  ReplyBody,
  RequestBody,
  RouteName,
  RouteParams,
  VisitorExport,
} from '@porchlight/protocol';
import type { ChatError } from './errors.js';
import type { CallOptions } from './http.js';
import type { ChatState } from './state.js';
import type { Store } from './store.js';
import type { UploadOptions } from './upload.js';
import type { Attributes, TrackedEvent } from './visitor-notes.js';

export interface ChatClientOptions {
  /** Origin (and path prefix, if any) of the API, such as `https://chat.example.com`. */
  api: string;
  /** A visitor of this site; without it, an agent. */
  site?: string;
  /** An agent's session token, for programs; browsers use the session cookie. */
  token?: string;
  /**
   * Hears of what nobody waits for: an identity that was refused (`identity_expired`, `identity_invalid`, `refused`), a
   * session that has ended (`unauthenticated`), attributes or events that were not taken (`invalid`, `refused`).
   */
  onError?(error: ChatError): void;
}

export interface SendOptions {
  /** What `upload()` has answered; the text may then be empty. */
  attachments?: readonly Attachment[];
  replyTo?: string;
  audience?: 'everyone' | 'agents';
  /** Agents: ids of agents whom a note is meant for above all. */
  mentions?: readonly string[];
}

/** The whole surface that the widget, the inbox and programs use. */
export interface ChatClient {
  readonly store: Store<ChatState>;

  /**
   * Whether an earlier visit left a session here, or a first message that still waits to be sent; reads storage only,
   * contacts nobody. Visitors.
   */
  hasSession(): Promise<boolean>;
  /** Public settings of the site; fetched once. Visitors. Throws ChatError. */
  loadSite(): Promise<void>;
  /**
   * Signs in with what is stored (visitors: creates the visitor if there is none), fetches the list of
   * conversations and opens the stream. Resolves when the state is there; goes on by itself until `stop()`. While the
   * server cannot be reached it keeps trying, and `connection` says so. Does nothing when it runs already, so the profile
   * of the first call counts. Resolves also when nobody is signed in: then `signedOut` is true. Throws ChatError when the
   * server refuses for good (`origin_not_allowed`, `not_found`).
   */
  start(profile?: RequestBody<'createVisitor'>): Promise<void>;
  /** Closes the stream and stops retrying; state and outbox stay, and `start()` goes on from there. */
  stop(): void;

  /** Agents: signs in and starts. Throws ChatError (`unauthenticated`, `code_required` where two-factor is on, `rate_limited`, `network`). */
  login(email: string, password: string, code?: string): Promise<void>;
  /**
   * Visitors: takes the site's word, a JWT, for who this is. At once where it runs, else with the next `start()`: contacts
   * nobody before that. What was said so far goes along; with the word for somebody else, it stays with whoever said it.
   * A word that is not taken is told to `onError`, and the chat goes on without it.
   */
  identify(jwt: string): Promise<void>;
  /** Visitors: tells agents of the visitor; null takes away. Kept in memory until there is a session. */
  setAttributes(attributes: Attributes): void;
  /** Visitors: tells agents what the visitor did. Kept in memory until there is a session, the latest 50. */
  track(event: TrackedEvent): void;
  /** Ends the session, forgets everything kept on this device, unsent messages too. Agents: throws ChatError (`network`). */
  logout(): Promise<void>;
  /** Starts if need be. Throws ChatError (`invalid`, `refused`, `network`). */
  updateVisitor(profile: RequestBody<'updateMe'>): Promise<void>;

  /** Everything that is kept about the visitor. Throws ChatError. */
  exportVisitor(): Promise<VisitorExport>;
  /**
   * Erases the visitor with all conversations, on the server and on this device, for good. Throws ChatError; then
   * everything is still there.
   */
  eraseVisitor(): Promise<void>;

  /**
   * Agents: a page of the conversations that fulfil a query, taken into the state too. `next` is the `before` of the page
   * after it. Throws ChatError.
   */
  listConversations(query: CallOptions<'listConversations'>['query']): Promise<ReplyBody<'listConversations'>>;
  /** Agents: more of the list, older ones. */
  loadMoreConversations(): Promise<void>;
  /**
   * Fetches the latest page of messages if it is not there, and keeps the timeline up to date from then on. Keeps
   * trying while the server cannot be reached. Throws ChatError (`not_found`).
   */
  openConversation(id: string): Promise<void>;
  /** Fetches the page before the oldest known message. */
  loadOlder(id: string): Promise<void>;
  /** Fetches the page after the last known message, where `hasNewer` says that there is one. */
  loadNewer(id: string): Promise<void>;
  /**
   * Fetches the page around a message, unless that is among those known; false if it is not there. Where it is far from them,
   * that page takes their place and `hasNewer` says so, until `loadNewer()` has come to the end or `openConversation()`
   * fetches the latest page again. Throws ChatError.
   */
  findMessage(id: string, messageId: string): Promise<boolean>;
  /**
   * Begins a conversation with its first message and returns at once with the key under which its timeline is
   * kept; the visitor and the conversation are made on the server by the outbox.
   */
  startConversation(text: string, options?: Pick<SendOptions, 'attachments'>): string;
  /** Joins a room of the site and opens it; returns the conversation's id. Visitors. Throws ChatError (`not_found`, `banned`). */
  joinRoom(room: string): Promise<string>;
  /** Puts a message into the outbox, shows it as sending, and returns its clientId. `key` is an id or a key. */
  send(key: string, text: string, options?: SendOptions): string;
  /**
   * Uploads a file for a message, which must be sent within a day. Starts if need be. Throws ChatError (`too_large`,
   * `unsupported_media_type`, `unreadable_picture`, `rate_limited`, `network`, also when `signal` aborts).
   */
  upload(file: File, options?: UploadOptions): Promise<Attachment>;
  /** Tries a failed message again, in the place that it has. */
  retry(clientId: string): void;
  /** Gives a failed message up and returns its text; undefined if there is no such failed message. */
  discard(clientId: string): string | undefined;
  /** Shows the new text at once, and the old one again if the server does not take it. Throws ChatError. */
  editMessage(conversationId: string, messageId: string, text: string): Promise<void>;
  /** Shows it as deleted at once, and as it was if the server does not do it. Throws ChatError. */
  deleteMessage(conversationId: string, messageId: string): Promise<void>;

  /** Says that everything up to `seq` has been read: at once in the state, coalesced to the server, never backwards. */
  markRead(id: string, seq: number): void;
  /** Says that one is typing; call it at every key, it is sent at most every 3 s. */
  typing(id: string): void;
  /** Agents: fetches what is known of a visitor into `visitors`, unless it is there. Throws ChatError (`not_found`). */
  loadVisitor(id: string): Promise<void>;
  /** Calls an operation of the contract that the state takes no part in. Throws ChatError. */
  call<Name extends RouteName>(
    name: Name,
    params: RouteParams<Name>,
    options?: CallOptions<Name>,
  ): Promise<ReplyBody<Name>>;
  /** Agents: changes many alike; each of the answer's items says what became of it. Throws ChatError. */
  updateConversations(change: RequestBody<'updateConversations'>): Promise<ChangedConversations>;
  /** Agents: close, reopen, snooze, assign, tag. Throws ChatError (`outdated`, `refused`). */
  updateConversation(id: string, change: RequestBody<'updateConversation'>): Promise<Conversation>;
}
