import type { Tag } from '@porchlight/protocol';

export interface TagRow {
  id: string;
  name: string;
  hue: number;
  version: number;
  created_at: Date;
}

export function toTag({ id, name, hue, version, created_at }: TagRow): Tag {
  return { id, name, hue, version, createdAt: created_at.toISOString() };
}
