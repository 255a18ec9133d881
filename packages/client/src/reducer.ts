import type {
  Agent,
  ChatEvent,
  Conversation,
  Message,
  MessagePage,
  Receipt,
  SiteSettings,
  Visitor,
} from '@porchlight/protocol';
import {
  receipted,
  recounted,
  started,
  visited,
  withArrival,
  withConversation,
  withOpenTimeline,
  withStoredMessage,
  withTimeline,
} from './merge.js';
import { withMembership, withRoom } from './rooms.js';
import type { ChatState, ConnectionState, MessageChange, OutgoingMessage, Timeline } from './state.js';
import { initialState } from './state.js';
import type { TakePage } from './timeline.js';
import { lastSeqOf, withChange, withDelta, withLatestPage, withOutgoing, withoutChange } from './timeline.js';

/** Everything that can change the state. `now` is epoch milliseconds by the clock of this device. */
export type Action =
  | { type: 'cleared'; signedOut: boolean }
  | { type: 'connection'; connection: ConnectionState; now: number }
  | { type: 'signedIn'; visitor?: Visitor; agent?: Agent }
  | { type: 'signedOut' }
  | { type: 'site'; site: SiteSettings }
  | { type: 'outboxPersistent'; persistent: boolean }
  | { type: 'listing' }
  | { type: 'listed'; items: readonly Conversation[]; hasMore: boolean }
  /** Everything was fetched anew: what is still as it was `before` gives way, what events have brought since stays. */
  | {
      type: 'refreshed';
      before: ChatState;
      items: readonly Conversation[];
      hasMore: boolean;
      pages: ReadonlyMap<string, MessagePage>;
    }
  | { type: 'conversation'; conversation: Conversation }
  | { type: 'conversations'; items: readonly Conversation[] }
  | { type: 'loading'; id: string; loading: Timeline['loading'] }
  | { type: 'page'; id: string; page: MessagePage; take: TakePage }
  | { type: 'visitor'; visitor: Visitor }
  | { type: 'message'; message: Message }
  | { type: 'receipt'; receipt: Receipt }
  | { type: 'event'; event: ChatEvent; now: number }
  | { type: 'outgoing'; key: string; message: OutgoingMessage }
  | { type: 'withdrawn'; clientId: string }
  | { type: 'changing' | 'changed'; id: string; messageId: string; change: MessageChange }
  | { type: 'started'; key: string; conversation: Conversation }
  | { type: 'expired'; now: number };

/** Whoever types on tells so again; one of whom nothing is heard does not type for ever. */
const LONGEST_TYPING_MS = 60_000;

/** The next state. Taking the same event or answer twice, or two of them in another order, leads to the same state. */
export function reduce(state: ChatState, action: Action): ChatState {
  switch (action.type) {
    case 'cleared':
      return {
        ...initialState,
        site: state.site,
        outboxPersistent: state.outboxPersistent,
        signedOut: action.signedOut,
      };
    case 'connection':
      return connected(state, action.connection, action.now);
    case 'signedIn':
      return { ...state, visitor: action.visitor, agent: action.agent, signedOut: false };
    case 'signedOut':
      return { ...state, signedOut: true };
    case 'site':
      return { ...state, site: action.site };
    case 'outboxPersistent':
      return { ...state, outboxPersistent: action.persistent };
    case 'listing':
      return { ...state, list: { ...state.list, loading: true } };
    case 'conversations':
      return withConversations(state, action.items);
    case 'listed':
      return {
        ...withConversations(state, action.items),
        list: { loaded: true, loading: false, hasMore: action.hasMore },
      };
    case 'refreshed':
      return refreshed(state, action);
    case 'conversation':
      return withConversation(state, action.conversation);
    case 'loading':
      return withTimeline(state, action.id, (timeline) => ({
        ...timeline,
        // A place far back gives way to the latest page.
        ...(action.loading === 'latest' && timeline.hasNewer && { opened: false, hasNewer: false, messages: [] }),
        loading: action.loading,
      }));
    case 'page': {
      const next = withTimeline(state, action.id, (timeline) => action.take(timeline, action.page, state));
      const arrived = recounted(action.page.items.reduce(withArrival, next), action.id);
      return (action.page.receipts ?? []).reduce(receipted, arrived);
    }
    case 'visitor':
      return visited(state, action.visitor);
    case 'message':
      return withStoredMessage(state, action.message);
    case 'receipt':
      return receipted(state, action.receipt);
    case 'event':
      return happened(state, action.event, action.now);
    case 'outgoing':
      return withTimeline(state, action.key, (timeline) => withOutgoing(timeline, action.message));
    case 'withdrawn':
      return withoutOutgoing(state, action.clientId);
    case 'changing':
      return withTimeline(state, action.id, (timeline) => withChange(timeline, action.messageId, action.change));
    case 'changed':
      return withTimeline(state, action.id, (timeline) => withoutChange(timeline, action.messageId, action.change));
    case 'started':
      return started(state, action.key, action.conversation);
    case 'expired':
      return expired(state, action.now);
  }
}

