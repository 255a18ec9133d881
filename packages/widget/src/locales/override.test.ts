import { expect, test } from '@jest/globals';
import { override } from './override.js';

const words = { send: 'Send', left: (count: number) => `${count} left`, room: { join: 'Join', save: 'Save' } };

test('takes the words that are given, however deep, and keeps the others', () => {
  const said = override(words, { send: 'Go', left: (count) => `${count}!`, room: { join: 'Sit down' } });
  expect(said).toMatchObject({ send: 'Go', room: { join: 'Sit down', save: 'Save' } });
  expect(said.left(3)).toBe('3!');
  expect(words.send).toBe('Send');
});

test.each([
  undefined,
  {},
  { send: undefined },
  { send: () => 'Go' },
  { left: 'none' },
  { room: null },
  { room: 'Join' },
  { room: ['Join'] },
  JSON.parse('{ "__proto__": { "send": "Go" }, "toString": "x", "unknown": "y" }'),
])('leaves out what is not a word of ours: %j', (own) => {
  const said = override(words, own as never);
  expect(said).toEqual(words);
  expect(Object.keys(said)).toEqual(Object.keys(words));
});
