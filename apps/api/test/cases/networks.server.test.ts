import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createChatClient, timelineOf } from '@porchlight/client';
import { ADMIN, ApiProcess } from '../support/api-process.js';
import { createTestDatabase, type TestDatabase } from '../support/databases.js';
import { EventReader } from '../support/event-reader.js';
import { Caller, createVisitor, signIn } from '../support/http.js';
import { floodLog } from '../support/log-writer.js';
import { metricOf } from '../support/metrics.js';
import { findRedis } from '../support/redis.js';
import { eventually, say, startConversation, textsOf, uuid } from '../support/talk.js';
import { TcpProxy } from '../support/tcp-proxy.js';

/** A lost bus costs at most one interval of the poll, in milliseconds. */
const POLL_MS = 2_000;
/** Case 4, in milliseconds. */
const LOST_FOR_MS = 10_000;
/** Case 8, in milliseconds. */
const SEEN_WITHIN_MS = 6_000;
/** Case 9: the client's watchdog, and a moment for the reconnect, in milliseconds. */
const BACK_WITHIN_MS = 40_000 + 2_000;

/** Two processes on one database, with a proxy on the way to the bus over which they wake each other. */
interface Cluster {
  database: TestDatabase;
  bus: TcpProxy;
  here: ApiProcess;
  there: ApiProcess;
  agent: Caller;
}

const redis = await findRedis();
const clusters: { postgres?: Cluster; redis?: Cluster } = {};
let halfOpen: ReturnType<typeof goHalfOpen>;

beforeAll(async () => {
  clusters.postgres = await startCluster();
  // Most of a minute in which there is nothing to do but wait.
  halfOpen = goHalfOpen(clusters.postgres);
  halfOpen.catch(() => undefined);
  if (redis) clusters.redis = await startCluster(redis);
});

afterAll(async () => {
  for (const { database, bus, here, there } of Object.values(clusters)) {
    await Promise.all([here.stop(), there.stop()]);
    await bus.cut();
    await database.remove();
  }
});

/** Without an address, the bus is the database's own. */
async function startCluster(busUrl?: string): Promise<Cluster> {
  const database = await createTestDatabase();
  const url = new URL(busUrl ?? database.env['DATABASE_URL'] ?? '');
  const bus = await TcpProxy.start({ host: url.hostname, port: Number(url.port || (busUrl ? 6379 : 5432)) });
  url.host = bus.host;
  const env = { ...database.env, EVENT_BUS_URL: url.href };
  const [here, there] = await Promise.all([ApiProcess.start(env), ApiProcess.start(env)]);
  return { database, bus, here, there, agent: await signIn(here.url, ADMIN) };
}

describe.each(['postgres', 'redis'] as const)('two processes on one database, with a bus of %s', (kind) => {
  const testIfThere = kind === 'redis' && !redis ? test.skip : test;
  const cluster = () => clusters[kind] as Cluster;

  testIfThere('a write on one is live on the other, both ways', async () => {
    const { here, there, agent } = cluster();
    const visitor = await createVisitor(here.url);
    const atThere = await EventReader.open(there.url, visitor.token ?? '', visitor.cursor);
    const conversation = await startConversation(visitor);
    const atHere = await EventReader.open(here.url, agent.token ?? '', visitor.cursor);
    for (let n = 0; n < 20; n += 1)
      await say(new Caller((n % 2 ? here : there).url, agent.token), conversation, `${n}`);
    const said = ['one', ...Array.from({ length: 20 }, (_, n) => `${n}`)];
    for (const reader of [atHere, atThere]) {
      await reader.until((all) => textsOf(all, conversation).length === 21);
      expect(textsOf(reader, conversation)).toEqual(said);
      reader.close();
    }
  });

  testIfThere('typing and presence reach the other process', async () => {
    const { here, there, agent } = cluster();
    const visitor = await createVisitor(there.url);
    const conversation = await startConversation(visitor);
    const atThere = await EventReader.open(there.url, visitor.token ?? '');
    await atThere.until((all) => all.of('presence').length > 0);
    const { body } = await agent.call(
      'createAgent',
      {},
      {
        email: `${uuid()}@example.com`,
        name: 'Second',
        password: 'a long password',
        role: 'agent',
      },
    );
    const second = await signIn(here.url, { email: body.email, password: 'a long password' });
    const before = atThere.of('presence').at(-1)?.data.data.agents;
    const atHere = await EventReader.open(here.url, second.token ?? '');
    await atThere.until((all) => all.of('presence').at(-1)?.data.data.agents > before);
    expect(atThere.of('presence').at(-1)?.data.data.available).toBe(true);
    await second.call('createTyping', { conversation }, {});
    await atThere.until((all) => all.of('typing').length > 0);
    expect(atThere.of('typing')[0]?.data).toMatchObject({
      conversationId: conversation,
      data: { author: { name: 'Second' } },
    });
    await visitor.call('createTyping', { conversation }, {});
    await atHere.until((all) => all.of('typing').some(({ data }) => data.data.author.kind === 'visitor'));
    atThere.close();
    atHere.close();
  });

  testIfThere(
    'no sticky sessions are needed: each request of a client goes to the other process than the one before',
    async () => {
      const { here, there } = cluster();
      const processes = [here, there];
      const visitor = await createVisitor(here.url);
      const at = (n: number) => new Caller(processes[n % 2]?.url ?? '', visitor.token);
      const conversation = await startConversation(at(1));
      let cursor: string = visitor.cursor;
      const seen: string[] = [];
      for (let n = 0; n < 10; n += 1) {
        await say(at(n), conversation, `${n}`);
        if (n % 3) {
          const { body } = await at(n + 1).call('pollEvents', {}, undefined, `?wait=5&after=${cursor}`);
          for (const event of body.events) if (event.type === 'message.created') seen.push(event.data.text);
          expect(body.reset).toBeUndefined();
          cursor = body.cursor;
        } else {
          const reader = await EventReader.open(at(n + 1).api, visitor.token ?? '', cursor);
          await reader.until((all) => textsOf(all).includes(`${n}`));
          expect(reader.of('reset')).toEqual([]);
          seen.push(...textsOf(reader));
          cursor = reader.lastId ?? '';
          reader.close();
        }
      }
      expect(seen).toEqual(['one', ...Array.from({ length: 10 }, (_, n) => `${n}`)]);
    },
  );
});

