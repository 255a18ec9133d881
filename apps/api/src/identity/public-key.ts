import { createPublicKey, type JsonWebKey, type KeyObject } from 'node:crypto';
import type { IdentityAlgorithm, NewIdentityKey } from '@porchlight/protocol';
import { ProblemError } from '../http/problem.js';

/** RFC 7518, section 3.3: anything shorter must not be used. */
const MIN_RSA_BITS = 2048;

/** Members of a JWK that are nobody's to send. */
const PRIVATE_MEMBERS = ['d', 'p', 'q', 'dp', 'dq', 'qi', 'oth', 'k'];

/** Reads a public key for the algorithm, in PEM or as a JWK; answers it in PEM (SPKI). Throws `invalid` and says why. */
export function readPublicKey(algorithm: IdentityAlgorithm, given: NonNullable<NewIdentityKey['publicKey']>): string {
  const isPrivate =
    typeof given === 'string' ? given.includes('PRIVATE KEY') : PRIVATE_MEMBERS.some((member) => member in given);
  if (isPrivate) throw unfit('is a private key: keep it, make another pair, and send the public half');
  const key = parse(given);
  if (!fits(algorithm, key)) throw unfit(`is not a key for ${algorithm}${NEEDS[algorithm]}`);
  return key.export({ type: 'spki', format: 'pem' }).toString();
}

function parse(given: NonNullable<NewIdentityKey['publicKey']>): KeyObject {
  try {
    return typeof given === 'string'
      ? createPublicKey(given)
      : createPublicKey({ key: given as JsonWebKey, format: 'jwk' });
  } catch {
    throw unfit('cannot be read as PEM or as a JWK');
  }
}

const NEEDS: Record<IdentityAlgorithm, string> = {
  HS256: '',
  RS256: `: it takes RSA of ${MIN_RSA_BITS} bits or more`,
  ES256: ': it takes the curve P-256',
  EdDSA: ': it takes Ed25519',
};

function fits(algorithm: IdentityAlgorithm, { asymmetricKeyType: type, asymmetricKeyDetails: details }: KeyObject) {
  switch (algorithm) {
    case 'HS256':
      return false;
    case 'RS256':
      return type === 'rsa' && (details?.modulusLength ?? 0) >= MIN_RSA_BITS;
    case 'ES256':
      return type === 'ec' && details?.namedCurve === 'prime256v1';
    case 'EdDSA':
      return type === 'ed25519';
  }
}

function unfit(message: string): ProblemError {
  return new ProblemError('invalid', 'The public key does not fit', { errors: [{ path: 'publicKey', message }] });
}
