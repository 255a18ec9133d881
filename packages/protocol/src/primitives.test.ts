import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { email, line, locale, name, pageUrl, queryInteger, siteKey, text, timestamp } from './primitives.js';

const isWhite = (character: string) => character.trim() === '';
/** One code point each, white space aside; many of them are two code units. */
const visible = fc
  .string({ unit: 'binary', minLength: 1, maxLength: 1 })
  .filter((character) => !isWhite(character) && character !== '\u0000');
const visibleText = (length: number) => fc.array(visible, { minLength: length, maxLength: length });
const white = fc.string({ unit: fc.constantFrom(' ', '\n', '\t', '\u00a0', '\u3000'), maxLength: 5 });

describe('text', () => {
  const short = text(2, 7);

  test('counts code points after trimming, and keeps what was written', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 12 }).chain(visibleText), white, white, (characters, before, after) => {
        const written = before + characters.join('') + after;
        const result = short.safeParse(written);
        expect(result.success).toBe(characters.length >= 2 && characters.length <= 7);
        if (result.success) expect(result.data).toBe(written);
      }),
    );
  });

  test('refuses NUL and lone surrogates wherever they stand', () => {
    const unstorable = fc.constantFrom('\u0000', '\ud800', '\udfff', '\udc00\ud800');
    fc.assert(
      fc.property(fc.string({ maxLength: 3 }), unstorable, fc.string({ maxLength: 3 }), (before, bad, after) => {
        // Two halves that meet are a whole character.
        fc.pre(!(before + bad + after).isWellFormed() || bad === '\u0000');
        expect(text(0, 100).safeParse(before + bad + after).success).toBe(false);
      }),
    );
  });

  test('decides about a very long string without spreading it', () => {
    const long = 'x'.repeat(20_000_000);
    const start = process.cpuUsage();
    expect(short.safeParse(long).success).toBe(false);
    expect(process.cpuUsage(start).user).toBeLessThan(1_000_000);
  });
});

test.each([['\n'], ['\r'], ['\t'], ['\u0085'], ['\u2028'], ['\u2029'], ['\u001b']])(
  'a line never contains %j',
  (control) => {
    expect(line(10).safeParse(`a${control}b`).success).toBe(false);
  },
);

test('a name loses the white space around it', () => {
  expect(name.parse('  Mira\n')).toBe('Mira');
  expect(name.safeParse(' \u3000 ').success).toBe(false);
  expect(name.safeParse('\u{1F3EE}'.repeat(60)).success).toBe(true);
  expect(name.safeParse('\u{1F3EE}'.repeat(61)).success).toBe(false);
});

test.each([
  ['javascript:alert(1)'],
  ['file:///etc/passwd'],
  ['data:text/html,x'],
  ['/relative'],
  ['http://a/\u0000'],
  ['http://a/\ud800'],
  [`http://a/${'x'.repeat(2048)}`],
])('%j is no address of a page', (value) => {
  expect(pageUrl.safeParse(value).success).toBe(false);
});

test('an address of a page is kept as it is', () => {
  expect(pageUrl.parse('https://acme.example/vases?x=1#top')).toBe('https://acme.example/vases?x=1#top');
});

test('an address of a page loses its line breaks, as in the URL standard', () => {
  expect(pageUrl.parse('https://acme.example/\nvases')).toBe('https://acme.example/vases');
});

test.each([['a'], ['acme'], ['a-b'], ['0'], ['x'.repeat(40)]])('%j is a key', (value) => {
  expect(siteKey.safeParse(value).success).toBe(true);
});

test.each([[''], ['-a'], ['a-'], ['A'], ['a_b'], ['a/b'], ['..'], ['x'.repeat(41)], ['a\n']])(
  '%j is no key',
  (value) => {
    expect(siteKey.safeParse(value).success).toBe(false);
  },
);

test('an integer of a query is digits within its range', () => {
  const wait = queryInteger(0, 25);
  fc.assert(fc.property(fc.integer({ min: 0, max: 25 }), (value) => expect(wait.parse(String(value))).toBe(value)));
  for (const bad of ['', '26', '-1', '1.0', '1e1', ' 1', '0x1', '9'.repeat(17), '\u0661', 'NaN', ['1'], 1]) {
    expect(wait.safeParse(bad).success).toBe(false);
  }
});

test('times are UTC with milliseconds, as toISOString writes them', () => {
  fc.assert(
    fc.property(fc.date({ min: new Date('0001-01-01'), max: new Date('9999-12-31'), noInvalidDate: true }), (date) => {
      expect(timestamp.parse(date.toISOString())).toBe(date.toISOString());
    }),
  );
  expect(timestamp.safeParse('2026-01-31T12:00:00Z').success).toBe(false);
  expect(timestamp.safeParse('2026-01-31T12:00:00.000+01:00').success).toBe(false);
});

test('addresses and language tags have bounded forms', () => {
  expect(email.safeParse('mira@example.com').success).toBe(true);
  expect(email.safeParse(`${'m'.repeat(250)}@example.com`).success).toBe(false);
  expect(email.safeParse('mira@example.com\nBcc: all@example.com').success).toBe(false);
  expect(locale.safeParse('zh-Hant-TW').success).toBe(true);
  expect(locale.safeParse('en_GB').success).toBe(false);
  expect(locale.safeParse('../en').success).toBe(false);
});
