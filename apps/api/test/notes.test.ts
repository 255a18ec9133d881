import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { RequestBody } from '@porchlight/protocol';
import { ADMIN, ApiProcess } from './support/api-process.js';
import { createTestDatabase, type TestDatabase } from './support/databases.js';
import { EventReader } from './support/event-reader.js';
import { type Caller, createVisitor, signIn } from './support/http.js';
import { say, startConversation, uuid } from './support/talk.js';

let database: TestDatabase;
let api: ApiProcess;
let jo: Caller & { id: string };
let ann: Caller & { id: string };
let visitor: Awaited<ReturnType<typeof createVisitor>>;
let conversation: string;

beforeAll(async () => {
  database = await createTestDatabase();
  api = await ApiProcess.start({ ...database.env, RATE_LIMIT_FACTOR: '0' });
  jo = await signIn(api.url, ADMIN);
  const account = { email: 'ann@example.com', password: 'a long password' };
  await jo.call('createAgent', {}, { ...account, name: 'Ann', role: 'agent' });
  ann = await signIn(api.url, account);
  visitor = await createVisitor(api.url, 'Mira');
  conversation = await startConversation(visitor);
});

afterAll(async () => {
  await api.stop();
  await database.remove();
});

const note = (mentions: string[], more: Partial<RequestBody<'createMessage'>> = {}) =>
  jo.call(
    'createMessage',
    { conversation },
    { clientId: uuid(), text: '@Ann look', audience: 'agents', mentions, ...more },
  );

async function named(who: Caller, mentions: 'me' | 'unread'): Promise<string[]> {
  const { status, body } = await who.call('listConversations', {}, undefined, `?mentions=${mentions}`);
  expect(status).toBe(200);
  return body.items.map(({ id }) => id);
}

const mentionsIn = async (id: string) => (await jo.call('getConversation', { conversation: id })).body.mentions;

test('MS4: a note that names an agent is found by that agent, unread until it has been read', async () => {
  expect(await named(ann, 'me')).toEqual([]);
  const { status, body } = await note([ann.id]);
  expect({ status, body }).toMatchObject({ status: 201, body: { mentions: [ann.id], audience: 'agents' } });
  expect(await named(ann, 'me')).toEqual([conversation]);
  expect(await named(ann, 'unread')).toEqual([conversation]);
  expect(await named(jo, 'me')).toEqual([]);
  expect((await ann.call('countConversations', {})).body.mentions).toBe(1);
  expect((await jo.call('countConversations', {})).body.mentions).toBe(0);
  expect(await mentionsIn(conversation)).toEqual([{ agentId: ann.id, seq: body.seq, unread: true }]);
  await ann.call('putReceipt', { conversation }, { read: body.seq - 1 });
  expect(await named(ann, 'unread')).toEqual([conversation]);
  await ann.call('putReceipt', { conversation }, { read: body.seq });
  expect(await named(ann, 'unread')).toEqual([]);
  expect((await ann.call('countConversations', {})).body.mentions).toBe(0);
  expect(await mentionsIn(conversation)).toEqual([{ agentId: ann.id, seq: body.seq, unread: false }]);
  expect(await named(ann, 'me')).toEqual([conversation]);
});

test('MS1: who is named belongs to what was said', async () => {
  const clientId = uuid();
  expect((await note([ann.id], { clientId })).status).toBe(201);
  expect((await note([ann.id], { clientId })).status).toBe(200);
  expect((await note([jo.id], { clientId })).status).toBe(409);
  expect((await note([], { clientId })).status).toBe(409);
});

test('only agents are named, each once, and only in notes', async () => {
  expect(await note([visitor.id])).toMatchObject({ status: 422, problem: { code: 'refused' } });
  expect(await note([ann.id, ann.id])).toMatchObject({ status: 400, problem: { code: 'invalid' } });
  expect(await note([ann.id], { audience: 'everyone' })).toMatchObject({
    status: 400,
    problem: { errors: [{ path: 'mentions', message: 'is for notes only' }] },
  });
  const { body: agent } = await jo.call(
    'createAgent',
    {},
    { email: 'gone@example.com', name: 'Gone', role: 'agent', password: 'a long password' },
  );
  await jo.call('updateAgent', { agent: agent.id }, { disabled: true });
  expect(await note([agent.id])).toMatchObject({ status: 422 });
});

