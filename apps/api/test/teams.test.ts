import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { ADMIN, ApiProcess } from './support/api-process.js';
import { createTestDatabase, type TestDatabase } from './support/databases.js';
import { EventReader } from './support/event-reader.js';
import { createVisitor, signIn } from './support/http.js';

let database: TestDatabase;
let api: ApiProcess;
let admin: Awaited<ReturnType<typeof signIn>>;

beforeAll(async () => {
  database = await createTestDatabase();
  api = await ApiProcess.start(database.env);
  admin = await signIn(api.url, ADMIN);
});

afterAll(async () => {
  await api.stop();
  await database.remove();
});

const newAgent = async (name: string) =>
  (
    await admin.call(
      'createAgent',
      {},
      { email: `${name}@example.com`, name, role: 'agent', password: 'a long password' },
    )
  ).body;

test('a team has members, who know of it, and each change makes a new version', async () => {
  const [ann, ben] = [await newAgent('ann'), await newAgent('ben')];
  const created = await admin.call('createTeam', {}, { name: 'Shipping', members: [ann.id] });
  expect(created).toMatchObject({ status: 201, body: { name: 'Shipping', members: [ann.id], version: 1 } });
  const team = created.body.id;
  const changed = await admin.call('updateTeam', { team }, { members: [ben.id], version: 1 });
  expect(changed).toMatchObject({ status: 200, body: { name: 'Shipping', members: [ben.id], version: 2 } });
  const { items } = (await admin.call('listAgents', {})).body;
  const teamsOf = (id: string) => items.find((agent) => agent.id === id)?.teams;
  expect([teamsOf(ann.id), teamsOf(ben.id)]).toEqual([[], [team]]);
});

test('a change to a version that is no longer the present one is refused, and changes nothing', async () => {
  const { id: team } = (await admin.call('createTeam', {}, { name: 'Returns' })).body;
  await admin.call('updateTeam', { team }, { name: 'Repairs', version: 1 });
  const late = await admin.call('updateTeam', { team }, { name: 'Refunds', version: 1 });
  expect(late).toMatchObject({ status: 409, problem: { code: 'outdated' } });
  const teams = (await admin.call('listTeams', {})).body.items;
  expect(teams.find(({ id }) => id === team)).toMatchObject({ name: 'Repairs', version: 2 });

  const { id: agent, version } = await newAgent('cleo');
  const both = await Promise.all(
    ['Cleo', 'Chloe'].map((name) => admin.call('updateAgent', { agent }, { name, version })),
  );
  expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
});

test('names are taken once whatever their case, and members are agents', async () => {
  await admin.call('createTeam', {}, { name: 'Nights' });
  const again = await admin.call('createTeam', {}, { name: 'NIGHTS' });
  expect(again).toMatchObject({ status: 409, problem: { code: 'conflict' } });
  const stranger = await admin.call('createTeam', {}, { name: 'Days', members: [crypto.randomUUID()] });
  expect(stranger).toMatchObject({ status: 422, problem: { code: 'refused' } });
  expect((await admin.call('listTeams', {})).body.items.map(({ name }) => name)).not.toContain('Days');
});

test('agents hear that a shared list has changed, live and after the fact; visitors never do', async () => {
  const visitor = await createVisitor(api.url);
  const { cursor } = (await admin.call('whoAmI', {})).body;
  const [agents, visitors] = await Promise.all([
    EventReader.open(api.url, admin.token ?? ''),
    EventReader.open(api.url, visitor.token ?? ''),
  ]);
  await Promise.all([agents, visitors].map((reader) => reader.until(() => reader.of('hello').length > 0)));
  const { id } = (await admin.call('createTeam', {}, { name: 'Live' })).body;
  await admin.call('deleteTeam', { team: id });
  await agents.until(() => agents.of('workspace.updated').length >= 2);
  const late = await EventReader.open(api.url, admin.token ?? '', cursor);
  await late.until(() => late.of('workspace.updated').length >= 2);
  for (const reader of [agents, late]) {
    expect(reader.of('workspace.updated').map(({ data }) => data.data)).toEqual([
      { what: 'teams', id },
      { what: 'teams', id },
    ]);
  }
  const replayed = await EventReader.open(api.url, visitor.token ?? '', cursor);
  await visitor.call('createConversation', {}, { clientId: 'after', message: { clientId: 'after', text: 'Hi' } });
  for (const reader of [visitors, replayed]) {
    await reader.until(() => reader.of('message.created').length > 0);
    expect(reader.of('workspace.updated')).toEqual([]);
    reader.close();
  }
  agents.close();
  late.close();
});
