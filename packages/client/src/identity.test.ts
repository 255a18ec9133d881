import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { ContractServer, identityOf } from '../test/contract-server.js';
import { until } from '../test/until.js';
import type { ChatClient, ChatError } from './index.js';
import { conversationOf, createChatClient, sortedConversations, timelineOf } from './index.js';

let server: ContractServer;
let clients: ChatClient[] = [];
let errors: string[] = [];

beforeEach(async () => {
  server = await ContractServer.start();
  errors = [];
  jest.spyOn(Math, 'random').mockReturnValue(0.02);
});

afterEach(async () => {
  for (const client of clients) client.stop();
  clients = [];
  await server.stop();
  jest.restoreAllMocks();
});

function make(): ChatClient {
  const onError = ({ code }: ChatError) => errors.push(code);
  const client = createChatClient({ api: server.url, site: 'demo', onError });
  clients.push(client);
  return client;
}

async function live(client = make()): Promise<ChatClient> {
  await client.start();
  await until('live', () => client.store.get().connection === 'live');
  return client;
}

const textsOf = (client: ChatClient, key: string) =>
  timelineOf(client.store.get(), key)?.messages.map(({ text }) => text) ?? [];
const visitorOf = (client: ChatClient) => client.store.get().visitor;
const settle = (ms = 60) => new Promise((resolve) => setTimeout(resolve, ms));

describe('before there is a session', () => {
  test('what the page tells contacts nobody, and is sent once there is one', async () => {
    const client = make();
    await client.identify(identityOf('ann'));
    client.setAttributes({ plan: 'free', seats: 2 });
    client.setAttributes({ plan: 'pro' });
    client.track({ name: 'looked' });
    client.track({ name: 'bought' });
    await settle();
    expect(server.requests).toEqual([]);
    await live(client);
    const id = visitorOf(client)?.id ?? '';
    expect(visitorOf(client)).toMatchObject({ verified: true, externalId: 'ann' });
    await until('all is told', () => server.tracked.length === 2 && server.attributes[id] !== undefined);
    expect(server.attributes[id]).toEqual({ plan: 'pro', seats: 2 });
    expect(server.tracked).toEqual([`${id} looked`, `${id} bought`]);
  });

  test('of ten thousand events the last fifty are kept', async () => {
    const client = make();
    for (let index = 0; index < 10_000; index++) client.track({ name: `event ${index}` });
    await live(client);
    await until('they are told', () => server.tracked.length === 50);
    expect(server.tracked.at(-1)).toContain('event 9999');
  });

  test('logging out forgets it, and contacts nobody', async () => {
    const client = make();
    await client.identify(identityOf('ann'));
    client.setAttributes({ plan: 'pro' });
    await client.logout();
    expect(server.requests).toEqual([]);
    await live(client);
    expect(visitorOf(client)?.verified).toBe(false);
    await settle();
    expect(server.attributes).toEqual({});
  });
});

