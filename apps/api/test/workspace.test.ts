import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { ADMIN, ApiProcess } from './support/api-process.js';
import { createTestDatabase, type TestDatabase } from './support/databases.js';
import { EventReader } from './support/event-reader.js';
import { Caller, createVisitor, signIn } from './support/http.js';
import { startConversation } from './support/talk.js';

let database: TestDatabase;
let api: ApiProcess;
let admin: Awaited<ReturnType<typeof signIn>>;

beforeAll(async () => {
  database = await createTestDatabase();
  api = await ApiProcess.start(database.env);
  admin = await signIn(api.url, ADMIN);
});

afterAll(async () => {
  await api.stop();
  await database.remove();
});

const newToken = async (scopes: ('read' | 'write' | 'manage')[]) => {
  const { body } = await admin.call('createToken', {}, { name: 'Order bot', scopes });
  return Object.assign(new Caller(api.url, body.token), { id: body.id });
};

test('AU9: a program answers as a bot, hears what agents hear, and ends with its token', async () => {
  const bot = await newToken(['read', 'write']);
  const visitor = await createVisitor(api.url, 'Mira');
  const conversation = await startConversation(visitor);
  const stream = await EventReader.open(api.url, bot.token ?? '');
  await stream.until(() => stream.of('hello').length > 0);
  await bot.call('createMessage', { conversation }, { clientId: 'b1', text: 'Your order has left' });
  await bot.call('createMessage', { conversation }, { clientId: 'b2', text: 'Paid twice?', audience: 'agents' });
  await stream.until(() => stream.of('message.created').length >= 2);
  const seen = (await visitor.call('listMessages', { conversation })).body.items;
  expect(seen.at(-1)).toMatchObject({ text: 'Your order has left', author: { kind: 'bot', name: 'Order bot' } });
  expect((await bot.call('listMessages', { conversation })).body.items.at(-1)?.text).toBe('Paid twice?');
  expect((await bot.call('updateConversation', { conversation }, { status: 'closed' })).body.status).toBe('closed');

  const { items } = (await admin.call('listTokens', {})).body;
  expect(items[0]).toMatchObject({ name: 'Order bot', start: bot.token?.slice(0, 8) });
  expect(JSON.stringify(items)).not.toContain(bot.token);
  await admin.call('deleteToken', { token: bot.id });
  await stream.until(() => stream.ended, 5_000);
  expect((await bot.call('listConversations', {})).status).toBe(401);
});

test('AU9: a program reads, tags and looks after what is shared, each with its scope, and keeps nothing for itself', async () => {
  const [reader, writer, manager] = [await newToken(['read']), await newToken(['write']), await newToken(['manage'])];
  const forbidden = { status: 403, problem: { code: 'forbidden' } };
  const visitor = await createVisitor(api.url, 'Selma');
  const conversation = await startConversation(visitor);

  const added = await writer.call('createTag', {}, { name: 'by program' });
  expect(added.status).toBe(201);
  const tag = added.body.id;
  expect((await writer.call('updateConversation', { conversation }, { tags: ['by program'] })).status).toBe(200);
  expect((await reader.call('listTags', {})).body.items.map(({ id }) => id)).toContain(tag);
  expect((await reader.call('search', {}, undefined, '?q=Selma')).body.items).toMatchObject([
    { conversation: { id: conversation } },
  ]);
  for (const other of [reader, writer]) {
    expect(await other.call('updateTag', { tag }, { name: 'x' })).toMatchObject(forbidden);
  }
  expect((await manager.call('updateTag', { tag }, { name: 'by a program' })).body.name).toBe('by a program');

  const reply = { title: 'From a program', text: 'Hello' };
  expect(await writer.call('createCannedReply', {}, { ...reply, shared: true })).toMatchObject(forbidden);
  expect(await manager.call('createCannedReply', {}, reply)).toMatchObject({
    status: 422,
    problem: { code: 'refused' },
  });
  const { body, status } = await manager.call('createCannedReply', {}, { ...reply, shared: true });
  expect(status).toBe(201);
  expect(body).not.toHaveProperty('ownerId');
  expect((await admin.call('createCannedReply', {}, { title: 'Of the admin', text: 'x' })).status).toBe(201);
  expect((await reader.call('listCannedReplies', {})).body.items.map(({ title }) => title)).toEqual(['From a program']);
  expect((await manager.call('deleteCannedReply', { canned: body.id })).status).toBe(204);

  // What an agent answers for.
  for (const bot of [reader, writer, manager]) {
    expect(await bot.call('putBlock', { visitor: visitor.id }, {})).toMatchObject(forbidden);
    expect(await bot.call('listAudit', {})).toMatchObject(forbidden);
    expect(await bot.call('createAgent', {}, { ...ADMIN, name: 'Other', role: 'admin' })).toMatchObject(forbidden);
  }
  const { items } = (await admin.call('listAudit', {})).body;
  expect(items.filter(({ actor }) => actor.kind === 'bot').map(({ action }) => action)).toEqual([
    'canned.deleted',
    'canned.created',
    'tag.changed',
    'tag.created',
  ]);
});

