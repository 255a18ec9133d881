/** @jsxImportSource preact */
import type {} from '../../src/frameworks/preact.js';

// That this file compiles is the test; a line that must not compile says so.

export const chat = (
  <chat-widget
    site="acme"
    mode="page"
    hide-launcher
    class="chat"
    ref={(widget) => widget?.startConversation()}
    onchat-error={({ detail }) => detail.code.trim()}
  />
);

// @ts-expect-error there is no such theme
export const theme = <chat-widget site="acme" theme="sepia" />;
// @ts-expect-error a connection is not a number
export const event = <chat-widget site="acme" onchat-connection={({ detail }) => detail.connection.toFixed()} />;
