import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { operations, type ReplyBody } from '@porchlight/protocol';
import { ADMIN, ApiProcess } from './support/api-process.js';
import { createTestDatabase, type TestDatabase } from './support/databases.js';
import { EventReader } from './support/event-reader.js';
import { Caller, createVisitor, signIn } from './support/http.js';
import { identify, SiteSigner } from './support/identity.js';
import { eventually, joinLobby, say, textsOf, uuid } from './support/talk.js';

type Visitor = Awaited<ReturnType<typeof createVisitor>>;

const AGENT = { email: 'agnes@example.com', password: 'a long password' };

let database: TestDatabase;
let api: ApiProcess;
let admin: Caller;
let agent: Caller & { id: string };
let room: string;
let mira: Visitor;
let noah: Visitor;

beforeAll(async () => {
  database = await createTestDatabase();
  api = await ApiProcess.start(database.env);
  admin = await signIn(api.url, ADMIN);
  await admin.call('createAgent', {}, { ...AGENT, name: 'Agnes', role: 'agent' });
  agent = await signIn(api.url, AGENT);
});

afterAll(async () => {
  await api.stop();
  await database.remove();
});

beforeEach(async () => {
  mira = await createVisitor(api.url, 'Mira');
  noah = await createVisitor(api.url, 'Noah');
  room = await joinLobby(mira);
  await joinLobby(noah);
});

const listen = async (caller: Caller, cursor?: string) => {
  const reader = await EventReader.open(api.url, caller.token ?? '', cursor);
  await reader.until((all) => all.of('presence').length > 0);
  return reader;
};
const ban = (visitor: Visitor, body: object = {}) =>
  agent.call('putBan', { conversation: room, visitor: visitor.id }, body);
const unban = (visitor: Visitor) => agent.call('deleteBan', { conversation: room, visitor: visitor.id });
const join = (visitor: Caller) => visitor.call('createConversation', {}, { clientId: uuid(), room: 'lobby' });
const everyMember = async (caller: Caller, limit = 100) => {
  const items: ReplyBody<'listMembers'>['items'] = [];
  let next: string | undefined;
  do {
    const query = `?limit=${limit}${next ? `&after=${next}` : ''}`;
    const { status, body } = await caller.call('listMembers', { conversation: room }, undefined, query);
    expect(status).toBe(200);
    expect(body.items.length).toBeLessThanOrEqual(limit);
    items.push(...operations.listMembers.replies[200].parse(body).items);
    next = body.next;
  } while (next);
  return items;
};

describe('members', () => {
  test('RM1: are listed page by page, each once, with a name and whether they are here, and nothing else', async () => {
    await mira.call('updateMe', {}, { email: 'mira@example.com', page: 'https://acme.example/', locale: 'en' });
    const reader = await listen(mira);
    const isHere = async () => (await everyMember(noah)).find(({ id }) => id === mira.id)?.here;
    await eventually('Mira is here', isHere);

    const members = await everyMember(noah, 1);
    expect(new Set(members.map(({ id }) => id)).size).toBe(members.length);
    expect(members.find(({ id }) => id === mira.id)).toEqual({
      kind: 'visitor',
      id: mira.id,
      name: 'Mira',
      here: true,
    });
    expect(members.find(({ id }) => id === noah.id)).toEqual({
      kind: 'visitor',
      id: noah.id,
      name: 'Noah',
      here: false,
    });
    const away = members.findIndex(({ here }) => !here);
    expect(members.slice(away).some(({ here }) => here)).toBe(false);
    const raw = await noah.call('listMembers', { conversation: room });
    expect(JSON.stringify(raw.body)).not.toMatch(/mira@example|acme\.example|locale|email/);
    reader.close();
  });

  test('an agent who has been in the room and is connected comes first', async () => {
    const reader = await listen(agent);
    await say(agent, room, 'Hello from the team');
    await eventually('Agnes is here', async () => {
      const { body } = await mira.call('listMembers', { conversation: room });
      return body.items[0]?.id === agent.id;
    });
    const { body } = await mira.call('listMembers', { conversation: room }, undefined, '?limit=1');
    expect(body.items).toEqual([{ kind: 'agent', id: agent.id, name: 'Agnes', here: true }]);
    expect((await everyMember(mira, 1)).map(({ id }) => id)).toEqual(expect.arrayContaining([mira.id, noah.id]));
    reader.close();
  });

  test('RM1: how many are here is told to the room and to agents when it changes, and to whoever connects', async () => {
    const [atMira, atAgent] = [await listen(mira), await listen(agent)];
    const here = (reader: EventReader) => reader.of('room.presence').at(-1)?.data;
    // Those of the tests before count for a while.
    await atMira.until((reader) => here(reader)?.data.here === 1, 20_000);
    expect(here(atMira)).toMatchObject({ conversationId: room });

    const atNoah = await listen(noah);
    expect(here(atNoah)).toBeDefined();
    await atMira.until((reader) => here(reader).data.here === 2, 20_000);
    await atAgent.until((reader) => here(reader)?.data.here === 2, 20_000);
    expect((await mira.call('listMembers', { conversation: room })).body.here).toBe(2);
    // Who goes and comes back between two calls is another member, of as many.
    const told = atAgent.of('room.presence').length;
    await noah.call('leaveRoom', { conversation: room });
    await join(noah);
    await atAgent.until((reader) => reader.of('room.presence').length > told && here(reader)?.data.here === 2, 20_000);
    // EV2: it is told and gone.
    expect(atMira.of('room.presence').every(({ id }) => id === undefined)).toBe(true);
    atNoah.close();
    // Somebody who has left counts for a while: a reload is no absence.
    await atMira.until((reader) => here(reader).data.here === 1, 20_000);
    for (const reader of [atMira, atAgent]) reader.close();
  }, 60_000);

  test('who leaves is a member no more, hears nothing more, and may come back', async () => {
    const [atMira, atAgent] = [await listen(mira), await listen(agent)];
    expect((await mira.call('leaveRoom', { conversation: room })).status).toBe(204);
    expect((await mira.call('leaveRoom', { conversation: room })).status).toBe(204);
    await say(noah, room, 'After Mira');
    await atAgent.until((reader) => textsOf(reader).includes('After Mira'));
    const told = { conversationId: room, visitor: { kind: 'visitor', id: mira.id, name: 'Mira' }, state: 'left' };
    for (const reader of [atMira, atAgent])
      expect(reader.of('membership.updated').map(({ data }) => data.data)).toEqual([told]);
    expect(textsOf(atMira)).toEqual([]);
    expect((await everyMember(noah)).map(({ id }) => id)).not.toContain(mira.id);

    expect((await join(mira)).status).toBe(201);
    await say(noah, room, 'Welcome back');
    await atMira.until((reader) => textsOf(reader).includes('Welcome back'));
    expect(textsOf(atMira)).toEqual(['Welcome back']);
    for (const reader of [atMira, atAgent]) reader.close();
  });
});

