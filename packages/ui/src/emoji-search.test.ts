import { expect, test } from '@jest/globals';
import { emoji, emojiOf, findEmoji } from './emoji-search.js';

const all = emoji.flatMap(({ items }) => items);

test('each is there once, is one emoji and has a name', () => {
  expect(new Set(all.map(({ char }) => char)).size).toBe(all.length);
  const clusters = new Intl.Segmenter('en', { granularity: 'grapheme' });
  for (const { char, name } of all) {
    expect({ char, clusters: [...clusters.segment(char)].length }).toEqual({ char, clusters: 1 });
    expect(char).toMatch(/^(\p{Emoji_Presentation}|\p{Emoji}\uFE0F)$/u);
    expect(name).toMatch(/^[a-z][a-z0-9' ]*$/);
  }
});

test('they are found by the beginnings of words in their names', () => {
  expect(findEmoji('thumbs').map(({ char }) => char)).toEqual(['👍', '👎']);
  expect(findEmoji('  RED   he ').map(({ char }) => char)).toEqual(['❤️']);
  expect(findEmoji('ed heart')).toEqual([]);
  expect(findEmoji('').length).toBe(all.length);
});

test('a character leads to its name', () => {
  expect(emojiOf('☕')?.name).toContain('coffee');
  expect(emojiOf('x')).toBeUndefined();
});
