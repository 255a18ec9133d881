import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import { Announcer } from './announcer.js';

beforeEach(() => {
  jest.useFakeTimers();
});

afterEach(() => {
  jest.useRealTimers();
});

test('a burst is one announcement', () => {
  const said: string[] = [];
  const announcer = new Announcer<number>(
    (text) => said.push(text),
    (items) => items.join(' '),
  );
  announcer.add([1]);
  announcer.add([2, 3]);
  announcer.add([]);
  expect(said).toEqual([]);
  jest.advanceTimersByTime(1_000);
  announcer.add([4]);
  jest.advanceTimersByTime(1_000);
  expect(said).toEqual(['1 2 3', '4']);
});

test('nothing is said after the end', () => {
  const said: string[] = [];
  const announcer = new Announcer<number>((text) => said.push(text), String);
  announcer.add([1]);
  announcer.stop();
  jest.advanceTimersByTime(5_000);
  expect(said).toEqual([]);
});
