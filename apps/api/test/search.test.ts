import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { READ_THROUGH } from '../src/conversations/conversation-search.js';
import { ADMIN, ApiProcess } from './support/api-process.js';
import { createTestDatabase, type TestDatabase } from './support/databases.js';
import { type Caller, createVisitor, signIn } from './support/http.js';
import { inParallel, say, startConversation, uuid } from './support/talk.js';

let database: TestDatabase;
let api: ApiProcess;
let agent: Caller;
/** Three conversations, oldest first. */
let glaze: string;
let kiln: string;
let vase: string;

beforeAll(async () => {
  database = await createTestDatabase();
  api = await ApiProcess.start({ ...database.env, RATE_LIMIT_FACTOR: '0' });
  agent = await signIn(api.url, ADMIN);
  const begin = async (name: string, text: string) => {
    const visitor = await createVisitor(api.url, name);
    const conversation = await startConversation(visitor);
    await say(visitor, conversation, text);
    return { visitor, conversation };
  };
  const first = await begin('Ann', 'Which glaze is on the *blue* mug?');
  await first.visitor.call('updateMe', {}, { email: 'ann.lindqvist@example.com' });
  glaze = first.conversation;
  kiln = (await begin('Björn', 'Is the kiln warm? Größe L, please.')).conversation;
  await agent.call('updateConversation', { conversation: kiln }, { subject: 'Opening hours' });
  vase = (await begin('Zoë', 'A vase, order 1042. Also: 花瓶 and ваза.')).conversation;
});

afterAll(async () => {
  await api.stop();
  await database.remove();
});

async function find(q: string, more = ''): Promise<string[]> {
  const { status, body } = await agent.call('listConversations', {}, undefined, `?q=${encodeURIComponent(q)}${more}`);
  expect(status).toBe(200);
  return body.items.map(({ id }) => id);
}

test.each<[string, () => string[]]>([
  ['glaze', () => [glaze]],
  ['GLAZE', () => [glaze]],
  ['gla', () => [glaze]],
  ['blue mug', () => [glaze]],
  ['mug which', () => [glaze]],
  ['blue kiln', () => []],
  ['größe', () => [kiln]],
  ['1042', () => [vase]],
  ['花瓶', () => [vase]],
  ['ваза', () => [vase]],
  ['Björn', () => [kiln]],
  ['ann.lindqvist@example.com', () => [glaze]],
  ['opening', () => [kiln]],
  ['nowhere', () => []],
  // Said in all of them, latest first.
  ['one', () => [vase, kiln, glaze]],
])('“%s” is found where it was said, and nowhere else', async (q, expected) => {
  expect(await find(q)).toEqual(expected());
});

test('filters hold for what is found, and pages follow each other', async () => {
  expect(await find('one', '&status=closed')).toEqual([]);
  const first = await agent.call('listConversations', {}, undefined, '?q=one&limit=2');
  expect(first.body.items.map(({ id }) => id)).toEqual([vase, kiln]);
  const second = await agent.call('listConversations', {}, undefined, `?q=one&limit=2&before=${first.body.next}`);
  expect(second.body).toMatchObject({ items: [{ id: glaze }] });
  expect(second.body.next).toBeUndefined();
});

test.each([
  "'",
  "''",
  '\\',
  "\\'",
  ':*',
  '&',
  'a & | !',
  '<->',
  '(',
  '!',
  '%',
  '_',
  '🏺',
  '* *',
  "x'; DROP TABLE messages; --",
])('what looks like a query is only text: %s', async (q) => {
  await find(q);
  expect(await find('glaze')).toEqual([glaze]);
});

test('notes are found; what was taken back is not', async () => {
  const { body } = await agent.call(
    'createMessage',
    { conversation: glaze },
    { clientId: uuid(), text: 'Ask about celadon', audience: 'agents' },
  );
  expect(await find('celadon')).toEqual([glaze]);
  await agent.call('deleteMessage', { conversation: glaze, message: body.id });
  expect(await find('celadon')).toEqual([]);
});

test('a search says where the words are, in which message, and marks them', async () => {
  const { status, body } = await agent.call('search', {}, undefined, `?q=${encodeURIComponent('glaze blue')}`);
  expect(status).toBe(200);
  expect(body.items).toHaveLength(1);
  const [hit] = body.items;
  expect(hit).toMatchObject({ conversation: { id: glaze }, field: 'message', message: { seq: 2 } });
  expect(hit?.fragment.marks.map(([start, end]) => hit.fragment.text.slice(start, end))).toEqual(['glaze', 'blue']);
});

test('a search finds people by name, address and id, and conversations by subject and tag', async () => {
  await agent.call('updateConversation', { conversation: vase }, { tags: ['Breakage claim'] });
  const fieldOf = async (q: string) => {
    const { items } = (await agent.call('search', {}, undefined, `?q=${encodeURIComponent(q)}`)).body;
    return items.map(({ conversation, field }) => [conversation.id, field]);
  };
  expect(await fieldOf('Lindqvist@example.com'.toLowerCase().slice(0, 3))).toEqual([]);
  expect(await fieldOf('ann.lindqvist@example.com')).toEqual([[glaze, 'visitor']]);
  expect(await fieldOf('Björn')).toEqual([[kiln, 'visitor']]);
  expect(await fieldOf('opening')).toEqual([[kiln, 'subject']]);
  expect(await fieldOf('break')).toEqual([[vase, 'tag']]);
  expect(await fieldOf('nowhere')).toEqual([]);
});

test('pages of a search follow each other', async () => {
  const first = await agent.call('search', {}, undefined, '?q=one&limit=1');
  const second = await agent.call('search', {}, undefined, `?q=one&limit=1&before=${first.body.next}`);
  const ids = [first, second].map(({ body }) => body.items[0]?.conversation.id);
  expect(new Set(ids).size).toBe(2);
});

test('what was said long ago in a long conversation is found, in its place among the others', async () => {
  const visitor = await createVisitor(api.url, 'Long');
  const long = await startConversation(visitor);
  const early = await say(visitor, long, 'The sgraffito bowl');
  await inParallel(READ_THROUGH + 10, 64, (n) => say(visitor, long, `Filler ${n}`));
  const short = await createVisitor(api.url, 'Short');
  const later = await startConversation(short);
  await say(short, later, 'More sgraffito');

  expect(await find('sgraffito')).toEqual([later, long]);
  const { body } = await agent.call('search', {}, undefined, '?q=sgraffito');
  const hits = body.items.map(({ conversation, message }) => [conversation.id, message?.seq]);
  expect(hits).toEqual([
    [later, 2],
    [long, early.seq],
  ]);
  const filler = await agent.call('search', {}, undefined, '?q=filler');
  expect(filler.body.items).toHaveLength(3);
});
