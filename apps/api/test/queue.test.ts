import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Conversation } from '@porchlight/protocol';
import { ADMIN, ApiProcess } from './support/api-process.js';
import { createTestDatabase, type TestDatabase } from './support/databases.js';
import { EventReader } from './support/event-reader.js';
import { createVisitor, signIn } from './support/http.js';
import { eventually, joinLobby, say, startConversation, uuid } from './support/talk.js';

let database: TestDatabase;
let api: ApiProcess;
let ada: Awaited<ReturnType<typeof signIn>>;
let bo: Awaited<ReturnType<typeof signIn>>;

beforeAll(async () => {
  database = await createTestDatabase();
  api = await ApiProcess.start(database.env);
  ada = await signIn(api.url, ADMIN);
  const account = { email: 'bo@example.com', password: 'a long password' };
  await ada.call('createAgent', {}, { ...account, name: 'Bo', role: 'agent' });
  bo = await signIn(api.url, account);
});

afterAll(async () => {
  await api.stop();
  await database.remove();
});

const begin = async () => {
  const visitor = await createVisitor(api.url);
  return { visitor, conversation: await startConversation(visitor) };
};
const get = async (conversation: string): Promise<Conversation> =>
  (await ada.call('getConversation', { conversation })).body;
const inAnHour = () => new Date(Date.now() + 3_600_000).toISOString();

test('of two agents who claim the same conversation at once, one has it, and the other is told', async () => {
  const { conversation } = await begin();
  const claims = await Promise.all(
    [ada, bo].map((agent) =>
      agent.call('updateConversation', { conversation }, { assigneeId: agent.id, expected: { assigneeId: null } }),
    ),
  );
  expect(claims.map(({ status }) => status).sort()).toEqual([200, 409]);
  expect(claims.find(({ status }) => status === 409)?.problem?.code).toBe('outdated');
  const winner = claims[0]?.status === 200 ? ada : bo;
  expect((await get(conversation)).assignee?.id).toBe(winner.id);
  // Asked again, as after a lost answer, it is still the winner's.
  const again = await winner.call(
    'updateConversation',
    { conversation },
    { assigneeId: winner.id, expected: { assigneeId: null } },
  );
  expect(again.status).toBe(200);
});

test('changes of different things go together, a change of the same thing to something else does not', async () => {
  const { conversation } = await begin();
  const change = (agent: typeof ada, body: Parameters<typeof ada.call<'updateConversation'>>[2]) =>
    agent.call('updateConversation', { conversation }, body);
  await change(ada, { subject: 'Mugs', expected: { subject: null } });
  expect((await change(bo, { tags: ['shipping'], expected: { tags: [] } })).status).toBe(200);
  expect(await change(bo, { subject: 'Cups', expected: { subject: null } })).toMatchObject({
    status: 409,
    problem: { code: 'outdated' },
  });
  expect(await get(conversation)).toMatchObject({ subject: 'Mugs', tags: ['shipping'] });
});

test('a conversation waits from the first unanswered message, until a public answer or its closing', async () => {
  const { visitor, conversation } = await begin();
  const since = (await get(conversation)).waitingSince;
  expect(since).toBeDefined();
  await say(visitor, conversation, 'two');
  const note = { clientId: uuid(), text: 'Look', audience: 'agents' as const };
  await ada.call('createMessage', { conversation }, note);
  expect((await get(conversation)).waitingSince).toBe(since);
  await say(ada, conversation, 'an answer');
  expect((await get(conversation)).waitingSince).toBeUndefined();
  await say(visitor, conversation, 'three');
  expect((await get(conversation)).waitingSince).toBeDefined();
  await ada.call('updateConversation', { conversation }, { status: 'closed' });
  expect((await get(conversation)).waitingSince).toBeUndefined();
  const own = (await visitor.call('getConversation', { conversation })).body;
  expect(own).not.toHaveProperty('waitingSince');
});

