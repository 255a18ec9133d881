import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { durableEvent, eventPage, hello } from '@porchlight/protocol';
import { ADMIN, ApiProcess } from './support/api-process.js';
import { createTestDatabase, type TestDatabase } from './support/databases.js';
import { EventReader } from './support/event-reader.js';
import { type Caller, createVisitor, signIn } from './support/http.js';
import { eventually } from './support/talk.js';

let database: TestDatabase;
let api: ApiProcess;
let agent: Caller & { id: string };

beforeAll(async () => {
  database = await createTestDatabase();
  api = await ApiProcess.start(database.env);
  agent = await signIn(api.url, ADMIN);
});

afterAll(async () => {
  await api.stop();
  await database.remove();
});

const uuid = () => crypto.randomUUID();
const open = (caller: Caller, cursor?: string) => EventReader.open(api.url, caller.token ?? '', cursor);

async function startConversation(visitor: Caller) {
  const { body } = await visitor.call(
    'createConversation',
    {},
    {
      clientId: uuid(),
      message: { clientId: uuid(), text: 'one' },
    },
  );
  return body.id;
}

async function say(caller: Caller, conversation: string, text: string) {
  const { status } = await caller.call('createMessage', { conversation }, { clientId: uuid(), text });
  expect(status).toBe(201);
}

/** The body of a response so far: of chunks, all that are whole. Throws where they are not framed as RFC 9112 section 7.1 has it. */
function bodyOf(response: Buffer, isChunked: boolean): string {
  const end = response.indexOf('\r\n\r\n');
  if (end < 0) return '';
  if (!isChunked) return response.toString('utf8', end + 4);
  const chunks: Buffer[] = [];
  for (let at = end + 4; ; ) {
    const lineEnd = response.indexOf('\r\n', at);
    if (lineEnd < 0) break;
    const line = response.toString('latin1', at, lineEnd);
    if (!/^[0-9a-f]+$/i.test(line)) throw new Error(`No chunk begins with ${JSON.stringify(line.slice(0, 80))}`);
    at = lineEnd + 2 + Number.parseInt(line, 16) + 2;
    if (at > response.length) break;
    if (response.toString('latin1', at - 2, at) !== '\r\n') throw new Error('A chunk is not as long as it says');
    chunks.push(response.subarray(lineEnd + 2, at - 2));
  }
  return Buffer.concat(chunks).toString();
}

const texts = (reader: EventReader): string[] => reader.of('message.created').map(({ data }) => data.data.text);
const positions = (reader: EventReader): number[] =>
  reader.events.filter(({ data }) => data.position !== undefined).map(({ data }) => data.position);

