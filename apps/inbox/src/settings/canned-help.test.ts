import { expect, test } from '@jest/globals';
import { exampleOf, unknownVariables } from './canned-help.js';

test('the example has the real agent and site, and leaves attributes to be filled in', () => {
  const text = 'Hello {{visitor.name}}, {{agent.name}} of {{site.name}} here. Your plan: {{visitor.plan}}';
  expect(exampleOf(text, { agent: 'Ada', site: 'Kiln' })).toBe(
    'Hello Mira, Ada of Kiln here. Your plan: {{visitor.plan}}',
  );
  expect(exampleOf('{{site.name}}', { agent: 'Ada' })).toBe('Acme Ceramics');
});

test('what is never filled in is told, each once', () => {
  expect(unknownVariables('{{name}} {{name}} {{user.name}} {{agent.phone}} {{site.owner}}')).toEqual([
    '{{name}}',
    '{{user.name}}',
    '{{agent.phone}}',
    '{{site.owner}}',
  ]);
});

test.each(['{{visitor.name}} {{ visitor.order no. }}', '{{agent.email}} {{site.key}}', '{one} { {two} }', '{{{{{{'])(
  'nothing is said of %s',
  (text) => {
    expect(unknownVariables(text)).toEqual([]);
  },
);
