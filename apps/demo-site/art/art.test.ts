import { expect, test } from '@jest/globals';
import { draw } from './index.js';
import { curve, line, Pen } from './pen.js';

test('the same name draws the same picture, another name another one', () => {
  const stroke = (name: string) => new Pen(name).ink(line([0, 0], [100, 0]));
  expect(stroke('mug')).toBe(stroke('mug'));
  expect(stroke('mug')).not.toBe(stroke('bowl'));
});

test('a path goes from its first point to its last', () => {
  const path = curve([0, 0], [40, 10], [80, 0]);
  expect(path[0]).toEqual([0, 0]);
  expect(path.at(-1)).toEqual([80, 0]);
});

test('a drawing is decoration, unless it has a label', () => {
  expect(draw('mug')).toContain('aria-hidden="true"');
  expect(draw('mug', 'A blue mug')).toContain('role="img" aria-label="A blue mug"');
});

test('drawings have no style of their own, which a strict policy would refuse, and no number that is none', () => {
  const drawing = draw('storefront');
  expect(drawing).not.toContain('style=');
  expect(drawing).not.toMatch(/NaN|Infinity|undefined/);
});

test('what is not drawn is named', () => {
  expect(() => draw('unicorn')).toThrow('There is no drawing named unicorn.');
});
