import type { GlobalComponents } from 'vue';
import type {} from '../../src/frameworks/vue.js';

type Props = InstanceType<GlobalComponents['chat-widget']>['$props'];

/** What Vue's compiler makes of a template is checked against these. That this file compiles is the test. */
export const props: Props[] = [
  {
    site: 'acme',
    mode: 'inline',
    'hide-launcher': true,
    class: 'chat',
    onChatMessage: ({ detail }) => detail.message.text.trim(),
    onChatUnread: ({ detail }) => detail.count.toFixed(),
  },
  // @ts-expect-error there is no such mode
  { site: 'acme', mode: 'drawer' },
  // @ts-expect-error a count is not a text
  { site: 'acme', onChatUnread: ({ detail }) => detail.count.trim() },
];
