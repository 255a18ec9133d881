import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { createChatClient, timelineOf } from '@porchlight/client';
import { ADMIN, ApiProcess } from '../support/api-process.js';
import { createTestDatabase, type TestDatabase } from '../support/databases.js';
import { EventReader } from '../support/event-reader.js';
import { type Caller, createVisitor, signIn } from '../support/http.js';
import { eventually, say, startConversation, textsOf } from '../support/talk.js';
import { TcpProxy } from '../support/tcp-proxy.js';

let database: TestDatabase;
let api: ApiProcess;
let agent: Caller;

beforeAll(async () => {
  database = await createTestDatabase();
  // About a second.
  api = await ApiProcess.start({ ...database.env, LOG_RETENTION_HOURS: '0.0003' });
  agent = await signIn(api.url, ADMIN);
});

afterAll(async () => {
  await api.stop();
  await database.remove();
});

const resetOf = async (caller: Caller, cursor: string) =>
  (await caller.call('pollEvents', {}, undefined, `?wait=0&after=${cursor}`)).body.reset;

test('case 7 (RS2): a cursor whose events have been pruned gets reset, never a part of what it missed', async () => {
  const visitor = await createVisitor(api.url);
  const conversation = await startConversation(visitor);
  for (const text of ['two', 'three']) await say(agent, conversation, text);
  await eventually('the old entries are gone', async () => (await resetOf(visitor, visitor.cursor)) === 'pruned');

  const reader = await EventReader.open(api.url, visitor.token ?? '', visitor.cursor);
  await reader.until((all) => all.of('reset').length === 1);
  expect(reader.events.slice(0, 2)).toMatchObject([
    { event: 'hello', data: { resumed: false } },
    { event: 'reset', id: undefined, data: { reason: 'pruned' } },
  ]);
  await say(agent, conversation, 'four');
  await reader.until((all) => textsOf(all).length > 0);
  expect(textsOf(reader)).toEqual(['four']);
  reader.close();

  // What the log has lost the conversation still has.
  const { items } = (await visitor.call('listMessages', { conversation })).body;
  expect(items.map(({ text }) => text)).toEqual(['one', 'two', 'three', 'four']);
});

test('case 7 (RS2): a client that was away for longer than the log reaches fetches its state anew and has all', async () => {
  const proxy = await TcpProxy.start({ host: 'localhost', port: api.port });
  const client = createChatClient({ api: proxy.url, site: 'demo' });
  const key = client.startConversation('one');
  const timeline = () => timelineOf(client.store.get(), key);
  await eventually('the client is live', () => client.store.get().connection === 'live' && timeline()?.messages.length);
  const conversation = client.store.get().aliases.get(key) ?? '';
  await proxy.cut();
  const before = (await agent.call('pollEvents', {}, undefined, '?wait=0')).body.cursor;
  for (const text of ['two', 'three']) await say(agent, conversation, text);
  await eventually('the old entries are gone', async () => (await resetOf(agent, before)) === 'pruned');
  await proxy.restore();
  await eventually('the client has all', () => timeline()?.messages.length === 3, 30_000);
  expect(timeline()?.messages.map(({ text }) => text)).toEqual(['one', 'two', 'three']);
  client.stop();
  await proxy.cut();
});
