import { generateKeyPairSync } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import type { IdentityAlgorithm } from '@porchlight/protocol';
import { ProblemError } from '../http/problem.js';
import { readPublicKey } from './public-key.js';

const pairs = {
  rsa: generateKeyPairSync('rsa', { modulusLength: 2048 }),
  shortRsa: generateKeyPairSync('rsa', { modulusLength: 1024 }),
  p256: generateKeyPairSync('ec', { namedCurve: 'P-256' }),
  p384: generateKeyPairSync('ec', { namedCurve: 'P-384' }),
  ed25519: generateKeyPairSync('ed25519'),
  x25519: generateKeyPairSync('x25519'),
};
type Pair = keyof typeof pairs;

const FITTING: readonly (readonly [IdentityAlgorithm, Pair])[] = [
  ['RS256', 'rsa'],
  ['ES256', 'p256'],
  ['EdDSA', 'ed25519'],
];

const pem = (pair: Pair) => pairs[pair].publicKey.export({ type: 'spki', format: 'pem' }).toString();
const jwk = (pair: Pair) => pairs[pair].publicKey.export({ format: 'jwk' }) as Record<string, unknown>;

test.each(FITTING)('%s takes a key of %s, in PEM and as a JWK', (algorithm, pair) => {
  expect(readPublicKey(algorithm, pem(pair))).toBe(pem(pair));
  expect(readPublicKey(algorithm, { ...jwk(pair), kid: 'mine', use: 'sig' })).toBe(pem(pair));
});

describe('what does not fit is refused, and the reason said', () => {
  const reasonOf = (algorithm: IdentityAlgorithm, given: string | Record<string, unknown>) => {
    try {
      readPublicKey(algorithm, given);
      return undefined;
    } catch (error) {
      expect(error).toBeInstanceOf(ProblemError);
      return (error as ProblemError).extra.errors?.[0]?.message;
    }
  };

  for (const [algorithm, own] of FITTING) {
    test.each((Object.keys(pairs) as Pair[]).filter((pair) => pair !== own))(`a key of %s for ${algorithm}`, (pair) => {
      expect(reasonOf(algorithm, pem(pair))).toContain(`not a key for ${algorithm}`);
    });

    test(`a private key for ${algorithm}`, () => {
      const { privateKey } = pairs[own];
      expect(reasonOf(algorithm, privateKey.export({ type: 'pkcs8', format: 'pem' }).toString())).toContain('private');
      expect(reasonOf(algorithm, privateKey.export({ format: 'jwk' }) as Record<string, unknown>)).toContain('private');
    });
  }

  test.each([
    [''],
    ['no key'],
    ['-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----'],
    [{}],
    [{ kty: 'RSA' }],
    [{ kty: 'EC', crv: 'P-256', x: 'AA', y: 'AA' }],
    [{ kty: 7 }],
  ])('%j', (given) => {
    expect(reasonOf('ES256', given)).toContain('cannot be read');
  });

  test('a secret', () => {
    expect(reasonOf('RS256', { kty: 'oct', k: 'AAAA' })).toContain('private');
  });
});