describe('an anonymous visitor who signs in while the chat is open', () => {
  test('keeps what is shown, and what is typed meanwhile arrives once', async () => {
    const client = await live();
    const key = client.startConversation('before');
    await until('it is sent', () => textsOf(client, key).length === 1);
    await client.openConversation(key);
    const anonymous = visitorOf(client)?.id;
    server.persons.set('ann', { kind: 'visitor', id: server.id(), name: 'Ann' });
    const signedIn = client.identify(identityOf('ann'));
    client.send(key, 'meanwhile');
    await signedIn;
    client.send(key, 'after');
    await until('all are there', () => textsOf(client, key).length === 3);
    expect(textsOf(client, key)).toEqual(['before', 'meanwhile', 'after']);
    const id = visitorOf(client)?.id;
    expect(id).not.toBe(anonymous);
    expect(new Set(timelineOf(client.store.get(), key)?.messages.map(({ author }) => author.id))).toEqual(
      new Set([id]),
    );
    await until('live again', () => client.store.get().connection === 'live');
    const { id: conversation = '' } = conversationOf(client.store.get(), key) ?? {};
    server.say(conversation, 'an answer');
    await until('it came', () => textsOf(client, key).includes('an answer'));
    expect(errors).toEqual([]);
  });

  test('sees the whole history of the person, also on a device that is open', async () => {
    const first = make();
    await first.identify(identityOf('ann'));
    await live(first);
    const earlier = first.startConversation('long ago');
    await until('it is sent', () => textsOf(first, earlier).length === 1);
    const second = await live();
    const key = second.startConversation('from the phone');
    await until('it is sent', () => textsOf(second, key).length === 1);
    await second.identify(identityOf('ann'));
    expect(sortedConversations(second.store.get())).toHaveLength(2);
    await until('the first device hears of it', () => sortedConversations(first.store.get()).length === 2);
    await until('with its last message', () =>
      sortedConversations(first.store.get()).every(({ lastMessage }) => lastMessage !== undefined),
    );
  });

  test('the same word again and again changes nothing', async () => {
    const client = make();
    await client.identify(identityOf('ann'));
    await live(client);
    const streams = () => server.requests.filter((route) => route.startsWith('GET events')).length;
    const before = streams();
    for (let index = 0; index < 5; index++) await client.identify(identityOf('ann'));
    expect(client.store.get().connection).toBe('live');
    expect(streams()).toBe(before);
  });

  test('a token that another tab has ended: the client signs in again by itself, and says nothing twice', async () => {
    const client = make();
    await client.identify(identityOf('ann'));
    await live(client);
    const key = client.startConversation('one');
    await until('it is sent', () => textsOf(client, key).length === 1);
    server.revoke();
    server.cutStreams();
    client.send(key, 'two');
    await until('it is sent', () => textsOf(client, key).length === 2);
    expect(client.store.get()).toMatchObject({ signedOut: false });
    expect(visitorOf(client)?.externalId).toBe('ann');
    expect(textsOf(client, key)).toEqual(['one', 'two']);
  });
});

describe('one person after another', () => {
  test('nothing of the first is shown to the second, or sent as the second', async () => {
    const client = make();
    await client.identify(identityOf('ann'));
    await live(client);
    const key = client.startConversation('private');
    await until('it is sent', () => textsOf(client, key).length === 1);
    const ann = visitorOf(client)?.id ?? '';
    server.intercept = ({ route }) => (route.endsWith('/messages') ? { status: 503 } : undefined);
    client.send(key, 'typed by Ann, not sent yet');
    await settle();
    await client.identify(identityOf('bea'));
    server.intercept = () => undefined;
    expect(visitorOf(client)).toMatchObject({ externalId: 'bea' });
    expect(client.store.get().conversations.size).toBe(0);
    expect([...client.store.get().timelines.values()].flatMap(({ outgoing }) => outgoing)).toEqual([]);
    const own = client.startConversation('of Bea');
    await until('it is sent', () => textsOf(client, own).length === 1);
    await settle(200);
    const said = [...server.messages.values()].flat();
    expect(said.filter(({ author }) => author.id === visitorOf(client)?.id).map(({ text }) => text)).toEqual([
      'of Bea',
    ]);
    // It waits for Ann.
    await client.identify(identityOf('ann'));
    await until('Ann has sent it', () => [...server.messages.values()].flat().length === 3);
    const last = [...server.messages.values()].flat().find(({ text }) => text.startsWith('typed by Ann'));
    expect(last?.author.id).toBe(ann);
  });

  test('logging out ends the session on the server too; the next one begins with nothing', async () => {
    const client = make();
    await client.identify(identityOf('ann'));
    await live(client);
    client.startConversation('private');
    await until('it is sent', () => [...server.messages.values()].flat().length === 1);
    await client.logout();
    await until('it is ended', () => server.requests.includes('POST auth/logout'));
    expect(await client.hasSession()).toBe(false);
    expect(client.store.get().visitor).toBeUndefined();
    await live(client);
    expect(visitorOf(client)).toMatchObject({ verified: false });
    expect(client.store.get().conversations.size).toBe(0);
  });
});

