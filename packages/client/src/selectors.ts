import type { AgentPresence, Conversation, WorkspaceUpdate } from '@porchlight/protocol';
import type { ChatState, Timeline } from './state.js';

/** The timeline of a conversation, by its id or by the key of `startConversation()`. */
export function timelineOf(state: ChatState, key: string): Timeline | undefined {
  return state.timelines.get(state.aliases.get(key) ?? key);
}

/** A conversation, by its id or by the key of `startConversation()`. */
export function conversationOf(state: ChatState, key: string): Conversation | undefined {
  return state.conversations.get(state.aliases.get(key) ?? key);
}

/** Unread messages in all known conversations. */
export function unreadTotal(state: ChatState): number {
  let total = 0;
  for (const { unread } of state.conversations.values()) total += unread;
  return total;
}

/** Grows whenever a list that all agents share, such as `agents` or `teams`, may have become another one. */
export function revisionOf({ workspace }: ChatState, what: WorkspaceUpdate['what']): number {
  return (workspace.get(what) ?? 0) + (workspace.get('*') ?? 0);
}

/** Whether an agent is there to answer. */
export function presenceOf({ agents }: ChatState, agent: string): AgentPresence {
  if (agents?.online.includes(agent)) return 'online';
  return agents?.away.includes(agent) ? 'away' : 'offline';
}

const sorted = new WeakMap<ChatState['conversations'], readonly Conversation[]>();

/** All known conversations, latest activity first; the same array as long as none of them changes. */
export function sortedConversations({ conversations }: ChatState): readonly Conversation[] {
  let items = sorted.get(conversations);
  if (!items) {
    items = [...conversations.values()].sort((a, b) => (activity(a) < activity(b) ? 1 : -1));
    sorted.set(conversations, items);
  }
  return items;
}

/** When something was last said, else when it last changed. Such times compare as strings. */
function activity({ lastMessage, updatedAt, id }: Conversation): string {
  return (lastMessage?.createdAt ?? updatedAt) + id;
}
