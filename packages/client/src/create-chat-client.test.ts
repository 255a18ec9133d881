import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { agentAuthor, ContractServer } from '../test/contract-server.js';
import { until } from '../test/until.js';
import type { ChatClient, ChatClientOptions, ChatState } from './index.js';
import { conversationOf, createChatClient, sortedConversations, timelineOf } from './index.js';

let server: ContractServer;
const clients: ChatClient[] = [];

beforeEach(async () => {
  server = await ContractServer.start();
  // Backoff without its jitter, and short.
  jest.spyOn(Math, 'random').mockReturnValue(0.02);
});

afterEach(async () => {
  for (const client of clients.splice(0)) client.stop();
  await server.stop();
  jest.restoreAllMocks();
});

function make(options: Partial<ChatClientOptions> = { site: 'demo' }): ChatClient {
  const client = createChatClient({ api: server.url, ...options });
  clients.push(client);
  return client;
}

async function live(client: ChatClient): Promise<ChatClient> {
  await client.start();
  await until('live', () => client.store.get().connection === 'live');
  return client;
}

async function agent(): Promise<ChatClient> {
  const client = make({});
  await client.login('ada@example.com', 'right password');
  return live(client);
}

/** A visitor with a conversation that holds `count` messages of an agent. */
async function visitorWith(count: number) {
  const visitor = await live(make());
  const self = visitor.store.get().visitor;
  const { id } = server.open({ kind: 'visitor', id: self?.id ?? '', name: self?.name ?? '' });
  for (let index = 1; index <= count; index++) server.say(id, `text ${index}`);
  await until('they came', () => conversationOf(visitor.store.get(), id)?.lastSeq === count);
  return { visitor, id };
}

const textsOf = (client: ChatClient, key: string) =>
  timelineOf(client.store.get(), key)?.messages.map(({ text }) => text) ?? [];
const asked = (route: string) => server.requests.filter((other) => other === route).length;
const settle = (ms = 50) => new Promise((resolve) => setTimeout(resolve, ms));

test('agents read as one, and each tells how far it has come itself: a note may name it', async () => {
  const ada = await agent();
  const violet = { kind: 'visitor' as const, id: server.id(), name: 'Violet' };
  const { id } = server.open(violet);
  server.say(id, 'one', violet);
  await until('it came', () => conversationOf(ada.store.get(), id)?.unread === 1);
  const other = { kind: 'agent' as const, id: server.id() };
  server.append('receipt.updated', id, { conversationId: id, principal: other, delivered: 1, read: 1 });
  await until('another has read it', () => conversationOf(ada.store.get(), id)?.unread === 0);
  ada.markRead(id, 1);
  await until('ada has, too', () => asked(`PUT conversations/${id}/receipt`) === 1);
  ada.markRead(id, 1);
  await settle(400);
  expect(asked(`PUT conversations/${id}/receipt`)).toBe(1);
});

