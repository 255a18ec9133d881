import type { KeyObject } from 'node:crypto';
import { type IdentityAlgorithm, type IdentityClaims, identityClaims } from '@porchlight/protocol';
import { compactVerify, decodeJwt, decodeProtectedHeader, errors, type JWTPayload } from 'jose';
import { ProblemError } from '../http/problem.js';

/** Clocks may differ by so much, in seconds. */
const LEEWAY_S = 60;
/** A JWT is for signing in now, not for keeping, in seconds: seven days. */
const MAX_LIFE_S = 7 * 24 * 3_600;

/** A key of a site, read only when it is its turn. */
export interface VerificationKey {
  kid: string;
  algorithm: IdentityAlgorithm;
  /** `undefined` when this server cannot read it any more. */
  read(): KeyObject | Uint8Array | undefined;
}

/**
 * Who a JWT says somebody is (rule ID1). Throws `refused` when the site has no key that could tell, `identity_expired`,
 * and `identity_invalid` with what is wrong in plain words; none of them names a key's content or a claim's value.
 */
export async function verifyIdentity(
  token: string,
  site: string,
  keys: readonly VerificationKey[],
): Promise<IdentityClaims> {
  if (keys.length === 0) throw new ProblemError('refused', 'This site has no keys for verified identities');
  const payload = await verifySignature(token, candidates(token, keys));
  checkTimes(payload);
  checkAudience(payload, site);
  return readClaims(payload);
}

/** The keys that may have signed it: the one that its header names, else all of its algorithm. */
function candidates(token: string, keys: readonly VerificationKey[]): VerificationKey[] {
  const { alg, kid } = headerOf(token);
  if (kid !== undefined) {
    const named = keys.find((key) => key.kid === kid);
    if (!named) throw invalid('its "kid" names no key of this site');
    if (named.algorithm !== alg) throw invalid(`its "alg" is not ${named.algorithm}, that of the key it names`);
    return [named];
  }
  const fitting = keys.filter(({ algorithm }) => algorithm === alg);
  if (fitting.length === 0) throw invalid(`its "alg" is that of no key of this site (${algorithmsOf(keys)})`);
  return fitting;
}

const algorithmsOf = (keys: readonly VerificationKey[]) =>
  [...new Set(keys.map(({ algorithm }) => algorithm))].join(', ');

function headerOf(token: string): { alg?: string | undefined; kid?: string | undefined } {
  try {
    decodeJwt(token);
    return decodeProtectedHeader(token);
  } catch {
    throw invalid('it is not a JWT (three parts in base64url, separated by dots)');
  }
}

async function verifySignature(token: string, keys: readonly VerificationKey[]): Promise<JWTPayload> {
  let readable = false;
  for (const { algorithm, read } of keys) {
    const key = read();
    if (!key) continue;
    readable = true;
    try {
      await compactVerify(token, key, { algorithms: [algorithm] });
      return decodeJwt(token);
    } catch (error) {
      if (error instanceof errors.JWSSignatureVerificationFailed) continue;
      throw invalid('it is not a JWT that can be verified');
    }
  }
  if (!readable) {
    throw new ProblemError(
      'refused',
      'This server cannot read that key any more: SECRET_KEY has changed. Make a new key',
    );
  }
  throw invalid('its signature is wrong: it was signed with another key, or changed since');
}

function checkTimes({ exp, nbf, iat }: JWTPayload): void {
  const now = Date.now() / 1_000;
  if (typeof exp !== 'number') throw invalid('it has no "exp"');
  if (exp <= now - LEEWAY_S) throw new ProblemError('identity_expired', 'The identity has expired: its "exp" is past');
  if (exp > now + MAX_LIFE_S + LEEWAY_S) throw invalid('its "exp" is more than seven days ahead');
  for (const [name, time] of Object.entries({ nbf, iat })) {
    if (time !== undefined && !(typeof time === 'number' && time <= now + LEEWAY_S)) {
      throw invalid(`its "${name}" is in the future: compare the clocks of the two servers`);
    }
  }
}

function checkAudience({ aud }: JWTPayload, site: string): void {
  if (aud === undefined || aud === site || (Array.isArray(aud) && aud.includes(site))) return;
  throw invalid('its "aud" is not the key of this site');
}

function readClaims(payload: JWTPayload): IdentityClaims {
  const claims = identityClaims.safeParse(payload);
  if (claims.success) return claims.data;
  const [issue] = claims.error.issues;
  const [claim, ...rest] = issue?.path ?? [];
  if (payload[String(claim)] === undefined) throw invalid(`it has no "${String(claim)}"`);
  throw invalid(`its "${String(claim)}" ${rest.length > 0 ? 'has one that ' : ''}${issue?.message}`);
}

function invalid(why: string): ProblemError {
  return new ProblemError('identity_invalid', `The identity does not hold: ${why}`);
}
