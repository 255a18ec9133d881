import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { ADMIN, ApiProcess } from './support/api-process.js';
import { createTestDatabase, type TestDatabase } from './support/databases.js';
import { EventReader } from './support/event-reader.js';
import { type Caller, createVisitor, signIn } from './support/http.js';
import { identify, SiteSigner } from './support/identity.js';
import { joinLobby, say, startConversation, textsOf, uuid } from './support/talk.js';

let database: TestDatabase;
let api: ApiProcess;
let admin: Awaited<ReturnType<typeof signIn>>;
let site: SiteSigner;

beforeAll(async () => {
  database = await createTestDatabase();
  api = await ApiProcess.start(database.env);
  admin = await signIn(api.url, ADMIN);
  site = await SiteSigner.create(admin);
});

afterAll(async () => {
  await api.stop();
  await database.remove();
});

const conversationsOf = async (caller: Caller) => (await caller.call('listConversations', {})).body.items;
const messagesOf = async (caller: Caller, conversation: string) =>
  (await caller.call('listMessages', { conversation })).body.items;

describe('the keys of a site', () => {
  test('a secret is shown once; the list has none', async () => {
    const { body: made } = await admin.call(
      'createIdentityKey',
      { site: 'demo' },
      { algorithm: 'HS256', kid: 'spring' },
    );
    expect(made).toMatchObject({ kid: 'spring', algorithm: 'HS256', secret: expect.stringMatching(/^pls_[\w-]{43}$/) });
    const { body } = await admin.call('listIdentityKeys', { site: 'demo' });
    expect(body.items.find(({ id }) => id === made.id)).toEqual({
      id: made.id,
      kid: 'spring',
      algorithm: 'HS256',
      createdAt: made.createdAt,
    });
    const again = await admin.call('createIdentityKey', { site: 'demo' }, { algorithm: 'HS256', kid: 'spring' });
    expect(again.problem).toMatchObject({ code: 'conflict' });
    expect(await admin.call('deleteIdentityKey', { site: 'demo', key: made.id })).toMatchObject({ status: 204 });
    expect(await admin.call('deleteIdentityKey', { site: 'demo', key: made.id })).toMatchObject({ status: 404 });
  });

  test('there are ten at the most, and each site has its own', async () => {
    await admin.call('createSite', {}, { key: 'keys', name: 'Keys', origins: ['*'] });
    const make = () => admin.call('createIdentityKey', { site: 'keys' }, { algorithm: 'HS256' });
    const made = await Promise.all(Array.from({ length: 12 }, make));
    expect(made.filter(({ status }) => status === 201)).toHaveLength(10);
    expect(made.filter(({ status }) => status === 422)).toHaveLength(2);
    const ours = await admin.call('deleteIdentityKey', { site: 'demo', key: made[0]?.body.id ?? '' });
    expect(ours.status).toBe(404);
    const foreign = await identify(api.url, await site.sign('42'), undefined, 'keys');
    expect(foreign.problem).toMatchObject({ status: 401, code: 'identity_invalid', detail: /names no key/ });
  });

  test('a public key is for all but HS256, and is told what is wrong with it', async () => {
    const none = await admin.call('createIdentityKey', { site: 'demo' }, { algorithm: 'ES256' });
    expect(none.problem).toMatchObject({ status: 400, errors: [{ path: 'publicKey', message: 'is missing' }] });
    const wrong = await admin.call('createIdentityKey', { site: 'demo' }, { algorithm: 'ES256', publicKey: 'x' });
    expect(wrong.problem).toMatchObject({ status: 400, errors: [{ path: 'publicKey' }] });
  });

  test('rotation: old and new hold side by side; the old one ends with its key, its sessions do not', async () => {
    const next = await SiteSigner.create(admin);
    const old = await SiteSigner.create(admin);
    const person = await identify(api.url, await old.sign('rotating'));
    expect((await identify(api.url, await next.sign('rotating'))).visitor.id).toBe(person.visitor.id);
    await admin.call('deleteIdentityKey', { site: 'demo', key: old.id });
    expect((await identify(api.url, await old.sign('rotating'))).problem).toMatchObject({ code: 'identity_invalid' });
    expect((await person.call('getMe', {})).body).toMatchObject({ id: person.visitor.id, verified: true });
    expect((await identify(api.url, await next.sign('rotating'))).status).toBe(201);
  });

  test('a site without keys says so, and an identity that has expired has a code of its own', async () => {
    await admin.call('createSite', {}, { key: 'bare', name: 'Bare', origins: ['*'] });
    const bare = await identify(api.url, await site.sign('42'), undefined, 'bare');
    expect(bare.problem).toMatchObject({ status: 422, code: 'refused' });
    const late = await identify(api.url, await site.sign('42', {}, -120));
    expect(late.problem).toMatchObject({ status: 401, code: 'identity_expired' });
  });
});