describe('a session', () => {
  test('contacts nobody before it is asked to', async () => {
    expect(await make().hasSession()).toBe(false);
    expect(server.requests).toEqual([]);
  });

  test('one visitor for one client, however often it starts', async () => {
    const visitor = make();
    await Promise.all([visitor.start(), visitor.start()]);
    await visitor.start();
    expect(await visitor.hasSession()).toBe(true);
    expect(asked('POST sites/demo/visitors')).toBe(1);
    const other = await live(make());
    expect(other.store.get().visitor?.id).not.toBe(visitor.store.get().visitor?.id);
  });

  test('what happens between the cursor and the list, or the list and the stream, is not lost', async () => {
    const author = { kind: 'visitor' as const, id: server.id(), name: 'Violet' };
    const { id } = server.open(author);
    let between = 0;
    server.intercept = ({ route }) => {
      if (route === 'GET conversations') server.say(id, `before the list ${++between}`, author);
      if (route === 'GET conversations') setTimeout(() => server.say(id, `after the list ${++between}`, author));
      if (route === 'GET events/stream') server.say(id, `before the stream ${++between}`, author);
      return undefined;
    };
    const ada = await agent();
    await until('all are there', () => conversationOf(ada.store.get(), id)?.lastSeq === 3);
    expect(conversationOf(ada.store.get(), id)?.unread).toBe(3);
  });

  test('a visitor whose session is no longer good becomes a new one when it acts again', async () => {
    const { visitor } = await visitorWith(1);
    const before = visitor.store.get().visitor?.id;
    server.revoke();
    server.cutStreams();
    await until('it is signed out', () => visitor.store.get().signedOut);
    await live(visitor);
    expect(visitor.store.get().visitor?.id).not.toBe(before);
    expect(visitor.store.get().conversations.size).toBe(0);
    expect(visitor.store.get().signedOut).toBe(false);
  });

  test('start waits for a server that cannot be reached, and says so', async () => {
    const visitor = make();
    server.intercept = () => 'refuse';
    const started = visitor.start();
    await until('offline', () => visitor.store.get().connection === 'offline');
    expect(visitor.store.get().disconnectedSince).toBeDefined();
    server.intercept = () => undefined;
    await started;
    await until('live', () => visitor.store.get().connection === 'live');
    expect(visitor.store.get().disconnectedSince).toBeUndefined();
  });

  test('a site that may not be used here: start says why, and so does what waits', async () => {
    const visitor = make();
    server.intercept = () => ({ status: 403, body: { code: 'origin_not_allowed', detail: 'not from here' } });
    const key = visitor.startConversation('hello');
    await expect(visitor.start()).rejects.toMatchObject({ code: 'origin_not_allowed', status: 403 });
    const [message] = timelineOf(visitor.store.get(), key)?.outgoing ?? [];
    expect(message).toMatchObject({ status: 'failed', failure: { code: 'origin_not_allowed' } });
    expect(visitor.store.get().connection).toBe('idle');

    server.intercept = () => undefined;
    visitor.retry(message?.clientId ?? '');
    await until('it is sent', () => textsOf(visitor, key).length === 1);
  });

  test('an agent without a session is signed out, and nothing is tried again', async () => {
    const ada = make({});
    await ada.start();
    expect(ada.store.get()).toMatchObject({ signedOut: true, connection: 'idle' });
    await expect(ada.login('ada@example.com', 'wrong')).rejects.toMatchObject({ code: 'unauthenticated' });
    expect(server.requests).toEqual(['GET auth/me', 'POST auth/login']);
  });

  test('RS5: a session that ends during the stream ends everything', async () => {
    const ada = await agent();
    server.intercept = () => ({ status: 401 });
    server.cutStreams();
    await until('it is signed out', () => ada.store.get().signedOut);
    const { length } = server.requests;
    await settle(100);
    expect(server.requests).toHaveLength(length);
    server.intercept = () => undefined;
    await ada.login('ada@example.com', 'right password');
    expect(ada.store.get().signedOut).toBe(false);
  });

  test('logout forgets everything', async () => {
    const ada = await agent();
    await ada.logout();
    expect(ada.store.get()).toMatchObject({ signedOut: true, connection: 'idle' });
    expect(ada.store.get().agent).toBeUndefined();
    expect(ada.store.get().conversations.size).toBe(0);
    const { visitor } = await visitorWith(1);
    await visitor.logout();
    expect(await visitor.hasSession()).toBe(false);
    expect(visitor.store.get().signedOut).toBe(false);
    expect(visitor.store.get().visitor).toBeUndefined();
  });

  test('stop ends the stream, start goes on where it ended (RS1)', async () => {
    const { visitor, id } = await visitorWith(1);
    visitor.stop();
    await until('the stream is gone', () => server.streams.size === 0);
    server.say(id, 'while away');
    await settle();
    expect(visitor.store.get()).toMatchObject({ connection: 'idle' });
    expect(conversationOf(visitor.store.get(), id)?.lastSeq).toBe(1);
    await visitor.start();
    await until('it came', () => conversationOf(visitor.store.get(), id)?.lastSeq === 2);
    expect(asked('POST sites/demo/visitors')).toBe(1);
  });
});

