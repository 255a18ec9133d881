import { expect, test } from '@jest/globals';
import { anchorsOf, linksOf } from './markdown.js';

const targets = (/** @type {string} */ text) => linksOf(text).map((link) => link.target);

test('finds every form of link, with its line', () => {
  const text = [
    '[a](one.md) and ![b](two.png "title")',
    '[c](<three four.md>) [d](five_(six).md)',
    '[name]: seven.md',
    '<a href="eight.md"><img src="nine.png" alt=""></a>',
  ].join('\n');
  expect(linksOf(text)).toEqual([
    { target: 'one.md', line: 1 },
    { target: 'two.png', line: 1 },
    { target: 'three four.md', line: 2 },
    { target: 'five_(six).md', line: 2 },
    { target: 'seven.md', line: 3 },
    { target: 'eight.md', line: 4 },
    { target: 'nine.png', line: 4 },
  ]);
});

test('does not read code', () => {
  expect(targets('```\n[a](b.md)\n```\n\n    [c](d.md)\n\n`[e](f.md)` ``[g](`h`)`` <!-- [i](j.md) -->')).toEqual([]);
  expect(targets('~~~js\n[a](b.md)\n```\n~~~\n[real](real.md)')).toEqual(['real.md']);
});

test('names headings as GitHub does', () => {
  const text = [
    '# Life of a `message`',
    '## [Linked](x.md) heading, version 1.2!',
    '## Twice',
    '## Twice ##',
    '### Größe & Ω_x',
    '<a id="own"></a>',
    '```',
    '# not one',
    '```',
  ].join('\n');
  expect([...anchorsOf(text)]).toEqual([
    'life-of-a-message',
    'linked-heading-version-12',
    'twice',
    'twice-1',
    'größe--ω_x',
    'own',
  ]);
});
