import { expect, test } from '@jest/globals';
import { Subject } from 'rxjs';
import type { Principal } from '../auth/principal.js';
import type { Bus, BusMessage } from './bus/bus.js';
import type { Delivery } from './delivery.js';
import type { Entry } from './entry.js';
import { EVERYONE, Feeds } from './feeds.js';
import { Subscription } from './subscription.js';
import type { LogTail } from './tail.js';

const visitor = (id: string): Principal => ({
  ...{ kind: 'visitor', id, site: 'demo', name: 'Visitor', verified: false, blocked: false, credentialId: id },
  expiresAt: new Date(8.64e15),
});
const agent = { ...visitor('agent'), kind: 'agent' } as unknown as Principal;

function setUp() {
  const entries = new Subject<Entry>();
  const messages = new Subject<BusMessage>();
  const finish = (json: string) => json;
  const feeds = new Feeds({ entries, epoch: 'e1' } as unknown as LogTail, { messages } as unknown as Bus, { finish });
  feeds.onModuleInit();
  const listen = (principal: Principal, rooms: string[] = [], from = 0) => {
    const got: Delivery[] = [];
    const subscription = new Subscription(feeds, principal);
    subscription.listen();
    subscription.begin(from, rooms);
    subscription.release((delivery) => got.push(delivery));
    return Object.assign(got, { positions: () => got.map(({ frames }) => frames.map(({ position }) => position)) });
  };
  const write = (
    position: number,
    scope: Entry['scope'],
    to: Partial<Entry>,
    type: Entry['type'] = 'message.created',
  ) =>
    entries.next({
      ...{
        position,
        at: new Date(),
        type,
        scope,
        conversationId: null,
        visitorId: null,
        data: '{}',
        visitorData: null,
      },
      ...to,
    });
  return { feeds, listen, write };
}

const turn = () => new Promise((resolve) => setImmediate(resolve));

test('what comes in one turn is one delivery, the same bytes for all who listen', async () => {
  const { listen, write } = setUp();
  const [one, other] = [listen(visitor('a'), ['lobby']), listen(visitor('b'), ['lobby'])];
  for (const position of [1, 2, 3]) write(position, 'room', { conversationId: 'lobby' });
  await turn();
  expect(one.positions()).toEqual([[1, 2, 3]]);
  expect(other[0]?.chunk).toBe(one[0]?.chunk);
  expect(one[0]?.bytes.toString().match(/^id: e1\.\d$/gm)).toEqual(['id: e1.1', 'id: e1.2', 'id: e1.3']);
});

test('a chunk says how long it is', async () => {
  const { listen, write } = setUp();
  const got = listen(visitor('a'), ['lobby']);
  write(1, 'room', { conversationId: 'lobby', data: '{"text":"ä 😀"}' });
  await turn();
  const bytes = got[0]?.bytes as Buffer;
  expect(got[0]?.chunk.toString()).toBe(`${bytes.length.toString(16)}\r\n${bytes.toString()}\r\n`);
});

test('EV1: several feeds keep the order of the log', async () => {
  const { listen, write } = setUp();
  const [member, staff] = [listen(visitor('a'), ['lobby', 'garden']), listen(agent)];
  write(1, 'room', { conversationId: 'lobby' });
  write(2, 'visitor', { conversationId: 'c', visitorId: 'a' });
  write(3, 'room', { conversationId: 'garden' });
  write(4, 'room', { conversationId: 'lobby' });
  write(5, 'agents', {});
  await turn();
  expect(member.positions().flat()).toEqual([1, 2, 3, 4]);
  expect(staff.positions()).toEqual([[1, 2, 3, 4, 5]]);
});

test('a room joined in the middle of a turn is heard from the next entry on', async () => {
  const { listen, write } = setUp();
  const got = listen(visitor('a'));
  write(1, 'room', { conversationId: 'lobby' });
  write(2, 'self', { conversationId: 'lobby', visitorId: 'a' }, 'conversation.created');
  write(3, 'room', { conversationId: 'lobby' });
  await turn();
  expect(got.positions().flat()).toEqual([2, 3]);
});

test('RS1: of a delivery only what comes after the place where the subscription began', async () => {
  const { listen, write } = setUp();
  const got = listen(visitor('a'), ['lobby'], 2);
  for (const position of [1, 2, 3, 4]) write(position, 'room', { conversationId: 'lobby' });
  await turn();
  expect(got.positions()).toEqual([[3, 4]]);
});

test('an event that is not kept comes after the kept ones before it', async () => {
  const { feeds, listen, write } = setUp();
  const got = listen(visitor('a'), ['lobby']);
  write(1, 'room', { conversationId: 'lobby' });
  const data = { agents: 1, available: true };
  feeds.tell([EVERYONE], { type: 'presence', at: new Date().toISOString(), data });
  expect(got.positions()).toEqual([[1], [undefined]]);
  await turn();
  expect(got).toHaveLength(2);
});
