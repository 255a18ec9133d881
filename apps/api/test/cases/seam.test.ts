import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { createChatClient, timelineOf } from '@porchlight/client';
import { eventPage } from '@porchlight/protocol';
import { ADMIN, ApiProcess } from '../support/api-process.js';
import { createTestDatabase, query, type TestDatabase } from '../support/databases.js';
import { EventReader } from '../support/event-reader.js';
import { type Caller, createVisitor, signIn } from '../support/http.js';
import { LeanReader } from '../support/lean-reader.js';
import {
  eventually,
  inParallel,
  joinLobby,
  placesBetween,
  positionOf,
  say,
  startConversation,
  textsOf,
  uuid,
} from '../support/talk.js';
import { TcpProxy } from '../support/tcp-proxy.js';

let database: TestDatabase;
let api: ApiProcess;
let proxy: TcpProxy;
let agent: Caller & { id: string };

beforeAll(async () => {
  database = await createTestDatabase();
  api = await ApiProcess.start(database.env);
  proxy = await TcpProxy.start({ host: 'localhost', port: api.port });
  agent = await signIn(api.url, ADMIN);
});

afterAll(async () => {
  await proxy.cut();
  await api.stop();
  await database.remove();
});

const cursorOf = async (caller: Caller): Promise<string> =>
  (await caller.call('pollEvents', {}, undefined, '?wait=0')).body.cursor;

test('case 2 (RS1, EV1): 1,000 readers join at random cursors while messages are written, and none has a gap or a repeat', async () => {
  const members = await Promise.all(Array.from({ length: 20 }, (_, n) => createVisitor(api.url, `Member ${n}`)));
  let room = '';
  for (const member of members) room = await joinLobby(member);
  const base = await cursorOf(agent);
  const [epoch] = base.split('.');
  const first = positionOf(base);
  await inParallel(40, 8, (n) => say(members[n % 20] as Caller, room, `before ${n}`));

  let written = 40;
  let joined = false;
  const writing = inParallel(8, 8, async (writer) => {
    while (!joined && written < 150) {
      await say(members[writer] as Caller, room, `while ${written}`);
      written += 1;
    }
  });
  const readers: { reader: LeanReader; from: number }[] = [];
  await inParallel(1_000, 40, async (n) => {
    const from = first + Math.floor(Math.random() * written);
    const { token = '' } = n % 2 ? agent : (members[n % 20] as Caller);
    readers.push({ reader: await LeanReader.open(api.url, token, `${epoch}.${from}`), from });
  });
  joined = true;
  await writing;
  await say(agent, room, 'the last');
  const last = positionOf(await cursorOf(agent));
  expect(last).toBe(first + written + 1);
  for (const { reader, from } of readers) {
    await reader.until(({ positions }) => positions.at(-1) === last);
    expect(reader.positions).toEqual(placesBetween(from, last));
    expect(JSON.parse(reader.control['hello'] ?? '')).toMatchObject({ resumed: true, cursor: `${epoch}.${from}` });
    reader.close();
  }
});

test('case 3 (EV2, EV5): typing, presence, errors and pings never move the cursor', async () => {
  const visitor = await createVisitor(api.url);
  const conversation = await startConversation(visitor);
  const reader = await EventReader.open(api.url, visitor.token ?? '', visitor.cursor);
  await reader.until((all) => textsOf(all).length === 1);
  const before = reader.lastId;

  const atAgent = await EventReader.open(api.url, agent.token ?? '');
  await agent.call('createTyping', { conversation }, {});
  await agent.call('createMessage', { conversation }, { clientId: uuid(), text: '' });
  await visitor.call('createMessage', { conversation: uuid() }, { clientId: uuid(), text: 'to nobody' });
  await reader.until((all) => all.of('typing').length > 0 && all.of('presence').length > 0);
  await reader.until((all) => all.comments.some(({ text }) => text === 'ping'));
  expect(reader.lastId).toBe(before);
  expect(reader.events.filter(({ id }) => id !== undefined).map(({ event }) => event)).toEqual([
    'hello',
    'conversation.created',
    'message.created',
  ]);
  reader.close();
  atAgent.close();

  const url = database.env['DATABASE_URL'];
  if (url) {
    // A database that fails in the middle of a replay: the stream is cut, and what was told stays true.
    await query(url, 'ALTER TABLE "log" RENAME TO "log_away"');
    const broken = await EventReader.open(api.url, visitor.token ?? '', visitor.cursor);
    await broken.until((all) => all.ended);
    await query(url, 'ALTER TABLE "log_away" RENAME TO "log"');
    expect(broken.events.map(({ event, id }) => ({ event, id }))).toEqual([{ event: 'hello', id: visitor.cursor }]);
  }

  await say(agent, conversation, 'two');
  const back = await EventReader.open(api.url, visitor.token ?? '', before);
  await back.until((all) => textsOf(all).length > 0);
  expect(textsOf(back)).toEqual(['two']);
  back.close();
});

