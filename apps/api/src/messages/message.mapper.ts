import type { Author, Message } from '@porchlight/protocol';
import { pictureUrl } from '../agents/picture-url.js';
import { type KeptAttachment, toAttachments } from '../attachments/attachment.mapper.js';

/** A message, as {@link MESSAGE_COLUMNS} selects it from `"messages" m`. */
export interface MessageRow {
  id: string;
  conversation_id: string;
  seq: number;
  client_id: string;
  author_kind: Author['kind'];
  author_id: string;
  author_name: string;
  /** The picture that an agent has now. */
  author_picture: string | null;
  audience: Message['audience'];
  text: string;
  attachments: KeptAttachment[] | null;
  reply_to: string | null;
  mentions: string[] | null;
  digest: Uint8Array;
  created_at: Date;
  edited_at: Date | null;
  deleted_at: Date | null;
}

/** The columns of {@link MessageRow}; a message has another one, which is for searching only. */
export const MESSAGE_COLUMNS = `m."id", m."conversation_id", m."seq", m."client_id", m."author_kind", m."author_id",
  m."author_name",
  CASE WHEN m."author_kind" = 'agent' THEN (SELECT a."picture_id" FROM "agents" a WHERE a."id" = m."author_id") END AS "author_picture",
  m."audience", m."text", m."attachments", m."reply_to", m."mentions"::text[] AS "mentions", m."digest", m."created_at", m."edited_at", m."deleted_at"`;

export function toMessage(row: MessageRow): Message {
  return {
    id: row.id,
    conversationId: row.conversation_id,
    clientId: row.client_id,
    seq: row.seq,
    author: {
      kind: row.author_kind,
      id: row.author_id,
      name: row.author_name,
      ...(row.author_picture !== null && { avatarUrl: pictureUrl(row.author_picture) }),
    },
    audience: row.audience,
    text: row.text,
    attachments: toAttachments(row.attachments),
    ...(row.reply_to !== null && { replyTo: row.reply_to }),
    ...(row.mentions !== null && { mentions: row.mentions }),
    createdAt: row.created_at.toISOString(),
    ...(row.edited_at !== null && { editedAt: row.edited_at.toISOString() }),
    ...(row.deleted_at !== null && { deletedAt: row.deleted_at.toISOString() }),
  };
}
