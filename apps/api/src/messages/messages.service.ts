import { Injectable } from '@nestjs/common';
import type { Message, MessageEdit, MessagePage, NewMessage, ParsedQuery } from '@porchlight/protocol';
import { DataSource, type EntityManager } from 'typeorm';
import { recordDeed } from '../audit/record.js';
import type { Principal } from '../auth/principal.js';
import { reachConversation } from '../conversations/conversation-access.js';
import { audienceOf } from '../conversations/conversation-entry.js';
import { sql } from '../database/sql.js';
import { ProblemError } from '../http/problem.js';
import { Log } from '../realtime/log.js';
import { receiptsOf } from '../receipts/receipt.mapper.js';

import { MESSAGE_COLUMNS, type MessageRow, toMessage } from './message.mapper.js';
import { deleteMessages } from './message-deletion.js';
import { editsOf, keepEdit } from './message-edits.js';
import { pageOf } from './message-page.js';
import { MessageQueue } from './message-queue.js';

@Injectable()
export class MessagesService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly log: Log,
    private readonly queue: MessageQueue,
  ) {}

  async list(principal: Principal, conversationId: string, query: ParsedQuery<'listMessages'>): Promise<MessagePage> {
    const conversation = await reachConversation(this.dataSource, principal, conversationId);
    const { rows, ...more } = await pageOf(this.dataSource, principal, conversationId, query);
    const page = { items: rows.map(toMessage), ...more };
    if (conversation.kind === 'room') return page;
    return { ...page, receipts: await receiptsOf(this.dataSource, conversationId) };
  }

  /** Stores a message once, however often it is sent (MS1). Throws `not_found`, `forbidden`, `conflict`, `refused`. */
  async create(
    principal: Principal,
    conversationId: string,
    draft: NewMessage,
  ): Promise<{ message: Message; created: boolean }> {
    const { row, created } = await this.queue.submit({ principal, conversationId, draft });
    return { message: toMessage(row), created };
  }

  update(principal: Principal, conversationId: string, messageId: string, text: string): Promise<Message> {
    return this.log.write(async ({ manager, append }) => {
      const conversation = await reachConversation(manager, principal, conversationId, true);
      const row = await findMessage(manager, principal, conversationId, messageId);
      refuseOthers(principal, row);
      if (row.deleted_at) throw new ProblemError('refused', 'The message has been deleted');
      if (row.text === text) return toMessage(row);
      const at = new Date();
      await keepEdit(manager, row, principal, at);
      const [changed] = await sql<MessageRow>(
        manager,
        `UPDATE "messages" m SET "text" = $2, "edited_at" = $3 WHERE "id" = $1 RETURNING ${MESSAGE_COLUMNS}`,
        [messageId, text, at],
      );
      const message = toMessage(changed as MessageRow);
      append({
        type: 'message.updated',
        at,
        conversationId,
        messageId,
        ...audienceOf(conversation, message.audience),
        data: message,
      });
      return message;
    });
  }

  /** What a message said before, oldest first. Throws `not_found`. */
  async edits(principal: Principal, conversationId: string, messageId: string): Promise<MessageEdit[]> {
    await reachConversation(this.dataSource, principal, conversationId);
    const found = await sql(this.dataSource, 'SELECT 1 FROM "messages" WHERE "id" = $1 AND "conversation_id" = $2', [
      messageId,
      conversationId,
    ]);
    if (found.length === 0) throw new ProblemError('not_found', 'There is no such message');
    return editsOf(this.dataSource, messageId);
  }

  /**
   * Empties a message, also where the log has it, and keeps its place. In rooms every agent may do so with what a visitor
   * said.
   */
  delete(principal: Principal, conversationId: string, messageId: string): Promise<Message> {
    return this.log.write(async (transaction) => {
      const { manager } = transaction;
      const conversation = await reachConversation(manager, principal, conversationId, true);
      const row = await findMessage(manager, principal, conversationId, messageId);
      const moderates = principal.kind !== 'visitor' && conversation.kind === 'room' && row.author_kind === 'visitor';
      if (!moderates) refuseOthers(principal, row);
      const [deleted] = await deleteMessages(transaction, conversation, {
        condition: '"id" = $2',
        values: [messageId],
      });
      if (deleted && principal.id !== row.author_id) {
        await recordDeed(manager, principal, {
          action: 'message.deleted',
          target: { id: messageId, name: `Message of ${row.author_name}` },
        });
      }
      return toMessage(deleted ?? row);
    });
  }
}

/** Locks a message that the principal may see. Throws `not_found`. */
async function findMessage(
  manager: EntityManager,
  principal: Principal,
  conversationId: string,
  id: string,
): Promise<MessageRow> {
  const [row] = await sql<MessageRow>(
    manager,
    `SELECT ${MESSAGE_COLUMNS} FROM "messages" m WHERE "id" = $1 AND "conversation_id" = $2 FOR UPDATE`,
    [id, conversationId],
  );
  if (!row || (principal.kind === 'visitor' && row.audience === 'agents')) {
    throw new ProblemError('not_found', 'There is no such message');
  }
  return row;
}

/** Throws `forbidden` unless the message is the principal's own, or the principal an admin. */
function refuseOthers(principal: Principal, row: MessageRow): void {
  const own = row.author_kind === principal.kind && row.author_id === principal.id;
  if (own || (principal.kind === 'agent' && principal.role === 'admin')) return;
  throw new ProblemError('forbidden', 'Only its author or an admin may change a message');
}
