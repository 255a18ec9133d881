import type { EntityManager } from 'typeorm';
import type { NewEntry } from '../realtime/log.js';
import { type ConversationRow, toConversation, toVisitorConversation } from './conversation.mapper.js';
import { readerViews } from './reader-views.js';

/**
 * The log entry that tells of a conversation. It has no last message, so that taking a message back leaves none behind in
 * the log, and for rooms no count of unread ones, which would differ from reader to reader.
 */
export async function conversationEntry(
  manager: EntityManager,
  type: 'conversation.created' | 'conversation.updated',
  row: ConversationRow,
): Promise<Extract<NewEntry, { type: 'conversation.created' | 'conversation.updated' }>> {
  const agents = await readerViews(manager, { kind: 'agent' }, [row.id]);
  const { unread = 0, mentions } = agents.get(row.id) ?? {};
  const forAgents = { unread, mentions };
  const common = { type, at: row.updated_at, conversationId: row.id, data: toConversation(row, forAgents) };
  if (row.kind === 'room' || row.visitor_id === null) {
    return { ...common, scope: 'room', visitorData: toVisitorConversation(row, { unread: 0 }) };
  }
  const own = await readerViews(manager, { kind: 'visitor', id: row.visitor_id }, [row.id]);
  const forVisitor = { unread: own.get(row.id)?.unread ?? 0 };
  return {
    ...common,
    scope: 'visitor',
    visitorId: row.visitor_id,
    visitorData: toVisitorConversation(row, forVisitor),
  };
}

/** Where the messages of a conversation are told, and its receipts. */
export function audienceOf(
  row: ConversationRow,
  audience: 'everyone' | 'agents',
): Pick<NewEntry, 'scope' | 'visitorId'> {
  if (audience === 'agents') return { scope: 'agents' };
  if (row.kind === 'room' || row.visitor_id === null) return { scope: 'room' };
  return { scope: 'visitor', visitorId: row.visitor_id };
}
