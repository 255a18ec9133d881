import { expect, test } from '@jest/globals';
import { ageOf } from './time.js';

const now = new Date(2026, 5, 15, 12, 0, 0).getTime();
const ago = (ms: number) => ageOf(new Date(now - ms).toISOString(), now);
const minute = 60_000;
const day = 24 * 60 * minute;

test('an age grows coarser as it grows', () => {
  expect(ago(59_999)).toBe('now');
  expect(ago(minute)).toBe('1m');
  expect(ago(60 * minute - 1)).toBe('59m');
  expect(ago(60 * minute)).toBe('1h');
  expect(ago(day - 1)).toBe('23h');
  expect(ago(day)).toBe('1d');
  expect(ago(7 * day - 1)).toBe('6d');
});

test('after a week it is a date, with the year when it is another', () => {
  expect(ago(8 * day)).not.toContain('26');
  expect(ago(8 * day)).toContain('7');
  expect(ago(200 * day)).toContain('25');
});

test('a clock that is behind the server shows no negative age', () => {
  expect(ago(-5 * minute)).toBe('now');
});
