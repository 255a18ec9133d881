import type {} from '../../src/index.js';

/** Plain TypeScript knows the element and its events. That this file compiles is the test. */
export function listen(): void {
  document.addEventListener('chat-message', ({ detail }) => detail.message.text.trim());
  const widget = document.querySelector('chat-widget');
  widget?.addEventListener('chat-unread', ({ detail }) => detail.count.toFixed());
  widget?.open();
  // @ts-expect-error a count is not a text
  window.addEventListener('chat-unread', ({ detail }) => detail.count.trim());
  // @ts-expect-error there is no such method
  widget?.explode();
}
