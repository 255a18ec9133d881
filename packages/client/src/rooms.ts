import type { Membership } from '@porchlight/protocol';
import type { ChatState, RoomState } from './state.js';

export function withRoom(state: ChatState, id: string | undefined, change: Partial<RoomState>): ChatState {
  if (!id) return state;
  const known = state.rooms.get(id) ?? { revision: 0 };
  return { ...state, rooms: new Map(state.rooms).set(id, { ...known, ...change, revision: known.revision + 1 }) };
}

/** Somebody is no longer in a room. Of one that oneself is no longer in, nothing stays. */
export function withMembership(before: ChatState, { conversationId: id, visitor, state }: Membership): ChatState {
  if (visitor.id !== before.visitor?.id) return withRoom(before, id, {});
  const conversations = new Map(before.conversations);
  const timelines = new Map(before.timelines);
  const readings = new Map(before.readings);
  for (const known of [conversations, timelines, readings]) known.delete(id);
  return withRoom({ ...before, conversations, timelines, readings }, id, { banned: state === 'banned' });
}