test('a program that listens makes nobody available', async () => {
  const bot = await newToken(['read']);
  const stream = await EventReader.open(api.url, bot.token ?? '');
  await stream.until(() => stream.of('presence').length > 0);
  expect(stream.of('presence')[0]?.data.data).toMatchObject({ agents: 0, available: false });
  stream.close();
});

test('who is away does not count as available; idleness never overrules a choice', async () => {
  const agent = await EventReader.open(api.url, admin.token ?? '');
  const visitor = await createVisitor(api.url);
  const outside = await EventReader.open(api.url, visitor.token ?? '');
  const told = () => agent.of('agents.presence').at(-1)?.data.data;
  const available = () => outside.of('presence').at(-1)?.data.data.available;
  await agent.until(() => told()?.online.includes(admin.id));
  await outside.until(() => available() === true);

  await admin.call('setPresence', {}, { away: true, idle: true });
  await agent.until(() => told()?.away.includes(admin.id));
  await outside.until(() => available() === false);
  expect((await admin.call('whoAmI', {})).body.agent.presence).toBe('away');
  await admin.call('setPresence', {}, { away: false, idle: true });
  await outside.until(() => available() === true);

  await admin.call('setPresence', {}, { away: true });
  await outside.until(() => available() === false);
  await admin.call('setPresence', {}, { away: false, idle: true });
  expect((await admin.call('whoAmI', {})).body.agent.presence).toBe('away');
  await admin.call('setPresence', {}, { away: false });
  await outside.until(() => available() === true);
  expect(outside.of('agents.presence')).toEqual([]);
  agent.close();
  outside.close();
});

test('AU10: a site that is closed lets nobody in, signs out who is there, and keeps what was said', async () => {
  const created = await admin.call('createSite', {}, { key: 'closing', name: 'Closing', origins: ['*'] });
  expect(created.body.version).toBe(1);
  const visitor = await createVisitor(api.url, 'Mira', 'closing');
  const conversation = await startConversation(visitor);
  const stream = await EventReader.open(api.url, visitor.token ?? '');
  await stream.until(() => stream.of('hello').length > 0);
  expect((await admin.call('deleteSite', { site: 'closing' })).status).toBe(204);
  await stream.until(() => stream.ended, 5_000);
  expect((await visitor.call('getMe', {})).status).toBe(401);
  const anyone = new Caller(api.url);
  expect((await anyone.call('getSite', { site: 'closing' })).status).toBe(404);
  expect((await anyone.call('createVisitor', { site: 'closing' }, {})).status).toBe(404);
  expect((await admin.call('getConversation', { conversation })).body.status).toBe('closed');
  expect((await admin.call('listMessages', { conversation })).body.items).toHaveLength(1);
  expect((await admin.call('listSites', {})).body.items.map(({ key }) => key)).not.toContain('closing');
  const again = await admin.call('createSite', {}, { key: 'closing', name: 'Again', origins: [] });
  expect(again).toMatchObject({ status: 409, problem: { code: 'conflict' } });
  const { items } = (await admin.call('listAudit', {})).body;
  expect(items.map(({ action, target }) => `${action} ${target.id}`)).toEqual(
    expect.arrayContaining(['site.created closing', 'site.deleted closing']),
  );
});

test('two admins who change a site: the second is told, and nothing of the first is lost', async () => {
  await admin.call('createSite', {}, { key: 'crossed', name: 'Crossed', origins: [] });
  await admin.call('updateSite', { site: 'crossed' }, { heading: 'First', version: 1 });
  const late = await admin.call('updateSite', { site: 'crossed' }, { heading: 'Second', version: 1 });
  expect(late).toMatchObject({ status: 409, problem: { code: 'outdated' } });
  const { items } = (await admin.call('listSites', {})).body;
  expect(items.find(({ key }) => key === 'crossed')).toMatchObject({ heading: 'First', version: 2 });
});
