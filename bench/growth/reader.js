import { createHash } from 'node:crypto';
import { query } from '../support/database.js';
import { ADMIN } from '../support/program.js';
import { conversationId, roomId, roomMessageId, visitorId } from './history.js';

/** Visitors who ask, spread over the history. */
const VISITORS = 200;
/** Events that a reader who comes back has missed. */
const MISSED = 100;

const tokenOf = (n) => `plv_growth${n}`;

/** Lets some of the visitors of a history sign in. */
export async function writeTokens(url, { conversations }) {
  const numbers = Array.from({ length: VISITORS }, (_, n) => Math.floor((n * conversations) / VISITORS));
  await query(
    url,
    `INSERT INTO "visitor_tokens" ("hash", "visitor_id", "created_at", "expires_at")
     SELECT decode(h, 'hex'), v, now(), now() + interval '1 day' FROM unnest($1::text[], $2::uuid[]) AS t(h, v)`,
    [numbers.map((n) => createHash('sha256').update(tokenOf(n)).digest('hex')), numbers.map(visitorId)],
  );
  return numbers;
}

/** What is asked of a history: names, and requests that are another one each time. */
export async function createReader(api, { conversations, messages, inRoom, logged }, visitors) {
  const ask = async (path, token, body) => {
    const response = await fetch(`${api}/v1${path}`, {
      method: body ? 'POST' : 'GET',
      headers: {
        ...(token && { authorization: `Bearer ${token}` }),
        ...(body && { 'content-type': 'application/json' }),
      },
      ...(body && { body: JSON.stringify(body) }),
    });
    const answer = await response.json();
    if (!response.ok) throw new Error(`${path}: ${response.status} ${JSON.stringify(answer)}`);
    return answer;
  };
  const { token: agent } = await ask('/auth/login', undefined, ADMIN);
  const { cursor } = await ask('/auth/me', agent);
  const epoch = cursor.split('.')[0];

  const any = (count) => Math.floor(Math.random() * count);
  const anyVisitor = () => visitors[any(visitors.length)];
  const pageOf = (n) => `${Date.parse('2026-01-01T00:00:00Z') + n * 1_000}.${conversationId(any(conversations))}`;
  const missed = () => `${epoch}.${Math.max(0, any(logged - MISSED))}`;
  return {
    'open a conversation': () => ask(`/conversations/${conversationId(any(conversations))}/messages`, agent),
    'page back in a room': () => ask(`/conversations/${roomId()}/messages?before=${1 + any(inRoom)}`, agent),
    'jump in a room': () => ask(`/conversations/${roomId()}/messages?around=${roomMessageId(any(inRoom))}`, agent),
    'list conversations': () => ask('/conversations', agent),
    'list, far down': () => ask(`/conversations?before=${pageOf(any(messages))}`, agent),
    'list, open ones': () => ask(`/conversations?status=open&before=${pageOf(any(messages))}`, agent),
    'list, a tag': () => ask(`/conversations?tag=tag${any(100)}`, agent),
    'list, as a visitor': () => ask('/conversations', tokenOf(anyVisitor())),
    'search, common word': () => ask(`/conversations?q=word${1 + any(20)}`, agent),
    'search, rare word': () => ask(`/conversations?q=nr${any(messages)}`, agent),
    'search, two words': () => ask(`/conversations?q=word${1_000 + any(900)}+word${1 + any(900)}`, agent),
    'search, a name': () => ask(`/conversations?q=visitor${any(conversations)}@example.com`, agent),
    'inbox search, common word': () => ask(`/search?q=word${1 + any(20)}`, agent),
    'inbox search, rare word': () => ask(`/search?q=nr${any(messages)}`, agent),
    'inbox search, two words': () => ask(`/search?q=word${1_000 + any(900)}+word${1 + any(900)}`, agent),
    'inbox search, a name': () => ask(`/search?q=visitor${any(conversations)}@example.com`, agent),
    'resume, as a visitor': () => ask(`/events?after=${missed()}`, tokenOf(anyVisitor())),
    'resume, as an agent': () => ask(`/events?after=${missed()}`, agent),
  };
}
