import { ChatWidgetElement } from './chat-widget.js';
import { takeOverQueue } from './queue.js';

// A second version on the same page leaves the field to the first. A server has no elements at all.
if (globalThis.customElements && !customElements.get('chat-widget')) {
  customElements.define('chat-widget', ChatWidgetElement);
  takeOverQueue();
}
