import { expect, test } from '@jest/globals';
import type { Message } from '@porchlight/protocol';
import fc from 'fast-check';
import { MessageWindow } from './message-window.js';

const history = (count: number, first = 1, text = '') =>
  Array.from({ length: count }, (_, index) => ({ seq: first + index, text }) as Message);
/** The first and the last seq of those that are shown. */
const span = (window: MessageWindow, messages: readonly Message[], following: boolean) => {
  const [start, end] = window.of(messages, following);
  return [messages[start]?.seq, messages[end - 1]?.seq];
};

test('it begins at the end, and shows what comes', () => {
  const window = new MessageWindow();
  expect(window.of([], true)).toEqual([0, 0]);
  expect(span(window, history(1_000), true)).toEqual([986, 1_000]);
  expect(span(window, history(1_003), true)).toEqual([986, 1_003]);
  expect(window.atEnd).toBe(true);
});

test('it moves up through all of a history, and down again', () => {
  const window = new MessageWindow();
  const messages = history(1_000);
  window.of(messages, false);
  while (window.hasAbove(messages)) window.up(messages);
  expect(span(window, messages, false)).toEqual([1, 120]);
  expect(window.atEnd).toBe(false);
  while (!window.atEnd) window.down(messages);
  expect(span(window, messages, false)).toEqual([881, 1_000]);
});

test('a step is bounded by how much there is to read', () => {
  const stepOver = (text: string) => {
    const window = new MessageWindow();
    const messages = history(1_000, 1, text);
    const [before] = window.of(messages, false);
    window.up(messages);
    const [start, end] = window.of(messages, false);
    window.toIndex(messages, 0);
    window.down(messages);
    expect(window.of(messages, false)).toEqual([before - start, 120 + before - start]);
    expect(end).toBe(messages.length);
    return before - start;
  };
  expect(stepOver('so')).toBe(8);
  expect(stepOver('so '.repeat(100))).toBe(2);
  expect(stepOver('so '.repeat(3_000))).toBe(1);
});

test('older pages that come leave it where it is', () => {
  const window = new MessageWindow();
  const messages = history(50, 101);
  window.of(messages, false);
  while (window.hasAbove(messages)) window.up(messages);
  const more = [...history(50, 51), ...messages];
  expect(span(window, more, false)).toEqual([101, 150]);
  expect(window.hasAbove(more)).toBe(true);
});

test('it shows a place far away with what is around it', () => {
  const window = new MessageWindow();
  const messages = history(1_000);
  window.of(messages, true);
  window.toIndex(messages, 399);
  expect(span(window, messages, false)).toEqual([385, 504]);
  window.toEnd();
  expect(span(window, messages, true)).toEqual([986, 1_000]);
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
        const [start, end] = window.of(messages, following);
        expect(start).toBeGreaterThanOrEqual(0);
        expect(end).toBeLessThanOrEqual(messages.length);
        expect(end - start).toBeGreaterThan(0);
        expect(end - start).toBeLessThanOrEqual(120);
        if (window.atEnd) expect(end).toBe(messages.length);
      }
    }),
  );
});
