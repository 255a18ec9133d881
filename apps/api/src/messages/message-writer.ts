import { createHash } from 'node:crypto';
import type { NewMessage } from '@porchlight/protocol';
import { v7 as uuidv7 } from 'uuid';
import { WaitingFiles } from '../attachments/attachment-rows.js';
import type { Principal } from '../auth/principal.js';
import type { ConversationRow } from '../conversations/conversation.mapper.js';
import { audienceOf, conversationEntry } from '../conversations/conversation-entry.js';
import { type Request, reachTogether } from '../conversations/reach-together.js';
import { type Queryable, sql } from '../database/sql.js';
import { ProblemError } from '../http/problem.js';
import type { LogTransaction } from '../realtime/log.js';
import { findMentionable, storeMentions } from './mentions.js';
import { MESSAGE_COLUMNS, type MessageRow, toMessage } from './message.mapper.js';

/** What somebody asks to be said in a conversation. */
export interface Posting extends Request {
  draft: NewMessage;
}

/** What became of a posting; `created` is false when an earlier one with the same client id had stored it (MS1). */
export interface Written {
  row: MessageRow;
  created: boolean;
}

/** The columns of a new message as the statement below takes them, as JSON. */
type NewRow = Omit<MessageRow, 'author_picture' | 'digest' | 'edited_at' | 'deleted_at'> & {
  digest: string;
  /** Since when the conversation waits for an answer once the message is there. */
  waiting_since: Date | null;
};

/** Messages, the conversations they count on, and their authors' receipts: who writes has read what was there. */
const STORE = `
  WITH posted AS (
    SELECT * FROM json_to_recordset($1::json) AS p("id" uuid, "conversation_id" uuid, "seq" bigint, "client_id" text,
      "author_kind" text, "author_id" uuid, "author_name" text, "audience" text, "text" text,
      "attachments" json, "reply_to" uuid, "mentions" uuid[], "digest" text, "created_at" timestamptz, "waiting_since" timestamptz)
  ), counted AS (
    UPDATE "conversations" c SET "last_seq" = t."seq", "active_at" = t."at", "updated_at" = t."at",
      "waiting_since" = t."waiting_since",
      "status" = CASE WHEN c."id" = ANY($2::uuid[]) THEN 'open' ELSE c."status" END,
      "snoozed_until" = CASE WHEN c."id" = ANY($2::uuid[]) THEN NULL ELSE c."snoozed_until" END
    FROM (
      SELECT DISTINCT ON ("conversation_id") "conversation_id", "seq", "created_at" AS "at", "waiting_since" FROM posted
      ORDER BY "conversation_id", "seq" DESC
    ) t
    WHERE c."id" = t."conversation_id"
  ), read AS (
    INSERT INTO "receipts" ("conversation_id", "principal_kind", "principal_id", "delivered", "read")
    SELECT "conversation_id", "author_kind", "author_id", max("seq"), max("seq") FROM posted GROUP BY 1, 2, 3
    ON CONFLICT ("conversation_id", "principal_kind", "principal_id")
    DO UPDATE SET "delivered" = excluded."delivered", "read" = excluded."read"
  )
  INSERT INTO "messages" ("id", "conversation_id", "seq", "client_id", "author_kind", "author_id", "author_name",
    "audience", "text", "attachments", "reply_to", "mentions", "digest", "created_at")
  SELECT "id", "conversation_id", "seq", "client_id", "author_kind", "author_id", "author_name", "audience", "text",
    "attachments", "reply_to", "mentions", decode("digest", 'hex'), "created_at" FROM posted`;

/**
 * Writes messages in the caller's transaction, in the order given and each once: their rows, their authors' receipts, and
 * the log. Answers what became of each: `unauthenticated`, `not_found`, `banned`, `forbidden`, `conflict`, `refused`
 * and `attachment_gone` concern that one alone.
 */
