import { expect, test } from '@jest/globals';
import { toQuery } from './conversation-search.js';

test('every word is the beginning of one, and nothing but a word', () => {
  expect(toQuery(' blue  mug ')).toBe(`'blue':* & 'mug':*`);
  expect(toQuery(`o'clock \\ a&b`)).toBe(`'o''clock':* & '\\\\':* & 'a&b':*`);
});
