import type { Conversation, Mention } from '@porchlight/protocol';
import { pictureUrl } from '../agents/picture-url.js';
import { type MessageRow, toMessage } from '../messages/message.mapper.js';
import { visitorName } from '../visitors/visitor-name.js';

/** A conversation with the names of its people, as CONVERSATION_COLUMNS selects it. */
export interface ConversationRow {
  id: string;
  site: string;
  kind: 'support' | 'room';
  room: string | null;
  visitor_id: string | null;
  visitor_name: string | null;
  client_id: string | null;
  status: Conversation['status'];
  assignee_id: string | null;
  assignee_name: string | null;
  assignee_picture: string | null;
  team_id: string | null;
  snoozed_until: Date | null;
  waiting_since: Date | null;
  subject: string | null;
  tags: string[];
  last_seq: number;
  active_at: Date;
  created_at: Date;
  updated_at: Date;
}

/** The columns of {@link ConversationRow}, from {@link CONVERSATION_TABLES}. */
export const CONVERSATION_COLUMNS = `c."id", c."site", c."kind", c."room", c."visitor_id", v."name" AS visitor_name,
  c."client_id", c."status", c."assignee_id", a."name" AS assignee_name,
  a."picture_id" AS assignee_picture, c."team_id",
  c."snoozed_until", c."waiting_since", c."subject", c."tags", c."last_seq",
  c."active_at", c."created_at", c."updated_at"`;

/** The people of conversations `c`. */
export const CONVERSATION_PEOPLE = `LEFT JOIN "visitors" v ON v."id" = c."visitor_id"
  LEFT JOIN "agents" a ON a."id" = c."assignee_id"`;

export const CONVERSATION_TABLES = `"conversations" c ${CONVERSATION_PEOPLE}`;

/** What a reader sees beside the row itself. */
export interface ReaderView {
  unread: number;
  lastMessage?: MessageRow | undefined;
  /** For agents. */
  mentions?: Mention[] | undefined;
}

/** As agents see it. */
export function toConversation(row: ConversationRow, view: ReaderView): Conversation {
  const { mentions = [] } = view;
  return {
    ...toVisitorConversation(row, view),
    status: row.status,
    ...(row.team_id !== null && { team: row.team_id }),
    ...(row.tags.length > 0 && { tags: row.tags }),
    ...(row.snoozed_until !== null && { snoozedUntil: row.snoozed_until.toISOString() }),
    ...(row.waiting_since !== null && { waitingSince: row.waiting_since.toISOString() }),
    ...(mentions.length > 0 && { mentions }),
  };
}

/** As visitors see it: without what agents use to sort their work. */
export function toVisitorConversation(row: ConversationRow, { unread, lastMessage }: ReaderView): Conversation {
  return {
    id: row.id,
    kind: row.kind,
    site: row.site,
    ...(row.room !== null && { room: row.room }),
    status: row.status === 'snoozed' ? 'open' : row.status,
    ...(row.visitor_id !== null && {
      visitor: {
        kind: 'visitor' as const,
        id: row.visitor_id,
        name: visitorName({ id: row.visitor_id, name: row.visitor_name }),
      },
    }),
    ...(row.assignee_id !== null && {
      assignee: {
        kind: 'agent' as const,
        id: row.assignee_id,
        name: row.assignee_name ?? '',
        ...(row.assignee_picture !== null && { avatarUrl: pictureUrl(row.assignee_picture) }),
      },
    }),
    ...(row.subject !== null && { subject: row.subject }),
    ...(lastMessage && { lastMessage: toMessage(lastMessage) }),
    lastSeq: row.last_seq,
    unread,
    createdAt: row.created_at.toISOString(),
    updatedAt: row.updated_at.toISOString(),
  };
}
