import type { Ban, BanPage, MemberPage, RequestBody } from '@porchlight/protocol';
import type { ChatClient } from './chat-client.js';

/** Beside the client, so that a page which shows no members does not load them. Each throws ChatError. */

/** A page of who is in a room, those who are here first; `after`: `next` of the page before. */
export function listMembers(client: ChatClient, conversation: string, after?: string): Promise<MemberPage> {
  return client.call('listMembers', { conversation }, { query: { limit: 100, after } });
}

/** Visitors: takes us out of a room; the state hears of it as everybody does. */
export async function leaveRoom(client: ChatClient, conversation: string): Promise<void> {
  await client.call('leaveRoom', { conversation });
}

/** Agents: a page of who is banned from a room. */
export function listBans(client: ChatClient, conversation: string, after?: string): Promise<BanPage> {
  return client.call('listBans', { conversation }, { query: { limit: 100, after } });
}

/** Agents: ends a visitor's part in a room, and with `deleteMinutes` deletes what it said lately. */
export function banVisitor(
  client: ChatClient,
  conversation: string,
  visitor: string,
  body: RequestBody<'putBan'> = {},
): Promise<Ban> {
  return client.call('putBan', { conversation, visitor }, { body });
}

/** Agents: lifts a ban. */
export async function liftBan(client: ChatClient, conversation: string, visitor: string): Promise<void> {
  await client.call('deleteBan', { conversation, visitor });
}
