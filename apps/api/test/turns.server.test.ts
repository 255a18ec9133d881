import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { ADMIN, ApiProcess } from './support/api-process.js';
import { createTestDatabase, type TestDatabase } from './support/databases.js';
import { EventReader } from './support/event-reader.js';
import { type Caller, createVisitor, signIn } from './support/http.js';
import { eventually, startConversation } from './support/talk.js';

/** Two processes, which both give by turns. */
let database: TestDatabase;
let apis: ApiProcess[];
let admin: Caller;
let team: string;
const agents: Record<string, { id: string; reader: EventReader }> = {};

beforeAll(async () => {
  database = await createTestDatabase('server');
  apis = [await ApiProcess.start(database.env)];
  apis.push(await ApiProcess.start(database.env));
  const [one, two] = apis.map(({ url }) => url) as [string, string];
  admin = await signIn(one, ADMIN);
  for (const [name, api] of Object.entries({ ann: one, ben: two, cleo: one })) {
    const account = { email: `${name}@example.com`, password: 'a long password' };
    const { body } = await admin.call('createAgent', {}, { ...account, name, role: 'agent' });
    const { token } = await signIn(api, account);
    const reader = await EventReader.open(api, token ?? '');
    agents[name] = { id: body.id, reader };
  }
  const members = Object.values(agents).map(({ id }) => id);
  team = (await admin.call('createTeam', {}, { name: 'Turns', members, byTurns: true })).body.id;
  await admin.call('updateSite', { site: 'demo' }, { team });
  // Gone before the first turn.
  agents['cleo']?.reader.close();
  await eventually('cleo is gone, and the others are there', async () => {
    const { items } = (await admin.call('listAgents', {})).body;
    const there = items.filter(({ presence }) => presence === 'online').map(({ name }) => name);
    return there.includes('ann') && there.includes('ben') && !there.includes('cleo');
  });
});

afterAll(async () => {
  for (const { reader } of Object.values(agents)) reader.close();
  await Promise.all(apis.map((api) => api.stop()));
  await database.remove();
});

const assigneeOf = async (conversation: string) =>
  (await admin.call('getConversation', { conversation })).body.assignee?.name;

test('new conversations go to those who are there, by turns, each once, up to what each can take', async () => {
  await admin.call('updateAgent', { agent: agents['ben']?.id ?? '' }, { capacity: 2 });
  const begun: string[] = [];
  for (let index = 0; index < 6; index++) {
    const api = apis[index % 2]?.url ?? '';
    begun.push(await startConversation(await createVisitor(api)));
  }
  const given = await eventually('all are given', async () => {
    const names = await Promise.all(begun.map(assigneeOf));
    return names.every(Boolean) ? names : undefined;
  });
  expect(given.filter((name) => name === 'ben')).toHaveLength(2);
  expect(given.filter((name) => name === 'ann')).toHaveLength(4);

  // Told once each: no process has given what another had given.
  const updates = agents['ann']?.reader.of('conversation.updated') ?? [];
  for (const id of begun) expect(updates.filter(({ data }) => data.conversationId === id)).toHaveLength(1);
});

test('what nobody can take waits, and is given once somebody has room again', async () => {
  for (const name of ['ann', 'ben'])
    await admin.call('updateAgent', { agent: agents[name]?.id ?? '' }, { capacity: 0 });
  const conversation = await startConversation(await createVisitor(apis[0]?.url ?? ''));
  await new Promise((resolve) => setTimeout(resolve, 1_500));
  expect(await assigneeOf(conversation)).toBeUndefined();
  await admin.call('updateAgent', { agent: agents['ben']?.id ?? '' }, { capacity: null });
  await eventually('ben has it', async () => (await assigneeOf(conversation)) === 'ben', 20_000);
});

test('a site whose team does not go by turns gives nothing away', async () => {
  await admin.call('updateTeam', { team }, { byTurns: false });
  const conversation = await startConversation(await createVisitor(apis[0]?.url ?? ''));
  const { body } = await admin.call('getConversation', { conversation });
  expect(body).toMatchObject({ team });
  await new Promise((resolve) => setTimeout(resolve, 1_500));
  expect(await assigneeOf(conversation)).toBeUndefined();
  expect((await admin.call('listSites', {})).body.items.find(({ key }) => key === 'demo')?.team).toBe(team);
});
