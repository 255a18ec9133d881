import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Block, Inline } from './markdown.js';
import { parseMarkdown, plainText, safeHref } from './markdown.js';

/** Marks as tags, for expectations one can read. */
function shown(text: string): string {
  return parseMarkdown(text).map(shownBlock).join('');
}

function shownBlock(block: Block): string {
  switch (block.kind) {
    case 'paragraph':
      return `<p>${shownInline(block.children)}</p>`;
    case 'code':
      return `<pre>${block.text}</pre>`;
    case 'list': {
      const items = block.items.map((item) => `<li>${shownInline(item)}`).join('');
      return block.ordered ? `<ol ${block.start}>${items}</>` : `<ul>${items}</>`;
    }
  }
}

function shownInline(items: Inline[]): string {
  return items.map(shownItem).join('');
}

function shownItem(item: Inline): string {
  switch (item.kind) {
    case 'text':
      return item.text;
    case 'code':
      return `<code>${item.text}</code>`;
    case 'link':
      return `<${item.href}>${shownInline(item.children)}</>`;
    case 'emphasis':
      return `<em>${shownInline(item.children)}</em>`;
    case 'strong':
      return `<strong>${shownInline(item.children)}</strong>`;
  }
}

test.each([
  ['plain', '<p>plain</p>'],
  ['one\ntwo\n\nthree', '<p>one\ntwo</p><p>three</p>'],
  ['*a* **b** `c`', '<p><em>a</em> <strong>b</strong> <code>c</code></p>'],
  ['**a *b* c**', '<p><strong>a <em>b</em> c</strong></p>'],
  ['`*a*`', '<p><code>*a*</code></p>'],
  ['2*3*4 and 2 * 3 * 4', '<p>2*3*4 and 2 * 3 * 4</p>'],
  ['*open', '<p>*open</p>'],
  ['****', '<p>****</p>'],
  ['snake_case_name', '<p>snake_case_name</p>'],
  ['- a\n- b', '<ul><li>a<li>b</>'],
  ['3. a\n4. b', '<ol 3><li>a<li>b</>'],
  ['- a\n1. b', '<ul><li>a</><ol 1><li>b</>'],
  ['- a\n\ntext\n- b', '<ul><li>a</><p>text</p><ul><li>b</>'],
  ['a\n```\nx < 1\n*y*\n```\nb', '<p>a</p><pre>x < 1\n*y*</pre><p>b</p>'],
  ['```js\nopen', '<pre>open</pre>'],
  ['[https://bank.example](https://other.example/x)', '<p><https://other.example/x>https://other.example/x</></p>'],
  ['[www.bank.example](https://other.example/)', '<p><https://other.example/>https://other.example/</></p>'],
  ['https://a.example/\u202emoc', '<p><https://a.example/>https://a.example/</>\u202emoc</p>'],
  ['https://аррӏе.example', '<p><https://xn--80ak6aa92e.example/>https://аррӏе.example</></p>'],
  ['<b>no</b> &amp;', '<p><b>no</b> &amp;</p>'],
])('%j', (text, expected) => {
  expect(shown(text)).toBe(expected);
});

test.each([
  ['see https://a.example/x.', '<p>see <https://a.example/x>https://a.example/x</>.</p>'],
  ['(https://a.example/b_(c))', '<p>(<https://a.example/b_(c)>https://a.example/b_(c)</>)</p>'],
  ['[a *b*](https://a.example)', '<p><https://a.example/>a <em>b</em></></p>'],
  ['[mail](mailto:a@b.example)', '<p><mailto:a@b.example>mail</></p>'],
  ['HTTPS://A.example', '<p><https://a.example/>HTTPS://A.example</></p>'],
  ['[x](javascript:alert(1))', '<p>[x](javascript:alert(1))</p>'],
  ['[x](data:text/html,1)', '<p>[x](data:text/html,1)</p>'],
  ['[x](//a.example)', '<p>[x](//a.example)</p>'],
  ['https://bank.example@evil.example', '<p>https://bank.example@evil.example</p>'],
  ['[https://a.example](https://b.example)', '<p><https://b.example/>https://b.example</></p>'],
  ['ahttps://a.example', '<p>ahttps://a.example</p>'],
])('links: %j', (text, expected) => {
  expect(shown(text)).toBe(expected);
});

test('every link leads to http, https or mailto', () => {
  const hostile = fc.string({
    unit: fc.constantFrom('[', ']', '(', ')', '*', '`', 'h', 'javascript:', 'https://', 'x', '@', ' ', '\n'),
  });
  const check = (items: Inline[]): boolean =>
    items.every((item) => {
      if (item.kind === 'link' && !/^(https?:\/\/|mailto:)/.test(item.href)) return false;
      return 'children' in item ? check(item.children) : true;
    });
  fc.assert(
    fc.property(hostile, (text) =>
      parseMarkdown(text).every((block) => {
        if (block.kind === 'paragraph') return check(block.children);
        return block.kind === 'list' ? block.items.every(check) : true;
      }),
    ),
    { numRuns: 2_000 },
  );
});

test('letters and digits survive, in order', () => {
  const word = fc.string({ unit: fc.constantFrom('a', '1', 'é', '日', '*', '**', '`', '- ', '\n', ' ', '[', ')') });
  const letters = (text: string) => text.replace(/[^\p{L}\p{N}]/gu, '');
  fc.assert(
    fc.property(word, (text) => {
      // The name of a language after a fence is dropped; without fences nothing is.
      fc.pre(!text.includes('```'));
      // The numbers of a list are drawn by the list.
      fc.pre(!/1\) /.test(text));
      return letters(plainText(text)) === letters(text);
    }),
  );
});

test.each([
  '*a ',
  '**a ',
  '[',
  '](',
  '[a](',
  '`',
  '``',
  '***',
  'https://',
  'https://u:p@',
  '((((',
  '- ',
  '[x](http://u@',
  '\n',
  '```\n',
  '*[`',
  '**a *b ',
  '[a](b ',
  '[[a](https://b)',
  '[https://a](',
  '1. *[',
  '\u202e[',
])('time grows no faster than the text: %j', (unit) => {
  const time = (length: number) => {
    const text = unit.repeat(length / unit.length);
    const runs = [1, 2, 3, 4, 5].map(() => {
      const start = performance.now();
      parseMarkdown(text);
      return performance.now() - start;
    });
    return Math.min(...runs);
  };
  // Twenty times the text: linear is twenty times the time, quadratic four hundred times.
  expect(time(400_000)).toBeLessThan(Math.max(time(20_000), 1) * 100);
});

test('safeHref writes an address as the browser will read it', () => {
  expect(safeHref('https://EXAMPLE.com/ä')).toBe('https://example.com/%C3%A4');
  expect(safeHref('https://exa mple')).toBeUndefined();
  expect(safeHref('vbscript:x')).toBeUndefined();
});

test('plainText reads as one line', () => {
  expect(plainText('**Hi**,\nlook: [here](https://a.example)\n- a\n- b')).toBe('Hi, look: here a, b');
});
