import { expect, test } from '@jest/globals';
import { cut } from './highlight.js';

const parts = (text: string, ...marks: [number, number][]) =>
  cut({ text, marks }).map((part) => (part.marked ? `[${part.text}]` : part.text));

test('a text is cut where its marks are, and nothing of it is lost', () => {
  expect(parts('we ship to Norway', [3, 7], [11, 17])).toEqual(['we ', '[ship]', ' to ', '[Norway]']);
  expect(parts('ship', [0, 4])).toEqual(['[ship]']);
  expect(parts('ship')).toEqual(['ship']);
  expect(parts('')).toEqual([]);
});

test.each<[[number, number][]]>([[[[2, 1]]], [[[0, 99]]], [[[-1, 2]]], [[[3, 3]]]])(
  'marks that make no sense mark nothing: %j',
  (marks) => {
    expect(parts('ship', ...marks)).toEqual(['ship']);
  },
);