test('case 4 (RS1): while the bus is lost for 10 s every event comes within the interval of the poll, and none is lost', async () => {
  await Promise.all(Object.values(clusters).map(loseBus));
});

async function loseBus({ bus, here, there, agent }: Cluster): Promise<void> {
  const visitor = await createVisitor(here.url);
  const conversation = await startConversation(visitor);
  const { cursor } = (await agent.call('pollEvents', {}, undefined, '?wait=0')).body;
  const reader = await EventReader.open(there.url, agent.token ?? '', cursor);
  await reader.until((all) => all.of('presence').length > 0);
  await bus.cut();
  const until = Date.now() + LOST_FOR_MS;
  const texts: string[] = [];
  const tell = async () => {
    const text = `message ${texts.length}`;
    texts.push(text);
    await say(visitor, conversation, text);
    await reader.until((all) => textsOf(all).includes(text), POLL_MS);
  };
  while (Date.now() < until) {
    await tell();
    await sleep(Math.random() * 300);
  }
  await bus.restore();
  // Once the bus is back, it carries again what is not kept.
  await eventually('typing comes through', async () => {
    await visitor.call('createTyping', { conversation }, {});
    return reader.of('typing').length > 0;
  });
  for (let n = 0; n < 5; n += 1) await tell();
  const own = reader.of('message.created').filter(({ data }) => data.conversationId === conversation);
  expect(own.map(({ data }) => data.data.text)).toEqual(texts);
  reader.close();
}

test('case 8 (LP1): behind a proxy that holds back what is streamed, a message is seen within 6 s', async () => {
  const { here, agent } = clusters.postgres as Cluster;
  const proxy = await TcpProxy.start({ host: 'localhost', port: here.port });
  proxy.holdsStreams = true;
  const client = createChatClient({ api: proxy.url, site: 'demo' });
  const key = client.startConversation('one');
  const texts = () => timelineOf(client.store.get(), key)?.messages.map(({ text }) => text) ?? [];
  await eventually('the first message is stored', () => texts().length === 1);
  const conversation = client.store.get().aliases.get(key) ?? '';

  await say(agent, conversation, 'two');
  await eventually('the client sees it', () => texts().includes('two'), SEEN_WITHIN_MS);
  expect(client.store.get().connection).toBe('polling');
  await say(agent, conversation, 'three');
  await eventually('the client sees the next one', () => texts().includes('three'), SEEN_WITHIN_MS);
  expect(texts()).toEqual(['one', 'two', 'three']);
  client.stop();
  await proxy.cut();
});

/** A client's stream stops to carry anything, and neither end is told. */
async function goHalfOpen({ here, agent }: Cluster) {
  const proxy = await TcpProxy.start({ host: 'localhost', port: here.port });
  const client = createChatClient({ api: proxy.url, site: 'demo' });
  const room = await client.joinRoom('lobby');
  const texts = () => timelineOf(client.store.get(), room)?.messages.map(({ text }) => text) ?? [];
  await eventually('the client is live', () => client.store.get().connection === 'live');
  await say(agent, room, 'before');
  await eventually('the client sees it', () => texts().includes('before'));
  // Past the first ping: from then on it is the watchdog that counts.
  await sleep(2_000);
  proxy.freezeStreams();
  const since = Date.now();
  await say(agent, room, 'into the void');
  await eventually('the client is back', () => texts().includes('into the void'), BACK_WITHIN_MS);
  const backAfterMs = Date.now() - since;
  client.stop();
  return { backAfterMs, texts: texts(), room, proxy };
}

test('case 9 (RS1, RS4): a client whose connection is half open is back within 40 s, and the server lets go of what was left', async () => {
  const { database, here } = clusters.postgres as Cluster;
  const { backAfterMs, texts, room, proxy } = await halfOpen;
  expect(backAfterMs).toBeLessThan(BACK_WITHIN_MS);
  expect(texts).toEqual(['before', 'into the void']);
  // What is left is the stream that nobody reads: as soon as too much waits for it, it is cut off.
  const streams = () => metricOf(here, 'porchlight_stream_connections');
  await eventually('the client has gone', async () => (await streams()) === 1);
  await floodLog(database.env['DATABASE_URL'] ?? '', room, 1_500, 10_000);
  await eventually('the server has let go', async () => (await streams()) === 0);
  await proxy.cut();
});
