import type { JSX } from 'solid-js';
import type { ChatWidgetElement } from '../chat-widget.js';
import type { ChatWidgetAttributes, ChatWidgetHandlers } from './attributes.js';

export type ChatWidgetProps = Omit<JSX.HTMLAttributes<ChatWidgetElement>, keyof ChatWidgetAttributes> &
  ChatWidgetAttributes &
  ChatWidgetHandlers<'on:'>;

declare module 'solid-js' {
  namespace JSX {
    interface IntrinsicElements {
      'chat-widget': ChatWidgetProps;
    }
  }
}
