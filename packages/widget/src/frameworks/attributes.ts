import type { ChatMode } from '../chat-widget.js';
import type { ChatEventMap } from '../events.js';
import type { Override } from '../locales/override.js';
import type { AllStrings } from '../locales/strings.js';

/** What a template may set on `<chat-widget>`. */
export interface ChatWidgetAttributes {
  site?: string;
  api?: string;
  mode?: ChatMode;
  room?: string;
  open?: boolean;
  position?: 'bottom-right' | 'bottom-left';
  theme?: 'auto' | 'light' | 'dark';
  locale?: string;
  heading?: string;
  'hide-launcher'?: boolean;
  /** A property. */
  strings?: Override<AllStrings>;
}

/** Its events, named `Prefix` and then the event: `onchat-message` in React and Preact, `on:chat-message` in Solid. */
export type ChatWidgetHandlers<Prefix extends string> = {
  [Type in keyof ChatEventMap as `${Prefix}${Type}`]?: (event: ChatEventMap[Type]) => void;
};
