import type { ParsedQuery } from '@porchlight/protocol';
import type { Principal } from '../auth/principal.js';
import { type Queryable, sql } from '../database/sql.js';
import { CONVERSATION_COLUMNS, CONVERSATION_PEOPLE, type ConversationRow } from './conversation.mapper.js';
import { LATEST_FIRST, type Order } from './conversation-order.js';

/** What conversations must fulfil to be listed: SQL about `"conversations" c`, and its parameters. */
export class ConversationFilter {
  private constructor(
    private readonly clauses: readonly string[],
    readonly parameters: readonly unknown[],
  ) {}

  /** What a principal may see and asks for. */
  static of(principal: Principal, query: ParsedQuery<'listConversations'>): ConversationFilter {
    let filter = new ConversationFilter([], []);
    if (principal.kind === 'visitor') {
      filter = filter.and(
        (id) => `c."id" IN (SELECT "id" FROM "conversations" WHERE "visitor_id" = ${id}
          UNION ALL SELECT "conversation_id" FROM "room_members" WHERE "visitor_id" = ${id})`,
        principal.id,
      );
    } else {
      if (query.site) filter = filter.and((key) => `c."site" = ${key}`, query.site);
      const assignee = query.assignee === 'me' ? principal.id : query.assignee;
      if (assignee === 'none') filter = filter.and(() => 'c."assignee_id" IS NULL');
      else if (assignee) filter = filter.and((id) => `c."assignee_id" = ${id}`, assignee);
      if (query.team === 'none') filter = filter.and(() => 'c."team_id" IS NULL');
      else if (query.team) filter = filter.and((id) => `c."team_id" = ${id}`, query.team);
      if (query.since) filter = filter.and((at) => `c."active_at" >= ${at}::timestamptz`, query.since);
      if (query.visitor) filter = filter.and((id) => `c."visitor_id" = ${id}`, query.visitor);
      if (query.mentions) filter = filter.and((id) => namedInNote(id, query.mentions === 'unread'), principal.id);
      if (query.tag) filter = filter.and((tag) => `c."tags" @> ARRAY[${tag}::text]`, query.tag.trim());
    }
    // What has few values is written out, so that the indexes of some of them serve.
    const status = statusOf(principal, query);
    if (status) filter = filter.and(() => status);
    if (query.kind) filter = filter.and(() => (query.kind === 'room' ? `c."kind" = 'room'` : `c."kind" = 'support'`));
    return filter;
  }

  /** With one more clause, which is given the names of the parameters that `values` become. */
  and(clause: (...names: string[]) => string, ...values: unknown[]): ConversationFilter {
    const names = values.map((_, index) => `$${this.parameters.length + index + 1}`);
    return new ConversationFilter([...this.clauses, clause(...names)], [...this.parameters, ...values]);
  }

  /** Those that come after a row in an order. */
  after(row: ConversationRow, order: Order = LATEST_FIRST): ConversationFilter {
    return this.afterKey(order.keyOf(row), row.id, order);
  }

  /** Those that come after a place in an order. */
  afterKey(key: Date | 'infinity', id: string, { key: column, direction }: Order): ConversationFilter {
    const beyond = direction === 'DESC' ? '<' : '>';
    return this.and((at, last) => `(${column}, c."id") ${beyond} (${at}::timestamptz, ${last}::uuid)`, key, id);
  }

  /** The first `limit` of them in an order, as a table to select from. */
  first(limit: number, { by }: Order = LATEST_FIRST): string {
    const where = this.clauses.length > 0 ? `WHERE ${this.clauses.join(' AND ')}` : '';
    return `(SELECT * FROM "conversations" c ${where} ${by} LIMIT ${limit})`;
  }

  select(on: Queryable, limit: number, order: Order = LATEST_FIRST): Promise<ConversationRow[]> {
    return sql(
      on,
      `SELECT ${CONVERSATION_COLUMNS} FROM ${this.first(limit, order)} c ${CONVERSATION_PEOPLE} ${order.by}`,
      [...this.parameters],
    );
  }
}

/** Who waits has an open conversation. What agents have snoozed is open to its visitor. */
function statusOf(principal: Principal, { status, sort }: ParsedQuery<'listConversations'>): string | undefined {
  const asked = status ?? (principal.kind !== 'visitor' && sort === 'waiting' ? 'open' : undefined);
  if (principal.kind === 'visitor' && asked === 'open') return `c."status" <> 'closed'`;
  if (principal.kind === 'visitor' && asked === 'snoozed') return 'false';
  switch (asked) {
    case 'open':
      return `c."status" = 'open'`;
    case 'snoozed':
      return `c."status" = 'snoozed'`;
    case 'closed':
      return `c."status" = 'closed'`;
    case undefined:
      return undefined;
  }
}

/** As SQL about `"conversations" c`: a note names the agent, and with `unread` one that it has not come to yet. */
export function namedInNote(agent: string, unread: boolean): string {
  const later = `AND n."seq" > coalesce((SELECT r."read" FROM "receipts" r WHERE r."conversation_id" = n."conversation_id"
    AND r."principal_kind" = 'agent' AND r."principal_id" = n."agent_id"), 0)`;
  return `c."id" IN (SELECT n."conversation_id" FROM "mentions" n WHERE n."agent_id" = ${agent} ${unread ? later : ''})`;
}
