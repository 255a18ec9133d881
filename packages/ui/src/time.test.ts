import { expect, test } from '@jest/globals';
import { formatDay, formatShort, formatTime, isSameDay } from './time.js';

const now = new Date(2026, 2, 12, 9, 30);
const on = (day: number, month = 2, year = 2026) => new Date(year, month, day, 22, 15);

test('a day as one would say it', () => {
  expect(formatDay(on(12), 'en', now)).toBe('Today');
  expect(formatDay(on(11), 'en', now)).toBe('Yesterday');
  expect(formatDay(on(11), 'de', now)).toBe('Gestern');
  expect(formatDay(on(10), 'en-GB', now)).toBe('Tuesday');
  expect(formatDay(on(6), 'en-GB', now)).toBe('Friday');
  expect(formatDay(on(5), 'en-GB', now)).toBe('5 March');
  expect(formatDay(on(5, 2, 2025), 'en-GB', now)).toBe('5 March 2025');
  expect(formatDay(on(14), 'en-GB', now)).toBe('14 March');
});

test('short for lists', () => {
  expect(formatShort(on(12), 'en-GB', now)).toBe('22:15');
  expect(formatShort(on(9), 'en-GB', now)).toBe('Mon');
  expect(formatShort(on(1), 'en-GB', now)).toBe('1 Mar');
  expect(formatShort(on(1, 0, 2024), 'en-GB', now)).toBe('01/01/2024');
});

test('the time of day as the language has it', () => {
  expect(formatTime(on(1), 'en-GB')).toBe('22:15');
  expect(formatTime(on(1), 'en-US')).toMatch(/^10:15\sPM$/);
});

test('a day is one of the calendar', () => {
  expect(isSameDay(new Date(2026, 2, 12, 0, 0), new Date(2026, 2, 12, 23, 59))).toBe(true);
  expect(isSameDay(new Date(2026, 2, 11, 23, 59), new Date(2026, 2, 12, 0, 0))).toBe(false);
});
