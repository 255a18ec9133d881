import { z } from 'zod';
import { attributesOf, attributeValue, email, externalId, id, name, timestamp } from './primitives.js';

const identityAlgorithm = z.enum(['HS256', 'RS256', 'ES256', 'EdDSA']).meta({
  description: 'The one algorithm (RFC 7518, RFC 8037) whose signatures the key verifies.',
});
/** The one algorithm whose signatures a key verifies. */
export type IdentityAlgorithm = z.infer<typeof identityAlgorithm>;

const kid = z.string().regex(/^[\x21-\x7e]{1,100}$/, 'must be 1 to 100 visible ASCII characters');

export const identityKey = z
  .object({
    id,
    kid: kid.meta({ description: 'What a JWT names the key by, in its header.', examples: ['2026-01'] }),
    algorithm: identityAlgorithm,
    createdAt: timestamp,
  })
  .meta({ id: 'IdentityKey', description: 'A key with which a site signs who its visitors are.' });
/** A key with which a site signs who its visitors are. */
export type IdentityKey = z.infer<typeof identityKey>;

export const newIdentityKey = z
  .strictObject({
    algorithm: identityAlgorithm,
    kid: kid
      .optional()
      .meta({ description: 'What a JWT will name the key by; made for you unless given.', examples: ['2026-01'] }),
    publicKey: z
      .union([z.string().max(8192), z.record(z.string().max(64), z.unknown())])
      .optional()
      .meta({ description: 'For all but HS256: the public key, in PEM (SPKI) or as a JWK (RFC 7517).' }),
  })
  .meta({ id: 'NewIdentityKey', examples: [{ algorithm: 'HS256' }] });
/** A key to add. */
export type NewIdentityKey = z.infer<typeof newIdentityKey>;

export const createdIdentityKey = z
  .object({
    ...identityKey.shape,
    secret: z
      .string()
      .optional()
      .meta({
        description: 'With HS256: what to sign with, just as it stands. It is not shown again.',
        examples: ['pls_8Jx2kQ5vN7wB1tR4yM6zC9aF3hL0dG8sUeIoPqTnVbX'],
      }),
  })
  .meta({ id: 'CreatedIdentityKey' });

/** What a JWT says of a person (rule ID1), beside when it holds. Claims not named here are ignored. */
export const identityClaims = z.object({
  sub: externalId,
  name: name.optional(),
  email: email.optional(),
  attributes: attributesOf(attributeValue).optional(),
});
/** What a JWT says of a person (rule ID1). */
export type IdentityClaims = z.infer<typeof identityClaims>;
