import type {
  ChangedConversations,
  Conversation,
  Message,
  Receipt,
  ReplyBody,
  RequestBody,
  Visitor,
} from '@porchlight/protocol';
import type { Core } from './core.js';
import type { CallOptions } from './http.js';
import type { Action } from './reducer.js';
import { reduce } from './reducer.js';
import type { Session } from './session.js';
import type { Standing } from './standing.js';
import { hasRead, said, settled, standingOf } from './standing.js';
import type { ChatState } from './state.js';

/** What an action tells of conversations. */
interface Told {
  conversations?: readonly Conversation[] | undefined;
  messages?: readonly Message[] | undefined;
  receipts?: readonly Receipt[] | undefined;
}

/** Signs in with the session that there is. Returns the cursor from which events follow. Throws ChatError. */
export async function beAgent(core: Core, session: Session): Promise<string> {
  core.reduce = reduceForAgents;
  const { agent, cursor } = await core.call('whoAmI', {});
  session.is({ agent });
  return cursor;
}

export async function listConversations(
  core: Core,
  query: CallOptions<'listConversations'>['query'],
): Promise<ReplyBody<'listConversations'>> {
  const page = await core.call('listConversations', {}, { query });
  core.dispatch({ type: 'conversations', items: page.items });
  return page;
}

export async function updateConversation(
  core: Core,
  id: string,
  body: RequestBody<'updateConversation'>,
): Promise<Conversation> {
  const conversation = await core.call('updateConversation', { conversation: id }, { body });
  core.dispatch({ type: 'conversation', conversation });
  return conversation;
}

export async function updateConversations(
  core: Core,
  body: RequestBody<'updateConversations'>,
): Promise<ChangedConversations> {
  const changed = await core.call('updateConversations', {}, { body });
  const items = changed.items.flatMap(({ conversation }) => conversation ?? []);
  core.dispatch({ type: 'conversations', items });
  return changed;
}

export async function loadVisitor(core: Core, id: string): Promise<void> {
  if (core.state.visitors.has(id)) return;
  core.dispatch({ type: 'visitor', visitor: await core.call('getVisitor', { visitor: id }) });
}

/**
 * What `reduce` is to visitors: agents see more of a conversation, and of each other. Apart, so that visitors' browsers fetch
 * nothing of it.
 */
export function reduceForAgents(before: ChatState, action: Action): ChatState {
  return withStandings(withOthers(reduce(before, action), action), action);
}

/** Who else is there, and what all agents share. */
function withOthers(state: ChatState, action: Action): ChatState {
  if (action.type === 'visitor') return withVisitor(state, action.visitor);
  if (action.type === 'refreshed') return { ...state, workspace: countedOn(state.workspace, '*') };
  if (action.type !== 'event') return state;
  const { event } = action;
  switch (event.type) {
    case 'visitor.updated':
      return withVisitor(state, event.data);
    case 'workspace.updated':
      return { ...state, workspace: countedOn(state.workspace, event.data.what) };
    case 'agents.presence':
      return { ...state, agents: event.data };
    default:
      return state;
  }
}

const withVisitor = (state: ChatState, visitor: Visitor): ChatState => ({
  ...state,
  visitors: new Map(state.visitors).set(visitor.id, visitor),
});

const countedOn = (counts: ReadonlyMap<string, number>, name: string) =>
  new Map(counts).set(name, (counts.get(name) ?? 0) + 1);

/** Since when conversations wait, and whom their notes name. */
function withStandings(state: ChatState, action: Action): ChatState {
  const told = toldBy(action);
  if (!told) return state;
  const { conversations = [], messages = [], receipts = [] } = told;
  const standings = action.type === 'refreshed' ? remaining(state, action.before) : new Map(state.standings);
  const changed = new Set<string>();
  const change = (id: string, next: (known: Standing | undefined) => Standing | undefined) => {
    const known = standings.get(id);
    const standing = next(known);
    if (!standing || standing === known) return;
    standings.set(id, standing);
    changed.add(id);
  };
  for (const conversation of conversations) {
    change(conversation.id, (known) => settled(known, conversation));
    // What an older answer says does not hold, though it is in the state by now.
    changed.add(conversation.id);
  }
  for (const message of messages) change(message.conversationId, (known) => known && said(known, message));
  for (const { conversationId, principal, read } of receipts) {
    if (principal.kind === 'agent') change(conversationId, (known) => known && hasRead(known, principal.id, read));
  }
  if (changed.size === 0 && action.type !== 'refreshed') return state;
  return { ...state, standings, conversations: standing(state, standings, changed) };
}

function toldBy(action: Action): Told | undefined {
  switch (action.type) {
    case 'conversation':
      return { conversations: [action.conversation] };
    case 'conversations':
    case 'listed':
      return { conversations: action.items };
    case 'message':
      return { messages: [action.message] };
    case 'page':
      return { messages: action.page.items, receipts: action.page.receipts };
    case 'receipt':
      return { receipts: [action.receipt] };
    case 'refreshed': {
      const pages = [...action.pages.values()];
      return {
        conversations: action.items,
        messages: pages.flatMap(({ items }) => items),
        receipts: pages.flatMap(({ receipts = [] }) => receipts),
      };
    }
    case 'event':
      return toldByEvent(action.event);
    default:
      return undefined;
  }
}

function toldByEvent(event: Extract<Action, { type: 'event' }>['event']): Told | undefined {
  switch (event.type) {
    case 'conversation.created':
    case 'conversation.updated':
      return { conversations: [event.data] };
    case 'message.created':
    case 'message.updated':
      return { messages: [event.data] };
    case 'receipt.updated':
      return { receipts: [event.data] };
    default:
      return undefined;
  }
}

/** What events have brought since everything was asked for anew; the rest is another answer's to say. */
function remaining({ standings }: ChatState, before: ChatState): Map<string, Standing> {
  return new Map(
    [...(standings ?? [])].map(([id, standing]) => {
      const old = before.standings?.get(id)?.later;
      const later = new Map([...standing.later].filter(([seq]) => !old?.has(seq)));
      return [id, { ...standing, seq: 0, at: '', later, read: new Map() }];
    }),
  );
}

function standing(
  { conversations }: ChatState,
  standings: ReadonlyMap<string, Standing>,
  changed: ReadonlySet<string>,
): ChatState['conversations'] {
  const next = new Map(conversations);
  for (const id of changed) {
    const conversation = conversations.get(id);
    const stands = standings.get(id);
    if (conversation && stands) next.set(id, { ...conversation, ...standingOf(stands) });
  }
  return next;
}
