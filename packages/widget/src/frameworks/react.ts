import type { DetailedHTMLProps, HTMLAttributes } from 'react';
import type { ChatWidgetElement } from '../chat-widget.js';
import type { ChatWidgetAttributes, ChatWidgetHandlers } from './attributes.js';

export type ChatWidgetProps = DetailedHTMLProps<HTMLAttributes<ChatWidgetElement>, ChatWidgetElement> &
  ChatWidgetAttributes &
  ChatWidgetHandlers<'on'>;

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      'chat-widget': ChatWidgetProps;
    }
  }
}
