import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { ADMIN, ApiProcess } from '../support/api-process.js';
import { createTestDatabase, query, type TestDatabase } from '../support/databases.js';
import { EventReader } from '../support/event-reader.js';
import { Caller, createVisitor, signIn } from '../support/http.js';
import { LeanReader } from '../support/lean-reader.js';
import { inParallel, placesBetween, positionOf, say, startConversation, textsOf } from '../support/talk.js';

/** AU4: what is revoked on one process ends here, on the other, within this time, in milliseconds. */
const REVOKED_WITHIN_MS = 5_000;

const WRITERS = 16;
const MESSAGES = 240;
/** Deferred to the commit: between the moment a place in the log is taken and the one it can be seen, anything may pass. */
const DAWDLE = `CREATE FUNCTION dawdle() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN PERFORM pg_sleep(random() * random() * 0.03); RETURN NULL; END $$;
  CREATE CONSTRAINT TRIGGER dawdle AFTER INSERT ON "log" DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW EXECUTE FUNCTION dawdle();`;

let database: TestDatabase;
let here: ApiProcess;
let there: ApiProcess;
let admin: Caller;
let writer: Caller;
let conversation: string;

beforeAll(async () => {
  database = await createTestDatabase();
  here = await ApiProcess.start(database.env);
  there = await ApiProcess.start(database.env);
  admin = await signIn(here.url, ADMIN);
  writer = await createVisitor(here.url);
  conversation = await startConversation(writer);
});

afterAll(async () => {
  await Promise.all([here.stop(), there.stop()]);
  await database.remove();
});

const at = (api: ApiProcess, token?: string) => new Caller(api.url, token);

async function newAgent(name: string) {
  const account = { email: `${name}@example.com`, password: 'a long password' };
  const { body } = await admin.call('createAgent', {}, { ...account, name, role: 'agent' });
  return { id: body.id, account };
}

/** What a principal has open on both processes when its access ends: streams, and a long poll that waits. */
interface Open {
  streams: EventReader[];
  poll: ReturnType<Caller['call']>;
}

async function openAll(token: string): Promise<Open> {
  const streams = await Promise.all([here, there].map((api) => EventReader.open(api.url, token)));
  await Promise.all(streams.map((reader) => reader.until((all) => all.of('presence').length > 0)));
  const { cursor } = (await at(there, token).call('pollEvents', {}, undefined, '?wait=0')).body;
  return { streams, poll: at(there, token).call('pollEvents', {}, undefined, `?wait=25&after=${cursor}`) };
}

async function expectAllEnd({ streams, poll }: Open, token: string): Promise<void> {
  const since = Date.now();
  await Promise.all(streams.map((reader) => reader.until((all) => all.ended, REVOKED_WITHIN_MS)));
  await say(writer, conversation, 'not for those who have left');
  const page = await poll;
  expect(Date.now() - since).toBeLessThan(REVOKED_WITHIN_MS);
  expect(JSON.stringify(page.body)).not.toContain('not for those who have left');
  for (const reader of streams) {
    expect(reader.of('bye')).toMatchObject([{ data: { reason: 'revoked' } }]);
    expect(reader.events.at(-1)?.event).toBe('bye');
    expect(textsOf(reader)).not.toContain('not for those who have left');
  }
  for (const api of [here, there]) {
    expect((await EventReader.open(api.url, token, streams[0]?.lastId)).status).toBe(401);
    expect((await at(api, token).call('pollEvents', {})).status).toBe(401);
  }
}

describe('case 15 (AU4, RS5): access that is revoked during a stream ends it on every process, and the reconnect gets 401', () => {
  test('an agent who is disabled', async () => {
    const { id, account } = await newAgent('disabled');
    const { token = '' } = await signIn(here.url, account);
    const open = await openAll(token);
    expect((await admin.call('updateAgent', { agent: id }, { disabled: true })).status).toBe(200);
    await expectAllEnd(open, token);
  });

  test('an agent who signs out, of one session and not of another', async () => {
    const { account } = await newAgent('leaving');
    const leaving = await signIn(here.url, account);
    const staying = await signIn(there.url, account);
    const [gone, kept] = [await openAll(leaving.token ?? ''), await openAll(staying.token ?? '')];
    await leaving.call('logout', {});
    await expectAllEnd(gone, leaving.token ?? '');
    await Promise.all(
      kept.streams.map((reader) => reader.until((all) => textsOf(all).includes('not for those who have left'))),
    );
    for (const reader of kept.streams) reader.close();
    await kept.poll;
  });

  test('a visitor who is erased', async () => {
    const visitor = await createVisitor(here.url);
    await startConversation(visitor);
    const open = await openAll(visitor.token ?? '');
    expect((await visitor.call('eraseMe', {})).status).toBe(204);
    await expectAllEnd(open, visitor.token ?? '');
  });

  test('streams that are being opened at that very moment', async () => {
    for (let round = 0; round < 5; round += 1) {
      const visitor = await createVisitor(here.url);
      await startConversation(visitor);
      const { token = '' } = visitor;
      const opening = Array.from({ length: 24 }, (_, n) => EventReader.open((n % 2 ? here : there).url, token));
      expect((await visitor.call('eraseMe', {})).status).toBe(204);
      const readers = await Promise.all(opening);
      await Promise.all(readers.map((reader) => reader.until((all) => all.ended, REVOKED_WITHIN_MS)));
    }
  });
});