test('those who have waited longest come first, and pages of that order lose none and repeat none', async () => {
  await ada.call('createSite', {}, { key: 'waiting', name: 'Waiting', origins: ['*'] });
  const begun: string[] = [];
  for (let index = 0; index < 5; index++) {
    begun.push(await startConversation(await createVisitor(api.url, undefined, 'waiting')));
  }
  // The second has an answer, the last none yet: it comes before those that do not wait.
  await say(ada, begun[1] as string, 'an answer');
  const seen: string[] = [];
  let next: string | undefined;
  do {
    const before = next ? `&before=${next}` : '';
    const query = `?sort=waiting&site=waiting&limit=2${before}`;
    const { body } = await ada.call('listConversations', {}, undefined, query);
    seen.push(...body.items.map(({ id }) => id));
    next = body.next;
  } while (next);
  expect(seen).toEqual([begun[0], begun[2], begun[3], begun[4], begun[1]]);
});

test('what is snoozed wakes at its time, once, however many look; agents hear of it', async () => {
  const { visitor, conversation } = await begin();
  const reader = await EventReader.open(api.url, ada.token ?? '');
  await reader.until(() => reader.of('hello').length > 0);
  const until = new Date(Date.now() + 1_500).toISOString();
  const { status, body } = await ada.call('updateConversation', { conversation }, { snoozedUntil: until });
  expect({ status, body }).toMatchObject({ status: 200, body: { status: 'snoozed', snoozedUntil: until } });
  expect((await visitor.call('getConversation', { conversation })).body).toMatchObject({ status: 'open' });
  expect((await visitor.call('getConversation', { conversation })).body).not.toHaveProperty('snoozedUntil');
  const woken = () =>
    reader
      .of('conversation.updated')
      .filter(({ data }) => data.conversationId === conversation && data.data.status === 'open');
  await reader.until(() => woken().length > 0);
  expect(Date.parse(woken()[0]?.data.at ?? '')).toBeGreaterThanOrEqual(Date.parse(until));
  expect(await get(conversation)).toMatchObject({ status: 'open' });
  expect(await get(conversation)).not.toHaveProperty('snoozedUntil');
  expect(woken()).toHaveLength(1);
  reader.close();
});

test("a visitor's message wakes what is snoozed, and an agent's does not", async () => {
  const { visitor, conversation } = await begin();
  await ada.call('updateConversation', { conversation }, { snoozedUntil: inAnHour() });
  await say(ada, conversation, 'We look into it');
  expect((await get(conversation)).status).toBe('snoozed');
  await say(visitor, conversation, 'Any news?');
  expect(await get(conversation)).toMatchObject({ status: 'open' });
  expect(await get(conversation)).not.toHaveProperty('snoozedUntil');
});

test('a time to wake is ahead, and goes with no other status', async () => {
  const { conversation } = await begin();
  const change = (body: object) => ada.call('updateConversation', { conversation }, body);
  const past = new Date(Date.now() - 1_000).toISOString();
  const far = new Date(Date.now() + 400 * 86_400_000).toISOString();
  for (const snoozedUntil of [past, far]) expect((await change({ snoozedUntil })).status).toBe(422);
  expect((await change({ status: 'open', snoozedUntil: inAnHour() })).status).toBe(400);
  expect((await change({ status: 'snoozed' })).status).toBe(400);
  expect((await get(conversation)).status).toBe('open');
});

test('a transfer and its note are one: both are there, or neither', async () => {
  const { conversation } = await begin();
  const team = (await ada.call('createTeam', {}, { name: 'Glazes' })).body.id;
  const note = { clientId: uuid(), text: 'Knows the glaze' };
  const moved = await ada.call(
    'updateConversation',
    { conversation },
    { assigneeId: bo.id, teamId: team, note, expected: { assigneeId: null } },
  );
  expect(moved).toMatchObject({
    status: 200,
    body: { assignee: { id: bo.id }, team, lastMessage: { text: note.text, audience: 'agents' } },
  });
  const refused = await ada.call(
    'updateConversation',
    { conversation },
    { assigneeId: null, note: { clientId: uuid(), text: 'Lost' }, expected: { assigneeId: ada.id } },
  );
  expect(refused.status).toBe(409);
  const { items } = (await ada.call('listMessages', { conversation })).body;
  expect(items.map(({ text }) => text)).toEqual(['one', note.text]);
  for (const body of [{ teamId: uuid() }, { assigneeId: uuid() }]) {
    expect((await ada.call('updateConversation', { conversation }, body)).status).toBe(422);
  }
});