describe('stream', () => {
  test.each(['1.0', '1.1'])('HTTP/%s: what comes live is framed as the protocol has it', async (version) => {
    const visitor = await createVisitor(api.url);
    const conversation = await startConversation(visitor);
    const { hostname, port } = new URL(api.url);
    const socket = connect(Number(port), hostname);
    const received: Buffer[] = [];
    socket.on('data', (data) => received.push(data));
    const text = () => bodyOf(Buffer.concat(received), version === '1.1');
    socket.write(
      `GET /v1/events/stream HTTP/${version}\r\nHost: ${hostname}\r\nAuthorization: Bearer ${visitor.token}\r\n\r\n`,
    );
    await eventually('the stream is live', () => text().includes('event: presence'));
    await say(agent, conversation, 'über');
    await eventually('it has come', () => /^event: message\.created\nid: .+\ndata: .*"über".*\n\n/m.test(text()));
    socket.destroy();
  });

  test('EV4, EV5: hello comes first, with the cursor as its id, and a ping a second later', async () => {
    const visitor = await createVisitor(api.url);
    const reader = await open(visitor);
    await reader.until(({ comments }) => comments.some(({ text }) => text === 'ping'));
    const [first] = reader.events;
    expect(first?.event).toBe('hello');
    expect(hello.parse(first?.data)).toMatchObject({ protocol: 1, heartbeatMs: 15_000, resumed: false });
    expect(first?.id).toBe(first?.data.cursor);
    expect((reader.comments.find(({ text }) => text === 'ping')?.at ?? 0) - reader.openedAt).toBeGreaterThanOrEqual(
      1_000,
    );
    reader.close();
  });

  test('EV1, EV3: kept events fit the contract and carry their cursor', async () => {
    const visitor = await createVisitor(api.url);
    const reader = await open(visitor, visitor.cursor);
    const conversation = await startConversation(visitor);
    await say(agent, conversation, 'two');
    await agent.call('updateConversation', { conversation }, { status: 'closed', tags: ['mugs'] });
    await visitor.call('putReceipt', { conversation }, { read: 2 });
    await reader.until((all) => all.of('receipt.updated').length === 1);
    const kept = reader.events.filter(({ data }) => data.position !== undefined);
    for (const { event, id, data } of kept) {
      expect(durableEvent.parse(data).type).toBe(event);
      expect(id).toMatch(/^[A-Za-z0-9._-]{1,64}$/);
    }
    expect(kept.map(({ event }) => event)).toEqual([
      'conversation.created',
      'message.created',
      'message.created',
      'conversation.updated',
      'receipt.updated',
    ]);
    expect(new Set(positions(reader)).size).toBe(kept.length);
    expect(kept[3]?.data.data).toMatchObject({ status: 'closed' });
    expect(kept[3]?.data.data.tags).toBeUndefined();
    reader.close();
  });

  test('EV2: typing and presence have no id and leave the cursor alone', async () => {
    const visitor = await createVisitor(api.url);
    const conversation = await startConversation(visitor);
    const reader = await open(visitor);
    await reader.until((all) => all.of('presence').length > 0);
    const before = reader.lastId;
    await agent.call('createTyping', { conversation }, {});
    await reader.until((all) => all.of('typing').length === 1);
    for (const type of ['typing', 'presence']) {
      // eventsource-parser repeats no earlier id: what it gives is what the event's own lines said.
      expect(reader.of(type).every(({ id }) => id === undefined)).toBe(true);
    }
    expect(reader.lastId).toBe(before);
    reader.close();
  });

  test('RS1: a reader that comes back misses nothing and gets nothing twice, while others write', async () => {
    const visitor = await createVisitor(api.url);
    const conversation = await startConversation(visitor);
    const whole = await open(visitor, visitor.cursor);
    const said = ['one'];
    const writing = (async () => {
      for (let n = 0; n < 60; n += 1) {
        said.push(`message ${n}`);
        await say(agent, conversation, `message ${n}`);
      }
    })();
    const seen: string[] = [];
    let cursor: string | undefined = visitor.cursor;
    while (seen.length < 61) {
      const part = await open(visitor, cursor);
      await part.until((reader) => texts(reader).length >= Math.min(7, 61 - seen.length));
      part.close();
      seen.push(...texts(part));
      cursor = part.lastId;
    }
    await writing;
    await whole.until((reader) => texts(reader).length === 61);
    expect(seen).toEqual(said);
    expect(texts(whole)).toEqual(said);
    expect(positions(whole)).toEqual([...positions(whole)].sort((a, b) => a - b));
    whole.close();
  });

  test('RS4: a long history of long messages is replayed whole, however much of it waits', async () => {
    const visitor = await createVisitor(api.url);
    const conversation = await startConversation(visitor);
    const long = '🏮'.repeat(10_000);
    for (let n = 0; n < 30; n += 1) await say(visitor, conversation, long);
    const reader = await open(visitor, visitor.cursor);
    await reader.until((all) => texts(all).length === 31);
    expect(texts(reader)[30]).toBe(long);
    reader.close();
  });

  test.each([
    ['malformed', () => 'not a cursor'],
    ['epoch', (cursor: string) => `other.${cursor.split('.')[1]}`],
    ['ahead', (cursor: string) => `${cursor.split('.')[0]}.999999999`],
  ])('RS2: a cursor that is %s is answered with reset, then live events', async (reason, spoil) => {
    const visitor = await createVisitor(api.url);
    const reader = await open(visitor, spoil(visitor.cursor));
    await reader.until((all) => all.of('reset').length === 1);
    expect(reader.events.slice(0, 2)).toMatchObject([
      { event: 'hello', data: { resumed: false } },
      { event: 'reset', data: { reason } },
    ]);
    await startConversation(visitor);
    await reader.until((all) => texts(all).length === 1);
    reader.close();
  });

  test('RS3: without a cursor a reader is live from now', async () => {
    const visitor = await createVisitor(api.url);
    const conversation = await startConversation(visitor);
    const reader = await open(visitor);
    await reader.until((all) => all.of('hello').length === 1);
    await say(agent, conversation, 'two');
    await reader.until((all) => texts(all).length === 1);
    expect(texts(reader)).toEqual(['two']);
    expect(reader.of('reset')).toEqual([]);
    reader.close();
  });

  test('RS5: a session that is ended ends its stream, and the reconnect gets 401', async () => {
    const session = await signIn(api.url, ADMIN);
    const reader = await open(session);
    await reader.until((all) => all.of('hello').length === 1);
    await session.call('logout', {});
    await reader.until((all) => all.ended, 5_000);
    expect(reader.of('bye')).toMatchObject([{ data: { reason: 'revoked' } }]);
    expect((await open(session)).status).toBe(401);
  });

  test('a bad credential is a real 401, before any stream', async () => {
    const reader = await EventReader.open(api.url, 'plv_nonsense');
    expect(reader.status).toBe(401);
  });
});

