import 'fake-indexeddb/auto';
import { afterEach, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { fakeLocks } from '../test/fake-locks.js';
import { until } from '../test/until.js';
import { ChatError, networkError } from './errors.js';
import type { OutboxOptions } from './outbox.js';
import { Outbox } from './outbox.js';
import type { OutboxEntry, OutboxStorage } from './outbox-storage.js';
import { IndexedDbStorage, MemoryStorage } from './outbox-storage.js';

const outboxes: Outbox[] = [];
afterEach(() => {
  for (const outbox of outboxes.splice(0)) outbox.stop();
});

let databases = 0;
const newDatabase = () => new IndexedDbStorage(`outbox-${++databases}`);

/** An outbox, what it has sent, and what it shows. */
function make(options: Partial<OutboxOptions> = {}) {
  const sent: string[] = [];
  const shown = new Map<string, OutboxEntry>();
  const volatile: true[] = [];
  const outbox = new Outbox({
    lockName: 'outbox',
    send: async ({ text }) => {
      sent.push(text);
      return undefined;
    },
    show: (entry) => shown.set(entry.clientId, entry),
    onVolatile: () => volatile.push(true),
    ...options,
  });
  outboxes.push(outbox);
  const say = (text: string, key = 'c1', more: Partial<OutboxEntry> = {}) =>
    outbox.add({ key, clientId: text, text, createdAt: new Date().toISOString(), ...more });
  return { outbox, sent, shown, volatile, say };
}

const problem = (status: number, retryAfterMs?: number) =>
  new ChatError('no', { code: status === 409 ? 'conflict' : 'internal', status, retryAfterMs });

test.each([
  ['memory', () => undefined],
  ['IndexedDB', newDatabase],
])('the order typed is the order sent (%s)', async (_, storage) => {
  const { outbox, sent, say } = make({ storage: storage() });
  outbox.start();
  const texts = Array.from({ length: 20 }, (__, index) => `m${index}`);
  for (const text of texts) say(text);
  await until('all are sent', () => sent.length === texts.length);
  expect(sent).toEqual(texts);
});

test('whatever fails for a while, each conversation gets its messages once, in the order typed', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.record({ key: fc.constantFrom('a', 'b', 'c'), failures: fc.nat(2) }), { maxLength: 12 }),
      async (plan) => {
        const left = plan.map(({ failures }) => failures);
        const { outbox, sent, say } = make({
          storage: newDatabase(),
          send: async ({ text }) => {
            const index = Number(text);
            if ((left[index] ?? 0) > 0) {
              left[index] = (left[index] ?? 0) - 1;
              throw problem(503, 1);
            }
            sent.push(text);
            return undefined;
          },
        });
        outbox.start();
        for (const [index, { key }] of plan.entries()) say(String(index), key);
        await until('all are sent', () => sent.length === plan.length);
        for (const key of ['a', 'b', 'c']) {
          const own = (text: string) => plan[Number(text)]?.key === key;
          expect(sent.filter(own)).toEqual(sent.filter(own).toSorted((a, b) => Number(a) - Number(b)));
        }
        outbox.stop();
      },
    ),
    { numRuns: 25 },
  );
});

test('an entry is stored before it is sent, survives a reload, and keeps its clientId', async () => {
  const storage = newDatabase();
  const ids: string[] = [];
  const before = make({
    storage,
    send: async ({ clientId }) => {
      expect((await storage.all()).map((entry) => entry.clientId)).toContain(clientId);
      ids.push(clientId);
      throw networkError('gone');
    },
  });
  before.outbox.start();
  before.say('hello');
  await until('it was tried', () => ids.length > 0);
  before.outbox.stop();

  const after = make({
    storage,
    send: async ({ clientId }) => {
      ids.push(clientId);
      return undefined;
    },
  });
  await after.outbox.load('');
  expect(after.shown.get('hello')).toMatchObject({ text: 'hello', status: 'sending' });
  after.outbox.start();
  await until('it is sent', () => ids.length > 1);
  expect(new Set(ids)).toEqual(new Set(['hello']));
  await until('it is forgotten', () => true);
  expect(await storage.all()).toEqual([]);
});

