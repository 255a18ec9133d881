import { createHmac, generateKeyPairSync, randomBytes } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type CryptoKey, type KeyObject, SignJWT } from 'jose';
import { ProblemError } from '../http/problem.js';
import { type VerificationKey, verifyIdentity } from './identity-token.js';

const secret = Buffer.from('pls_8Jx2kQ5vN7wB1tR4yM6zC9aF3hL0dG8sUeIoPqTnVbX');
const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 });
const ec = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const ed = generateKeyPairSync('ed25519');
const RSA_PEM = rsa.publicKey.export({ type: 'spki', format: 'pem' });

const KEYS: readonly VerificationKey[] = [
  { kid: 'shared', algorithm: 'HS256', read: () => secret },
  { kid: 'rsa', algorithm: 'RS256', read: () => rsa.publicKey },
  { kid: 'ec', algorithm: 'ES256', read: () => ec.publicKey },
  { kid: 'ed', algorithm: 'EdDSA', read: () => ed.publicKey },
];
const now = () => Math.floor(Date.now() / 1_000);

interface Draft {
  alg?: string;
  kid?: string;
  key?: KeyObject | CryptoKey | Uint8Array;
  claims?: Record<string, unknown>;
}

function sign({ alg = 'HS256', kid, key = secret, claims = {} }: Draft = {}): Promise<string> {
  const payload = { sub: '42', exp: now() + 300, ...claims };
  const given = Object.fromEntries(Object.entries(payload).filter(([, value]) => value !== undefined));
  return new SignJWT(given).setProtectedHeader({ alg, ...(kid && { kid }) }).sign(key);
}

const encode = (part: unknown) => Buffer.from(JSON.stringify(part)).toString('base64url');

/** A JWT with any header at all, signed as if it were HS256. */
function forge(header: unknown, payload: unknown, key: Buffer | string = secret): string {
  const signed = `${encode(header)}.${encode(payload)}`;
  return `${signed}.${createHmac('sha256', key).update(signed).digest('base64url')}`;
}

async function refusalOf(token: string, keys = KEYS): Promise<{ code: string; detail: string | undefined }> {
  try {
    await verifyIdentity(token, 'acme', keys);
  } catch (error) {
    expect(error).toBeInstanceOf(ProblemError);
    const { code, detail } = error as ProblemError;
    return { code, detail };
  }
  throw new Error('It was not refused');
}

describe('ID1: what holds', () => {
  test.each([
    ['HS256', 'shared', secret],
    ['RS256', 'rsa', rsa.privateKey],
    ['ES256', 'ec', ec.privateKey],
    ['EdDSA', 'ed', ed.privateKey],
  ] as const)('%s, with and without the name of the key', async (alg, kid, key) => {
    expect(await verifyIdentity(await sign({ alg, key }), 'acme', KEYS)).toEqual({ sub: '42' });
    expect(await verifyIdentity(await sign({ alg, kid, key }), 'acme', KEYS)).toEqual({ sub: '42' });
  });

  test('name, e-mail and attributes; other claims say nothing', async () => {
    const said = { name: ' Mira ', email: 'mira@example.com', attributes: { plan: 'pro', seats: 3, trial: false } };
    const token = await sign({ claims: { ...said, role: 'admin', iss: 'acme' } });
    expect(await verifyIdentity(token, 'acme', KEYS)).toEqual({ sub: '42', ...said, name: 'Mira' });
  });

  test.each([['acme'], [['other', 'acme']]])('an audience of %j', async (aud) => {
    expect(await verifyIdentity(await sign({ claims: { aud } }), 'acme', KEYS)).toMatchObject({ sub: '42' });
  });

  test('clocks that differ by less than a minute', async () => {
    const late = await sign({ claims: { exp: now() - 50 } });
    const early = await sign({ claims: { iat: now() + 50, nbf: now() + 50 } });
    for (const token of [late, early]) expect(await verifyIdentity(token, 'acme', KEYS)).toMatchObject({ sub: '42' });
  });

  test('rotation: the old and the new key hold side by side, and the old one no more once it is gone', async () => {
    const fresh = randomBytes(32);
    const both = [...KEYS, { kid: 'next', algorithm: 'HS256' as const, read: () => fresh }];
    expect(await verifyIdentity(await sign({ key: fresh }), 'acme', both)).toEqual({ sub: '42' });
    expect(await verifyIdentity(await sign(), 'acme', both)).toEqual({ sub: '42' });
    expect(await refusalOf(await sign(), both.slice(1))).toMatchObject({ code: 'identity_invalid' });
  });
});

