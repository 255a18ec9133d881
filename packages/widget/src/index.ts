export { type ChatMode, ChatWidgetElement } from './chat-widget.js';
export type { ChatEventDetail, ChatEventMap } from './events.js';
export type { Override } from './locales/override.js';
export type { AllStrings, Strings } from './locales/strings.js';
export type { WidgetCall } from './queue.js';