test.each([400, 403, 404, 409, 413, 422])('%i fails for good, and what follows goes on', async (status) => {
  const { outbox, sent, shown, say } = make({
    send: async ({ text }) => {
      if (text === 'bad') throw problem(status);
      sent.push(text);
      return undefined;
    },
  });
  outbox.start();
  say('bad');
  say('good');
  await until('the second is sent', () => sent.length === 1);
  expect(shown.get('bad')).toMatchObject({ status: 'failed', failure: { detail: 'no' } });
  expect(outbox.discard('bad')?.text).toBe('bad');
  expect(outbox.discard('bad')).toBeUndefined();
});

test.each([0, 408, 429, 500, 502, 503])('%i is tried again, and shows as sending', async (status) => {
  let tries = 0;
  const { outbox, shown, say } = make({
    send: async () => {
      if (++tries < 3) throw status ? problem(status, 1) : networkError('gone');
      return undefined;
    },
  });
  outbox.start();
  say('hello');
  await until('it was tried', () => tries > 0);
  expect(shown.get('hello')?.status).toBe('sending');
  await until('it is sent', () => {
    outbox.wake();
    return tries === 3;
  });
});

test('401 ends sending and keeps the message', async () => {
  let tries = 0;
  let signedIn = false;
  const { outbox, shown, say } = make({
    send: async () => {
      tries++;
      if (!signedIn) throw problem(401);
      return undefined;
    },
  });
  outbox.start();
  say('hello');
  await until('it was tried', () => tries === 1);
  say('again');
  outbox.wake();
  await new Promise((resolve) => setTimeout(resolve, 30));
  expect(tries).toBe(1);
  expect(shown.get('hello')?.status).toBe('sending');
  signedIn = true;
  outbox.start();
  await until('both are sent', () => tries === 3);
});

test('a Retry-After is obeyed, for all conversations, even when woken', async () => {
  const times: number[] = [];
  const { outbox, say } = make({
    send: async () => {
      times.push(performance.now());
      if (times.length === 1) throw problem(429, 150);
      return undefined;
    },
  });
  outbox.start();
  say('one', 'c1');
  await until('it was tried', () => times.length === 1);
  say('two', 'c2');
  outbox.wake();
  await until('both are sent', () => times.length === 3);
  expect((times[1] ?? 0) - (times[0] ?? 0)).toBeGreaterThanOrEqual(145);
});

test('a message that the server cannot take holds up its own conversation only', async () => {
  const { outbox, sent, say } = make({
    send: async ({ key, text }) => {
      if (key === 'poisoned') throw problem(500);
      sent.push(text);
      return undefined;
    },
  });
  outbox.start();
  say('one', 'poisoned');
  say('two', 'c2');
  say('three', 'poisoned');
  await until('the other is sent', () => sent.length === 1);
  expect(sent).toEqual(['two']);
});

test('a failed message that is tried again goes, and only then is gone', async () => {
  let refuse = true;
  const storage = newDatabase();
  const { outbox, sent, shown, say } = make({
    storage,
    send: async ({ text }) => {
      if (refuse) throw problem(422);
      sent.push(text);
      return undefined;
    },
  });
  outbox.start();
  say('hello');
  await until('it failed', () => shown.get('hello')?.status === 'failed');
  refuse = false;
  outbox.retry('hello');
  expect(shown.get('hello')).toMatchObject({ status: 'sending' });
  expect(shown.get('hello')?.failure).toBeUndefined();
  await until('it is sent', () => sent.length === 1);
});

test('what is under way is neither tried again nor given up by hand', async () => {
  let answer = () => {};
  let tries = 0;
  const { outbox, say } = make({
    send: () =>
      new Promise((resolve) => {
        tries++;
        answer = () => resolve(undefined);
      }),
  });
  outbox.start();
  say('hello');
  await until('it is under way', () => tries === 1);
  outbox.retry('hello');
  expect(outbox.discard('hello')).toBeUndefined();
  answer();
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(tries).toBe(1);
});