test('what is snoozed wakes once, whichever process comes first, and is heard of on both', async () => {
  const conversations = await Promise.all(
    Array.from({ length: 12 }, async () => startConversation(await createVisitor(here.url))),
  );
  const readers = await Promise.all([here, there].map((api) => EventReader.open(api.url, admin.token ?? '')));
  await Promise.all(readers.map((reader) => reader.until((all) => all.of('presence').length > 0)));
  const until = new Date(Date.now() + 3_000).toISOString();
  await Promise.all(
    conversations.map((conversation, n) =>
      at(n % 2 ? here : there, admin.token).call('updateConversation', { conversation }, { snoozedUntil: until }),
    ),
  );
  const woken = (reader: EventReader) =>
    reader.of('conversation.updated').filter(({ data }) => Date.parse(data.data.updatedAt) >= Date.parse(until));
  // What is said after all have woken comes after whatever else their waking has caused.
  await Promise.all(readers.map((reader) => reader.until(() => woken(reader).length >= conversations.length)));
  await Promise.all([here, there].map((api) => say(at(api, writer.token), conversation, 'last')));
  await Promise.all(
    readers.map((reader) => reader.until((all) => textsOf(all).filter((text) => text === 'last').length === 2)),
  );
  for (const reader of readers) {
    const heard = woken(reader).filter(({ data }) => data.conversationId !== conversation);
    expect(heard.map(({ data }) => data.conversationId).sort()).toEqual([...conversations].sort());
    expect(new Set(heard.map(({ data }) => data.data.status))).toEqual(new Set(['open']));
    reader.close();
  }
});

test('case 1 (EV1, RS1): 16 writers whose commits take random times, on two processes: every reader sees one contiguous order', async () => {
  await query(database.env['DATABASE_URL'] ?? '', DAWDLE);
  const token = admin.token ?? '';
  const writers = await Promise.all(
    Array.from({ length: WRITERS }, async (_, n) => {
      const caller = await createVisitor((n % 2 ? here : there).url);
      return { caller, conversation: await startConversation(caller) };
    }),
  );
  const { cursor: base } = (await admin.call('pollEvents', {}, undefined, '?wait=0')).body;
  const [epoch] = base.split('.');
  const first = positionOf(base);
  const last = first + MESSAGES;
  const whole = await Promise.all([here, there].map((api) => LeanReader.open(api.url, token, base)));

  // One that goes back and forth between the processes and resumes as often as it can.
  const restless = (async () => {
    const seen: number[] = [];
    for (let turn = 0; seen.length < MESSAGES; turn += 1) {
      const at = seen.at(-1) ?? first;
      const reader = await EventReader.open((turn % 2 ? here : there).url, token, `${epoch}.${at}`);
      const enough = Math.min(3, MESSAGES - seen.length);
      await reader.until((all) => all.of('message.created').length >= enough, 20_000);
      reader.close();
      seen.push(...reader.of('message.created').map(({ data }) => data.position));
    }
    return seen;
  })();
  const acknowledged = new Set<string>();
  const texts: string[] = [];
  const [teller] = [await EventReader.open(there.url, token, base)];
  await inParallel(MESSAGES, WRITERS, async (n) => {
    const { caller, conversation } = writers[n % WRITERS] as (typeof writers)[number];
    await say(caller, conversation, `${n}`);
    acknowledged.add(`${n}`);
  });

  for (const reader of whole) {
    await reader.until(({ positions }) => positions.at(-1) === last);
    expect(reader.positions).toEqual(placesBetween(first, last));
    reader.close();
  }
  expect(await restless).toEqual(placesBetween(first, last));
  await teller.until((all) => all.of('message.created').length === MESSAGES);
  for (const { data } of teller.of('message.created')) texts.push(data.data.text);
  expect(new Set(texts)).toEqual(acknowledged);
  expect(texts).toHaveLength(MESSAGES);
  teller.close();
});
