import { expect, test } from '@jest/globals';
import { integer, mulberry32, shuffled } from './random.js';

test('the same seed gives the same numbers, another seed others', () => {
  const draw = (seed: number) => Array.from({ length: 100 }, mulberry32(seed));
  expect(draw(7)).toEqual(draw(7));
  expect(draw(7)).not.toEqual(draw(8));
  expect(draw(7).every((number) => number >= 0 && number < 1)).toBe(true);
});

test('both ends of a range are drawn', () => {
  const random = mulberry32(1);
  const drawn = new Set(Array.from({ length: 200 }, () => integer(random, -1, 2)));
  expect([...drawn].sort()).toEqual([-1, 0, 1, 2]);
});

test('shuffling loses nothing', () => {
  const items = [1, 2, 3, 4, 5, 6, 7, 8];
  expect(shuffled(mulberry32(3), items)).not.toEqual(items);
  expect(shuffled(mulberry32(3), items).sort()).toEqual(items);
});
