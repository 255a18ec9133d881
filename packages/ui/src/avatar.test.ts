import { expect, test } from '@jest/globals';
import { initialsOf, TONES, toneOf } from './avatar.js';

test.each([
  ['Ada Lovelace', 'AL'],
  ['ada', 'A'],
  ['Jean-Luc  Picard', 'JP'],
  ['李小龍', '李'],
  ['  ', '·'],
  ['***', '·'],
  ['', '·'],
  ['éva', 'É'],
])('%j is %j', (name, initials) => {
  expect(initialsOf(name)).toBe(initials);
});

test('tones are stable and spread', () => {
  const counts = new Array<number>(TONES).fill(0);
  for (let index = 0; index < 1_200; index++) {
    const tone = toneOf(`Visitor ${index}`);
    expect(tone).toBe(toneOf(`Visitor ${index}`));
    counts[tone] = (counts[tone] ?? 0) + 1;
  }
  expect(Math.min(...counts)).toBeGreaterThan(50);
  expect(Math.max(...counts)).toBeLessThan(180);
});