export async function writeMessages(
  transaction: LogTransaction,
  postings: readonly Posting[],
): Promise<(Written | ProblemError)[]> {
  const { manager } = transaction;
  const reach = await reachTogether(manager, postings);
  // Read under the locks: whoever wrote to these conversations before has committed.
  const known = await findKnown(manager, postings);
  const answerable = await findAnswerable(manager, postings);
  const files = await WaitingFiles.find(
    manager,
    postings.flatMap(({ draft }) => draft.attachments ?? []),
  );
  const mentionable = await findMentionable(
    manager,
    postings.flatMap(({ draft }) => draft.mentions ?? []),
  );
  const at = new Date();
  /** With the number of the last message before they were. */
  const reopened = new Map<ConversationRow, number>();
  const added: { row: MessageRow; conversation: ConversationRow; waitingSince: Date | null }[] = [];

  const write = (posting: Posting): Written | ProblemError => {
    const { principal, conversationId, draft } = posting;
    const conversation = reach(posting);
    if (conversation instanceof ProblemError) return conversation;
    const audience = draft.audience ?? 'everyone';
    if (principal.kind === 'visitor' && audience === 'agents') {
      return new ProblemError('forbidden', 'Only agents write notes');
    }
    const key = keyOf(conversationId, principal.id, draft.clientId);
    const earlier = known.get(key);
    if (earlier) return isSame(earlier, draft) ? { row: earlier, created: false } : anotherMessage();
    if (draft.replyTo !== undefined) {
      const answered = answerable.get(draft.replyTo);
      const visible = principal.kind !== 'visitor' || answered?.audience === 'everyone';
      if (answered?.conversation_id !== conversationId || !visible) {
        return new ProblemError('refused', 'replyTo names no message of this conversation');
      }
    }
    const mentions = draft.mentions ?? [];
    if (mentions.some((agent) => !mentionable.has(agent))) {
      return new ProblemError('refused', 'mentions names somebody who is no agent');
    }
    const id = uuidv7();
    const attachments = files.take(draft.attachments ?? [], principal, id);
    if (!attachments) return new ProblemError('attachment_gone', 'attachments names a file that cannot be used here');
    if (principal.kind === 'visitor' && conversation.status !== 'open' && !reopened.has(conversation)) {
      reopened.set(conversation, conversation.last_seq);
    }
    conversation.last_seq += 1;
    if (conversation.kind === 'support' && audience === 'everyone') {
      conversation.waiting_since = principal.kind === 'visitor' ? (conversation.waiting_since ?? at) : null;
    }
    const row: MessageRow = {
      id,
      conversation_id: conversationId,
      seq: conversation.last_seq,
      client_id: draft.clientId,
      author_kind: principal.kind,
      author_id: principal.id,
      author_name: principal.name,
      author_picture: principal.kind === 'agent' ? principal.pictureId : null,
      audience,
      text: draft.text,
      attachments: attachments.length > 0 ? attachments : null,
      reply_to: draft.replyTo ?? null,
      mentions: mentions.length > 0 ? mentions : null,
      digest: digestOf(draft),
      created_at: at,
      edited_at: null,
      deleted_at: null,
    };
    known.set(key, row);
    added.push({ row, conversation, waitingSince: conversation.waiting_since });
    return { row, created: true };
  };
  const outcomes = postings.map(write);

  // Before its message is there: that one is unread by an event of its own.
  for (const [conversation, last_seq] of reopened) {
    const open: ConversationRow = { ...conversation, last_seq, status: 'open', snoozed_until: null, updated_at: at };
    transaction.append(await conversationEntry(manager, 'conversation.updated', open));
  }
  if (added.length > 0) {
    await sql(manager, STORE, [
      JSON.stringify(added.map(({ row, waitingSince }) => toNewRow(row, waitingSince))),
      [...reopened.keys()].map(({ id }) => id),
    ]);
  }
  await storeMentions(
    manager,
    added.map(({ row }) => row),
  );
  await files.store(manager);
  for (const { row, conversation } of added) {
    transaction.append({
      type: 'message.created',
      at,
      conversationId: row.conversation_id,
      messageId: row.id,
      ...audienceOf(conversation, row.audience),
      data: toMessage(row),
    });
  }
  return outcomes;
}

/**
 * The message that an earlier POST with this client id stored, if there is one. Throws `conflict` when it was another
 * one (MS1).
 */
export async function findRepeated(
  on: Queryable,
  principal: Principal,
  conversationId: string,
  draft: NewMessage,
): Promise<MessageRow | undefined> {
  const [row] = (await findKnown(on, [{ principal, conversationId, draft }])).values();
  if (row && !isSame(row, draft)) throw anotherMessage();
  return row;
}

/** What earlier POSTs stored under the client ids of these. */
async function findKnown(on: Queryable, postings: readonly Posting[]): Promise<Map<string, MessageRow>> {
  const rows = await sql<MessageRow>(
    on,
    `SELECT ${MESSAGE_COLUMNS} FROM unnest($1::uuid[], $2::uuid[], $3::text[]) AS p("conversation_id", "author_id", "client_id")
     JOIN "messages" m ON m."conversation_id" = p."conversation_id" AND m."author_id" = p."author_id"
       AND m."client_id" = p."client_id"`,
    [
      postings.map(({ conversationId }) => conversationId),
      postings.map(({ principal }) => principal.id),
      postings.map(({ draft }) => draft.clientId),
    ],
  );
  return new Map(rows.map((row) => [keyOf(row.conversation_id, row.author_id, row.client_id), row]));
}

type Answerable = Pick<MessageRow, 'id' | 'conversation_id' | 'audience'>;

/** The messages that these answer. */
async function findAnswerable(on: Queryable, postings: readonly Posting[]): Promise<Map<string, Answerable>> {
  const ids = postings.flatMap(({ draft }) => draft.replyTo ?? []);
  if (ids.length === 0) return new Map();
  const rows = await sql<Answerable>(
    on,
    'SELECT "id", "conversation_id", "audience" FROM "messages" WHERE "id" = ANY($1)',
    [ids],
  );
  return new Map(rows.map((row) => [row.id, row]));
}

function toNewRow(
  { author_picture, digest, edited_at, deleted_at, ...row }: MessageRow,
  waitingSince: Date | null,
): NewRow {
  return { ...row, digest: Buffer.from(digest).toString('hex'), waiting_since: waitingSince };
}

const keyOf = (conversationId: string, authorId: string, clientId: string) =>
  `${conversationId} ${authorId} ${clientId}`;

const anotherMessage = () => new ProblemError('conflict', 'Another message was sent with this clientId');

function isSame(row: MessageRow, draft: NewMessage): boolean {
  return Buffer.from(row.digest).equals(digestOf(draft));
}

function digestOf(draft: NewMessage): Buffer {
  const { attachments = [], mentions = [] } = draft;
  const content: unknown[] = [draft.text, draft.replyTo ?? null, draft.audience ?? 'everyone', ...attachments];
  if (mentions.length > 0) content.push({ mentions });
  return createHash('sha256').update(JSON.stringify(content)).digest();
}
