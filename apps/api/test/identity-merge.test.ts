import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Message } from '@porchlight/protocol';
import fc from 'fast-check';
import { ADMIN, ApiProcess } from './support/api-process.js';
import { createTestDatabase, type TestDatabase } from './support/databases.js';
import { type Caller, createVisitor, type Reply, signIn } from './support/http.js';
import { identify, SiteSigner } from './support/identity.js';
import { joinLobby, uuid } from './support/talk.js';

/**
 * What must hold however messages and sign-ins cross each other (ID3, MS1, MS2): each text that was sent until it was
 * acknowledged is stored exactly once, and all of them are the person's.
 */

let database: TestDatabase;
let api: ApiProcess;
let site: SiteSigner;

beforeAll(async () => {
  database = await createTestDatabase();
  api = await ApiProcess.start(database.env);
  site = await SiteSigner.create(await signIn(api.url, ADMIN));
});

afterAll(async () => {
  await api.stop();
  await database.remove();
});

/** A browser: it holds one token at a time, and sends again whatever was not acknowledged (as the client's outbox does). */
class Device {
  private readonly sent: string[] = [];
  private own: Promise<string> | undefined;

  private constructor(
    private caller: Caller,
    private readonly jwt: string,
    private readonly lobby: string,
  ) {}

  static async create(jwt: string): Promise<Device> {
    const visitor = await createVisitor(api.url);
    return new Device(visitor, jwt, await joinLobby(visitor));
  }

  /** Throws unless it is accepted in the end. */
  async say(where: 'own' | 'lobby'): Promise<void> {
    const text = uuid();
    const message = { clientId: text, text };
    this.sent.push(text);
    if (where === 'own' && !this.own) {
      const draft = { clientId: uuid(), message };
      this.own = this.insist((caller) => caller.call('createConversation', {}, draft)).then(({ id }) => id);
      await this.own;
    } else {
      const conversation = where === 'own' ? ((await this.own) ?? '') : this.lobby;
      await this.insist((caller) => caller.call('createMessage', { conversation }, message));
    }
  }

  /** The only refusal there may be is that the token has ended; then the browser signs in again. */
  private async insist<Body>(request: (caller: Caller) => Promise<Reply<Body>>): Promise<Body> {
    for (let tries = 0; tries < 10; tries++) {
      const answer = await request(this.caller);
      if (answer.status < 300) return answer.body;
      expect(answer).toMatchObject({ status: 401 });
      await this.identify();
    }
    throw new Error('It was never accepted');
  }

  async identify(): Promise<void> {
    const person = await identify(api.url, this.jwt, this.caller);
    if (person.status < 300) this.caller = person;
    else {
      expect(person.problem).toMatchObject({ code: 'unauthenticated' });
      this.caller = await identify(api.url, this.jwt);
    }
  }

  get texts(): readonly string[] {
    return this.sent;
  }
}

async function everythingSaidBy(person: Caller, id: string): Promise<Message[]> {
  const { items } = (await person.call('listConversations', {}, undefined, '?limit=100')).body;
  const said: Message[] = [];
  for (const { id: conversation } of items) {
    for (let after = 0; ; ) {
      const page = (await person.call('listMessages', { conversation }, undefined, `?after=${after}&limit=100`)).body;
      said.push(...page.items.filter(({ author }) => author.id === id));
      if (!page.hasMore) break;
      after = page.items.at(-1)?.seq ?? after;
    }
  }
  return said;
}

const step = fc.record({
  device: fc.nat(1),
  act: fc.constantFrom('own' as const, 'lobby' as const, 'lobby' as const, 'identify' as const),
  /** Whether the next step begins before this one is answered. */
  crosses: fc.boolean(),
});

test('ID3, MS1: two devices speak and sign in in any order and at once; nothing is lost, nothing doubled', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 2, maxLength: 14 }), async (steps) => {
      const jwt = await site.sign(uuid());
      const devices = [await Device.create(jwt), await Device.create(jwt)] as const;
      const underWay: Promise<void>[] = [];
      for (const { device, act, crosses } of steps) {
        const actor = devices[device as 0 | 1];
        const done = act === 'identify' ? actor.identify() : actor.say(act);
        underWay.push(done);
        if (!crosses) await done;
      }
      await Promise.all(underWay);
      for (const device of devices) await device.identify();

      const person = await identify(api.url, jwt);
      const said = await everythingSaidBy(person, person.visitor.id);
      const expected = devices.flatMap(({ texts }) => texts);
      expect(said.map(({ text }) => text).sort()).toEqual([...expected].sort());
    }),
    { numRuns: 25, endOnFailure: true },
  );
}, 120_000);

test('ID3: messages posted with the anonymous token while it is merged, fifty at a time', async () => {
  for (let round = 0; round < 4; round++) {
    const jwt = await site.sign(uuid());
    const other = await identify(api.url, jwt);
    const device = await Device.create(jwt);
    await device.say('own');
    const acts = Array.from({ length: 50 }, (_, index) => device.say(index % 2 ? 'own' : 'lobby'));
    await Promise.all([...acts.slice(0, 25), device.identify(), ...acts.slice(25)]);
    const said = await everythingSaidBy(other, other.visitor.id);
    expect(said.map(({ text }) => text).sort()).toEqual([...device.texts].sort());
  }
}, 120_000);

test('many devices sign in as one new person at once: one person it is', async () => {
  const jwt = await site.sign(uuid());
  const anonymous = await Promise.all(Array.from({ length: 8 }, () => createVisitor(api.url)));
  const signedIn = await Promise.all(anonymous.map((visitor) => identify(api.url, jwt, visitor)));
  expect(signedIn.map(({ status }) => status)).toEqual(signedIn.map(() => 201));
  expect(new Set(signedIn.map(({ visitor }) => visitor.id)).size).toBe(1);
});