describe('messages', () => {
  test('a visitor and an agent talk, each seeing the other without asking', async () => {
    const visitor = make();
    const ada = await agent();
    const key = visitor.startConversation('Is the blue vase still there?');
    expect(timelineOf(visitor.store.get(), key)?.outgoing).toMatchObject([{ status: 'sending' }]);

    const { id } = await until('the agent sees it', () =>
      sortedConversations(ada.store.get()).find(({ unread }) => unread === 1),
    );
    await ada.openConversation(id);
    expect(textsOf(ada, id)).toEqual(['Is the blue vase still there?']);
    ada.send(id, 'It is!');

    await until('the visitor sees the answer', () => textsOf(visitor, key).length === 2);
    expect(textsOf(visitor, key)).toEqual(['Is the blue vase still there?', 'It is!']);
    expect(timelineOf(visitor.store.get(), key)?.outgoing).toEqual([]);
    expect(conversationOf(visitor.store.get(), key)).toMatchObject({ id, unread: 1 });

    visitor.markRead(key, 2);
    expect(conversationOf(visitor.store.get(), key)?.unread).toBe(0);
    await until('the agent sees that it was read', () =>
      timelineOf(ada.store.get(), id)?.receipts.some(({ read }) => read === 2),
    );
    expect(ada.store.get().conversations.get(id)?.unread).toBe(1);
  });

  test('a profile given right after the first message is that of the visitor', async () => {
    const visitor = make();
    visitor.startConversation('hello');
    await visitor.start({ name: 'Violet' });
    expect(visitor.store.get().visitor?.name).toBe('Violet');
  });

  test('what is typed before the conversation exists follows in order', async () => {
    const visitor = make();
    const key = visitor.startConversation('one');
    visitor.send(key, 'two');
    await visitor.start();
    visitor.send(key, 'three');
    await until('all are sent', () => textsOf(visitor, key).length === 3);
    visitor.send(key, 'four');
    await until('all are sent', () => textsOf(visitor, key).length === 4);
    expect(textsOf(visitor, key)).toEqual(['one', 'two', 'three', 'four']);
    expect(server.conversations.size).toBe(1);
  });

  test.each(['POST conversations', 'messages'])(
    'MS1: an answer lost after the commit doubles nothing (%s)',
    async (route) => {
      const visitor = make();
      let lost = 0;
      server.intercept = (request) =>
        request.route.startsWith('POST conv') && request.route.endsWith(route.replace('POST ', '')) && lost++ < 2
          ? 'lose answer'
          : undefined;
      const key = visitor.startConversation('one');
      visitor.send(key, 'two');
      await until('both are there', () => textsOf(visitor, key).length === 2);
      await until('nothing waits', () => timelineOf(visitor.store.get(), key)?.outgoing.length === 0);
      await settle(100);
      const [id] = server.conversations.keys();
      expect(server.messages.get(id ?? '')?.map(({ text }) => text)).toEqual(['one', 'two']);
      expect(lost).toBeGreaterThan(2);
    },
  );

  test('a message that is sent while the stream is waited for brings it back at once', async () => {
    const { visitor, id } = await visitorWith(1);
    jest.spyOn(Math, 'random').mockReturnValue(1);
    server.intercept = ({ route }) => (route.startsWith('GET events') ? 'refuse' : undefined);
    server.cutStreams();
    await until('offline', () => visitor.store.get().connection === 'offline');
    server.intercept = () => undefined;
    visitor.send(id, 'anybody there?');
    await until('live', () => visitor.store.get().connection === 'live', 900);
  });

  test('one that is refused says why, can be taken back, and tried again', async () => {
    const { visitor, id } = await visitorWith(1);
    server.intercept = ({ route }) =>
      route.endsWith('/messages') && route.startsWith('POST')
        ? { status: 422, body: { code: 'refused', detail: 'you are banned' } }
        : undefined;
    await visitor.openConversation(id);
    const first = visitor.send(id, 'first');
    const second = visitor.send(id, 'second');
    await until('both failed', () =>
      timelineOf(visitor.store.get(), id)?.outgoing.every(({ failure }) => failure?.code === 'refused'),
    );
    expect(visitor.discard(first)).toBe('first');
    expect(visitor.discard(first)).toBeUndefined();
    server.intercept = () => undefined;
    visitor.retry(second);
    await until('it is sent', () => textsOf(visitor, id).includes('second'));
    expect(timelineOf(visitor.store.get(), id)?.outgoing).toEqual([]);
  });

  test('are edited and deleted, for all who see them', async () => {
    const { visitor, id } = await visitorWith(0);
    const ada = await agent();
    await Promise.all([visitor.openConversation(id), ada.openConversation(id)]);
    visitor.send(id, 'tpyo');
    const message = await until('it is there', () => timelineOf(ada.store.get(), id)?.messages[0]);
    await visitor.editMessage(id, message.id, 'typo');
    expect(textsOf(visitor, id)).toEqual(['typo']);
    await until('the agent sees it', () => textsOf(ada, id)[0] === 'typo');
    await visitor.deleteMessage(id, message.id);
    await until('the agent sees it', () => timelineOf(ada.store.get(), id)?.messages[0]?.deletedAt);
  });
});

