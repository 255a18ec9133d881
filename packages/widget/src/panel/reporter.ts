import type { ChatState } from '@porchlight/client';
import { conversationOf } from '@porchlight/client';
import type { Message } from '@porchlight/protocol';
import type { Emit } from '../events.js';

/** Tells the page what changes in the client's state. */
export class Reporter {
  #before: ChatState | undefined;
  #key: string | undefined;

  constructor(private readonly emit: Emit) {}

  /** `key`: the conversation that is shown. Returns what has been said since the last report. */
  report(state: ChatState, key: string | undefined): Message[] {
    const before = this.#before;
    const keyBefore = this.#key;
    this.#before = state;
    this.#key = key;
    if (before && before.connection !== state.connection) {
      this.emit('chat-connection', { connection: state.connection });
    }
    const conversation = key === undefined ? undefined : conversationOf(state, key);
    const known = before && keyBefore !== undefined ? conversationOf(before, keyBefore) : undefined;
    if (conversation && (conversation.id !== known?.id || conversation.status !== known.status)) {
      this.emit('chat-conversation', { conversation });
    }
    const messages = before ? newMessages(before, state) : [];
    for (const message of messages) this.emit('chat-message', { message });
    return messages;
  }
}

/** What was said between two states, in conversations that were known before or have just begun. */
export function newMessages(before: ChatState, after: ChatState): Message[] {
  const found: Message[] = [];
  if (before.conversations === after.conversations && before.timelines === after.timelines) return found;
  // The first list of conversations is history.
  if (!before.list.loaded && before.timelines.size === 0) return found;
  for (const [id, { lastMessage }] of after.conversations) {
    const known = before.conversations.get(id)?.lastMessage?.seq ?? 0;
    if (!lastMessage || lastMessage.seq <= known) continue;
    const said = after.timelines.get(id)?.messages.filter(({ seq }) => seq > known && seq <= lastMessage.seq) ?? [];
    found.push(...(said.length > 0 ? said : [lastMessage]));
  }
  return found;
}
