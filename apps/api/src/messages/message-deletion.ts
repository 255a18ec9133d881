import { removeAttachments } from '../attachments/attachment-rows.js';
import type { ConversationRow } from '../conversations/conversation.mapper.js';
import { audienceOf, conversationEntry } from '../conversations/conversation-entry.js';
import { sql } from '../database/sql.js';
import type { LogTransaction } from '../realtime/log.js';
import { removeMentions } from './mentions.js';
import { MESSAGE_COLUMNS, type MessageRow, toMessage } from './message.mapper.js';
import { removeEdits } from './message-edits.js';

/** Which messages of a conversation, as SQL: its parameters are numbered from $2 on. */
export interface MessageFilter {
  condition: string;
  values: readonly unknown[];
}

/**
 * Empties messages, also where the log has them, takes their files away, keeps their places, and tells of it. Those that
 * are empty already stay.
 */
export async function deleteMessages(
  transaction: LogTransaction,
  conversation: ConversationRow,
  { condition, values }: MessageFilter,
): Promise<MessageRow[]> {
  const { manager, append } = transaction;
  const at = new Date();
  const deleted = await sql<MessageRow>(
    manager,
    `UPDATE "messages" m SET "text" = '', "attachments" = NULL, "mentions" = NULL, "deleted_at" = $${values.length + 2}
     WHERE "conversation_id" = $1 AND "deleted_at" IS NULL AND ${condition} RETURNING ${MESSAGE_COLUMNS}`,
    [conversation.id, ...values, at],
  );
  const ids = deleted.map(({ id }) => id);
  await removeAttachments(manager, 'message_id', ids);
  const named = await removeMentions(manager, ids);
  await removeEdits(manager, ids);
  deleted.sort((a, b) => a.seq - b.seq);
  await tellEmptied(transaction, conversation, deleted, at);
  if (named) {
    // Whom the notes before it name, nobody could tell from the message.
    await sql(manager, 'UPDATE "conversations" SET "updated_at" = $2 WHERE "id" = $1', [conversation.id, at]);
    append(await conversationEntry(manager, 'conversation.updated', { ...conversation, updated_at: at }));
  }
  return deleted;
}

/** Puts messages that have been emptied in the place of what the log has of them, and tells of them. */
export async function tellEmptied(
  { manager, append }: LogTransaction,
  conversation: ConversationRow,
  emptied: readonly MessageRow[],
  at: Date,
): Promise<void> {
  for (const row of emptied) {
    const message = toMessage(row);
    await sql(manager, 'UPDATE "log" SET "data" = $2, "visitor_data" = NULL WHERE "message_id" = $1', [
      row.id,
      JSON.stringify(message),
    ]);
    append({
      type: 'message.updated',
      at,
      conversationId: conversation.id,
      messageId: row.id,
      ...audienceOf(conversation, row.audience),
      data: message,
    });
  }
}
