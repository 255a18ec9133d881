import { expect, test } from '@jest/globals';
import { nearestColour, tagColours } from './tag-colours.js';

test.each([
  [0, 0],
  [14, 0],
  [16, 30],
  [271, 270],
  [346, 0],
  [360, 0],
])('a hue of %i is shown as that of %i', (hue, shown) => {
  expect(nearestColour(hue)).toBe(shown);
});

test('every colour is its own nearest, and has a name of its own', () => {
  for (const { hue } of tagColours) expect(nearestColour(hue)).toBe(hue);
  expect(new Set(tagColours.map(({ label }) => label)).size).toBe(tagColours.length);
});
