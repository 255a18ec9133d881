import { expect, test } from '@jest/globals';
import { AGENT_TOKEN, createToken, hashToken, VISITOR_TOKEN } from './tokens.js';

test('a token says what it is and has 256 random bits', () => {
  expect(createToken(VISITOR_TOKEN)).toMatch(/^plv_[\w-]{43}$/);
  expect(createToken(AGENT_TOKEN)).toMatch(/^pla_[\w-]{43}$/);
  const tokens = new Set(Array.from({ length: 1_000 }, () => createToken(VISITOR_TOKEN)));
  expect(tokens.size).toBe(1_000);
});

test('what is kept of it is a hash, the same each time', () => {
  const token = createToken(VISITOR_TOKEN);
  expect(hashToken(token)).toHaveLength(32);
  expect(hashToken(token)).toEqual(hashToken(token));
  expect(hashToken(`${token}x`)).not.toEqual(hashToken(token));
});