/** A storage that shows what it had a moment ago. */
class SlowStorage extends MemoryStorage {
  reading = false;

  override async all() {
    const entries = await super.all();
    this.reading = true;
    await new Promise((resolve) => setTimeout(resolve, 20));
    this.reading = false;
    return entries;
  }
}

test('what is changed while the storage is read is not undone by what it had', async () => {
  const storage = new SlowStorage();
  const { outbox, shown, sent, say } = make({
    storage,
    send: async ({ text }) => {
      if (shown.get(text)?.failure === undefined && !sent.includes(text)) {
        sent.push(text);
        throw problem(422);
      }
      return undefined;
    },
  });
  outbox.start();
  say('given up');
  say('tried again');
  await until('both failed', () => [...shown.values()].every(({ status }) => status === 'failed'));
  shown.clear();
  say('another');
  await until('the storage is read', () => storage.reading);
  outbox.discard('given up');
  outbox.retry('tried again');
  await until('it was read', () => !storage.reading);
  await new Promise((resolve) => setTimeout(resolve, 5));
  expect(shown.has('given up')).toBe(false);
  expect(shown.get('tried again')?.status).toBe('sending');
});

test('what follows a first message goes to the conversation that it has made', async () => {
  const storage = newDatabase();
  const keys: [string, boolean][] = [];
  let answer = () => {};
  const answered = new Promise<void>((resolve) => {
    answer = resolve;
  });
  const { outbox, say } = make({
    storage,
    send: async ({ key, starts }) => {
      keys.push([key, !!starts]);
      if (!starts) return undefined;
      await answered;
      return 'id-of-the-server';
    },
  });
  outbox.start();
  say('one', 'draft', { starts: true });
  await until('the first is under way', () => keys.length === 1);
  say('two', 'draft', { starts: true });
  say('three', 'draft', { starts: true });
  answer();
  await until('all are sent', () => keys.length === 3);
  expect(keys).toEqual([
    ['draft', true],
    ['id-of-the-server', false],
    ['id-of-the-server', false],
  ]);
});

test('if the first message is refused, the next one begins the conversation', async () => {
  const started: string[] = [];
  const { outbox, say } = make({
    send: async ({ text, starts }) => {
      if (text === 'one') throw problem(422);
      if (starts) started.push(text);
      return 'id';
    },
  });
  outbox.start();
  say('one', 'draft', { starts: true });
  say('two', 'draft', { starts: true });
  await until('it is begun', () => started.length === 1);
  expect(started).toEqual(['two']);
});

describe('several tabs', () => {
  /** Three of one browser, of which no two may send at once. */
  function threeTabs() {
    const name = `outbox-${++databases}`;
    const locks = fakeLocks();
    const sent: string[] = [];
    let sending = 0;
    const send = async ({ text }: OutboxEntry) => {
      expect(++sending).toBe(1);
      await new Promise((resolve) => setTimeout(resolve, 2));
      sending--;
      sent.push(text);
      return undefined;
    };
    const tabs = [1, 2, 3].map(() => make({ storage: new IndexedDbStorage(name), locks, send }));
    return { tabs, sent, stored: () => new IndexedDbStorage(name).all() };
  }

  test('one at a time sends, whatever tab wrote it, and in the order of all', async () => {
    const { tabs, sent, stored } = threeTabs();
    const texts = Array.from({ length: 15 }, (_, index) => `m${index}`);
    for (const { outbox } of tabs) await outbox.load('');
    for (const [index, text] of texts.entries()) {
      tabs[index % 3]?.say(text);
      while ((await stored()).length <= index) await new Promise((resolve) => setTimeout(resolve, 1));
    }
    for (const { outbox } of tabs) outbox.start();
    await until('all are sent', () => sent.length >= 15);
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(sent).toEqual(texts);
  });

  test('while they write and send at the same time, the order of each is kept and nothing is sent twice', async () => {
    const { tabs, sent } = threeTabs();
    for (const { outbox } of tabs) {
      await outbox.load('');
      outbox.start();
    }
    for (let index = 0; index < 15; index++) {
      tabs[index % 3]?.say(`${index % 3} ${index}`);
      await new Promise((resolve) => setTimeout(resolve, index % 4));
    }
    await until('all are sent', () => sent.length >= 15);
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(sent).toHaveLength(15);
    for (const tab of [0, 1, 2]) {
      expect(sent.filter((text) => text.startsWith(`${tab} `))).toEqual(
        [0, 1, 2, 3, 4].map((turn) => `${tab} ${turn * 3 + tab}`),
      );
    }
  });
});

