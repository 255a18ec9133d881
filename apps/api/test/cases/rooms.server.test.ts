import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { ADMIN, ApiProcess } from '../support/api-process.js';
import { createTestDatabase, type TestDatabase } from '../support/databases.js';
import { EventReader } from '../support/event-reader.js';
import { Caller, createVisitor, signIn } from '../support/http.js';
import { eventually, joinLobby, say, textsOf } from '../support/talk.js';

/** AU4: a ban on one process ends what the visitor hears on the other within this time, in milliseconds. */
const BANNED_WITHIN_MS = 5_000;

let database: TestDatabase;
let here: ApiProcess;
let there: ApiProcess;
let agent: Caller;

beforeAll(async () => {
  database = await createTestDatabase();
  here = await ApiProcess.start(database.env);
  there = await ApiProcess.start(database.env);
  agent = await signIn(here.url, ADMIN);
});

afterAll(async () => {
  await Promise.all([here.stop(), there.stop()]);
  await database.remove();
});

const listen = async (api: ApiProcess, caller: Caller, cursor?: string) => {
  const reader = await EventReader.open(api.url, caller.token ?? '', cursor);
  await reader.until((all) => all.of('presence').length > 0);
  return reader;
};

test('AU4: a ban on one process ends what the visitor hears on the other, and no replay has it', async () => {
  const mira = await createVisitor(there.url, 'Mira');
  const noah = await createVisitor(here.url, 'Noah');
  const room = await joinLobby(mira);
  await joinLobby(noah);
  const [atMira, atNoah] = [await listen(there, mira), await listen(there, noah)];
  const elsewhere = new Caller(there.url, mira.token);
  const { body: now } = await elsewhere.call('pollEvents', {}, undefined, '?wait=0');

  const bannedAt = Date.now();
  expect((await agent.call('putBan', { conversation: room, visitor: mira.id }, {})).status).toBe(200);
  for (let n = 1; n <= 20; n++) await say(noah, room, `secret ${n}`);
  await atMira.until((reader) => reader.of('membership.updated').length === 1, BANNED_WITHIN_MS);
  expect(Date.now() - bannedAt).toBeLessThan(BANNED_WITHIN_MS);
  await atNoah.until((reader) => textsOf(reader).length === 20);
  expect(textsOf(atMira)).toEqual([]);

  for (const api of [here, there]) {
    const replayed = await listen(api, mira, now.cursor);
    expect(replayed.of('membership.updated')).toHaveLength(1);
    expect(textsOf(replayed)).toEqual([]);
    const { body } = await new Caller(api.url, mira.token).call(
      'pollEvents',
      {},
      undefined,
      `?wait=0&after=${now.cursor}`,
    );
    expect(body.events.map(({ type }) => type)).not.toContain('message.created');
    expect((await new Caller(api.url, mira.token).call('listMessages', { conversation: room })).problem?.code).toBe(
      'banned',
    );
    replayed.close();
  }
  for (const reader of [atMira, atNoah]) reader.close();
});

test('who is here is counted over both processes, each visitor once; a process that dies takes its own along', async () => {
  const [ann, ben] = [await createVisitor(here.url, 'Ann'), await createVisitor(there.url, 'Ben')];
  const room = await joinLobby(ann);
  await joinLobby(ben);
  const third = await ApiProcess.start(database.env);
  const readers = [await listen(here, ann), await listen(there, ann), await listen(third, ben)];
  const hereNow = async (api: ApiProcess) => {
    const { body } = await new Caller(api.url, ann.token).call('listMembers', { conversation: room });
    return body.items.filter((member) => member.here && [ann.id, ben.id].includes(member.id)).length;
  };
  for (const api of [here, there]) await eventually('both are here', async () => (await hereNow(api)) === 2);
  await third.kill();
  await eventually('Ben is gone', async () => (await hereNow(there)) === 1, 30_000);
  for (const reader of readers) reader.close();
}, 60_000);
