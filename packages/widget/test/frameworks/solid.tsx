/** @jsxImportSource solid-js */
import type {} from '../../src/frameworks/solid.js';

// That this file compiles is the test; a line that must not compile says so.

export const chat = (
  <chat-widget
    site="acme"
    open
    class="chat"
    ref={(widget) => widget.close()}
    on:chat-conversation={({ detail }) => detail.conversation.id.trim()}
  />
);

// @ts-expect-error there is no such position
export const position = <chat-widget site="acme" position="top-right" />;
// @ts-expect-error a message is not a text
export const event = <chat-widget site="acme" on:chat-message={({ detail }) => detail.message.trim()} />;