describe('ID1: what does not hold, and the words for it', () => {
  const cases: [name: string, token: () => string | Promise<string>, code: string, words: string][] = [
    ['no JWT at all', () => 'nonsense', 'identity_invalid', 'not a JWT'],
    ['two parts', () => `${encode({ alg: 'HS256' })}.${encode({ sub: '42' })}`, 'identity_invalid', 'not a JWT'],
    ['five parts (JWE)', () => 'a.b.c.d.e', 'identity_invalid', 'not a JWT'],
    ['a payload that is no object', () => forge({ alg: 'HS256' }, [1]), 'identity_invalid', 'not a JWT'],
    ['alg none', () => `${encode({ alg: 'none' })}.${encode({ sub: '42' })}.`, 'identity_invalid', '"alg"'],
    ['alg none, signed', () => forge({ alg: 'none' }, { sub: '42' }), 'identity_invalid', '"alg"'],
    ['no alg', () => forge({ typ: 'JWT' }, { sub: '42' }), 'identity_invalid', '"alg"'],
    ['an alg of no key', () => forge({ alg: 'HS512' }, { sub: '42' }), 'identity_invalid', '"alg"'],
    [
      "confusion: HS256 with the text of the site's public key",
      () => forge({ alg: 'HS256', kid: 'rsa' }, { sub: '42', exp: now() + 60 }, RSA_PEM.toString()),
      'identity_invalid',
      '"alg" is not RS256',
    ],
    [
      'confusion without the name of the key',
      () => forge({ alg: 'HS256' }, { sub: '42', exp: now() + 60 }, RSA_PEM.toString()),
      'identity_invalid',
      'signature is wrong',
    ],
    ['an unknown kid', () => sign({ kid: 'gone' }), 'identity_invalid', '"kid" names no key'],
    ['the kid of another key', () => sign({ kid: 'ed' }), 'identity_invalid', '"alg" is not EdDSA'],
    ['another secret', () => sign({ key: randomBytes(32) }), 'identity_invalid', 'signature is wrong'],
    [
      'a header that must be understood and is not',
      () => forge({ alg: 'HS256', crit: ['x'], x: 1 }, { sub: '42', exp: now() + 60 }),
      'identity_invalid',
      'can be verified',
    ],
    ['expired', () => sign({ claims: { exp: now() - 90 } }), 'identity_expired', 'expired'],
    ['no exp', () => sign({ claims: { exp: undefined } }), 'identity_invalid', 'no "exp"'],
    ['exp as text', () => forge({ alg: 'HS256' }, { sub: '42', exp: '9999999999' }), 'identity_invalid', 'no "exp"'],
    ['exp too far ahead', () => sign({ claims: { exp: now() + 8 * 86_400 } }), 'identity_invalid', 'seven days'],
    ['nbf ahead', () => sign({ claims: { nbf: now() + 90 } }), 'identity_invalid', '"nbf" is in the future'],
    ['iat ahead', () => sign({ claims: { iat: now() + 90 } }), 'identity_invalid', '"iat" is in the future'],
    ['for another site', () => sign({ claims: { aud: 'other' } }), 'identity_invalid', '"aud"'],
    ['for no site', () => sign({ claims: { aud: [] } }), 'identity_invalid', '"aud"'],
    ['no sub', () => sign({ claims: { sub: undefined } }), 'identity_invalid', 'no "sub"'],
    ['an empty sub', () => sign({ claims: { sub: '  ' } }), 'identity_invalid', '"sub" must have 1 to 200'],
    ['a sub too long', () => sign({ claims: { sub: 'x'.repeat(201) } }), 'identity_invalid', '"sub" must have'],
    [
      'a sub that is a number',
      () => forge({ alg: 'HS256' }, { sub: 42, exp: now() + 60 }),
      'identity_invalid',
      '"sub"',
    ],
    ['a NUL in the sub', () => sign({ claims: { sub: 'a\u0000' } }), 'identity_invalid', '"sub"'],
    ['a bad e-mail address', () => sign({ claims: { email: 'mira' } }), 'identity_invalid', '"email" must be'],
    ['a bad name', () => sign({ claims: { name: 'x'.repeat(61) } }), 'identity_invalid', '"name" must have'],
    [
      'deep attributes',
      () => sign({ claims: { attributes: { a: {} } } }),
      'identity_invalid',
      '"attributes" has one that',
    ],
  ];

  test.each(cases)('%s', async (_, make, code, words) => {
    const refusal = await refusalOf(await make());
    expect(refusal).toMatchObject({ code, detail: expect.stringContaining(words) });
    expect(refusal.detail).not.toContain(secret.toString());
  });

  test('the site has no keys', async () => {
    expect(await refusalOf(await sign(), [])).toMatchObject({
      code: 'refused',
      detail: expect.stringContaining('keys'),
    });
  });

  test('the server cannot read the secret any more', async () => {
    const lost: VerificationKey = { kid: 'shared', algorithm: 'HS256', read: () => undefined };
    expect(await refusalOf(await sign(), [lost])).toMatchObject({
      code: 'refused',
      detail: expect.stringContaining('SECRET_KEY'),
    });
  });

  test('a JWT of which any one character is another', async () => {
    const token = await sign();
    const other = (letter: string) => (letter === 'A' ? 'B' : 'A');
    await fc.assert(
      fc.asyncProperty(fc.nat(token.length - 2), async (index) => {
        fc.pre(token[index] !== '.');
        const changed = token.slice(0, index) + other(token[index] as string) + token.slice(index + 1);
        expect((await refusalOf(changed)).code).toBe('identity_invalid');
      }),
    );
  });

  test('whatever text it is', async () => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.string(), fc.string({ unit: 'binary' }), fc.base64String()), async (text) => {
        expect((await refusalOf(text)).code).toBe('identity_invalid');
        expect((await refusalOf(`${text}.${text}.${text}`)).code).toBe('identity_invalid');
      }),
    );
  });
});
