import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { ADMIN, ApiProcess } from './support/api-process.js';
import { createTestDatabase, type TestDatabase } from './support/databases.js';
import { EventReader } from './support/event-reader.js';
import { Caller, createVisitor, signIn } from './support/http.js';
import { identify, SiteSigner } from './support/identity.js';
import { joinLobby, say, startConversation, uuid } from './support/talk.js';

let database: TestDatabase;
let api: ApiProcess;
let agent: Caller & { id: string };

beforeAll(async () => {
  database = await createTestDatabase();
  api = await ApiProcess.start({ ...database.env, RATE_LIMIT_FACTOR: '0' });
  agent = await signIn(api.url, ADMIN);
});

afterAll(async () => {
  await api.stop();
  await database.remove();
});

const blocked = { status: 403, problem: { code: 'blocked' } };

test('BL1: a blocked visitor writes nothing, anywhere, and its streams end and stay closed (AU4)', async () => {
  const visitor = await createVisitor(api.url, 'Troll');
  const conversation = await startConversation(visitor);
  const lobby = await joinLobby(visitor);
  const reader = await EventReader.open(api.url, visitor.token ?? '');
  await reader.until(() => reader.of('hello').length > 0);
  const put = await agent.call('putBlock', { visitor: visitor.id }, { reason: 'Threatens people' });
  expect(put).toMatchObject({
    status: 200,
    body: { visitor: { id: visitor.id }, by: { id: agent.id }, reason: 'Threatens people' },
  });
  await reader.until(() => reader.ended);
  const message = { clientId: uuid(), text: 'Again' };
  expect(await visitor.call('createMessage', { conversation }, message)).toMatchObject(blocked);
  expect(await visitor.call('createMessage', { conversation: lobby }, message)).toMatchObject(blocked);
  expect(await visitor.call('createConversation', {}, { clientId: uuid() })).toMatchObject(blocked);
  expect(await visitor.call('createTyping', { conversation }, {})).toMatchObject(blocked);
  expect(await visitor.call('updateMe', {}, { name: 'Saint' })).toMatchObject(blocked);
  expect(await visitor.call('streamEvents', {})).toMatchObject(blocked);
  expect(await visitor.call('pollEvents', {}, undefined, '?wait=0')).toMatchObject(blocked);
});

test('BL1, BL2: it reads what it has said, knows that it is blocked but not by whom, and can take itself away', async () => {
  const visitor = await createVisitor(api.url);
  const conversation = await startConversation(visitor);
  await agent.call('putBlock', { visitor: visitor.id }, { reason: 'Private reason' });
  const again = await visitor.call('createVisitor', { site: 'demo' }, { name: 'Other' });
  expect(again).toMatchObject({ status: 200, body: { visitor: { id: visitor.id, blocked: true, named: false } } });
  expect(JSON.stringify(again.body)).not.toContain('Private reason');
  expect((await visitor.call('listMessages', { conversation })).body.items).toHaveLength(1);
  expect((await visitor.call('exportMe', {})).status).toBe(200);
  expect((await visitor.call('eraseMe', {})).status).toBe(204);
});

test('blocked visitors are listed for agents, and can be let in again', async () => {
  const [first, second] = [await createVisitor(api.url, 'First'), await createVisitor(api.url, 'Second')];
  for (const { id } of [first, second]) await agent.call('putBlock', { visitor: id }, {});
  const page = await agent.call('listBlocks', {}, undefined, '?limit=1');
  expect(page.body).toMatchObject({ items: [{ visitor: { id: second.id, name: 'Second' } }], next: second.id });
  const next = await agent.call('listBlocks', {}, undefined, `?limit=1&after=${page.body.next}`);
  expect(next.body.items).toMatchObject([{ visitor: { id: first.id } }]);
  const reader = await EventReader.open(api.url, agent.token ?? '');
  await reader.until(() => reader.of('hello').length > 0);
  expect((await agent.call('deleteBlock', { visitor: second.id })).status).toBe(204);
  expect((await agent.call('deleteBlock', { visitor: second.id })).status).toBe(204);
  await reader.until(() => reader.of('visitor.updated').length > 0);
  expect(reader.of('visitor.updated')[0]?.data.data).not.toHaveProperty('blocked');
  reader.close();
  await say(second, await startConversation(second), 'Thank you');
  expect((await agent.call('putBlock', { visitor: uuid() }, {})).status).toBe(404);
});

test('BL1: of what is sent while a visitor is being blocked, nothing is stored after the block', async () => {
  const visitor = await createVisitor(api.url);
  const conversation = await startConversation(visitor);
  const sent = Array.from({ length: 20 }, () =>
    visitor.call('createMessage', { conversation }, { clientId: uuid(), text: 'Quick' }),
  );
  await agent.call('putBlock', { visitor: visitor.id }, {});
  const after = (await agent.call('listMessages', { conversation })).body.items.length;
  const stored = (await Promise.all(sent)).filter(({ status }) => status === 201).length;
  expect(stored + 1).toBe(after);
  expect((await agent.call('listMessages', { conversation })).body.items).toHaveLength(after);
});

test('BL3: a blocked visitor who signs in as a person is a blocked person', async () => {
  const site = await SiteSigner.create(agent);
  const known = await identify(api.url, await site.sign('known'));
  const visitor = await createVisitor(api.url);
  await startConversation(visitor);
  await agent.call('putBlock', { visitor: visitor.id }, {});
  const same = await identify(api.url, await site.sign('known'), visitor);
  expect(same.visitor).toMatchObject({ id: known.visitor.id, blocked: true });
  for (const caller of [known, same]) {
    expect(await caller.call('createConversation', {}, { clientId: uuid() })).toMatchObject(blocked);
  }
  expect((await agent.call('listBlocks', {})).body.items.map((block) => block.visitor.id)).toContain(known.visitor.id);
});

test('what a browser says of itself is kept for agents, on one line and not without end, and erased', async () => {
  const browser = new Caller(api.url, undefined, { 'User-Agent': `Mozilla/5.0 <b>${'x'.repeat(2_000)}` });
  const arrival = { timeZone: 'Europe/Oslo', referrer: 'https://me:secret@search.example/?q=vases#top' };
  const { status, body } = await browser.call('createVisitor', { site: 'demo' }, arrival);
  expect(status).toBe(201);
  const visitor = { visitor: body.visitor.id };
  const known = (await agent.call('getVisitor', visitor)).body;
  expect(known).toMatchObject({ timeZone: 'Europe/Oslo', referrer: 'https://search.example/?q=vases' });
  expect(known.userAgent).toHaveLength(512);
  const back = new Caller(api.url, body.token, { 'User-Agent': 'Other/1.0' });
  await back.call('createVisitor', { site: 'demo' }, { timeZone: 'Asia/Tokyo' });
  expect((await agent.call('getVisitor', visitor)).body).toMatchObject({
    timeZone: 'Asia/Tokyo',
    userAgent: 'Other/1.0',
    referrer: 'https://search.example/?q=vases',
  });
  for (const wrong of [{ timeZone: '<b>Mars</b>' }, { referrer: 'javascript:alert(1)' }]) {
    expect((await browser.call('createVisitor', { site: 'demo' }, wrong)).status).toBe(400);
  }
  await back.call('eraseMe', {});
  const erased = JSON.stringify((await agent.call('getVisitor', visitor)).body);
  for (const fact of ['Tokyo', 'Other/1.0', 'search.example']) expect(erased).not.toContain(fact);
});
