import { expect, test } from '@jest/globals';
import type { Message } from '@porchlight/protocol';
import fc from 'fast-check';
import { MessageWindow } from './message-window.js';

const history = (count: number, first = 1) =>
  Array.from({ length: count }, (_, index) => ({ seq: first + index }) as Message);
const span = (shown: readonly Message[]) => [shown[0]?.seq, shown.at(-1)?.seq];

test('it begins at the end, and shows what comes', () => {
  const window = new MessageWindow();
  expect(window.of([], true)).toEqual([]);
  expect(span(window.of(history(1_000), true))).toEqual([986, 1_000]);
  expect(span(window.of(history(1_003), true))).toEqual([986, 1_003]);
  expect(window.atEnd).toBe(true);
});

test('it moves up through all of a history, and down again', () => {
  const window = new MessageWindow();
  const messages = history(1_000);
  window.of(messages, false);
  while (window.hasAbove(messages)) window.up(messages);
  expect(span(window.of(messages, false))).toEqual([1, 120]);
  expect(window.atEnd).toBe(false);
  while (!window.atEnd) window.down(messages);
  expect(span(window.of(messages, false))).toEqual([881, 1_000]);
});

test('older pages that come leave it where it is', () => {
  const window = new MessageWindow();
  const messages = history(50, 101);
  window.of(messages, false);
  while (window.hasAbove(messages)) window.up(messages);
  const more = [...history(50, 51), ...messages];
  expect(span(window.of(more, false))).toEqual([101, 150]);
  expect(window.hasAbove(more)).toBe(true);
});

test('it shows a place far away with what is around it', () => {
  const window = new MessageWindow();
  const messages = history(1_000);
  window.of(messages, true);
  window.toIndex(messages, 399);
  expect(span(window.of(messages, false))).toEqual([385, 504]);
  window.toEnd();
  expect(span(window.of(messages, true))).toEqual([986, 1_000]);
});

test('whatever one does, it is never large, never empty and has no hole', () => {
  const moves = fc.array(fc.constantFrom('up', 'down', 'end', 'older', 'newer', 'place'), { maxLength: 60 });
  fc.assert(
    fc.property(moves, fc.boolean(), (list, following) => {
      const window = new MessageWindow();
      let messages = history(60, 1_000);
      for (const move of list) {
        window.of(messages, following);
        if (move === 'up') window.up(messages);
        if (move === 'down') window.down(messages);
        if (move === 'end') window.toEnd();
        if (move === 'place') window.toIndex(messages, messages.length >> 1);
        if (move === 'older') messages = [...history(50, (messages[0]?.seq ?? 0) - 50), ...messages];
        if (move === 'newer') messages = [...messages, ...history(30, (messages.at(-1)?.seq ?? 0) + 1)];
        const shown = window.of(messages, following);
        expect(shown.length).toBeGreaterThan(0);
        expect(shown.length).toBeLessThanOrEqual(120);
        expect((shown.at(-1)?.seq ?? 0) - (shown[0]?.seq ?? 0)).toBe(shown.length - 1);
        if (window.atEnd) expect(shown.at(-1)).toBe(messages.at(-1));
      }
    }),
  );
});