describe('an answer that comes after logging out', () => {
  test('is not shown to the next one, and holds up nothing that the next one says', async () => {
    const client = make();
    await client.identify(identityOf('ann'));
    await live(client);
    const said = () => [...server.messages.values()].flat().map(({ text }) => text);
    server.intercept = ({ route }) => (route === 'POST conversations' ? 'answer late' : undefined);
    client.startConversation('private');
    await until('it is stored', () => said().length === 1);
    await client.logout();
    await settle(200);
    expect(client.store.get().conversations.size).toBe(0);
    expect(client.store.get().timelines.size).toBe(0);
    server.intercept = () => undefined;
    await live(client);
    client.startConversation('of the next one');
    await until('it is sent', () => said().length === 2);
    await until('it is known', () => client.store.get().conversations.size === 1);
    expect(textsOf(client, [...client.store.get().conversations.keys()][0] ?? '')).toEqual(['of the next one']);
  });

  test('does not sign in the one who has left', async () => {
    const client = make();
    await client.identify(identityOf('ann'));
    server.intercept = ({ route }) => (route === 'POST sites/demo/visitors' ? 'answer late' : undefined);
    const starting = client.start();
    await until('it is asked', () => server.persons.has('ann'));
    await client.logout();
    await starting;
    await settle(200);
    expect(await client.hasSession()).toBe(false);
    expect(visitorOf(client)).toBeUndefined();
    expect(client.store.get().connection).toBe('idle');
  });

  test('is of use to the next one when it is about the site', async () => {
    const client = make();
    server.intercept = ({ route }) => (route === 'GET sites/demo' ? 'answer late' : undefined);
    const loading = client.loadSite();
    await until('it is asked', () => server.requests.includes('GET sites/demo'));
    await client.logout();
    await loading;
    expect(client.store.get().site).toMatchObject({ key: 'demo' });
  });
});

describe('a word that is not taken', () => {
  test.each([
    ['bad', 'identity_invalid'],
    ['late', 'identity_expired'],
  ])('%s: says so, and the chat goes on without it', async (sub, code) => {
    const client = make();
    await client.identify(identityOf(sub));
    await live(client);
    expect(errors).toEqual([code]);
    expect(visitorOf(client)?.verified).toBe(false);
    const key = client.startConversation('still here');
    await until('it is sent', () => textsOf(client, key).length === 1);
    await client.identify(identityOf('ann'));
    expect(visitorOf(client)).toMatchObject({ externalId: 'ann' });
    await until('the history came along', () => textsOf(client, key).length === 1);
  });

  test('about somebody else than is signed in: that session ends, though nobody can be put in its place', async () => {
    const client = make();
    await client.identify(identityOf('ann'));
    await live(client);
    client.startConversation('private');
    await until('it is sent', () => [...server.messages.values()].flat().length === 1);
    await client.identify(identityOf('late'));
    expect(errors).toEqual(['identity_expired']);
    expect(visitorOf(client)?.verified).toBe(false);
    expect(client.store.get().conversations.size).toBe(0);
  });

  test('a session that has ended asks the page for another word, and takes it up', async () => {
    const client = await live();
    server.revoke();
    server.cutStreams();
    await until('it is signed out', () => client.store.get().signedOut);
    expect(errors).toEqual(['unauthenticated']);
    await client.identify(identityOf('ann'));
    expect(client.store.get()).toMatchObject({ signedOut: false, visitor: { externalId: 'ann' } });
  });

  test.each(['', 'a.b.c', 'nonsense', `x.${'A'.repeat(9_000)}.y`])('%p is survived', async (jwt) => {
    server.intercept = ({ route, body }) =>
      route.endsWith('/visitors') && body['identity'] !== undefined && body['identity'] !== ''
        ? { status: 401, body: { code: 'identity_invalid' } }
        : undefined;
    const client = make();
    await client.identify(jwt);
    await live(client);
    expect(visitorOf(client)?.verified).toBe(false);
  });
});
