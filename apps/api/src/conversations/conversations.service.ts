import { Injectable } from '@nestjs/common';
import type {
  ChangedConversations,
  Conversation,
  ConversationCounts,
  ConversationPage,
  NewConversation,
  ParsedBody,
  ParsedQuery,
} from '@porchlight/protocol';
import { DataSource, type EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import type { Principal, VisitorPrincipal } from '../auth/principal.js';
import { isUniqueViolation } from '../database/database-errors.js';
import { type Queryable, sql } from '../database/sql.js';
import { ProblemError } from '../http/problem.js';
import { findRepeated, writeMessages } from '../messages/message-writer.js';
import { Log, type LogTransaction } from '../realtime/log.js';
import { checkPresent } from '../visitors/presence.js';
import { type ConversationRow, toConversation, toVisitorConversation } from './conversation.mapper.js';
import { findConversation, reachConversation } from './conversation-access.js';
import { type Change, changeConversation, settleChange } from './conversation-change.js';
import { countConversations } from './conversation-counts.js';
import { conversationEntry } from './conversation-entry.js';
import { listConversations } from './conversation-list.js';
import { readerViews } from './reader-views.js';

@Injectable()
export class ConversationsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly log: Log,
  ) {}

  async list(principal: Principal, query: ParsedQuery<'listConversations'>): Promise<ConversationPage> {
    const { rows, next } = await listConversations(this.dataSource, principal, query);
    return { items: await this.present(this.dataSource, principal, rows), ...(next && { next }) };
  }

  async get(principal: Principal, id: string): Promise<Conversation> {
    return this.presentOne(principal, await reachConversation(this.dataSource, principal, id));
  }

  /**
   * Starts a support conversation once, however often it is asked for. Throws `conflict` when the client id was used for
   * another one.
   */
  async start(
    visitor: VisitorPrincipal,
    draft: NewConversation,
  ): Promise<{ conversation: Conversation; created: boolean }> {
    const existing = await this.findStarted(visitor, draft);
    if (existing) return { conversation: await this.presentOne(visitor, existing), created: false };
    try {
      const row = await this.log.write(async (transaction) => {
        const { manager } = transaction;
        await checkPresent(manager, visitor, true);
        const id = await this.insertSupport(manager, visitor, draft.clientId);
        transaction.append(await conversationEntry(manager, 'conversation.created', await found(manager, id)));
        if (draft.message) {
          const posting = { principal: visitor, conversationId: id, draft: draft.message };
          const [outcome] = await writeMessages(transaction, [posting]);
          if (outcome instanceof ProblemError) throw outcome;
        }
        return found(manager, id);
      });
      return { conversation: await this.presentOne(visitor, row), created: true };
    } catch (error) {
      const winner = isUniqueViolation(error) ? await this.findStarted(visitor, draft) : undefined;
      if (!winner) throw error;
      return { conversation: await this.presentOne(visitor, winner), created: false };
    }
  }

  /**
   * Changes what agents decide about a conversation, and adds the note that goes with it. Throws `not_found`, `refused`
   * for an assignee, team or time that cannot be, `outdated` when it is not as expected.
   */
  async update(
    principal: Principal,
    id: string,
    { note, ...change }: ParsedBody<'updateConversation'>,
  ): Promise<Conversation> {
    const row = await this.log.write(async (transaction) => {
      const { manager } = transaction;
      const possible = await settleChange(transaction, principal, change);
      const before = await reachConversation(manager, principal, id, true);
      const after = await changeConversation(transaction, before, possible);
      if (!note) return after;
      const posting = { principal, conversationId: id, draft: { ...note, audience: 'agents' as const } };
      const [outcome] = await writeMessages(transaction, [posting]);
      if (outcome instanceof ProblemError) throw outcome;
      return found(manager, id);
    });
    return this.presentOne(principal, row);
  }

  /** Changes many alike, in one transaction. Throws `refused` when the change cannot be made to any. */
  async updateMany(
    principal: Principal,
    { ids, ...change }: ParsedBody<'updateConversations'>,
  ): Promise<ChangedConversations> {
    const outcomes = await this.log.write(async (transaction) => {
      const possible = await settleChange(transaction, principal, change);
      const changed = new Map<string, ConversationRow | ProblemError>();
      // Always in the same order, as whoever locks several does.
      for (const id of [...ids].sort()) {
        changed.set(id, await unlessRefused(this.updateOne(transaction, principal, id, possible)));
      }
      return changed;
    });
    const rows = [...outcomes.values()].flatMap((outcome) => (outcome instanceof ProblemError ? [] : [outcome]));
    const conversations = new Map(
      (await this.present(this.dataSource, principal, rows)).map((conversation) => [conversation.id, conversation]),
    );
    return { items: ids.map((id) => outcomeOf(id, conversations.get(id), outcomes.get(id))) };
  }

  private async updateOne(transaction: LogTransaction, principal: Principal, id: string, change: Change) {
    const before = await reachConversation(transaction.manager, principal, id, true);
    return changeConversation(transaction, before, change);
  }

  counts(agentId: string): Promise<ConversationCounts> {
    return countConversations(this.dataSource, agentId);
  }

  /** Conversations as a principal sees them. */
  async present(on: Queryable, principal: Principal, rows: readonly ConversationRow[]): Promise<Conversation[]> {
    const views = await readerViews(
      on,
      principal,
      rows.map((row) => row.id),
    );
    const present = principal.kind === 'visitor' ? toVisitorConversation : toConversation;
    return rows.map((row) => present(row, views.get(row.id) ?? { unread: 0 }));
  }

  async presentOne(principal: Principal, row: ConversationRow): Promise<Conversation> {
    const [conversation] = await this.present(this.dataSource, principal, [row]);
    return conversation as Conversation;
  }

  private async findStarted(visitor: VisitorPrincipal, draft: NewConversation): Promise<ConversationRow | undefined> {
    const [started] = await sql<{ id: string }>(
      this.dataSource,
      'SELECT "id" FROM "conversations" WHERE "visitor_id" = $1 AND "client_id" = $2',
      [visitor.id, draft.clientId],
    );
    if (!started) return undefined;
    // Conversation and message were committed together, so a repeated POST finds both.
    if (draft.message && !(await findRepeated(this.dataSource, visitor, started.id, draft.message))) {
      throw new ProblemError('conflict', 'Another conversation was started with this clientId');
    }
    return findConversation(this.dataSource, started.id);
  }

  private async insertSupport(manager: EntityManager, visitor: VisitorPrincipal, clientId: string): Promise<string> {
    const id = uuidv7();
    await sql(
      manager,
      `INSERT INTO "conversations" ("id", "site", "kind", "visitor_id", "client_id", "status", "team_id", "active_at",
         "created_at", "updated_at")
       SELECT $1, "key", 'support', $3, $4, 'open', "team_id", $5, $5, $5 FROM "sites" WHERE "key" = $2`,
      [id, visitor.site, visitor.id, clientId, new Date()],
    );
    return id;
  }
}

async function found(manager: EntityManager, id: string): Promise<ConversationRow> {
  const row = await findConversation(manager, id);
  if (!row) throw new ProblemError('not_found', 'There is no such conversation');
  return row;
}

/** A refusal is an outcome like another; it has written nothing. */
async function unlessRefused<Result>(work: Promise<Result>): Promise<Result | ProblemError> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof ProblemError) return error;
    throw error;
  }
}

function outcomeOf(
  id: string,
  conversation: Conversation | undefined,
  outcome: unknown,
): ChangedConversations['items'][number] {
  if (!(outcome instanceof ProblemError)) return { id, ...(conversation && { conversation }) };
  return { id, error: { code: outcome.code, detail: outcome.message } };
}
