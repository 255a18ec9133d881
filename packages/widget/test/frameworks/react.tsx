/** @jsxImportSource react */
import { createRef } from 'react';
import type {} from '../../src/frameworks/react.js';
import type { ChatWidgetElement } from '../../src/index.js';

// That this file compiles is the test; a line that must not compile says so.

const ref = createRef<ChatWidgetElement>();

export const chat = (
  <chat-widget
    ref={ref}
    site="acme"
    mode="inline"
    position="bottom-left"
    theme="dark"
    room="lobby"
    heading="Ask us"
    hide-launcher
    strings={{ composer: { placeholder: 'Ask away' } }}
    open
    className="chat"
    style={{ height: 600 }}
    onchat-message={({ detail }) => detail.message.text.trim()}
    onchat-unread={({ detail }) => detail.count.toFixed()}
  >
    <img slot="launcher-icon" src="icon.svg" alt="" />
  </chat-widget>
);
ref.current?.prefill('Hello');

// @ts-expect-error there is no such mode
export const mode = <chat-widget site="acme" mode="drawer" />;
// @ts-expect-error there is no such attribute
export const attribute = <chat-widget sight="acme" />;
// @ts-expect-error a count is not a text
export const event = <chat-widget site="acme" onchat-unread={({ detail }) => detail.count.trim()} />;