test('many are changed at once, and one that cannot be does not keep the others from it', async () => {
  const [one, two] = [(await begin()).conversation, (await begin()).conversation];
  const room = await joinLobby(await createVisitor(api.url));
  const gone = uuid();
  const { status, body } = await ada.call('updateConversations', {}, { ids: [two, gone, room, one], status: 'closed' });
  expect(status).toBe(200);
  expect(body.items.map(({ id }) => id)).toEqual([two, gone, room, one]);
  expect(body.items.map(({ conversation, error }) => conversation?.status ?? error?.code)).toEqual([
    'closed',
    'not_found',
    'refused',
    'closed',
  ]);
  expect((await get(room)).status).toBe('open');
});

test('views show their own, and are counted', async () => {
  const before = (await bo.call('countConversations', {})).body;
  const team = (await ada.call('createTeam', {}, { name: 'Counted' })).body.id;
  const [mine, free, later] = [await begin(), await begin(), await begin()];
  await ada.call(
    'updateConversation',
    { conversation: mine.conversation },
    { assigneeId: bo.id, teamId: team, tags: ['counted'] },
  );
  await ada.call('updateConversation', { conversation: later.conversation }, { snoozedUntil: inAnHour() });
  const after = (await bo.call('countConversations', {})).body;
  expect(after).toEqual({
    ...before,
    mine: before.mine + 1,
    unassigned: before.unassigned + 1,
    open: before.open + 2,
    snoozed: before.snoozed + 1,
    teams: { ...before.teams, [team]: 1 },
  });
  const list = async (query: string) =>
    (await bo.call('listConversations', {}, undefined, `?${query}`)).body.items.map(({ id }) => id);
  expect(await list('assignee=me&status=open')).toContain(mine.conversation);
  expect(await list(`team=${team}`)).toEqual([mine.conversation]);
  expect(await list('assignee=none&status=open')).toContain(free.conversation);
  expect(await list('assignee=none&status=open')).not.toContain(mine.conversation);
  expect(await list('status=snoozed')).toContain(later.conversation);
  expect(await list('tag=counted')).toEqual([mine.conversation]);
  expect(await list(`since=${new Date(Date.now() + 60_000).toISOString()}`)).toEqual([]);
  await ada.call('deleteTeam', { team });
  expect(await get(mine.conversation)).not.toHaveProperty('team');
});

test('agents see who else looks at a conversation and stops; visitors never hear of it', async () => {
  const { visitor, conversation } = await begin();
  const [agents, visitors] = await Promise.all([
    EventReader.open(api.url, ada.token ?? ''),
    EventReader.open(api.url, visitor.token ?? ''),
  ]);
  await Promise.all([agents, visitors].map((reader) => reader.until(() => reader.of('hello').length > 0)));
  expect((await bo.call('putViewing', { conversation })).status).toBe(204);
  expect((await bo.call('deleteViewing', { conversation })).status).toBe(204);
  await agents.until(() => agents.of('viewing').length === 2);
  const told = agents.of('viewing').map(({ data }) => data);
  expect(told.map(({ data, conversationId }) => [data.author.id, conversationId])).toEqual([
    [bo.id, conversation],
    [bo.id, conversation],
  ]);
  const lasts = told.map(({ at, data }) => Date.parse(data.until) - Date.parse(at));
  expect(lasts).toEqual([30_000, 0]);
  await say(ada, conversation, 'after');
  await eventually('the visitor has heard', () => visitors.of('message.created').length > 0);
  expect(visitors.of('viewing')).toEqual([]);
  agents.close();
  visitors.close();
});
