import { expect, test } from '@jest/globals';
import { hashPassword, verifyPassword } from './password.js';

test('a password matches its hash, another one does not', async () => {
  const hash = await hashPassword('correct horse battery');
  expect(await verifyPassword('correct horse battery', hash)).toBe(true);
  expect(await verifyPassword('correct horse batterz', hash)).toBe(false);
  expect(await verifyPassword('', hash)).toBe(false);
});

test('two hashes of one password differ, and neither shows it', async () => {
  const [one, two] = await Promise.all([hashPassword('hunter2hunter2'), hashPassword('hunter2hunter2')]);
  expect(one).not.toBe(two);
  expect(one).toMatch(/^scrypt\$16384\$8\$5\$[\w-]{22}\$[\w-]{43}$/);
});

test('a hash says itself how it was made, so that the cost can change', async () => {
  const cheap = 'scrypt$2$1$1$AAAAAAAAAAAAAAAAAAAAAA$';
  expect(await verifyPassword('anything', cheap)).toBe(false);
});

test('the same letters match however the keyboard composes them (NFKC)', async () => {
  const hash = await hashPassword('caf\u00e9 au lait');
  expect(await verifyPassword('cafe\u0301 au lait', hash)).toBe(true);
});
