import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { formatCursor, parseCursor } from './cursor.js';

const wordCharacters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-'];
const epoch = fc.string({ unit: fc.constantFrom(...wordCharacters), minLength: 1, maxLength: 40 });
const cursor = fc.record({ epoch, position: fc.maxSafeNat() });

test('EV3: a cursor survives the way to the client and back', () => {
  fc.assert(fc.property(cursor, (value) => expect(parseCursor(formatCursor(value))).toEqual(value)));
});

test('EV3: the wire form has at most 64 characters, all of them safe in a header and in a query', () => {
  fc.assert(fc.property(cursor, (value) => expect(formatCursor(value)).toMatch(/^[A-Za-z0-9._-]{1,64}$/)));
  expect(formatCursor({ epoch: 'e'.repeat(40), position: Number.MAX_SAFE_INTEGER }).length).toBeLessThanOrEqual(64);
});

test('EV3: whatever is read is written back the same, so two texts are never one cursor', () => {
  const almost = fc.tuple(epoch, fc.string({ unit: fc.constantFrom(...'0123456789.+-e '), maxLength: 18 }));
  const texts = fc.oneof(
    fc.string(),
    almost.map((parts) => parts.join('.')),
  );
  fc.assert(
    fc.property(texts, (text) => {
      const read = parseCursor(text);
      if (read) expect(formatCursor(read)).toBe(text);
    }),
  );
});

test.each([
  ['nothing', ''],
  ['no epoch', '.1'],
  ['no position', 'epoch.'],
  ['no dot', 'epoch'],
  ['two dots', 'epoch.1.2'],
  ['a leading zero', 'epoch.01'],
  ['a negative position', 'epoch.-1'],
  ['a fraction', 'epoch.1.5'],
  ['an exponent', 'epoch.1e3'],
  ['hexadecimal', 'epoch.0x1'],
  ['white space', ' epoch.1'],
  ['a line break at the end', 'epoch.1\n'],
  ['digits of another script', 'epoch.\u0661'],
  ['an epoch of 41 characters', `${'e'.repeat(41)}.1`],
  ['a position beyond exact integers', 'epoch.9007199254740992'],
  ['a position of 20 digits', 'epoch.10000000000000000000'],
  ['NUL', 'epoch\u0000.1'],
])('EV3: %s is no cursor', (_, text) => {
  expect(parseCursor(text)).toBeUndefined();
});