describe('a change of a message', () => {
  async function own(text: string) {
    const { visitor, id } = await visitorWith(0);
    await visitor.openConversation(id);
    visitor.send(id, text);
    const message = await until('it is there', () => timelineOf(visitor.store.get(), id)?.messages[0]);
    const changes = () => [...(timelineOf(visitor.store.get(), id)?.changes ?? [])];
    return { visitor, id, message, changes };
  }

  test('is shown at once', async () => {
    const { visitor, id, message, changes } = await own('tpyo');
    const edited = visitor.editMessage(id, message.id, 'typo');
    expect(changes()).toEqual([[message.id, { text: 'typo' }]]);
    await edited;
    expect(changes()).toEqual([]);
    expect(textsOf(visitor, id)).toEqual(['typo']);
    const deleted = visitor.deleteMessage(id, message.id);
    expect(changes()).toEqual([[message.id, {}]]);
    await deleted;
    expect(timelineOf(visitor.store.get(), id)?.messages[0]?.deletedAt).toBeDefined();
  });

  test('that the server does not take is taken back', async () => {
    const { visitor, id, message, changes } = await own('as it was');
    server.intercept = ({ route }) => (route.startsWith('PATCH') ? { status: 403 } : undefined);
    await expect(visitor.editMessage(id, message.id, 'another')).rejects.toMatchObject({ status: 403 });
    expect(changes()).toEqual([]);
    expect(textsOf(visitor, id)).toEqual(['as it was']);
  });

  test('gives way to a later one only', async () => {
    const { visitor, id, message, changes } = await own('one');
    const second = visitor.editMessage(id, message.id, 'two');
    const third = visitor.editMessage(id, message.id, 'three');
    expect(changes()).toEqual([[message.id, { text: 'three' }]]);
    await Promise.all([second, third]);
    expect(changes()).toEqual([]);
  });
});

describe('what is kept about a visitor', () => {
  test('can be had', async () => {
    const { visitor, id } = await visitorWith(2);
    const { conversations } = await visitor.exportVisitor();
    expect(conversations.map(({ conversation }) => conversation.id)).toEqual([id]);
    expect(conversations[0]?.messages.map(({ text }) => text)).toEqual(['text 1', 'text 2']);
  });

  test('can be erased, and the next thing said is by somebody else', async () => {
    const { visitor } = await visitorWith(2);
    const before = visitor.store.get().visitor?.id;
    await visitor.eraseVisitor();
    expect(await visitor.hasSession()).toBe(false);
    const { visitor: nobody, signedOut, conversations } = visitor.store.get();
    expect({ nobody, signedOut, conversations: conversations.size }).toEqual({
      nobody: undefined,
      signedOut: false,
      conversations: 0,
    });
    visitor.startConversation('Hello');
    const now = await until('there is a visitor', () => visitor.store.get().visitor);
    expect(now.id).not.toBe(before);
  });

  test('is all still there when that fails', async () => {
    const { visitor, id } = await visitorWith(1);
    server.intercept = ({ route }) => (route === 'DELETE visitors/me' ? { status: 503 } : undefined);
    await expect(visitor.eraseVisitor()).rejects.toMatchObject({ status: 503 });
    expect(conversationOf(visitor.store.get(), id)?.lastSeq).toBe(1);
    await until('live', () => visitor.store.get().connection === 'live');
  });
});

