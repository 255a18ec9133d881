import { expect, test } from '@jest/globals';
import { base32, codeAt, stepOf } from './totp.js';

const secret = Buffer.from('12345678901234567890');

// RFC 6238, appendix B, for SHA-1.
test.each([
  [59, '94287082'],
  [1111111109, '07081804'],
  [1111111111, '14050471'],
  [1234567890, '89005924'],
  [2000000000, '69279037'],
  [20000000000, '65353130'],
])('RFC 6238: the code at %i s is %s', (seconds, code) => {
  expect(codeAt(secret, Math.floor(seconds / 30), 8)).toBe(code);
});

test('a code holds for its half minute and one on either side', () => {
  const at = (seconds: number) => stepOf(secret, '287082', seconds * 1_000);
  expect([0, 29, 30, 59, 60, 89].map(at)).toEqual([1, 1, 1, 1, 1, 1]);
  expect(at(90)).toBeUndefined();
  expect(stepOf(secret, '28708', 59_000)).toBeUndefined();
});

// RFC 4648, section 10, where it needs no padding.
test('RFC 4648: base32', () => {
  expect(base32(Buffer.from('fooba'))).toBe('MZXW6YTB');
  expect(base32(secret)).toBe('GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ');
});
