import type { HTMLAttributes } from 'preact';
import type { ChatWidgetElement } from '../chat-widget.js';
import type { ChatWidgetAttributes, ChatWidgetHandlers } from './attributes.js';

export type ChatWidgetProps = Omit<HTMLAttributes<ChatWidgetElement>, keyof ChatWidgetAttributes> &
  ChatWidgetAttributes &
  ChatWidgetHandlers<'on'>;

declare module 'preact' {
  namespace JSX {
    interface IntrinsicElements {
      'chat-widget': ChatWidgetProps;
    }
  }
}
