import { expect, test } from '@jest/globals';
import { message } from '../../test/support/messages.js';
import { compareTimelines, shownTwice } from './sightings.js';

const [a, b, c, d] = [message(1, 'a'), message(2, 'b'), message(3, 'c'), message(4, 'd')] as const;

test('growing at either end is well', () => {
  expect(compareTimelines([], [a, b])).toEqual([]);
  expect(compareTimelines([b], [b, c, d])).toEqual([]);
  expect(compareTimelines([c], [a, b, c])).toEqual([]);
  expect(compareTimelines([a, c], [a, b, c])).toEqual([]);
});

test('a message that changes its words is the same message', () => {
  expect(compareTimelines([a, b], [a, { ...b, text: 'B' }])).toEqual([]);
});

test('a new page in the place of a longer history is well', () => {
  expect(compareTimelines([a, b, c], [c, d])).toEqual([]);
});

test('a message that goes is seen', () => {
  expect(compareTimelines([a, b, c], [a, c])).toEqual([{ kind: 'vanished', messages: [b] }]);
  expect(compareTimelines([a, b], [])).toHaveLength(2);
});

test('two messages in one place, and in the wrong order, are seen', () => {
  const twin = { ...b, id: 'twin' };
  expect(compareTimelines([a, b], [a, b, twin])).toEqual([{ kind: 'doubled', messages: [b, twin] }]);
  expect(compareTimelines([a], [a, c, b])).toEqual([{ kind: 'reordered', messages: [c, b] }]);
});

test('a message that is shown as stored and as under way is seen', () => {
  expect(shownTwice([a, b], [{ clientId: 'of another one' }])).toEqual([]);
  expect(shownTwice([a, b], [{ clientId: b.clientId }])).toEqual([{ kind: 'doubled', messages: [b] }]);
});
