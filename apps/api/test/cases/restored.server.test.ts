import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { createChatClient, timelineOf } from '@porchlight/client';
import { ADMIN, ApiProcess, freePort } from '../support/api-process.js';
import { createTestDatabase, query, type TestDatabase } from '../support/databases.js';
import { EventReader } from '../support/event-reader.js';
import { type Caller, createVisitor, signIn } from '../support/http.js';
import { eventually, positionOf, say, startConversation, textsOf } from '../support/talk.js';

const NEW_EPOCH = fileURLToPath(new URL('../../dist/new-epoch.js', import.meta.url));

let database: TestDatabase;
let env: Record<string, string>;
let api: ApiProcess;
let agent: Caller;

beforeAll(async () => {
  database = await createTestDatabase();
  env = { ...database.env, PORT: String(await freePort()) };
  api = await ApiProcess.start(env);
  agent = await signIn(api.url, ADMIN);
});

afterAll(async () => {
  await api.stop();
  await query(admin(), `DROP DATABASE IF EXISTS ${name()}_backup WITH (FORCE)`);
  await database.remove();
});

const admin = () => process.env['TEST_DATABASE_URL'] ?? '';
const name = () => new URL(env['DATABASE_URL'] ?? '').pathname.slice(1);

/** Puts a copy of a database in the place of another one. Whoever is connected to either is cut off. */
async function copyDatabase(from: string, to: string): Promise<void> {
  await query(admin(), `DROP DATABASE IF EXISTS ${to} WITH (FORCE)`);
  await query(admin(), `ALTER DATABASE ${from} ALLOW_CONNECTIONS false`);
  await query(admin(), 'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1', [from]);
  await eventually('nobody is connected', async () => {
    const text = 'SELECT 1 FROM pg_stat_activity WHERE datname = $1';
    return (await query(admin(), text, [from])).length === 0;
  });
  await query(admin(), `CREATE DATABASE ${to} TEMPLATE ${from}`);
  await query(admin(), `ALTER DATABASE ${from} ALLOW_CONNECTIONS true`);
}

/** Takes a backup at the end of a first life and restores it at the end of a second one. */
async function restart(between: () => Promise<void>): Promise<void> {
  await api.stop();
  await between();
  api = await ApiProcess.start(env);
}

test('case 6 (RS2): after an older database is restored and the epoch changed, an old cursor gets reset, and positions that are given again do no harm', async () => {
  const visitor = await createVisitor(api.url);
  const conversation = await startConversation(visitor);
  const client = createChatClient({ api: api.url, site: 'demo' });
  const key = client.startConversation('in the backup');
  const timeline = () => timelineOf(client.store.get(), key);
  await eventually('the client is live', () => client.store.get().connection === 'live' && timeline()?.messages.length);

  client.stop();
  await restart(() => copyDatabase(name(), `${name()}_backup`));
  await client.start();
  await say(agent, conversation, 'lost with the database');
  const old = await EventReader.open(api.url, visitor.token ?? '', visitor.cursor);
  await old.until((all) => textsOf(all).includes('lost with the database'));
  const cursor = old.lastId ?? '';
  old.close();
  await eventually('the client has gone on', () => client.store.get().connection === 'live');
  client.stop();

  await restart(async () => {
    await copyDatabase(`${name()}_backup`, name());
    const { stdout } = await promisify(execFile)(process.execPath, [NEW_EPOCH], {
      env: { ...env, PATH: process.env['PATH'] },
    });
    expect(stdout).toMatch(/^The epoch is now \w+\./);
  });
  await say(agent, conversation, 'in its place');
  const back = await EventReader.open(api.url, visitor.token ?? '', cursor);
  await back.until((all) => all.of('reset').length === 1);
  expect(back.of('hello')).toMatchObject([{ data: { resumed: false } }]);
  expect(back.of('reset')).toMatchObject([{ data: { reason: 'epoch' } }]);
  await say(agent, conversation, 'and on');
  await back.until((all) => textsOf(all).length === 1);
  // The place in the log is that of another event in the other life, and nobody takes one for the other.
  expect(positionOf(back.events.find(({ id }) => id)?.id ?? '')).toBe(positionOf(cursor));
  expect(textsOf(back)).toEqual(['and on']);
  expect((await visitor.call('listMessages', { conversation })).body.items.map(({ text }) => text)).toEqual([
    'one',
    'in its place',
    'and on',
  ]);
  back.close();

  await client.start();
  await say(agent, client.store.get().aliases.get(key) ?? '', 'to the client');
  await eventually('the client has gone on', () => timeline()?.messages.length === 2);
  expect(timeline()?.messages.map(({ text }) => text)).toEqual(['in the backup', 'to the client']);
  client.stop();
});

test('case 6 (RS2): a restore that nobody announced, under a running API, is noticed', async () => {
  const visitor = await createVisitor(api.url);
  const conversation = await startConversation(visitor);
  await copyDatabase(name(), `${name()}_backup`);
  await eventually('the database is back', async () => (await fetch(`${api.url}/health/ready`)).ok);
  for (let n = 0; n < 5; n += 1) await say(agent, conversation, `lost ${n}`);
  const reader = await EventReader.open(api.url, visitor.token ?? '', visitor.cursor);
  await reader.until((all) => textsOf(all).includes('lost 4'));
  await copyDatabase(`${name()}_backup`, name());
  await reader.until((all) => all.ended);
  expect(reader.of('bye')).toMatchObject([{ data: { reason: 'restored' } }]);

  await say(agent, conversation, 'found');
  const back = await EventReader.open(api.url, visitor.token ?? '', reader.lastId);
  await back.until((all) => all.of('reset').length === 1);
  expect(back.of('reset')).toMatchObject([{ data: { reason: 'epoch' } }]);
  await say(agent, conversation, 'and on');
  await back.until((all) => textsOf(all).length === 1);
  expect(textsOf(back)).toEqual(['and on']);
  back.close();
});
