import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { ContractServer } from '../test/contract-server.js';
import { fakeLocks } from '../test/fake-locks.js';
import { until } from '../test/until.js';
import { Core } from './core.js';
import { History } from './history.js';
import { Http } from './http.js';
import { Link } from './link.js';
import { Receipts } from './receipts.js';
import { conversationOf } from './selectors.js';
import { Typing } from './typing.js';

let server: ContractServer;
const links: Link[] = [];
let scopes = 0;

beforeEach(async () => {
  server = await ContractServer.start();
});

afterEach(async () => {
  for (const link of links.splice(0)) link.close();
  await server.stop();
});

/** The tabs of one visitor's browser; each has its own state. */
async function browser() {
  const locks = fakeLocks();
  const scope = `link-${++scopes}`;
  const { token, visitor } = await new Http(server.url, false).call('createVisitor', { site: 'demo' }, { body: {} });
  const { id } = server.open({ kind: 'visitor', id: visitor.id, name: '' });

  async function tab(): Promise<{ core: Core; link: Link; lastSeq(): number | undefined }> {
    const core = new Core(new Http(server.url, false), () => {});
    core.running = new AbortController();
    core.http.token = token;
    core.dispatch({ type: 'signedIn', visitor });
    const history = new History(core);
    const none = () => {};
    const link = new Link({
      core,
      history,
      receipts: new Receipts(core),
      typing: new Typing(core),
      scope,
      onConnected: none,
      onSignedOut: none,
      locks,
    });
    link.cursor = server.cursor;
    await history.loadList();
    links.push(link);
    return { core, link, lastSeq: () => conversationOf(core.state, id)?.lastSeq };
  }

  return { tab, id, channel: () => new BroadcastChannel(`${scope}:${visitor.id}`) };
}

const streams = () => server.requests.filter((route) => route === 'GET events/stream').length;
const polls = () => server.requests.filter((route) => route === 'GET events').length;

test('many tabs, one stream, and none misses anything', async () => {
  const { tab, id } = await browser();
  const tabs = [await tab(), await tab(), await tab()];
  for (const { link } of tabs) link.open();
  await until('all are live', () => tabs.every(({ core }) => core.state.connection === 'live'));
  for (let index = 1; index <= 5; index++) server.say(id, `text ${index}`);
  await until('all heard', () => tabs.every(({ lastSeq }) => lastSeq() === 5));
  await until('all are at the same place', () => new Set(tabs.map(({ link }) => link.cursor)).size === 1);
  expect(streams()).toBe(1);
  expect(polls()).toBe(0);
});

test('a tab that fetched its list before it followed gets what came in between', async () => {
  const { tab, id } = await browser();
  const leader = await tab();
  leader.link.open();
  await until('it is live', () => leader.core.state.connection === 'live');
  const late = await tab();
  server.say(id, 'in between');
  await until('the leader heard', () => leader.lastSeq() === 1);
  late.link.open();
  await until('it heard', () => late.lastSeq() === 1);
  expect(streams()).toBe(1);
});

test('a follower that missed something notices the gap and asks for it', async () => {
  const { tab, id, channel } = await browser();
  const [leader, follower] = [await tab(), await tab()];
  leader.link.open();
  follower.link.open();
  await until('both are live', () => follower.core.state.connection === 'live');
  // The follower is deaf for a moment, as a frozen tab is.
  follower.link.cursor = server.cursor;
  const before = follower.core.state;
  server.say(id, 'missed');
  await until('it heard', () => follower.lastSeq() === 1);
  follower.core.store.set(before);
  follower.link.cursor = 'e1.1';
  const other = channel();
  other.postMessage(['moved', 'e1.3', 'e1.2']);
  await until('it caught up', () => follower.lastSeq() === 1);
  other.close();
  expect(follower.link.cursor).toBe(server.cursor);
  expect(polls()).toBeGreaterThan(0);
});

test('when the lead changes in the middle of a burst nothing is lost', async () => {
  const { tab, id } = await browser();
  const tabs = [await tab(), await tab(), await tab(), await tab()];
  for (const { link } of tabs) link.open();
  await until('all are live', () => tabs.every(({ core }) => core.state.connection === 'live'));
  const stay = tabs.pop();
  for (let index = 1; index <= 60; index++) {
    server.say(id, `text ${index}`);
    if (index % 20 === 10) tabs.shift()?.link.close();
    await new Promise((resolve) => setTimeout(resolve, 3));
  }
  await until('the last one heard all', () => stay?.lastSeq() === 60);
  expect(conversationOf(stay?.core.state as never, id)?.unread).toBe(60);
});

test('what arrives is told once, however many tabs and messages', async () => {
  const { tab, id } = await browser();
  const tabs = [await tab(), await tab(), await tab()];
  for (const { link } of tabs) link.open();
  await until('connected', () => tabs.every(({ core }) => core.state.connection === 'live'));
  for (const text of ['one', 'two', 'three']) server.say(id, text);
  const receipts = () =>
    server.log.filter(({ event }) => event.type === 'receipt.updated').map(({ event }) => event.data);
  await until('it is told', () => receipts().length > 0);
  await new Promise((resolve) => setTimeout(resolve, 1_500));
  expect(receipts()).toMatchObject([{ conversationId: id, delivered: 3, read: 0 }]);
});
