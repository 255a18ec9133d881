import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { removeAttachments } from '../attachments/attachment-rows.js';
import { recordDeed } from '../audit/record.js';
import type { VisitorPrincipal } from '../auth/principal.js';
import { findConversation } from '../conversations/conversation-access.js';
import { conversationEntry } from '../conversations/conversation-entry.js';
import { sql } from '../database/sql.js';
import { ProblemError } from '../http/problem.js';
import { MESSAGE_COLUMNS, type MessageRow } from '../messages/message.mapper.js';
import { tellEmptied } from '../messages/message-deletion.js';
import { removeEdits } from '../messages/message-edits.js';
import { Log, type LogTransaction } from '../realtime/log.js';

/** What the messages of an erased visitor are signed with. */
const ERASED_NAME = 'Erased visitor';

/**
 * Erases a visitor: profile, token, every file and the text of every message, in the tables and in the log, for good.
 * The places of the messages stay, so that what others said keeps its order.
 */
@Injectable()
export class ErasureService {
  constructor(private readonly log: Log) {}

  erase(visitor: VisitorPrincipal): Promise<void> {
    return this.log.write(async (transaction) => {
      const { manager, append } = transaction;
      const at = new Date();
      const conversations = await lockConversations(manager, visitor.id);
      const ids = await lockSelves(manager, visitor.id);
      await sql(
        manager,
        `UPDATE "visitors" SET "name" = $2, "email" = NULL, "locale" = NULL, "page" = NULL, "external_id" = NULL,
           "time_zone" = NULL, "referrer" = NULL, "user_agent" = NULL,
           "attributes" = '{}', "claimed" = '{}', "erased_at" = $3 WHERE "id" = ANY($1)`,
        [ids, ERASED_NAME, at],
      );
      await sql(manager, 'DELETE FROM "visitor_events" WHERE "visitor_id" = ANY($1)', [ids]);
      await sql(manager, 'DELETE FROM "visitor_tokens" WHERE "visitor_id" = $1', [visitor.id]);
      await sql(manager, 'DELETE FROM "room_members" WHERE "visitor_id" = $1', [visitor.id]);
      await sql(manager, 'DELETE FROM "room_bans" WHERE "visitor_id" = $1', [visitor.id]);
      await sql(
        manager,
        `UPDATE "conversations" SET "subject" = NULL, "status" = 'closed', "snoozed_until" = NULL,
          "waiting_since" = NULL, "updated_at" = $2 WHERE "visitor_id" = $1`,
        [visitor.id, at],
      );
      // What the log told of the visitor itself: profile, receipts and conversations.
      await sql(
        manager,
        `DELETE FROM "log" WHERE "message_id" IS NULL
           AND ("visitor_id" = ANY($1::uuid[]) OR ("type" = 'visitor.updated' AND "data"->>'id' = ANY($1::uuid[]::text[])))`,
        [ids],
      );
      for (const id of conversations) await this.emptyMessages(transaction, id, visitor.id, at);
      await removeAttachments(manager, 'uploader_id', ids);
      await forgetDeeds(manager, ids);
      await recordDeed(
        manager,
        { kind: 'visitor', id: visitor.id, name: ERASED_NAME },
        { action: 'visitor.erased', target: { id: visitor.id, name: ERASED_NAME } },
      );
      append({ type: 'access.revoked', at, scope: 'internal', data: { credentialId: visitor.id } });
    });
  }

  private async emptyMessages(transaction: LogTransaction, id: string, visitorId: string, at: Date): Promise<void> {
    const { manager, append } = transaction;
    const conversation = await findConversation(manager, id);
    if (!conversation) return;
    if (conversation.kind === 'support') append(await conversationEntry(manager, 'conversation.updated', conversation));
    const emptied = await sql<MessageRow>(
      manager,
      `UPDATE "messages" m SET "text" = '', "attachments" = NULL, "author_name" = $3, "deleted_at" = coalesce("deleted_at", $4)
       WHERE "conversation_id" = $1 AND "author_id" = $2 RETURNING ${MESSAGE_COLUMNS}`,
      [id, visitorId, ERASED_NAME, at],
    );
    await removeEdits(
      manager,
      emptied.map((row) => row.id),
    );
    await tellEmptied(transaction, conversation, emptied, at);
  }
}

/** The audit log goes on telling that something was done to them or to their messages, and nothing of who they were. */
async function forgetDeeds(manager: EntityManager, ids: readonly string[]): Promise<void> {
  await sql(
    manager,
    `UPDATE "audit" SET "target_name" = $2, "changes" = NULL WHERE "target_id" = ANY($1::uuid[]::text[])
       OR ("action" = 'message.deleted'
         AND "target_id" IN (SELECT "id"::text FROM "messages" WHERE "author_id" = ANY($1::uuid[])))`,
    [ids, ERASED_NAME],
  );
}

/** Locks the visitor and those that have been merged into it; answers their ids. Throws `unauthenticated` if it is gone. */
async function lockSelves(manager: EntityManager, visitorId: string): Promise<string[]> {
  const rows = await sql<{ id: string; merged_into: string | null }>(
    manager,
    `SELECT "id", "merged_into" FROM "visitors" WHERE ("id" = $1 OR "merged_into" = $1) AND "erased_at" IS NULL
     ORDER BY "id" FOR UPDATE`,
    [visitorId],
  );
  if (rows.find(({ id }) => id === visitorId)?.merged_into !== null) throw new ProblemError('unauthenticated');
  return rows.map((row) => row.id);
}

/** Locks every conversation that the visitor spoke in, in the order of their ids, so that two erasures cannot meet. */
async function lockConversations(manager: EntityManager, visitorId: string): Promise<string[]> {
  const rows = await sql<{ id: string }>(
    manager,
    `SELECT "id" FROM "conversations"
     WHERE "visitor_id" = $1 OR "id" IN (SELECT "conversation_id" FROM "messages" WHERE "author_id" = $1)
     ORDER BY "id" FOR UPDATE`,
    [visitorId],
  );
  return rows.map((row) => row.id);
}