describe('what a reader may see', () => {
  test('AU3, AU4: others see nothing of a conversation, and visitors nothing of notes, live and in a replay', async () => {
    const visitor = await createVisitor(api.url);
    const stranger = await createVisitor(api.url);
    const atStranger = await open(stranger, stranger.cursor);
    const atVisitor = await open(visitor, visitor.cursor);
    const conversation = await startConversation(visitor);
    await agent.call('createMessage', { conversation }, { clientId: uuid(), text: 'a secret', audience: 'agents' });
    await say(agent, conversation, 'an answer');
    await atVisitor.until((reader) => texts(reader).includes('an answer'));
    const again = await open(visitor, visitor.cursor);
    await again.until((reader) => texts(reader).includes('an answer'));
    expect(texts(atVisitor)).toEqual(['one', 'an answer']);
    expect(texts(again)).toEqual(['one', 'an answer']);
    expect(positions(atStranger)).toEqual([]);
    const page = await visitor.call('listMessages', { conversation });
    expect(page.body.items.map(({ seq }) => seq)).toEqual([1, 3]);
    for (const reader of [atStranger, atVisitor, again]) reader.close();
  });

  test('AU4: a replay has nothing left of a message that was taken back', async () => {
    const visitor = await createVisitor(api.url);
    const conversation = await startConversation(visitor);
    const { body } = await visitor.call(
      'createMessage',
      { conversation },
      { clientId: uuid(), text: 'my card number' },
    );
    await visitor.call('deleteMessage', { conversation, message: body.id });
    const reader = await open(visitor, visitor.cursor);
    await reader.until((all) => all.of('message.updated').length === 1);
    expect(JSON.stringify(reader.events)).not.toContain('my card number');
    expect((await visitor.call('listMessages', { conversation })).body.items[1]).toMatchObject({ seq: 2, text: '' });
    reader.close();
  });

  test('an erased visitor leaves no word behind, and its stream ends', async () => {
    const visitor = await createVisitor(api.url, 'Wanda Unforgettable');
    const conversation = await startConversation(visitor);
    await say(visitor, conversation, 'unforgettable words');
    const own = await open(visitor);
    await own.until((all) => all.of('hello').length === 1);
    expect((await visitor.call('eraseMe', {})).status).toBe(204);
    await own.until((all) => all.ended, 5_000);
    const atAgent = await open(agent, visitor.cursor);
    await atAgent.until((all) => all.of('message.updated').length >= 2);
    const kept = JSON.stringify([atAgent.events, (await agent.call('listMessages', { conversation })).body]);
    expect(kept.toLowerCase()).not.toContain('unforgettable');
    atAgent.close();
  });

  test('everyone in a room sees everyone in the same order, from when they joined', async () => {
    const people = await Promise.all(['Ann', 'Ben', 'Cem'].map((name) => createVisitor(api.url, name)));
    const readers = await Promise.all(people.map((person) => open(person, person.cursor)));
    const [room] = await Promise.all(
      people.map(
        async (person) => (await person.call('createConversation', {}, { clientId: uuid(), room: 'lobby' })).body.id,
      ),
    );
    if (!room) throw new Error('no room');
    await Promise.all(
      people.map(async (person, index) => {
        for (let n = 0; n < 10; n += 1) await say(person, room, `${index}.${n}`);
      }),
    );
    await Promise.all(readers.map((reader) => reader.until((all) => texts(all).length === 30)));
    const [first] = readers.map(texts);
    for (const reader of readers) {
      expect(texts(reader)).toEqual(first);
      reader.close();
    }
    const outsider = await createVisitor(api.url);
    const outside = await open(outsider, outsider.cursor);
    await say(people[0] as Caller, room, 'only for members');
    const late = await open(people[1] as Caller, readers[1]?.lastId);
    await late.until((all) => texts(all).includes('only for members'));
    expect(texts(outside)).toEqual([]);
    outside.close();
    late.close();
  });
});

