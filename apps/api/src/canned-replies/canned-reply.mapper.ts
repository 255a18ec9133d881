import type { CannedReply } from '@porchlight/protocol';

export interface CannedReplyRow {
  id: string;
  title: string;
  shortcut: string | null;
  text: string;
  owner_id: string | null;
  sites: string[] | null;
  version: number;
  created_at: Date;
}

export function toCannedReply(row: CannedReplyRow): CannedReply {
  return {
    id: row.id,
    title: row.title,
    ...(row.shortcut !== null && { shortcut: row.shortcut }),
    text: row.text,
    ...(row.owner_id !== null && { ownerId: row.owner_id }),
    ...(row.sites !== null && { sites: row.sites }),
    version: row.version,
    createdAt: row.created_at.toISOString(),
  };
}
