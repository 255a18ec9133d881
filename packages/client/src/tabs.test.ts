import { afterEach, expect, jest, test } from '@jest/globals';
import type { ChatEvent } from '@porchlight/protocol';
import { fakeLocks } from '../test/fake-locks.js';
import { until } from '../test/until.js';
import type { Feed } from './feed.js';
import { shareConnection } from './tabs.js';

const timing = { quiet: 60, silent: 60, spread: 40 };
let names = 0;
const open: AbortController[] = [];

afterEach(() => {
  for (const controller of open.splice(0)) controller.abort();
});

/** The tabs of one browser. */
function browser() {
  const locks = fakeLocks();
  const name = `tabs-${++names}`;

  function tab(cursor = 'e.1') {
    const told: string[] = [];
    const state = { cursor, caughtUp: 0, leads: 0, feed: undefined as Feed | undefined };
    const feed: Feed = {
      event: ({ type }) => told.push(type),
      moved: (to, from) => {
        if (from !== state.cursor) told.push('gap');
        state.cursor = to;
      },
      reset: (to) => told.push(`reset ${to}`),
      connection: (connection) => told.push(connection),
      signedOut: () => told.push('signed out'),
    };
    const controller = new AbortController();
    open.push(controller);
    const ended = shareConnection(
      {
        name,
        feed,
        connect: async (shared, signal) => {
          state.leads++;
          state.feed = shared;
          shared.connection('live');
          await new Promise((resolve) => signal.addEventListener('abort', resolve));
          state.feed = undefined;
        },
        cursor: () => state.cursor,
        catchUp: () => state.caughtUp++,
        locks,
        timing,
      },
      controller.signal,
    );
    return { told, state, controller, ended };
  }

  return { tab, locks, name };
}

const someEvent = { type: 'presence' } as ChatEvent;
const settle = (ms = 30) => new Promise((resolve) => setTimeout(resolve, ms));

test('one tab connects, and all hear what it hears', async () => {
  const { tab } = browser();
  const [leader, ...followers] = [tab(), tab(), tab()];
  await until('there is a leader', () => leader?.state.feed);
  await settle();
  leader?.state.feed?.event(someEvent);
  leader?.state.feed?.moved('e.2', 'e.1');
  for (const follower of followers) {
    await until('it heard', () => follower.told.includes('presence'));
    await until('it is there', () => follower.state.cursor === 'e.2');
    expect(new Set(follower.told)).toEqual(new Set(['live', 'presence']));
    expect(follower.state).toMatchObject({ leads: 0, caughtUp: 0 });
  }
});

test('a follower that comes with another place in the log catches up', async () => {
  const { tab } = browser();
  const leader = tab('e.5');
  await until('it leads', () => leader.state.feed);
  const behind = tab('e.3');
  await until('it catches up', () => behind.state.caughtUp === 1);
  await settle(200);
  expect(behind.state.caughtUp).toBe(1);
});

test('when the leader closes, another tab leads at once', async () => {
  const { tab } = browser();
  const leader = tab();
  await until('it leads', () => leader.state.feed);
  const next = tab();
  await settle();
  leader.controller.abort();
  await until('the other leads', () => next.state.feed, 50);
  await leader.ended;
});

test('a frozen leader is replaced in time, and follows once it wakes', async () => {
  const { tab, locks, name } = browser();
  // Holds the lock and answers nobody, as a frozen tab does.
  const frozen = locks.request(name, {}, () => new Promise(() => {})).catch((error: Error) => error.name);
  const follower = tab();
  await settle(timing.quiet + timing.silent - 30);
  expect(follower.state.leads).toBe(0);
  await until('it leads', () => follower.state.feed, 150);
  expect(await frozen).toBe('AbortError');
});

test('of many followers of a frozen leader one takes over', async () => {
  const { tab, locks, name } = browser();
  void locks.request(name, {}, () => new Promise(() => {})).catch(() => {});
  // Random, but not by chance.
  const delays = [0.9, 0, 0.6];
  const random = jest.spyOn(Math, 'random').mockImplementation(() => delays[random.mock.calls.length % 3] ?? 0);
  const followers = [tab(), tab(), tab()];
  await until('one leads', () => followers.some(({ state }) => state.feed));
  await settle(150);
  random.mockRestore();
  expect(followers.reduce((leads, { state }) => leads + state.leads, 0)).toBe(1);
});

test('a leader that was replaced stops its connection and follows', async () => {
  const { tab, locks, name } = browser();
  const leader = tab();
  await until('it leads', () => leader.state.feed);
  let release = () => {};
  void locks.request(name, { steal: true }, () => new Promise<void>((resolve) => (release = resolve)));
  await until('its connection ends', () => leader.state.feed === undefined);
  release();
  await until('it leads again', () => leader.state.leads === 2);
});

test('a leader that answers stays, however quiet it is', async () => {
  const { tab } = browser();
  const leader = tab();
  await until('it leads', () => leader.state.feed);
  const followers = [tab(), tab()];
  await settle(5 * (timing.quiet + timing.silent));
  expect(leader.state).toMatchObject({ leads: 1 });
  for (const { state } of followers) expect(state.leads).toBe(0);
});

test('a refused credential and a reset concern all tabs', async () => {
  const { tab } = browser();
  const leader = tab();
  await until('it leads', () => leader.state.feed);
  const follower = tab();
  await until('it follows', () => follower.told.includes('live'));
  leader.state.feed?.reset('e2.1');
  leader.state.feed?.signedOut();
  await until('it heard', () => follower.told.includes('signed out'));
  expect(follower.told.slice(-2)).toEqual(['reset e2.1', 'signed out']);
});

test('a connection that ends by itself is not begun again', async () => {
  const { locks, name } = browser();
  let connects = 0;
  const { signal } = new AbortController();
  const options = { name, locks, timing, feed: {} as Feed, cursor: () => '', catchUp: () => {} };
  await shareConnection({ ...options, connect: async () => void connects++ }, signal);
  expect(connects).toBe(1);
});

test('a page that may not use locks connects by itself', async () => {
  const locks = {
    request: () => Promise.reject(new DOMException('opaque origin', 'SecurityError')),
  } as unknown as LockManager;
  let connects = 0;
  const { signal } = new AbortController();
  const options = { name: 'opaque', locks, timing, feed: {} as Feed, cursor: () => '', catchUp: () => {} };
  await shareConnection({ ...options, connect: async () => void connects++ }, signal);
  expect(connects).toBe(1);
});

test('where there are no locks each tab connects', async () => {
  let connects = 0;
  const { signal } = new AbortController();
  const options = { name: 'none', timing, feed: {} as Feed, cursor: () => '', catchUp: () => {} };
  await shareConnection({ ...options, connect: async () => void connects++ }, signal);
  expect(connects).toBe(1);
});
