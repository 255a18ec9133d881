import type { IdentityAlgorithm, IdentityKey } from '@porchlight/protocol';

export interface IdentityKeyRow {
  id: string;
  site: string;
  kid: string;
  algorithm: IdentityAlgorithm;
  /** Sealed; with HS256. */
  secret: Uint8Array | null;
  /** PEM (SPKI); with all others. */
  public_key: string | null;
  created_at: Date;
}

/** Without what it signs with. */
export function toIdentityKey({ id, kid, algorithm, created_at }: IdentityKeyRow): IdentityKey {
  return { id, kid, algorithm, createdAt: created_at.toISOString() };
}