describe('ID2: an anonymous visitor whom the site does not know yet', () => {
  test('becomes the person, keeps its history, and changes its token', async () => {
    const visitor = await createVisitor(api.url);
    const conversation = await startConversation(visitor);
    const atVisitor = await EventReader.open(api.url, visitor.token ?? '');
    const atAgent = await EventReader.open(api.url, admin.token ?? '');
    await atVisitor.until((reader) => reader.of('hello').length === 1);
    await atAgent.until((reader) => reader.of('hello').length === 1);

    const claims = { name: 'Mira', email: 'mira@example.com', attributes: { plan: 'pro' } };
    const person = await identify(api.url, await site.sign('becomes', claims), visitor);
    expect(person.status).toBe(201);
    expect(person.visitor).toMatchObject({ id: visitor.id, verified: true, externalId: 'becomes', ...claims });
    expect(person.token).not.toBe(visitor.token);

    // AU4, RS5: whoever else has had the anonymous token has it no more.
    await atVisitor.until((reader) => reader.ended);
    expect(atVisitor.of('bye')[0]?.data).toMatchObject({ reason: 'revoked' });
    expect((await visitor.call('getMe', {})).status).toBe(401);
    expect((await conversationsOf(person)).map(({ id }) => id)).toEqual([conversation]);
    await atAgent.until((reader) => reader.of('visitor.updated').length > 0);
    expect(atAgent.of('visitor.updated')[0]?.data.data).toMatchObject({ id: visitor.id, verified: true });

    // The new token opens a stream at once, although the visitor's access has just been revoked.
    const anew = await EventReader.open(api.url, person.token ?? '', person.cursor);
    await anew.until((reader) => reader.of('hello').length === 1);
    await say(admin, conversation, 'Hello Mira');
    await anew.until((reader) => textsOf(reader).includes('Hello Mira'));
    expect(anew.ended).toBe(false);
    for (const reader of [atVisitor, atAgent, anew]) reader.close();
  });

  test('identified again, on the next page, it keeps its token and takes over what has changed', async () => {
    const first = await identify(api.url, await site.sign('again', { name: 'Old name', attributes: { plan: 'free' } }));
    const second = await identify(api.url, await site.sign('again', { name: 'New name', attributes: {} }), first);
    expect(second).toMatchObject({ status: 200, token: first.token, visitor: { name: 'New name' } });
    expect(second.visitor.attributes).toBeUndefined();
  });

  test('an identity that does not hold changes nothing', async () => {
    const visitor = await createVisitor(api.url);
    const refused = await identify(api.url, `${await site.sign('nothing')}x`, visitor);
    expect(refused.problem).toMatchObject({ code: 'identity_invalid' });
    expect((await visitor.call('getMe', {})).body).toMatchObject({ verified: false });
  });
});

