import { expect, test } from '@jest/globals';
import { scoreOf } from './fuzzy.js';

const best = (typed: string, ...texts: string[]) =>
  texts.filter((text) => scoreOf(typed, text) > 0).sort((a, b) => scoreOf(typed, b) - scoreOf(typed, a));

test('letters fit in their order, whatever their case and accents', () => {
  expect(scoreOf('cls', 'Close')).toBeGreaterThan(0);
  expect(scoreOf('esl', 'Close')).toBe(0);
  expect(scoreOf('ELOISE', 'Éloïse')).toBeGreaterThan(0);
});

test('every word has to fit, in whichever order they come', () => {
  expect(scoreOf('jo assign', 'Assign to Jo')).toBeGreaterThan(0);
  expect(scoreOf('assign bo', 'Assign to Jo')).toBe(0);
});

test('the beginning of a word comes before its middle, and what is together before what is spread', () => {
  expect(best('sn', 'Dawson', 'Snooze')).toEqual(['Snooze', 'Dawson']);
  expect(best('all', 'Assign a label', 'All')).toEqual(['All', 'Assign a label']);
});

test('nothing typed fits everything', () => {
  expect(scoreOf('', 'Close')).toBeGreaterThan(0);
});