function happened(state: ChatState, event: ChatEvent, now: number): ChatState {
  switch (event.type) {
    case 'message.created':
    case 'message.updated':
      return withStoredMessage(state, event.data);
    case 'conversation.created':
    case 'conversation.updated':
      return withConversation(state, event.data, event.data.kind === 'room');
    case 'receipt.updated':
      return receipted(state, event.data);
    case 'visitor.updated':
      return visited(state, event.data);
    case 'message.delta':
      return withOpenTimeline(state, event.conversationId, (timeline) => withDelta(timeline, event.data));
    case 'typing':
    case 'viewing': {
      const { author, until } = event.data;
      if (author.id === (state.visitor ?? state.agent)?.id) return state;
      // The server's clock and ours may differ: only the time that it leaves counts.
      const left = Date.parse(until) - Date.parse(event.at) || 0;
      const kept = Math.min(Math.max(left, 0), LONGEST_TYPING_MS);
      const entry = { author, until: new Date(now + kept).toISOString() };
      return withOpenTimeline(state, event.conversationId, (timeline) => ({
        ...timeline,
        [event.type]: [...(timeline[event.type] ?? []).filter((other) => other.author.id !== author.id), entry],
      }));
    }
    case 'membership.updated':
      return withMembership(state, event.data);
    case 'room.presence':
      return withRoom(state, event.conversationId, event.data);
    case 'presence':
      return { ...state, presence: event.data };
    default:
      // Agents' events, and types that a later version of the contract knows.
      return state;
  }
}

const withConversations = (state: ChatState, items: readonly Conversation[]) =>
  items.reduce((next, item) => withConversation(next, item), state);

function connected(state: ChatState, connection: ConnectionState, now: number): ChatState {
  if (connection === state.connection) return state;
  const up = connection === 'live' || connection === 'polling' || connection === 'idle';
  return { ...state, connection, disconnectedSince: up ? undefined : (state.disconnectedSince ?? now) };
}

function withoutOutgoing(state: ChatState, clientId: string): ChatState {
  for (const [key, timeline] of state.timelines) {
    const outgoing = timeline.outgoing.filter((message) => message.clientId !== clientId);
    if (outgoing.length < timeline.outgoing.length)
      return withTimeline(state, key, (known) => ({ ...known, outgoing }));
  }
  return state;
}

function expired(state: ChatState, now: number): ChatState {
  let next = state;
  for (const [id, timeline] of state.timelines) {
    for (const what of ['typing', 'viewing'] as const) {
      const all = timeline[what] ?? [];
      const still = all.filter(({ until }) => Date.parse(until) > now);
      if (still.length < all.length) next = withTimeline(next, id, (known) => ({ ...known, [what]: still }));
    }
  }
  return next;
}

function refreshed(
  state: ChatState,
  { before, items, hasMore, pages }: Extract<Action, { type: 'refreshed' }>,
): ChatState {
  const conversations = new Map(state.conversations);
  const timelines = new Map(state.timelines);
  const readings = new Map(state.readings);
  for (const [id, conversation] of before.conversations) {
    if (conversations.get(id) === conversation) conversations.delete(id);
    const known = before.readings?.get(id);
    const { arrivals = new Map<number, boolean>(), read = 0 } = readings.get(id) ?? {};
    readings.set(id, {
      baseSeq: 0,
      baseUnread: 0,
      arrivals: new Map([...arrivals].filter(([seq]) => !known?.arrivals.has(seq))),
      read: read === known?.read ? 0 : read,
    });
  }
  for (const [id, { messages, opened }] of before.timelines) {
    const timeline = timelines.get(id);
    if (!timeline || !opened) continue;
    const old = new Set(messages);
    timelines.set(id, { ...timeline, messages: timeline.messages.filter((message) => !old.has(message)) });
    if (!pages.has(id) && timeline.outgoing.length === 0) timelines.delete(id);
  }
  let next: ChatState = {
    ...state,
    conversations,
    timelines,
    readings,
    rooms: new Map(),
  };
  next = reduce(next, { type: 'listed', items, hasMore });
  for (const [id, page] of pages) {
    next = reduce(next, { type: 'page', id, page, take: withLatestPage });
    // What came while one read far back lay beyond what was loaded, and may lie beyond the page as well.
    const now = state.conversations.get(id);
    const last = now === before.conversations.get(id) ? 0 : (now?.lastMessage?.seq ?? 0);
    if (!before.timelines.get(id)?.hasNewer) continue;
    next = withTimeline(next, id, (timeline) => ({ ...timeline, hasNewer: last > lastSeqOf(timeline.messages) }));
  }
  return next;
}
