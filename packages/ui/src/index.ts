export { avatar, initialsOf, TONES, toneOf } from './avatar.js';
export { avatarStyles } from './avatar.styles.js';
export { base } from './base.styles.js';
export { buttons } from './buttons.styles.js';
export { Composer, defineComposer } from './composer.js';
export { controls } from './controls.styles.js';
export { copyText } from './copy-text.js';
export { defineChatElements } from './define.js';
export { dropStyles } from './drop.styles.js';
export {
  ComposeEvent,
  DiscardEvent,
  DraftEvent,
  LoadNewerEvent,
  LoadOlderEvent,
  type MessageAction,
  MessageActionEvent,
  RetryEvent,
  SeekEvent,
  SeenEvent,
} from './events.js';
export { FileSources } from './file-sources.js';
export * as icons from './icons.js';
export { lanternMark } from './icons.js';
export { plainText, safeHref } from './markdown.js';
export { MessageList } from './message-list.js';
export type { OutgoingView } from './message-rows.js';
export { richText } from './rich-text.js';
export { richTextStyles } from './rich-text.styles.js';
export { type ComposerStrings, englishComposer, englishMessageList, type MessageListStrings } from './strings.js';
export { formatDay, formatFull, formatShort, formatTime, isSameDay } from './time.js';
export { DEFAULT_HUE, type TokenScope } from './tokens.base.js';
export { tokenSheet } from './tokens.js';
export { detailTokenStyles, tokens } from './tokens.styles.js';