describe('ID3: an anonymous visitor who turns out to be a person that is known', () => {
  test('all that it said and read is that person’s, and everyone is told', async () => {
    const person = await identify(api.url, await site.sign('known', { name: 'Noor' }));
    const earlier = await startConversation(person);
    const visitor = await createVisitor(api.url);
    const clientId = uuid();
    const draft = { clientId: uuid(), message: { clientId, text: 'From the second device' } };
    const conversation = (await visitor.call('createConversation', {}, draft)).body.id;
    await visitor.call('updateMe', {}, { attributes: { cart: 3 }, locale: 'nl' });
    await visitor.call('trackEvents', {}, { events: [{ name: 'added_to_cart' }] });
    const lobby = await joinLobby(visitor);
    await say(visitor, lobby, 'Hello room');
    await say(admin, conversation, 'An answer');
    await visitor.call('putReceipt', { conversation }, { read: 2 });

    const atPerson = await EventReader.open(api.url, person.token ?? '', person.cursor);
    const atVisitor = await EventReader.open(api.url, visitor.token ?? '', visitor.cursor);
    const atAgent = await EventReader.open(api.url, admin.token ?? '');
    for (const reader of [atPerson, atVisitor, atAgent]) await reader.until((each) => each.of('hello').length === 1);
    const merged = await identify(api.url, await site.sign('known'), visitor);
    expect(merged).toMatchObject({ status: 201, visitor: { id: person.visitor.id, name: 'Noor', locale: 'nl' } });
    expect(merged.visitor.attributes).toEqual({ cart: 3 });

    // The person has it all, on every device, each once.
    for (const device of [person, merged]) {
      const ids = (await conversationsOf(device)).map(({ id }) => id).sort();
      expect(ids).toEqual([earlier, conversation, lobby].sort());
      const [asked, answered] = await messagesOf(device, conversation);
      expect(asked?.author).toEqual({ kind: 'visitor', id: person.visitor.id, name: 'Noor' });
      expect(answered?.text).toBe('An answer');
      const items = await messagesOf(device, lobby);
      expect(items.find(({ text }) => text === 'Hello room')?.author.id).toBe(person.visitor.id);
      expect((await device.call('getConversation', { conversation })).body.unread).toBe(0);
    }
    const page = (await person.call('listMessages', { conversation })).body;
    expect(page.receipts?.find(({ principal }) => principal.kind === 'visitor')).toMatchObject({
      principal: { id: person.visitor.id },
      read: 2,
    });

    // Its open stream hears of the conversation and of the room, and of the room's news from then on.
    await atPerson.until((reader) => reader.of('conversation.updated').length > 0);
    expect(atPerson.of('conversation.updated').map(({ data }) => data.data.id)).toContain(conversation);
    expect(atPerson.of('conversation.created').map(({ data }) => data.data.id)).toContain(lobby);
    await say(await createVisitor(api.url), lobby, 'News of the room');
    await atPerson.until((reader) => textsOf(reader).includes('News of the room'));
    // AU4: what was told the anonymous visitor before is not told the person again.
    expect(textsOf(atPerson)).not.toContain('From the second device');

    // Agents hear who it was; the visitor's own stream ends, and so does its token.
    await atAgent.until((reader) => reader.of('conversation.updated').length > 0);
    const gone = atAgent.of('visitor.updated').find(({ data }) => data.data.id === visitor.id);
    expect(gone?.data.data).toMatchObject({ mergedInto: person.visitor.id, verified: false });
    expect(atAgent.of('conversation.updated').at(-1)?.data.data).toMatchObject({
      id: conversation,
      visitor: { id: person.visitor.id, name: 'Noor' },
    });
    await atVisitor.until((reader) => reader.ended);
    expect((await visitor.call('getMe', {})).status).toBe(401);
    const events = (await admin.call('listVisitorEvents', { visitor: person.visitor.id })).body.items;
    expect(events.map(({ name }) => name)).toContain('added_to_cart');

    // MS1 holds across the merge: what was sent as one and is sent again as the other is stored once.
    const again = await merged.call('createConversation', {}, draft);
    expect(again).toMatchObject({ status: 200, body: { id: conversation } });
    const message = { clientId, text: 'From the second device' };
    expect((await merged.call('createMessage', { conversation }, message)).status).toBe(200);
    expect(await messagesOf(merged, conversation)).toHaveLength(2);
    for (const reader of [atPerson, atVisitor, atAgent]) reader.close();
  });

  test('a replay never shows what another’s was, and everything of one’s own since', async () => {
    const person = await identify(api.url, await site.sign('replayed'));
    const visitor = await createVisitor(api.url);
    const conversation = await startConversation(visitor);
    await identify(api.url, await site.sign('replayed'), visitor);
    await say(admin, conversation, 'After the merge');
    const replay = await EventReader.open(api.url, person.token ?? '', person.cursor);
    await replay.until((reader) => textsOf(reader).includes('After the merge'));
    expect(replay.of('conversation.updated').map(({ data }) => data.data.id)).toEqual([conversation]);
    expect(textsOf(replay)).toEqual(['After the merge']);
    replay.close();
  });

  test('the same client id used by both gives way; nothing is lost', async () => {
    const person = await identify(api.url, await site.sign('colliding'));
    const visitor = await createVisitor(api.url);
    const draft = (text: string) => ({ clientId: 'same', message: { clientId: 'same', text } });
    const lobby = await joinLobby(person);
    await joinLobby(visitor);
    for (const [caller, text] of [
      [person, 'one of the person'],
      [visitor, 'one of the visitor'],
    ] as const) {
      expect((await caller.call('createConversation', {}, draft(text))).status).toBe(201);
      expect((await caller.call('createMessage', { conversation: lobby }, { clientId: 'same', text })).status).toBe(
        201,
      );
    }
    const merged = await identify(api.url, await site.sign('colliding'), visitor);
    expect(merged.status).toBe(201);
    expect((await conversationsOf(merged)).filter(({ kind }) => kind === 'support')).toHaveLength(2);
    const own = (await messagesOf(merged, lobby)).filter(({ author }) => author.id === person.visitor.id);
    expect(own.map(({ text }) => text)).toEqual(['one of the person', 'one of the visitor']);
    expect(new Set(own.map(({ clientId }) => clientId)).size).toBe(2);
  });

  test('erasing the person erases what was merged, also from the log', async () => {
    const person = await identify(api.url, await site.sign('erased'));
    const visitor = await createVisitor(api.url, 'Anonymous Anna');
    const conversation = (
      await visitor.call(
        'createConversation',
        {},
        { clientId: uuid(), message: { clientId: uuid(), text: 'Secret words' } },
      )
    ).body.id;
    await identify(api.url, await site.sign('erased'), visitor);
    expect((await person.call('eraseMe', {})).status).toBe(204);
    const replay = await EventReader.open(api.url, admin.token ?? '', visitor.cursor);
    await replay.until((reader) =>
      reader.of('message.updated').some(({ data }) => data.conversationId === conversation),
    );
    const told = JSON.stringify(replay.events);
    expect(told).not.toContain('Secret words');
    expect(told).not.toContain('Anonymous Anna');
    replay.close();
    // The site may begin with the person anew.
    const anew = await identify(api.url, await site.sign('erased'));
    expect(anew).toMatchObject({ status: 201 });
    expect(anew.visitor.id).not.toBe(person.visitor.id);
    expect(await conversationsOf(anew)).toEqual([]);
  });
});