test('a note that is deleted names nobody, and agents are told who is named still', async () => {
  const other = await startConversation(visitor);
  const first = await jo.call(
    'createMessage',
    { conversation: other },
    { clientId: uuid(), text: '@Jo', audience: 'agents', mentions: [jo.id] },
  );
  const reader = await EventReader.open(api.url, ann.token ?? '', (await ann.call('whoAmI', {})).body.cursor);
  const { body } = await jo.call(
    'createMessage',
    { conversation: other },
    { clientId: uuid(), text: '@Ann', audience: 'agents', mentions: [ann.id] },
  );
  expect(await named(ann, 'me')).toContain(other);
  const deleted = await jo.call('deleteMessage', { conversation: other, message: body.id });
  expect(deleted.body.mentions).toBeUndefined();
  await reader.until(() => reader.of('conversation.updated').length > 0);
  reader.close();
  expect(reader.of('conversation.updated').map(({ data }) => data.data.mentions)).toEqual([
    [{ agentId: jo.id, seq: first.body.seq, unread: false }],
  ]);
  expect(await named(ann, 'me')).not.toContain(other);
});

test('a visitor hears nothing of notes and of whom they name', async () => {
  const reader = await EventReader.open(api.url, visitor.token ?? '', visitor.cursor);
  await note([ann.id]);
  const last = await say(jo, conversation, 'For everyone');
  await reader.until(() => reader.of('message.created').some(({ data }) => data.data.id === last.id));
  expect(reader.of('message.created').filter(({ data }) => data.data.audience === 'agents')).toEqual([]);
  reader.close();
  const { body } = await visitor.call('listMessages', { conversation });
  expect(JSON.stringify(body.items)).not.toContain(ann.id);
  expect((await visitor.call('getConversation', { conversation })).body).not.toHaveProperty('mentions');
  const forged = await visitor.call(
    'createMessage',
    { conversation },
    { clientId: uuid(), text: 'Hi', mentions: [ann.id] },
  );
  expect(forged.status).toBe(400);
});

test('a page around a message is for whoever may see that message', async () => {
  const { id: said } = await say(jo, conversation, 'For everyone');
  const { id: hidden } = (await note([ann.id])).body;
  const page = (who: Caller, message: string, of = conversation) =>
    who.call('listMessages', { conversation: of }, undefined, `?around=${message}`);
  const own = await page(visitor, said);
  expect(own.status).toBe(200);
  expect(own.body.items.filter(({ audience }) => audience === 'agents')).toEqual([]);
  expect((await page(ann, hidden)).body.items.at(-1)?.id).toBe(hidden);
  expect((await page(visitor, hidden)).status).toBe(404);
  expect((await page(jo, uuid())).status).toBe(404);
  expect((await page(jo, said, await startConversation(visitor))).status).toBe(404);
});

test('MS5: agents see what a message said before; deleted, nothing of it is left', async () => {
  const { id: message } = await say(jo, conversation, 'We ship to Norwya');
  const path = { conversation, message };
  expect((await ann.call('listMessageEdits', path)).body.items).toEqual([]);
  await jo.call('updateMessage', path, { text: 'We ship to Norway' });
  await jo.call('updateMessage', path, { text: 'We ship to Norway.' });
  expect((await ann.call('listMessageEdits', path)).body.items).toMatchObject([
    { text: 'We ship to Norwya', by: { id: jo.id, kind: 'agent' } },
    { text: 'We ship to Norway', by: { id: jo.id, kind: 'agent' } },
  ]);
  expect((await visitor.call('listMessageEdits', path)).status).toBe(403);
  expect((await ann.call('listMessageEdits', { ...path, message: uuid() })).status).toBe(404);
  await jo.call('deleteMessage', path);
  expect((await ann.call('listMessageEdits', path)).body.items).toEqual([]);
});

test('MS5: of what an erased visitor changed nothing is left', async () => {
  const leaver = await createVisitor(api.url);
  const own = await startConversation(leaver);
  const { id: message } = await say(leaver, own, 'My number is 555');
  await leaver.call('updateMessage', { conversation: own, message }, { text: 'Never mind' });
  expect((await ann.call('listMessageEdits', { conversation: own, message })).body.items).toHaveLength(1);
  await leaver.call('eraseMe', {});
  expect((await ann.call('listMessageEdits', { conversation: own, message })).body.items).toEqual([]);
});
