import { EmojiPicker } from './emoji-picker.js';

/** The emoji picker, apart from the rest so that it can be fetched when it is used. */
export { EmojiEvent, EmojiPicker } from './emoji-picker.js';
export { type EmojiStrings, englishEmoji } from './tool-strings.js';

/** Defines `<chat-emoji-picker>`, unless the name is taken. */
export function defineEmojiPicker(): void {
  if (!customElements.get('chat-emoji-picker')) customElements.define('chat-emoji-picker', EmojiPicker);
}

declare global {
  interface HTMLElementTagNameMap {
    'chat-emoji-picker': EmojiPicker;
  }
}