describe('history', () => {
  test('a conversation is opened with its latest page, and paged back without a hole', async () => {
    const { visitor, id } = await visitorWith(120);
    await Promise.all([visitor.openConversation(id), visitor.openConversation(id)]);
    expect(textsOf(visitor, id)).toHaveLength(50);
    expect(timelineOf(visitor.store.get(), id)?.hasOlder).toBe(true);
    await Promise.all([visitor.loadOlder(id), visitor.loadOlder(id)]);
    await visitor.loadOlder(id);
    await visitor.loadOlder(id);
    expect(textsOf(visitor, id)).toEqual(Array.from({ length: 120 }, (_, index) => `text ${index + 1}`));
    expect(server.requests.filter((route) => route.endsWith('/messages'))).toHaveLength(3);
  });

  test('the list of conversations is paged', async () => {
    for (let index = 0; index < 120; index++) server.open({ kind: 'visitor', id: server.id(), name: '' });
    const ada = await agent();
    expect(ada.store.get()).toMatchObject({ list: { loaded: true, loading: false, hasMore: true } });
    await Promise.all([ada.loadMoreConversations(), ada.loadMoreConversations()]);
    expect(ada.store.get().conversations.size).toBe(100);
    await ada.loadMoreConversations();
    expect(ada.store.get().conversations.size).toBe(120);
    expect(ada.store.get().list.hasMore).toBe(false);
  });

  test('a conversation that is not listed is fetched when something is said in it, and nothing of that is lost', async () => {
    for (let index = 0; index < 60; index++) server.open({ kind: 'visitor', id: server.id(), name: '' });
    const [oldest] = [...server.conversations.values()];
    const id = oldest?.id ?? '';
    const ada = await agent();
    expect(conversationOf(ada.store.get(), id)).toBeUndefined();
    const author = { kind: 'visitor' as const, id: server.id(), name: 'V' };
    server.intercept = ({ route }) => {
      if (route !== `GET conversations/${id}`) return undefined;
      // After the answer has been made, and before it is there.
      setTimeout(() => server.say(id, 'meanwhile', author), 20);
      return 'answer late';
    };
    server.say(id, 'hello again', author);
    await until('both are there', () => conversationOf(ada.store.get(), id)?.lastSeq === 2);
    expect(conversationOf(ada.store.get(), id)).toMatchObject({ unread: 2, lastMessage: { text: 'meanwhile' } });
  });

  test('one that is not ours cannot be opened', async () => {
    const { visitor } = await visitorWith(1);
    const other = server.open({ kind: 'visitor', id: server.id(), name: '' });
    await expect(visitor.openConversation(other.id)).rejects.toMatchObject({ code: 'not_found' });
    expect(timelineOf(visitor.store.get(), other.id)?.loading).toBe('none');
  });

  test('RS2: after a reset everything is fetched anew, and nothing flickers meanwhile', async () => {
    const { visitor, id } = await visitorWith(3);
    await visitor.openConversation(id);
    const seen: string[] = [];
    visitor.store.subscribe((state: ChatState) => {
      seen.push(`${state.conversations.size} conversation, ${timelineOf(state, id)?.messages.length} messages`);
    });
    // An older backup was restored: the last message is gone, another has its number.
    server.epoch = 'e2';
    server.log = [];
    server.messages.get(id)?.pop();
    const conversation = server.conversations.get(id);
    if (!conversation) throw new Error('gone');
    conversation.lastSeq = 2;
    server.say(id, 'other 3');
    server.cutStreams();
    await until('it is there', () => textsOf(visitor, id)[2] === 'other 3');
    expect(textsOf(visitor, id)).toEqual(['text 1', 'text 2', 'other 3']);
    expect(new Set(seen)).toEqual(new Set(['1 conversation, 3 messages']));
    server.say(id, 'and on');
    await until('it came', () => textsOf(visitor, id).length === 4);
  });
});

