import { createHash, randomBytes } from 'node:crypto';

/** Tokens say what they are, so that a leaked one is recognised by people and by scanners. */
export const VISITOR_TOKEN = 'plv_';
export const AGENT_TOKEN = 'pla_';
/** What programs use. */
export const API_TOKEN = 'plb_';
/** What a site signs identities with. */
export const IDENTITY_SECRET = 'pls_';
/** What the links of invitations and of password resets carry. */
export const INVITATION_TOKEN = 'pli_';
export const RESET_TOKEN = 'plr_';

/** A new token with 256 bits of randomness. */
export function createToken(prefix: string): string {
  return prefix + randomBytes(32).toString('base64url');
}

/**
 * What the database keeps of a token. A plain hash is enough for 256 random bits, and because the hash is what is looked
 * up, no comparison of secrets takes a time that tells anything.
 */
export function hashToken(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}