test('case 5 (MS1, MS2): a POST whose answer is lost after the commit, and that is repeated, is stored and told once', async () => {
  const visitor = await createVisitor(api.url);
  const conversation = await startConversation(visitor);
  const behind = Object.assign(await createVisitor(proxy.url), { token: visitor.token });
  const reader = await EventReader.open(api.url, visitor.token ?? '', visitor.cursor);

  const draft = { clientId: uuid(), text: 'said once' };
  const lost = proxy.loseNextResponse();
  await expect(behind.call('createMessage', { conversation }, draft)).rejects.toThrow();
  await lost;
  const [repeated, again] = [
    await behind.call('createMessage', { conversation }, draft),
    await behind.call('createMessage', { conversation }, draft),
  ];
  expect([repeated.status, again.status]).toEqual([200, 200]);
  expect(again.body).toEqual(repeated.body);
  expect((await behind.call('createMessage', { conversation }, { ...draft, text: 'other' })).status).toBe(409);

  await say(visitor, conversation, 'the last');
  await reader.until((all) => textsOf(all).includes('the last'));
  expect(textsOf(reader)).toEqual(['one', 'said once', 'the last']);
  const { items } = (await visitor.call('listMessages', { conversation })).body;
  expect(items.map(({ text, seq }) => ({ text, seq }))).toEqual([
    { text: 'one', seq: 1 },
    { text: 'said once', seq: 2 },
    { text: 'the last', seq: 3 },
  ]);
  reader.close();
});

test('case 5 (MS1, MS2): the client repeats by itself a POST whose answer was lost, and shows the message once', async () => {
  const client = createChatClient({ api: proxy.url, site: 'demo' });
  const key = client.startConversation('one');
  const timeline = () => timelineOf(client.store.get(), key);
  await eventually('the first message is stored', () => timeline()?.messages.length === 1);
  await eventually('the stream is up', () => client.store.get().connection === 'live');
  const lost = proxy.loseNextResponse();
  client.send(key, 'two');
  client.send(key, 'three');
  await lost;
  await eventually('all is stored', () => timeline()?.messages.length === 3 && timeline()?.outgoing.length === 0);
  expect(timeline()?.messages.map(({ text, seq }) => `${seq} ${text}`)).toEqual(['1 one', '2 two', '3 three']);
  const conversation = client.store.get().aliases.get(key) ?? '';
  const { items } = (await agent.call('listMessages', { conversation })).body;
  expect(items.map(({ text }) => text)).toEqual(['one', 'two', 'three']);
  client.stop();
});

test('case 14 (LP1): readers that switch between stream and long poll in the middle of a burst see each event once, in order', async () => {
  const visitor = await createVisitor(api.url);
  const conversation = await startConversation(visitor);
  const start = await cursorOf(visitor);
  const count = 240;
  const burst = inParallel(count, 6, (n) => say(n % 2 ? agent : visitor, conversation, `${n}`));

  const seenBy = await Promise.all(
    Array.from({ length: 8 }, async (_, which) => {
      const caller = which % 2 ? agent : visitor;
      const seen: number[] = [];
      let cursor = start;
      for (let turn = which; seen.length < count; turn += 1) {
        if (turn % 2) {
          const { body } = await caller.call('pollEvents', {}, undefined, `?wait=5&after=${cursor}`);
          const page = eventPage.parse(body);
          expect(page.reset).toBeUndefined();
          for (const event of page.events) if (event.type === 'message.created') seen.push(event.data.seq);
          cursor = page.cursor;
        } else {
          const reader = await EventReader.open(api.url, caller.token ?? '', cursor);
          const enough = Math.min(count - seen.length, 1 + Math.floor(Math.random() * 30));
          await reader.until((all) => all.of('message.created').length >= enough);
          reader.close();
          seen.push(...reader.of('message.created').map(({ data }) => data.data.seq));
          cursor = reader.lastId ?? cursor;
        }
      }
      return seen;
    }),
  );
  await burst;
  for (const seen of seenBy) expect(seen).toEqual(placesBetween(1, count + 1));
});
