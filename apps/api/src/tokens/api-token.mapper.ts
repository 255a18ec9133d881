import type { ApiToken, TokenScope } from '@porchlight/protocol';

export interface ApiTokenRow {
  id: string;
  name: string;
  scopes: TokenScope[];
  start: string;
  created_by: string;
  created_at: Date;
  used_at: Date | null;
}

export function toApiToken(row: ApiTokenRow): ApiToken {
  return {
    id: row.id,
    name: row.name,
    scopes: row.scopes,
    start: row.start,
    createdBy: row.created_by,
    createdAt: row.created_at.toISOString(),
    ...(row.used_at !== null && { lastUsedAt: row.used_at.toISOString() }),
  };
}
