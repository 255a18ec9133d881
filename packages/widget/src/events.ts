import type { ConnectionState } from '@porchlight/client';
import type { Conversation, ErrorCode, Message } from '@porchlight/protocol';

/** What each event of `<chat-widget>` carries in `detail`. All of them bubble and cross shadow boundaries. */
export type ChatEventDetail = {
  /** The element is there; its methods may be called. */
  'chat-ready': undefined;
  'chat-open': undefined;
  'chat-close': undefined;
  /** A message arrived or an own one was stored. */
  'chat-message': { message: Message };
  'chat-unread': { count: number };
  /** A conversation was begun, opened, closed or reopened. */
  'chat-conversation': { conversation: Conversation };
  'chat-connection': { connection: ConnectionState };
  /** `detail` is for developers. `load`: the rest of the element could not be fetched. */
  'chat-error': { code: ErrorCode | 'network' | 'load'; detail: string };
};

export type ChatEventMap = { [Type in keyof ChatEventDetail]: CustomEvent<ChatEventDetail[Type]> };

/** Fires an event of `<chat-widget>`. */
export type Emit = <Type extends keyof ChatEventDetail>(type: Type, detail: ChatEventDetail[Type]) => void;

declare global {
  // What HTMLElementEventMap, DocumentEventMap and WindowEventMap have in common: the events bubble up to all three.
  interface GlobalEventHandlersEventMap extends ChatEventMap {}
}
