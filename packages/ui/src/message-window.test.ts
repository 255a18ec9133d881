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
  expect(span(window, history(1_000), true)).toEqual([981, 1_000]);
  expect(span(window, history(1_003), true)).toEqual([981, 1_003]);
  expect(window.atEnd).toBe(true);
});

test('of long messages it begins with fewer', () => {
  const messages = history(1_000, 1, 'so '.repeat(100));
  expect(span(new MessageWindow(), messages, true)).toEqual([996, 1_000]);
  expect(span(new MessageWindow(), history(3, 1, 'so '.repeat(3_000)), true)).toEqual([3, 3]);
});

test('it moves up through all of a history, and down again', () => {
  const window = new MessageWindow();
  const messages = history(1_000);
  window.of(messages, false);
  while (window.hasAbove(messages)) window.up(messages);
  expect(span(window, messages, false)).toEqual([1, 100]);
  expect(window.atEnd).toBe(false);
  while (!window.atEnd) window.down(messages);
  expect(span(window, messages, false)).toEqual([901, 1_000]);
});

test('a step is bounded by how much there is to read', () => {
  const stepOver = (text: string) => {
    const window = new MessageWindow();
    const messages = history(1_000, 1, text);
    const [before] = window.of(messages, false);
    window.up(messages);
    const [start, end] = window.of(messages, false);
    expect(end).toBe(messages.length);
    window.toIndex(messages, 0);
    const [, below] = window.of(messages, false);
    window.down(messages);
    expect(window.of(messages, false)[1] - below).toBe(before - start);
    return before - start;
  };
  expect(stepOver('so')).toBe(6);
  expect(stepOver('so '.repeat(80))).toBe(2);
  expect(stepOver('so '.repeat(3_000))).toBe(1);
});

test('what is kept fills any screen, whatever the length of the messages', () => {
  for (const [text, height, rows] of [
    ['', 800, 100],
    ['', 3_840, 182],
    ['so '.repeat(60), 800, 40],
    ['so '.repeat(3_000), 800, 2],
  ] as const) {
    const window = new MessageWindow();
    window.height = height;
    const messages = history(1_000, 1, text);
    window.toIndex(messages, 0);
    let [start, end] = window.of(messages, false);
    while (start === 0) {
      window.down(messages);
      [start, end] = window.of(messages, false);
    }
    expect(end - start).toBe(rows);
  }
});

test('who is at the end keeps it when something very long stands above', () => {
  const window = new MessageWindow();
  const messages = [...history(1, 1, 'x'.repeat(20_000)), ...history(20, 2)];
  window.of(messages, true);
  while (window.canMoveUp(messages, true)) {
    window.up(messages);
    expect(window.of(messages, true)[1]).toBe(21);
  }
  expect(window.of(messages, true)).toEqual([0, 21]);
  expect(window.atEnd).toBe(true);
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
  expect(span(window, messages, false)).toEqual([394, 419]);
  window.height = 2_000;
  window.toIndex(messages, 799);
  expect(span(window, messages, false)).toEqual([794, 865]);
  window.toEnd();
  expect(span(window, messages, true)).toEqual([981, 1_000]);
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
        expect(end - start).toBeLessThanOrEqual(100);
        if (window.atEnd) expect(end).toBe(messages.length);
      }
    }),
  );
});
