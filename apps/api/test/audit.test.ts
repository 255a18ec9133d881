import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { ADMIN, ApiProcess } from './support/api-process.js';
import { createTestDatabase, type TestDatabase } from './support/databases.js';
import { type Caller, createVisitor, signIn } from './support/http.js';
import { joinLobby, startConversation, uuid } from './support/talk.js';

let database: TestDatabase;
let api: ApiProcess;
let admin: Caller & { id: string };
let jo: Caller & { id: string };

beforeAll(async () => {
  database = await createTestDatabase();
  api = await ApiProcess.start(database.env);
  admin = await signIn(api.url, ADMIN);
  const account = { email: 'jo@example.com', password: 'a long password' };
  await admin.call('createAgent', {}, { ...account, name: 'Jo', role: 'agent' });
  jo = await signIn(api.url, account);
});

afterAll(async () => {
  await api.stop();
  await database.remove();
});

/** What was done to one thing, first things first. */
async function deedsTo(...targets: string[]) {
  const { items } = (await admin.call('listAudit', {}, undefined, '?limit=100')).body;
  return items.filter(({ target }) => targets.includes(target.id)).reverse();
}

test('AD1: a tag: who added, changed and removed it, also when it was typed beside a conversation', async () => {
  const { id } = (await jo.call('createTag', {}, { name: 'parcel', hue: 10 })).body;
  await admin.call('updateTag', { tag: id }, { name: 'parcels', hue: 10 });
  await admin.call('deleteTag', { tag: id });
  expect(await deedsTo(id)).toMatchObject([
    { action: 'tag.created', actor: { kind: 'agent', id: jo.id, name: 'Jo' }, target: { name: 'parcel' } },
    { action: 'tag.changed', actor: { id: admin.id }, changes: { name: { from: 'parcel', to: 'parcels' } } },
    { action: 'tag.deleted', actor: { id: admin.id }, target: { name: 'parcels' } },
  ]);
  expect((await deedsTo(id))[1]?.changes).not.toHaveProperty('hue');

  const conversation = await startConversation(await createVisitor(api.url));
  for (const tags of [['typed'], ['typed', 'TYPED']]) {
    await jo.call('updateConversation', { conversation }, { tags });
  }
  const typed = (await admin.call('listTags', {})).body.items.find(({ name }) => name === 'typed');
  expect(await deedsTo(typed?.id ?? '')).toMatchObject([{ action: 'tag.created', actor: { id: jo.id } }]);
});

test('AD1: a canned reply that all share: that its text has changed, and not what it says; those of one agent are left out', async () => {
  const secret = 'The code of the door is 4711';
  const reply = { title: 'Door', text: secret, shared: true };
  const { id } = (await admin.call('createCannedReply', {}, reply)).body;
  await admin.call('updateCannedReply', { canned: id }, { text: `${secret}, twice`, shortcut: 'door' });
  await admin.call('updateCannedReply', { canned: id }, { title: 'Doors', sites: ['demo'] });
  await admin.call('deleteCannedReply', { canned: id });
  const deeds = await deedsTo(id);
  expect(deeds).toMatchObject([
    { action: 'canned.created', target: { name: 'Door' } },
    { action: 'canned.changed' },
    { action: 'canned.changed' },
    { action: 'canned.deleted', target: { name: 'Doors' } },
  ]);
  expect(deeds.map(({ changes }) => changes)).toEqual([
    undefined,
    { shortcut: { from: null, to: 'door' }, text: {} },
    { title: { from: 'Door', to: 'Doors' }, sites: { from: null, to: ['demo'] } },
    undefined,
  ]);
  expect(JSON.stringify(deeds)).not.toContain('4711');

  const own = (await jo.call('createCannedReply', {}, { title: 'My own', text: 'x' })).body.id;
  await jo.call('updateCannedReply', { canned: own }, { text: 'y' });
  await jo.call('deleteCannedReply', { canned: own });
  expect(await deedsTo(own)).toEqual([]);
});

test('what is refused leaves no trace', async () => {
  const { id, version } = (await admin.call('createTag', {}, { name: 'steady' })).body;
  await admin.call('createTag', {}, { name: 'STEADY' });
  await jo.call('updateTag', { tag: id }, { name: 'mine' });
  await admin.call('updateTag', { tag: id }, { name: 'late', version: version + 1 });
  expect((await deedsTo(id)).map(({ action }) => action)).toEqual(['tag.created']);
});

test('AD1: a visitor who is blocked, banned, and let in again; what is repeated is told once', async () => {
  const visitor = await createVisitor(api.url, 'Troll');
  const lobby = await joinLobby(visitor);
  const block = (reason?: string) => jo.call('putBlock', { visitor: visitor.id }, reason ? { reason } : {});
  await block('Threatens people');
  await block('Threatens people');
  await block();
  await jo.call('deleteBlock', { visitor: visitor.id });
  await jo.call('deleteBlock', { visitor: visitor.id });
  await jo.call('putBan', { conversation: lobby, visitor: visitor.id }, { reason: 'Advertises a shop' });
  await jo.call('putBan', { conversation: lobby, visitor: visitor.id }, { reason: 'Advertises a shop' });
  await jo.call('deleteBan', { conversation: lobby, visitor: visitor.id });
  await jo.call('deleteBan', { conversation: lobby, visitor: visitor.id });
  const deeds = await deedsTo(visitor.id);
  expect(deeds.map(({ action, changes }) => [action, changes])).toEqual([
    ['visitor.blocked', { reason: { from: null, to: 'Threatens people' } }],
    ['visitor.blocked', { reason: { from: 'Threatens people', to: null } }],
    ['visitor.unblocked', undefined],
    ['visitor.banned', { room: { to: expect.any(String) }, reason: { to: 'Advertises a shop' } }],
    ['visitor.unbanned', { room: { to: expect.any(String) } }],
  ]);
  for (const deed of deeds) expect(deed).toMatchObject({ actor: { id: jo.id }, target: { name: 'Troll' } });
});

test('AD2: a visitor who is erased: that it happened, and nothing of who it was, also in what was told before', async () => {
  const visitor = await createVisitor(api.url, 'Rumpelstiltskin');
  const lobby = await joinLobby(visitor);
  const message = { clientId: uuid(), text: 'Nobody knows' };
  const said = (await visitor.call('createMessage', { conversation: lobby }, message)).body;
  await jo.call('deleteMessage', { conversation: lobby, message: said.id });
  await jo.call('putBlock', { visitor: visitor.id }, { reason: 'Rumpelstiltskin spins' });
  expect(JSON.stringify(await deedsTo(visitor.id, said.id))).toContain('Rumpelstiltskin');
  expect((await visitor.call('eraseMe', {})).status).toBe(204);
  const deeds = await deedsTo(visitor.id, said.id);
  expect(deeds).toMatchObject([
    { action: 'message.deleted', actor: { id: jo.id } },
    { action: 'visitor.blocked', actor: { id: jo.id } },
    { action: 'visitor.erased', actor: { kind: 'visitor', id: visitor.id } },
  ]);
  expect(JSON.stringify(await admin.call('listAudit', {}, undefined, '?limit=100'))).not.toContain('Rumpelstiltskin');
});