describe('bans', () => {
  test('RM2: a banned visitor neither reads, writes, types nor joins, and keeps everything else', async () => {
    const { body: own } = await mira.call(
      'createConversation',
      {},
      { clientId: uuid(), message: { clientId: uuid(), text: 'My own question' } },
    );
    await say(mira, room, 'Buy my vases');
    const { body: said } = await mira.call('listMessages', { conversation: room });
    const message = said.items.at(-1)?.id ?? '';
    expect((await ban(mira)).status).toBe(200);

    const at = { conversation: room };
    const refused = await Promise.all([
      mira.call('getConversation', at),
      mira.call('listMessages', at),
      mira.call('listMembers', at),
      mira.call('createMessage', at, { clientId: uuid(), text: 'Still here' }),
      mira.call('updateMessage', { ...at, message }, { text: 'Changed' }),
      mira.call('deleteMessage', { ...at, message }),
      mira.call('putReceipt', at, { read: 1 }),
      mira.call('createTyping', at, {}),
      mira.call('leaveRoom', at),
      join(mira),
      mira.call(
        'createConversation',
        {},
        { clientId: uuid(), room: 'lobby', message: { clientId: uuid(), text: 'Hi' } },
      ),
    ]);
    expect(refused.map(({ status, problem }) => [status, problem?.code])).toEqual(refused.map(() => [403, 'banned']));
    expect(refused.map(({ problem }) => JSON.stringify(problem)).join()).not.toContain('reason');

    await say(mira, own.id, 'Everything else goes on');
    const listed = await mira.call('listConversations', {});
    expect(listed.body.items.map(({ id }) => id)).toEqual([own.id]);
    // What it has said is its own: the export still has it, and nothing of the others.
    const { body: exported } = await mira.call('exportMe', {});
    const part = exported.conversations.find(({ conversation }) => conversation.id === room);
    expect(part?.messages.map(({ text }) => text)).toEqual(['Buy my vases']);
    expect(part?.conversation).not.toHaveProperty('lastMessage');
  });

  test('AU4, RM4: streams and replays end with the ban; who banned, and why, is for agents', async () => {
    const [atMira, atAgent] = [await listen(mira), await listen(agent)];
    await say(noah, room, 'Before');
    await atMira.until((reader) => textsOf(reader).includes('Before'));
    const cursor = atMira.lastId;
    const { body } = await ban(mira, { reason: 'Advertises a shop' });
    await say(noah, room, 'After');
    await atAgent.until((reader) => textsOf(reader).includes('After'));

    const visitor = { kind: 'visitor', id: mira.id, name: 'Mira' };
    const told = { conversationId: room, visitor, state: 'banned' };
    expect(atMira.of('membership.updated').map(({ data }) => data.data)).toEqual([told]);
    const [seen] = atAgent.of('membership.updated').map(({ data }) => data.data);
    expect(seen).toEqual({ ...told, ban: body });
    expect(body).toMatchObject({
      visitor,
      by: { kind: 'agent', id: agent.id, name: 'Agnes' },
      reason: 'Advertises a shop',
    });
    expect(textsOf(atMira)).toEqual(['Before']);

    const again = await listen(mira, cursor);
    expect(again.of('membership.updated').map(({ data }) => data.data)).toEqual([told]);
    const fromTheStart = await listen(mira, mira.cursor);
    for (const reader of [again, fromTheStart]) expect(textsOf(reader)).toEqual([]);
    const { body: polled } = await mira.call('pollEvents', {}, undefined, `?wait=0&after=${mira.cursor}`);
    expect(polled.events.map(({ type }) => type)).not.toContain('message.created');
    for (const reader of [atMira, atAgent, again, fromTheStart]) reader.close();
  });

  test('a long poll that waits hears nothing of the room after the ban', async () => {
    const { body: now } = await mira.call('pollEvents', {}, undefined, '?wait=0');
    const waiting = mira.call('pollEvents', {}, undefined, `?wait=5&after=${now.cursor}`);
    await ban(mira);
    await say(noah, room, 'Not for Mira');
    const { body: first } = await waiting;
    expect(first.events.map(({ type }) => type)).toEqual(['membership.updated']);
    const { body: second } = await mira.call('pollEvents', {}, undefined, `?wait=1&after=${first.cursor}`);
    expect(second.events.filter(({ type }) => type !== 'room.presence' && type !== 'presence')).toEqual([]);
  });

  test('RM2: a lifted one lets the visitor join again; both are said once, however often they are asked for', async () => {
    const [atMira, atAgent] = [await listen(mira), await listen(agent)];
    const first = await ban(mira, { reason: 'Shouts' });
    expect((await ban(mira, { reason: 'Shouts' })).body).toEqual(first.body);
    expect((await ban(mira, { reason: 'Shouts a lot' })).body).toEqual({ ...first.body, reason: 'Shouts a lot' });
    const { body: bans } = await agent.call('listBans', { conversation: room });
    expect(
      operations.listBans.replies[200].parse(bans).items.filter(({ visitor }) => visitor.id === mira.id),
    ).toHaveLength(1);

    expect((await unban(mira)).status).toBe(204);
    expect((await unban(mira)).status).toBe(204);
    const states = (reader: EventReader) => reader.of('membership.updated').map(({ data }) => data.data.state);
    await atMira.until((reader) => states(reader).at(-1) === 'left');
    await atAgent.until((reader) => states(reader).at(-1) === 'left');
    for (const reader of [atMira, atAgent]) expect(states(reader)).toEqual(['banned', 'banned', 'left']);
    const after = await agent.call('listBans', { conversation: room });
    expect(after.body.items.map(({ visitor }) => visitor.id)).not.toContain(mira.id);

    expect((await join(mira)).status).toBe(201);
    await say(mira, room, 'Thank you');
    await atMira.until((reader) => textsOf(reader).includes('Thank you'));
    for (const reader of [atMira, atAgent]) reader.close();
  });

  test('are listed page by page', async () => {
    for (const visitor of [mira, noah]) await ban(visitor);
    const seen: string[] = [];
    let next: string | undefined;
    do {
      const { body } = await agent.call(
        'listBans',
        { conversation: room },
        undefined,
        `?limit=1${next ? `&after=${next}` : ''}`,
      );
      seen.push(...body.items.map(({ visitor }) => visitor.id));
      next = body.next;
    } while (next);
    expect(seen.slice(0, 2)).toEqual([noah.id, mira.id]);
    expect(new Set(seen).size).toBe(seen.length);
  });

  test('RM3: one may delete what was said in the last minutes, in the same transaction, and in the log', async () => {
    const cursor = noah.cursor;
    await say(mira, room, 'Buy my vases');
    await say(noah, room, 'No thank you');
    await say(mira, room, 'Really cheap vases');
    const atNoah = await listen(noah);
    expect((await ban(mira, { deleteMinutes: 10 })).status).toBe(200);
    await atNoah.until((reader) => reader.of('message.updated').length === 2);
    const { body } = await noah.call('listMessages', { conversation: room });
    expect(body.items.slice(-3).map(({ text, deletedAt }) => [text, deletedAt !== undefined])).toEqual([
      ['', true],
      ['No thank you', false],
      ['', true],
    ]);
    const replayed = await listen(noah, cursor);
    expect(JSON.stringify(replayed.events)).not.toContain('vases');
    for (const reader of [atNoah, replayed]) reader.close();
  });

  test('RM3: a message and a ban at the same time: what is there afterwards was said before the ban', async () => {
    const writing = Array.from({ length: 20 }, () =>
      mira.call('createMessage', { conversation: room }, { clientId: uuid(), text: 'Spam' }),
    );
    const banned = await ban(mira, { deleteMinutes: 1 });
    const answers = (await Promise.all(writing)).map(({ status }) => status);
    expect(banned.status).toBe(200);
    expect(answers.every((status) => status === 201 || status === 403)).toBe(true);
    const { body } = await noah.call('listMessages', { conversation: room }, undefined, '?limit=100');
    const left = body.items.filter(({ author, text }) => author.id === mira.id && text !== '');
    expect(left).toEqual([]);
  });

  test('bad input: no such visitor, one of another site, a conversation that is no room, and what the body may not be', async () => {
    await admin.call('createSite', {}, { key: 'elsewhere', name: 'Elsewhere', origins: ['*'] });
    const stranger = await createVisitor(api.url, 'Stranger', 'elsewhere');
    const at = { conversation: room, visitor: mira.id };
    const answers = [
      await agent.call('putBan', { ...at, visitor: uuid() }, {}),
      await agent.call('putBan', { ...at, visitor: stranger.id }, {}),
      await agent.call('putBan', { ...at, conversation: uuid() }, {}),
      await agent.call('putBan', { ...at, visitor: 'nobody' }, {}),
      await agent.call('putBan', at, { reason: 'x'.repeat(201) }),
      await agent.call('putBan', at, { deleteMinutes: 1_441 }),
      await agent.call('putBan', at, { deleteMinutes: 0.5 }),
      await mira.call('putBan', { ...at, visitor: noah.id }, {}),
      await mira.call('listMembers', { conversation: room }, undefined, '?after=here'),
      await mira.call('listMembers', { conversation: room }, undefined, '?limit=101'),
      await stranger.call('listMembers', { conversation: room }),
    ];
    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 404, 400, 400, 400, 403, 400, 400, 404]);
    expect((await mira.call('getConversation', { conversation: room })).status).toBe(200);
  });

  test('ID3, RM5: a ban is that of the person who signs in, and the other way round', async () => {
    const site = await SiteSigner.create(admin);
    await ban(mira, { reason: 'Shouts' });
    const person = await identify(api.url, await site.sign('banned'), mira);
    expect((await join(person)).problem?.code).toBe('banned');
    const { body } = await agent.call('listBans', { conversation: room });
    expect(body.items.find(({ visitor }) => visitor.id === person.visitor.id)).toMatchObject({ reason: 'Shouts' });

    const other = await identify(api.url, await site.sign('banned'), noah);
    expect(other.visitor.id).toBe(person.visitor.id);
    expect((await other.call('listMessages', { conversation: room })).problem?.code).toBe('banned');
    expect((await everyMember(agent)).map(({ id }) => id)).not.toContain(person.visitor.id);
    // By the name that it had before.
    expect((await unban(mira)).status).toBe(204);
    expect((await join(other)).status).toBe(201);
  });

  test('erasing a banned visitor erases the ban and its reason', async () => {
    await ban(mira, { reason: 'Told us her address' });
    expect((await mira.call('eraseMe', {})).status).toBe(204);
    const { body } = await agent.call('listBans', { conversation: room });
    expect(body.items.map(({ visitor }) => visitor.id)).not.toContain(mira.id);
    const replayed = await listen(agent, mira.cursor);
    expect(JSON.stringify(replayed.events)).not.toContain('address');
    replayed.close();
  });
});

describe('deleting in rooms', () => {
  const lastId = async () => (await agent.call('listMessages', { conversation: room })).body.items.at(-1)?.id ?? '';

  test('every agent may delete what a visitor said, and may not edit it', async () => {
    await say(mira, room, 'Something rude');
    const path = { conversation: room, message: await lastId() };
    expect((await agent.call('updateMessage', path, { text: 'Something kind' })).status).toBe(403);
    expect((await noah.call('deleteMessage', path)).status).toBe(403);
    const { status, body } = await agent.call('deleteMessage', path);
    expect([status, body.text, typeof body.deletedAt]).toEqual([200, '', 'string']);
    expect((await agent.call('deleteMessage', path)).body).toEqual(body);
  });

  test('what another agent said only an admin deletes', async () => {
    await say(admin, room, 'Welcome, all');
    const path = { conversation: room, message: await lastId() };
    expect((await agent.call('deleteMessage', path)).status).toBe(403);
    expect((await admin.call('deleteMessage', path)).status).toBe(200);
  });
});
