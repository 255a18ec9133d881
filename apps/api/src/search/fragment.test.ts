import { expect, test } from '@jest/globals';
import { fragmentOf } from './fragment.js';

const marked = (text: string, ...words: string[]) => {
  const fragment = fragmentOf(text, words);
  return { ...fragment, marks: fragment.marks.map(([start, end]) => fragment.text.slice(start, end)) };
};

test('marks words from their beginning to their end, whatever the case', () => {
  expect(marked('Do you ship to Norway? Shipping, reship', 'SHIP', 'norw').marks).toEqual([
    'ship',
    'Norway',
    'Shipping',
  ]);
  expect(marked('Gr\u00f6\u00dfe L', 'gr\u00f6').marks).toEqual(['Gr\u00f6\u00dfe']);
  expect(marked('\u82b1\u74f6', '\u82b1\u74f6').marks).toEqual(['\u82b1\u74f6']);
});

test('a long text is cut around the first word, and not within a character', () => {
  const fragment = marked(`${'lorem ipsum '.repeat(40)}needle ${'dolor '.repeat(100)}`, 'needle');
  expect(fragment.marks).toEqual(['needle']);
  expect(fragment.text.length).toBeLessThan(170);
  expect(fragment.text).toMatch(/^\u2026\p{L}.*\u2026$/u);
  expect(marked('\u{1f3fa}'.repeat(400), 'x').text.isWellFormed()).toBe(true);
  expect(marked(`${'\u{1f3fa}'.repeat(101)} needle`, 'needle').text.isWellFormed()).toBe(true);
});

test('what was found otherwise is shown from its beginning, on one line', () => {
  expect(fragmentOf('one\n\n two', ['three'])).toEqual({ text: 'one two', marks: [] });
  expect(fragmentOf('anything', [])).toEqual({ text: 'anything', marks: [] });
});

test.each(['(', '[', '\\\\', '.*', 'a|b', '$', '^', '{2}', '?', '+', '-', '/'])('a word is no pattern: %s', (word) => {
  expect(fragmentOf('plain text', [word]).marks).toEqual([]);
  expect(marked(`see ${word} here`, word).marks).toEqual([word]);
});
