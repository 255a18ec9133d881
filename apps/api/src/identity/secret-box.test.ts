import { expect, test } from '@jest/globals';
import { SecretBox } from './secret-box.js';

const box = new SecretBox('a secret key of thirty-two letters');

test('what was sealed comes out again, and looks different each time', () => {
  const sealed = box.seal('hush', 'here');
  expect(box.open(sealed, 'here')).toBe('hush');
  expect(box.seal('hush', 'here').equals(sealed)).toBe(false);
  expect(sealed.includes('hush')).toBe(false);
});

test('it does not open under another key, for another purpose, changed or cut short', () => {
  const sealed = box.seal('hush', 'here');
  expect(() => new SecretBox('another secret key of that length').open(sealed, 'here')).toThrow();
  expect(() => box.open(sealed, 'there')).toThrow();
  for (const index of sealed.keys()) {
    const changed = Buffer.from(sealed);
    changed[index] = (changed[index] ?? 0) ^ 1;
    expect(() => box.open(changed, 'here')).toThrow();
  }
  expect(() => box.open(sealed.subarray(0, 20), 'here')).toThrow();
});
