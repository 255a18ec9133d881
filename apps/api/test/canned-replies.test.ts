import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { ADMIN, ApiProcess } from './support/api-process.js';
import { createTestDatabase, type TestDatabase } from './support/databases.js';
import { EventReader } from './support/event-reader.js';
import { type Caller, signIn } from './support/http.js';
import { uuid } from './support/talk.js';

let database: TestDatabase;
let api: ApiProcess;
let admin: Caller;
let ann: Caller & { id: string };
let ben: Caller;

beforeAll(async () => {
  database = await createTestDatabase();
  api = await ApiProcess.start({ ...database.env, RATE_LIMIT_FACTOR: '0' });
  admin = await signIn(api.url, ADMIN);
  const agent = async (name: string) => {
    const account = { email: `${name}@example.com`, password: 'a long password' };
    await admin.call('createAgent', {}, { ...account, name, role: 'agent' });
    return signIn(api.url, account);
  };
  [ann, ben] = [await agent('Ann'), await agent('Ben')];
});

afterAll(async () => {
  await api.stop();
  await database.remove();
});

async function titles(caller: Caller, limit = 100): Promise<string[]> {
  const found: string[] = [];
  for (let after: string | undefined, more = true; more; more = after !== undefined) {
    const query = `?limit=${limit}${after ? `&after=${encodeURIComponent(after)}` : ''}`;
    const { body } = await caller.call('listCannedReplies', {}, undefined, query);
    found.push(...body.items.map(({ title }) => title));
    after = body.next;
  }
  return found;
}

test('everybody has the shared ones and their own, by title, page after page', async () => {
  const add = (caller: Caller, title: string, shared = false) =>
    caller.call('createCannedReply', {}, { title, text: 'Hello {{visitor.name}}', shared });
  await add(admin, 'Shipping', true);
  await add(admin, 'apology', true);
  await add(ann, 'Bye');
  await add(ben, 'Ben only');
  await add(ann, 'Bye');
  expect(await titles(ann)).toEqual(['apology', 'Bye', 'Bye', 'Shipping']);
  expect(await titles(ann, 1)).toEqual(['apology', 'Bye', 'Bye', 'Shipping']);
  expect(await titles(ben)).toEqual(['apology', 'Ben only', 'Shipping']);
});

test('shared ones are for admins to change, own ones for their owner, and others do not see those', async () => {
  const refused = await ann.call('createCannedReply', {}, { title: 'Mine', text: 'x', shared: true });
  expect(refused).toMatchObject({ status: 403, problem: { code: 'forbidden' } });
  const own = (await ann.call('createCannedReply', {}, { title: 'Mine', text: 'x' })).body;
  expect(own).toMatchObject({ ownerId: ann.id, version: 1 });
  for (const other of [ben, admin]) {
    expect((await other.call('updateCannedReply', { canned: own.id }, { text: 'y' })).status).toBe(404);
    expect((await other.call('deleteCannedReply', { canned: own.id })).status).toBe(404);
  }
  expect((await ann.call('updateCannedReply', { canned: own.id }, { text: 'y', version: 1 })).body).toMatchObject({
    text: 'y',
    version: 2,
  });
  const late = await ann.call('updateCannedReply', { canned: own.id }, { text: 'z', version: 1 });
  expect(late).toMatchObject({ status: 409, problem: { code: 'outdated' } });
  expect((await ann.call('deleteCannedReply', { canned: own.id })).status).toBe(204);
  expect((await ann.call('deleteCannedReply', { canned: own.id })).status).toBe(404);
});

test('a shortcut is taken once among the shared, and once among the own ones of each', async () => {
  const add = (caller: Caller, shortcut: string, shared = false) =>
    caller.call('createCannedReply', {}, { title: 'Taken', text: 'x', shortcut, shared });
  expect((await add(admin, 'hello', true)).status).toBe(201);
  expect(await add(admin, 'HELLO', true)).toMatchObject({ status: 409, problem: { code: 'conflict' } });
  expect((await add(ann, 'hello')).status).toBe(201);
  expect((await add(ann, 'Hello')).status).toBe(409);
  expect((await add(ben, 'hello')).status).toBe(201);
  expect((await add(ben, 'two words')).status).toBe(400);
  expect((await add(ben, 'größe')).status).toBe(201);
});

test('it is for sites that are there, or for all', async () => {
  const add = (sites: string[]) =>
    admin.call('createCannedReply', {}, { title: 'Site', text: 'x', shared: true, sites });
  expect((await add(['nowhere'])).status).toBe(422);
  const { id, sites } = (await add(['demo'])).body;
  expect(sites).toEqual(['demo']);
  const { body } = await admin.call('updateCannedReply', { canned: id }, { sites: null });
  expect(body).not.toHaveProperty('sites');
});

test('agents hear that the list has changed', async () => {
  const reader = await EventReader.open(api.url, ben.token ?? '');
  await reader.until(() => reader.of('hello').length > 0);
  const { id } = (await admin.call('createCannedReply', {}, { title: uuid(), text: 'x', shared: true })).body;
  await reader.until(() => reader.of('workspace.updated').length > 0);
  expect(reader.of('workspace.updated')[0]?.data.data).toEqual({ what: 'canned', id });
  reader.close();
});
