import { defineComposer } from './composer.js';
import { defineMessageList } from './log.js';

/**
 * Defines `<chat-message-list>` and `<chat-composer>`. A name that is taken, say by the widget of another version on
 * the same page, is left as it is: defining it twice would throw.
 */
export function defineChatElements(): void {
  defineMessageList();
  defineComposer();
}
