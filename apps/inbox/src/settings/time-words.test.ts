import { expect, test } from '@jest/globals';
import { ago } from './time-words.js';

const now = Date.parse('2026-01-31T12:00:00.000Z');

test.each([
  ['2026-01-31T11:59:30.000Z', 'just now'],
  ['2026-01-31T11:58:00.000Z', '2 minutes ago'],
  ['2026-01-31T09:00:00.000Z', '3 hours ago'],
  ['2026-01-30T10:00:00.000Z', 'yesterday'],
  ['2026-02-07T11:00:00.000Z', 'in 6 days'],
])('%s was %s', (time, words) => {
  expect(ago(time, now)).toBe(words);
});