describe('long poll', () => {
  async function poll(caller: Caller, cursor: string, wait = 0) {
    const { body } = await caller.call(
      'pollEvents',
      {},
      undefined,
      `?after=${encodeURIComponent(cursor)}&wait=${wait}`,
    );
    return eventPage.parse(body);
  }

  test('LP1: a reader that switches between poll and stream sees each event once, in order', async () => {
    const visitor = await createVisitor(api.url);
    const conversation = await startConversation(visitor);
    for (let n = 0; n < 20; n += 1) await say(agent, conversation, `message ${n}`);
    const whole = await open(visitor, visitor.cursor);
    await whole.until((reader) => texts(reader).length === 21);
    const polled = await poll(visitor, visitor.cursor);
    expect(polled.events).toEqual(
      whole.events.filter(({ data }) => data.position !== undefined).map(({ data }) => data),
    );
    expect(polled.cursor).toBe(whole.lastId);
    const waiting = poll(visitor, polled.cursor, 10);
    await say(agent, conversation, 'later');
    const later = await waiting;
    expect(later.events).toMatchObject([{ type: 'message.created', data: { text: 'later' } }]);
    const back = await open(visitor, later.cursor);
    await say(agent, conversation, 'last');
    await back.until((reader) => texts(reader).length === 1);
    expect(texts(back)).toEqual(['last']);
    whole.close();
    back.close();
  });

  test('LP2: what is not kept comes when it happens during the wait, and the cursor stays', async () => {
    const visitor = await createVisitor(api.url);
    const conversation = await startConversation(visitor);
    const { cursor } = await poll(visitor, visitor.cursor);
    const typing = setInterval(() => void agent.call('createTyping', { conversation }, {}), 100);
    await eventually('it has come', async () => {
      const page = await poll(visitor, cursor, 10);
      expect(page.cursor).toBe(cursor);
      // Agents of other tests may leave meanwhile.
      return page.events.some(({ type }) => type === 'typing');
    });
    clearInterval(typing);
  });

  test('RS2: a cursor that does not serve is told why', async () => {
    const visitor = await createVisitor(api.url);
    expect(await poll(visitor, 'nonsense')).toMatchObject({ events: [], reset: 'malformed' });
  });
});

