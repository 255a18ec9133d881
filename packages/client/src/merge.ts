import type { Conversation, Message, Receipt, Visitor } from '@porchlight/protocol';
import type { Reading } from './reading.js';
import { arrived, counted, read, unreadOf } from './reading.js';
import type { ChatState, Timeline } from './state.js';
import { emptyTimeline, latestVersion, withMessage, withReceipt } from './timeline.js';

export function withTimeline(state: ChatState, key: string, change: (timeline: Timeline) => Timeline): ChatState {
  const id = state.aliases.get(key) ?? key;
  const timeline = state.timelines.get(id) ?? emptyTimeline;
  const changed = change(timeline);
  return changed === timeline ? state : { ...state, timelines: put(state.timelines, id, changed) };
}

/** Only timelines that somebody has asked for are kept up to date. */
export function withOpenTimeline(
  state: ChatState,
  id: string | undefined,
  change: (timeline: Timeline) => Timeline,
): ChatState {
  return id && state.timelines.has(id) ? withTimeline(state, id, change) : state;
}

/** `silent`: the conversation's count of unread messages says nothing, as in events of rooms. */
export function withConversation(state: ChatState, conversation: Conversation, silent = false): ChatState {
  const { id } = conversation;
  const known = state.conversations.get(id);
  const later = known && known.updatedAt > conversation.updatedAt ? known : conversation;
  const merged: Conversation = {
    ...later,
    lastSeq: Math.max(known?.lastSeq ?? 0, conversation.lastSeq),
    lastMessage: latestMessage(known?.lastMessage, conversation.lastMessage),
  };
  const next = { ...state, conversations: put(state.conversations, id, merged) };
  const reading = state.readings?.get(id);
  return withReading(next, id, silent && reading ? reading : counted(reading, conversation));
}

function latestMessage(a: Message | undefined, b: Message | undefined): Message | undefined {
  if (!a || !b) return a ?? b;
  return a.id === b.id ? latestVersion(a, b) : a.seq > b.seq ? a : b;
}

export function withStoredMessage(before: ChatState, message: Message): ChatState {
  const id = message.conversationId;
  const state = begun(before, message);
  const next = withOpenTimeline(state, id, (timeline) => withMessage(timeline, message));
  const known = next.conversations.get(id);
  if (!known) return next;
  const conversation = {
    ...known,
    lastSeq: Math.max(known.lastSeq, message.seq),
    lastMessage: latestMessage(known.lastMessage, message),
  };
  const conversations = put(next.conversations, id, conversation);
  return recounted(withArrival({ ...next, conversations }, message), id);
}

/** Whether `message` counts as unread until our side has read it. Agents read as one. */
export function isFromOthers({ visitor, agent }: ChatState, { author }: Message): boolean {
  return visitor ? author.id !== visitor.id : agent !== undefined && author.kind === 'visitor';
}

export function withArrival(state: ChatState, message: Message): ChatState {
  const reading = state.readings?.get(message.conversationId);
  if (!reading || !isFromOthers(state, message)) return state;
  return withReading(state, message.conversationId, arrived(reading, message));
}

function withReading(state: ChatState, id: string, reading: Reading): ChatState {
  return recounted({ ...state, readings: put(state.readings, id, reading) }, id);
}

/** Brings the conversation's `unread` in line with its reading; exact where all messages since are there. */
export function recounted(state: ChatState, id: string): ChatState {
  const conversation = state.conversations.get(id);
  const reading = state.readings?.get(id);
  if (!conversation || !reading) return state;
  const timeline = state.timelines.get(id);
  const complete =
    reading.read > 0 &&
    timeline?.opened &&
    !timeline.hasNewer &&
    (!timeline.hasOlder || (timeline.messages[0]?.seq ?? 0) <= reading.read + 1);
  const unread = complete
    ? timeline.messages.filter(
        (message) => message.seq > reading.read && !message.deletedAt && isFromOthers(state, message),
      ).length
    : unreadOf(reading);
  if (unread === conversation.unread) return state;
  return { ...state, conversations: put(state.conversations, id, { ...conversation, unread }) };
}

export function receipted(state: ChatState, receipt: Receipt): ChatState {
  const { conversationId: id, principal } = receipt;
  const next = withOpenTimeline(state, id, (timeline) => withReceipt(timeline, receipt));
  const reading = next.readings?.get(id);
  const ours = state.visitor ? principal.id === state.visitor.id : principal.kind === 'agent';
  return ours && reading ? withReading(next, id, read(reading, receipt.read)) : next;
}

export function visited(state: ChatState, visitor: Visitor): ChatState {
  const conversations = new Map(state.conversations);
  for (const conversation of conversations.values()) {
    if (conversation.visitor?.id !== visitor.id) continue;
    conversations.set(conversation.id, {
      ...conversation,
      visitor: { ...conversation.visitor, name: visitor.name },
    });
  }
  const { mergedInto } = visitor;
  const timelines = mergedInto ? renamed(state.timelines, visitor.id, mergedInto) : state.timelines;
  return {
    ...state,
    conversations,
    timelines,
    visitor: state.visitor?.id === visitor.id ? visitor : state.visitor,
  };
}

/** What one visitor has said is another's: they were the same person all along (ID3). */
function renamed(timelines: ChatState['timelines'], from: string, into: string): ChatState['timelines'] {
  const change = (message: Message) =>
    message.author.id === from ? { ...message, author: { ...message.author, id: into } } : message;
  return new Map(
    [...timelines].map(([id, timeline]) => [id, { ...timeline, messages: timeline.messages.map(change) }]),
  );
}

/** A message of ours that waited under a key of `startConversation()` tells what the conversation's id is. */
function begun(state: ChatState, { conversationId: id, clientId, author }: Message): ChatState {
  if (author.id !== state.visitor?.id) return state;
  for (const [key, { outgoing }] of state.timelines) {
    if (key !== id && outgoing.some((message) => message.clientId === clientId)) return moved(state, key, id);
  }
  return state;
}

/** The server has made the conversation that was begun under `key`. */
export function started(state: ChatState, key: string, conversation: Conversation): ChatState {
  const next = withConversation(moved(state, key, conversation.id), conversation);
  return conversation.lastMessage ? withStoredMessage(next, conversation.lastMessage) : next;
}

/** The timeline kept under `key` is now that of the conversation `id`. */
function moved(state: ChatState, key: string, id: string): ChatState {
  if (state.aliases.has(key)) return state;
  const timelines = new Map(state.timelines);
  const draft = timelines.get(key) ?? emptyTimeline;
  const known = timelines.get(id) ?? emptyTimeline;
  timelines.delete(key);
  timelines.set(id, { ...known, opened: true, outgoing: [...known.outgoing, ...draft.outgoing] });
  return { ...state, timelines, aliases: put(state.aliases, key, id) };
}

/** A map with one entry more, or another. */
function put<Value>(map: ReadonlyMap<string, Value> | undefined, key: string, value: Value): Map<string, Value> {
  return new Map(map).set(key, value);
}