test('what a tab that was closed has left, another one sends', async () => {
  const name = `outbox-${++databases}`;
  const closed = make({ storage: new IndexedDbStorage(name) });
  closed.say('left behind');
  await until('it is stored', () => closed.shown.size);
  await new Promise((resolve) => setTimeout(resolve, 20));
  const { outbox, sent } = make({ storage: new IndexedDbStorage(name) });
  await outbox.load('');
  outbox.start();
  await until('it is sent', () => sent.length === 1);
});

test('nobody sends what somebody else has written', async () => {
  const storage = newDatabase();
  const ada = make({ storage });
  await ada.outbox.load('ada');
  ada.say('from Ada');
  await new Promise((resolve) => setTimeout(resolve, 20));
  const bob = make({ storage });
  await bob.outbox.load('bob');
  bob.outbox.start();
  bob.say('from Bob');
  await until('it is sent', () => bob.sent.length > 0);
  expect(bob.sent).toEqual(['from Bob']);
  expect(bob.shown.has('from Ada')).toBe(false);
});

/** A browser that refuses storage from the nth operation on. */
class FailingStorage extends MemoryStorage implements OutboxStorage {
  constructor(private left: number) {
    super();
  }

  #use(): void {
    if (this.left-- <= 0) throw new DOMException('full', 'QuotaExceededError');
  }

  override async all() {
    this.#use();
    return super.all();
  }

  override async add(entry: OutboxEntry) {
    this.#use();
    return super.add(structuredClone(entry));
  }

  override async write(replaced: readonly OutboxEntry[], removed: readonly OutboxEntry[]) {
    this.#use();
    await super.write(structuredClone(replaced), removed);
  }
}

test.each(Array.from({ length: 16 }, (_, index) => index))(
  'storage that fails at operation %i loses nothing and doubles nothing',
  async (operations) => {
    const { outbox, sent, volatile, say } = make({ storage: new FailingStorage(operations) });
    outbox.start();
    const texts = ['m0', 'm1', 'm2', 'm3', 'm4'];
    for (const text of texts) {
      say(text);
      await new Promise((resolve) => setTimeout(resolve, operations % 2));
    }
    await until('all are sent', () => sent.length >= texts.length);
    await new Promise((resolve) => setTimeout(resolve, 10));
    // The one whose removal failed may be sent once more: with its clientId that does nothing (MS1).
    expect([...new Set(sent)]).toEqual(texts);
    expect(sent.length).toBeLessThanOrEqual(texts.length + 1);
    if (operations < 10) expect(volatile.length).toBeGreaterThan(0);
  },
);

test('a database that never opens gives way to memory', async () => {
  const { indexedDB } = globalThis;
  globalThis.indexedDB = { open: () => ({}) } as unknown as IDBFactory;
  try {
    const { outbox, sent, volatile, say } = make({ storage: new IndexedDbStorage('never', 20) });
    outbox.start();
    say('hello');
    await until('it is sent', () => sent.length === 1);
    expect(volatile).toHaveLength(1);
  } finally {
    globalThis.indexedDB = indexedDB;
  }
});

test('a database that the browser has deleted meanwhile is made again', async () => {
  const name = `outbox-${++databases}`;
  const storage = new IndexedDbStorage(name);
  const entry: OutboxEntry = { owner: '', key: 'c1', clientId: 'x', text: 'x', createdAt: '', status: 'sending' };
  await storage.add(entry);
  await new Promise((resolve) => {
    indexedDB.deleteDatabase(name).onsuccess = resolve;
  });
  await storage.add(entry);
  expect(await storage.all()).toHaveLength(1);
});