describe('ID4: who is somebody already', () => {
  test('A with the word for B is B; nothing of A moves, and A’s token ends', async () => {
    const a = await identify(api.url, await site.sign('a'));
    const conversation = await startConversation(a);
    const atA = await EventReader.open(api.url, a.token ?? '', a.cursor);
    const b = await identify(api.url, await site.sign('b'), a);
    expect(b).toMatchObject({ status: 201, visitor: { externalId: 'b' } });
    expect(await conversationsOf(b)).toEqual([]);
    expect((await b.call('getConversation', { conversation })).status).toBe(404);
    await atA.until((reader) => reader.ended);
    expect((await a.call('getMe', {})).status).toBe(401);
    const back = await identify(api.url, await site.sign('a'), b);
    expect((await conversationsOf(back)).map(({ id }) => id)).toEqual([conversation]);
    atA.close();
  });

  test('logging out ends the token and its stream, and that of no other device', async () => {
    const [one, two] = [
      await identify(api.url, await site.sign('out')),
      await identify(api.url, await site.sign('out')),
    ];
    const stream = await EventReader.open(api.url, one.token ?? '', one.cursor);
    await stream.until((reader) => reader.of('hello').length === 1);
    expect((await one.call('logout', {})).status).toBe(204);
    await stream.until((reader) => reader.ended);
    expect((await one.call('getMe', {})).status).toBe(401);
    expect((await two.call('getMe', {})).status).toBe(200);
    stream.close();
  });

  test('its e-mail address and what the site has signed are not its own to change', async () => {
    const claims = { email: 'kim@example.com', attributes: { plan: 'pro' } };
    const person = await identify(api.url, await site.sign('claims', claims));
    expect((await person.call('updateMe', {}, { email: 'ceo@example.com' })).problem).toMatchObject({
      code: 'refused',
    });
    const changed = await person.call('updateMe', {}, { attributes: { plan: 'enterprise', cart: 2 } });
    expect(changed.body).toMatchObject({ email: 'kim@example.com', attributes: { plan: 'pro', cart: 2 } });
  });
});