describe('being there', () => {
  test('joining a room twice is joining it once; its members see each other', async () => {
    const [violet, bea] = [await live(make()), await live(make())];
    const [first, again] = [await violet.joinRoom('lobby'), await violet.joinRoom('lobby')];
    expect(again).toBe(first);
    expect(await bea.joinRoom('lobby')).toBe(first);
    bea.send(first, 'hello all');
    await until('Violet sees it', () => textsOf(violet, first).includes('hello all'));
    expect(conversationOf(violet.store.get(), first)).toMatchObject({ kind: 'room', unread: 1 });
    expect(conversationOf(bea.store.get(), first)?.unread).toBe(0);
    await bea.updateVisitor({ name: 'Bea' });
    expect(bea.store.get().visitor).toMatchObject({ name: 'Bea', named: true });
  });

  test('what is read is told once, and never backwards', async () => {
    const { visitor, id } = await visitorWith(9);
    for (const seq of [3, 7, 5, 9, 9, 2, 100]) visitor.markRead(id, seq);
    const route = `PUT conversations/${id}/receipt`;
    await until('it is told', () => asked(route) === 1);
    visitor.markRead(id, 4);
    await settle(400);
    expect(asked(route)).toBe(1);
    expect([...server.reads.values()]).toEqual([9]);
  });

  test('what is read while the server is away is told later', async () => {
    const { visitor, id } = await visitorWith(2);
    server.intercept = ({ route }) =>
      route.endsWith('/receipt') && server.reads.size === 0 && asked(route) < 2
        ? { status: 503, headers: { 'retry-after': '0' } }
        : undefined;
    visitor.markRead(id, 2);
    await until('it is told', () => server.reads.size === 1);
  });

  test('what came while nobody was there is said to have arrived', async () => {
    const { visitor, id } = await visitorWith(0);
    visitor.stop();
    server.say(id, 'Are you there?');
    await live(visitor);
    const told = () => server.log.find(({ event }) => event.type === 'receipt.updated')?.event.data;
    await until('it is told', () => told() !== undefined);
    expect(told()).toMatchObject({ conversationId: id, delivered: 1, read: 0 });
  });

  test('typing is told at most once in 3 s, and again after a message', async () => {
    const { visitor, id } = await visitorWith(1);
    const route = `POST conversations/${id}/typing`;
    for (let index = 0; index < 5; index++) visitor.typing(id);
    await until('it is told', () => asked(route) === 1);
    visitor.send(id, 'so');
    visitor.typing(id);
    await until('it is told again', () => asked(route) === 2);
  });

  test('typing of others ends by itself', async () => {
    const { visitor, id } = await visitorWith(1);
    await visitor.openConversation(id);
    server.mention('typing', id, { author: agentAuthor, until: new Date(Date.now() + 120).toISOString() });
    await until('it shows', () => timelineOf(visitor.store.get(), id)?.typing.length === 1);
    await until('it ends', () => timelineOf(visitor.store.get(), id)?.typing.length === 0, 500);
  });

  test('agents close conversations for everybody', async () => {
    const { visitor, id } = await visitorWith(1);
    const ada = await agent();
    expect(await ada.updateConversation(id, { status: 'closed' })).toMatchObject({ status: 'closed' });
    expect(conversationOf(ada.store.get(), id)?.status).toBe('closed');
    await until('the visitor sees it', () => conversationOf(visitor.store.get(), id)?.status === 'closed');
  });
});
