import { expect, test } from '@jest/globals';
import { byteRange } from './byte-range.js';

test.each<[string | undefined, [first: number, last: number] | undefined]>([
  ['bytes=0-0', [0, 0]],
  ['bytes=2-5', [2, 5]],
  ['bytes=2-', [2, 9]],
  ['bytes=9-', [9, 9]],
  ['bytes=2-99', [2, 9]],
  ['bytes=-3', [7, 9]],
  ['bytes=-99', [0, 9]],
  [undefined, undefined],
  ['', undefined],
  ['bytes=-', undefined],
  ['bytes=-0', undefined],
  ['bytes=10-', undefined],
  ['bytes=5-2', undefined],
  ['bytes=0-1,4-5', undefined],
  ['bytes=a-b', undefined],
  ['bytes=1.5-2', undefined],
  ['bytes=99999999999999999999-', undefined],
  ['items=0-1', undefined],
  ['0-1', undefined],
])('of ten bytes %j is %j', (header, range) => {
  expect(byteRange(header, 10)).toEqual(range && { first: range[0], last: range[1] });
});

test('nothing is a part of an empty file', () => {
  expect(byteRange('bytes=0-', 0)).toBeUndefined();
  expect(byteRange('bytes=-1', 0)).toBeUndefined();
});
