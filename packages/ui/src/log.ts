import { MessageList } from './message-list.js';

/** Defines `<chat-message-list>`, unless the name is taken. A file of its own: who has said nothing needs no list. */
export function defineMessageList(): void {
  if (!customElements.get('chat-message-list')) customElements.define('chat-message-list', MessageList);
}

declare global {
  interface HTMLElementTagNameMap {
    'chat-message-list': MessageList;
  }
}