describe('attributes and events', () => {
  test('attributes are set, changed and taken away one by one, and agents hear of it', async () => {
    const visitor = await createVisitor(api.url);
    const atAgent = await EventReader.open(api.url, admin.token ?? '');
    await atAgent.until((reader) => reader.of('hello').length === 1);
    await visitor.call('updateMe', {}, { attributes: { plan: 'free', seats: 2, trial: true } });
    const { body } = await visitor.call('updateMe', {}, { attributes: { plan: 'pro', seats: null } });
    expect(body.attributes).toEqual({ plan: 'pro', trial: true });
    const heard = () => atAgent.of('visitor.updated').filter(({ data }) => data.data.id === visitor.id);
    await atAgent.until(() => heard().length === 2);
    expect(heard()[1]?.data.data.attributes).toEqual({ plan: 'pro', trial: true });
    atAgent.close();
  });

  test('there are fifty at the most, flat and short', async () => {
    const visitor = await createVisitor(api.url);
    const many = (from: number) => Object.fromEntries(Array.from({ length: 50 }, (_, i) => [`a${from + i}`, i]));
    expect((await visitor.call('updateMe', {}, { attributes: many(0) })).status).toBe(200);
    expect((await visitor.call('updateMe', {}, { attributes: many(50) })).problem).toMatchObject({ code: 'refused' });
    const bad: Record<string, unknown>[] = [
      { a: {} },
      { a: [1] },
      { a: 'x'.repeat(256) },
      { '': 1 },
      { 'a\n': 1 },
      { a: '\u0000' },
    ];
    for (const attributes of bad) {
      const { problem } = await visitor.call('updateMe', {}, { attributes: attributes as never });
      expect(problem).toMatchObject({ status: 400, code: 'invalid' });
    }
  });

  test('the latest fifty events are kept, with their pages stripped of what is private', async () => {
    const visitor = await createVisitor(api.url);
    for (let batch = 0; batch < 4; batch++) {
      const events = Array.from({ length: 20 }, (_, index) => ({
        name: `event ${batch * 20 + index}`,
        ago: 80 - batch * 20 - index,
      }));
      expect((await visitor.call('trackEvents', {}, { events })).status).toBe(204);
    }
    const page = 'https://me:secret@acme.example/vases?size=2#token=secret';
    await visitor.call('trackEvents', {}, { events: [{ name: 'bought', data: { sku: 'vase-2' }, page }] });
    const { items } = (await admin.call('listVisitorEvents', { visitor: visitor.id })).body;
    expect(items).toHaveLength(50);
    expect(items[0]).toMatchObject({
      name: 'bought',
      data: { sku: 'vase-2' },
      page: 'https://acme.example/vases?size=2',
    });
    expect(items.at(-1)?.name).toBe('event 31');
    const { body } = await visitor.call('exportMe', {});
    expect(body.events).toHaveLength(50);
  });

  test('each page that the chat is resumed on is one of them', async () => {
    const visitor = await createVisitor(api.url);
    for (const page of ['https://acme.example/a', 'https://acme.example/b', 'https://acme.example/b']) {
      await visitor.call('createVisitor', { site: 'demo' }, { page });
    }
    const { items } = (await admin.call('listVisitorEvents', { visitor: visitor.id })).body;
    expect(items.map(({ name, page }) => [name, page])).toEqual([
      ['page', 'https://acme.example/b'],
      ['page', 'https://acme.example/a'],
    ]);
  });
});
