import { Injectable } from '@nestjs/common';
import type { Conversation, ParsedQuery, ReplyBody, SearchHit } from '@porchlight/protocol';
import { DataSource } from 'typeorm';
import type { AgentPrincipal } from '../auth/principal.js';
import type { ConversationRow } from '../conversations/conversation.mapper.js';
import { listConversations } from '../conversations/conversation-list.js';
import { latestMessages, messagesWithWords, READ_THROUGH, toQuery } from '../conversations/conversation-search.js';
import { ConversationsService } from '../conversations/conversations.service.js';
import { type Queryable, sql } from '../database/sql.js';
import { MESSAGE_COLUMNS, type MessageRow, toMessage } from '../messages/message.mapper.js';
import { fragmentOf } from './fragment.js';

const DEFAULT_PAGE = 20;
/** Most messages that are shown of one conversation. */
const EACH = 3;

/** Finds what was said, and by whom, with the words in it. */
@Injectable()
export class SearchService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly conversations: ConversationsService,
  ) {}

  async search(agent: AgentPrincipal, query: ParsedQuery<'search'>): Promise<ReplyBody<'search'>> {
    const { q, limit = DEFAULT_PAGE, ...filter } = query;
    const { rows, next } = await listConversations(this.dataSource, agent, { ...filter, q, limit });
    const found = await messagesWith(this.dataSource, rows, q);
    const emails = await emailsOf(
      this.dataSource,
      rows.flatMap(({ visitor_id: id }) => id ?? []),
    );
    const words = q.trim().split(/\s+/u);
    const conversations = await this.conversations.present(this.dataSource, agent, rows);
    const items = conversations.flatMap((conversation): SearchHit[] => {
      const messages = found.filter((row) => row.conversation_id === conversation.id);
      if (messages.length === 0) return [about(conversation, emails.get(conversation.visitor?.id ?? ''), words)];
      return messages.map((row) => {
        const { id, seq, author, audience, createdAt } = toMessage(row);
        const message = { id, seq, author, audience, createdAt };
        return { conversation, field: 'message', fragment: fragmentOf(row.text, words), message };
      });
    });
    return { items, ...(next !== undefined && { next }) };
  }
}

/** The latest messages with the words, of each conversation. */
export async function messagesWith(
  on: Queryable,
  conversations: readonly Pick<ConversationRow, 'id' | 'last_seq'>[],
  q: string,
): Promise<MessageRow[]> {
  const query = toQuery(q);
  const latest = await sql<MessageRow>(
    on,
    `SELECT m.* FROM unnest($1::uuid[]) AS c("id"), LATERAL (
       SELECT ${MESSAGE_COLUMNS} FROM ${latestMessages('c."id"')} m
       WHERE m."words" @@ to_tsquery('simple', $2) ORDER BY m."seq" DESC LIMIT ${EACH}
     ) m ORDER BY m."seq" DESC`,
    [conversations.map(({ id }) => id), query],
  );
  const shown = (id: string) => latest.filter((row) => row.conversation_id === id).length;
  const long = conversations.filter(({ id, last_seq }) => last_seq > READ_THROUGH && shown(id) < EACH);
  if (long.length === 0) return latest;
  const ids = long.map(({ id }) => id);
  const whenever = await sql<MessageRow>(
    on,
    `SELECT m.* FROM (
       SELECT ${MESSAGE_COLUMNS}, row_number() OVER (PARTITION BY m."conversation_id" ORDER BY m."seq" DESC) AS "place"
       FROM ${messagesWithWords('$2')} m WHERE m."conversation_id" = ANY($1)
     ) m WHERE m."place" <= ${EACH} ORDER BY m."seq" DESC`,
    [ids, query],
  );
  return [...latest.filter((row) => !ids.includes(row.conversation_id)), ...whenever];
}

async function emailsOf(on: Queryable, visitors: readonly string[]): Promise<Map<string, string>> {
  const rows = await sql<{ id: string; said: string }>(
    on,
    `SELECT "id", concat_ws(' \u00b7 ', "name", "email", "external_id") AS said FROM "visitors" WHERE "id" = ANY($1)`,
    [visitors],
  );
  return new Map(rows.map(({ id, said }) => [id, said]));
}

/** The words are not in what was said: the first of what they are in. */
function about(conversation: Conversation, visitor: string | undefined, words: readonly string[]): SearchHit {
  const places = [
    { field: 'visitor', text: visitor ?? conversation.visitor?.name ?? '' },
    { field: 'subject', text: conversation.subject ?? '' },
    { field: 'tag', text: (conversation.tags ?? []).join(', ') },
  ] as const;
  const found = places.map(({ field, text }) => ({ field, fragment: fragmentOf(text, words) }));
  const best = found.find(({ fragment }) => fragment.marks.length > 0) ?? found[0];
  return { conversation, ...(best as NonNullable<typeof best>) };
}