describe('messages', () => {
  test('MS1: the same clientId with the same content is stored once, also when it comes many times at once', async () => {
    const visitor = await createVisitor(api.url);
    const conversation = await startConversation(visitor);
    const draft = { clientId: uuid(), text: 'only once' };
    const replies = await Promise.all(
      Array.from({ length: 12 }, () => visitor.call('createMessage', { conversation }, draft)),
    );
    expect(replies.map(({ status }) => status).sort()).toEqual([...Array(11).fill(200), 201]);
    expect(new Set(replies.map(({ body }) => body.id)).size).toBe(1);
    expect((await visitor.call('createMessage', { conversation }, { ...draft, text: 'other' })).status).toBe(409);
    expect((await visitor.call('listMessages', { conversation })).body.items).toHaveLength(2);
  });

  test('MS1: the same conversation asked for many times at once is one', async () => {
    const visitor = await createVisitor(api.url);
    const draft = { clientId: uuid(), message: { clientId: uuid(), text: 'hello' } };
    const replies = await Promise.all(Array.from({ length: 8 }, () => visitor.call('createConversation', {}, draft)));
    expect(new Set(replies.map(({ body }) => body.id)).size).toBe(1);
    expect(replies.filter(({ status }) => status === 201)).toHaveLength(1);
    expect((await visitor.call('listConversations', {})).body.items).toHaveLength(1);
  });

  test('MS3: a message to a closed conversation opens it again', async () => {
    const visitor = await createVisitor(api.url);
    const conversation = await startConversation(visitor);
    await agent.call('updateConversation', { conversation }, { status: 'closed' });
    const reader = await open(agent, (await agent.call('whoAmI', {})).body.cursor);
    await say(visitor, conversation, 'one more thing');
    expect((await agent.call('getConversation', { conversation })).body.status).toBe('open');
    // Before its message, which counts for itself.
    await reader.until(() => texts(reader).includes('one more thing'));
    expect(reader.of('conversation.updated').map(({ data }) => data.data)).toMatchObject([
      { status: 'open', lastSeq: 1, unread: 1 },
    ]);
    reader.close();
  });

  test('seq counts without a hole, however many write at once', async () => {
    const visitor = await createVisitor(api.url);
    const conversation = await startConversation(visitor);
    await Promise.all(Array.from({ length: 40 }, (_, n) => say(n % 2 ? visitor : agent, conversation, `${n}`)));
    const { body } = await agent.call('listMessages', { conversation }, undefined, '?limit=100');
    expect(body.items.map(({ seq }) => seq)).toEqual(Array.from({ length: 41 }, (_, n) => n + 1));
  });

  test('pages of messages and conversations fit together', async () => {
    const visitor = await createVisitor(api.url);
    const conversation = await startConversation(visitor);
    for (let n = 2; n <= 25; n += 1) await say(visitor, conversation, `${n}`);
    const last = await visitor.call('listMessages', { conversation }, undefined, '?limit=10');
    expect(last.body.items.map(({ seq }) => seq)).toEqual([16, 17, 18, 19, 20, 21, 22, 23, 24, 25]);
    expect(last.body.hasMore).toBe(true);
    const first = await visitor.call('listMessages', { conversation }, undefined, '?before=6');
    expect(first.body).toMatchObject({
      hasMore: false,
      items: [{ seq: 1 }, { seq: 2 }, { seq: 3 }, { seq: 4 }, { seq: 5 }],
    });
    const forward = await visitor.call('listMessages', { conversation }, undefined, '?after=23');
    expect(forward.body.items.map(({ seq }) => seq)).toEqual([24, 25]);
    const around = async (seq: number, caller: Caller = visitor) => {
      const place = (await agent.call('listMessages', { conversation }, undefined, `?after=${seq - 1}&limit=1`)).body;
      const query = `?around=${place.items[0]?.id}&limit=4`;
      const { body } = await caller.call('listMessages', { conversation }, undefined, query);
      return { ...body, items: body.items.map((message) => message.seq) };
    };
    expect(await around(12)).toMatchObject({ items: [10, 11, 12, 13], hasMore: true, hasNewer: true });
    expect(await around(1)).toMatchObject({ items: [1, 2], hasMore: false, hasNewer: true });
    expect(await around(25)).toMatchObject({ items: [23, 24, 25], hasMore: true, hasNewer: false });

    const ids = new Set<string>();
    let next: string | undefined;
    do {
      const page = await agent.call('listConversations', {}, undefined, `?limit=3${next ? `&before=${next}` : ''}`);
      for (const { id } of page.body.items) {
        expect(ids.has(id)).toBe(false);
        ids.add(id);
      }
      next = page.body.next;
    } while (next);
    expect(ids.has(conversation)).toBe(true);
  });

  test('a receipt never moves back, nor beyond the last message', async () => {
    const visitor = await createVisitor(api.url);
    const conversation = await startConversation(visitor);
    await say(agent, conversation, 'two');
    expect((await visitor.call('putReceipt', { conversation }, { read: 99 })).body).toMatchObject({
      read: 2,
      delivered: 2,
    });
    const page = await agent.call('listMessages', { conversation });
    expect(page.body.receipts).toContainEqual(
      expect.objectContaining({ principal: { kind: 'visitor', id: visitor.id }, read: 2 }),
    );
    expect((await visitor.call('putReceipt', { conversation }, { read: 1 })).body).toMatchObject({
      read: 2,
      delivered: 2,
    });
  });
});
