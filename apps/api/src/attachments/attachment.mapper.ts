import type { Attachment } from '@porchlight/protocol';

export interface AttachmentRow {
  id: string;
  uploader_kind: 'visitor' | 'agent' | 'bot';
  uploader_id: string;
  message_id: string | null;
  name: string;
  media_type: string;
  size: number;
  width: number | null;
  height: number | null;
  created_at: Date;
  removed_at: Date | null;
}

/** What a message keeps of its files: all but the link, which is signed as the answer leaves. */
export type KeptAttachment = Omit<Attachment, 'url'>;

export function toKept(row: AttachmentRow): KeptAttachment {
  return {
    id: row.id,
    name: row.name,
    mediaType: row.media_type,
    size: row.size,
    ...(row.width !== null && { width: row.width }),
    ...(row.height !== null && { height: row.height }),
  };
}

/** The attachments of a message row. Their links are empty until {@link AttachmentLinks} signs them. */
export function toAttachments(kept: readonly KeptAttachment[] | null): Attachment[] {
  return kept ? kept.map((attachment) => ({ ...attachment, url: '' })) : [];
}
