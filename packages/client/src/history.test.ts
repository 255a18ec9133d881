import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { ContractServer } from '../test/contract-server.js';
import { until } from '../test/until.js';
import type { ChatClient } from './index.js';
import { createChatClient, timelineOf } from './index.js';

const MANY = 10_000;
const violet = { kind: 'visitor' as const, id: 'violet', name: 'Violet' };

let server: ContractServer;
let ada: ChatClient;
let id: string;
/** Of each message, by seq. */
let ids: string[];

/** A conversation of ten thousand messages, opened by an agent. */
beforeEach(async () => {
  server = await ContractServer.start();
  ({ id } = server.open(violet));
  ids = [''];
  for (let seq = 1; seq <= MANY; seq++) ids.push(server.say(id, `text ${seq}`, violet).id);
  ada = createChatClient({ api: server.url });
  await ada.login('ada@example.com', 'right password');
  await until('live', () => ada.store.get().connection === 'live');
  await ada.openConversation(id);
  server.requests.length = 0;
});

afterEach(async () => {
  ada.stop();
  await server.stop();
});

const timeline = () => {
  const known = timelineOf(ada.store.get(), id);
  if (!known) throw new Error('nothing is opened');
  return { ...known, hasNewer: known.hasNewer ?? false };
};
const span = () => {
  const { messages } = timeline();
  expect(messages.map(({ seq }) => seq)).toEqual(messages.map((_, index) => (messages[0]?.seq ?? 0) + index));
  return [messages[0]?.seq, messages.at(-1)?.seq];
};
const pages = () => server.requests.filter((route) => route.endsWith('/messages')).length;

test('a message far back takes one request, and its page the place of the latest', async () => {
  expect(await ada.findMessage(id, ids[100] ?? '')).toBe(true);
  expect(pages()).toBe(1);
  expect(span()).toEqual([75, 124]);
  expect(timeline()).toMatchObject({ hasOlder: true, hasNewer: true, loading: 'none' });
  await ada.loadNewer(id);
  await ada.loadOlder(id);
  expect(span()).toEqual([25, 174]);
});

test('one that is known takes none, and one just above what is known is joined to it', async () => {
  expect(await ada.findMessage(id, ids[9_990] ?? '')).toBe(true);
  expect(pages()).toBe(0);
  expect(await ada.findMessage(id, ids[9_940] ?? '')).toBe(true);
  expect(span()).toEqual([9_915, MANY]);
  expect(timeline()).toMatchObject({ hasOlder: true, hasNewer: false });
});

test('one that is not there changes nothing', async () => {
  expect(await ada.findMessage(id, 'elsewhere')).toBe(false);
  expect(span()).toEqual([9_951, MANY]);
  expect(timeline()).toMatchObject({ hasNewer: false, loading: 'none' });
});

test('what comes meanwhile waits for its page, and the end is the end again once one has come to it', async () => {
  await ada.findMessage(id, ids[9_900] ?? '');
  server.say(id, 'news', violet);
  await until('it came', () => ada.store.get().conversations.get(id)?.lastSeq === MANY + 1);
  expect(span()).toEqual([9_875, 9_924]);
  await ada.loadNewer(id);
  expect(timeline().hasNewer).toBe(true);
  await ada.loadNewer(id);
  expect(span()).toEqual([9_875, MANY + 1]);
  expect(timeline().hasNewer).toBe(false);
  server.say(id, 'more news', violet);
  await until('it came', () => timeline().messages.at(-1)?.text === 'more news');
  expect(span()).toEqual([9_875, MANY + 2]);
});

test('what comes while the last page is on its way leaves no hole', async () => {
  await ada.findMessage(id, ids[9_920] ?? '');
  await ada.loadNewer(id);
  expect(span()).toEqual([9_895, 9_994]);
  server.intercept = ({ url }) => (url.searchParams.has('after') ? 'answer late' : undefined);
  const loading = ada.loadNewer(id);
  await until('it is asked', () => pages() === 3);
  server.say(id, 'in between', violet);
  await loading;
  server.intercept = () => undefined;
  await until('it came', () => ada.store.get().conversations.get(id)?.lastSeq === MANY + 1);
  if (timeline().hasNewer) await ada.loadNewer(id);
  expect(span()).toEqual([9_895, MANY + 1]);
});

test('opening the conversation again shows the latest', async () => {
  await ada.findMessage(id, ids[1] ?? '');
  expect(span()).toEqual([1, 25]);
  expect(timeline()).toMatchObject({ hasOlder: false, hasNewer: true });
  await ada.openConversation(id);
  expect(span()).toEqual([9_951, MANY]);
  expect(timeline()).toMatchObject({ hasOlder: true, hasNewer: false });
});

test('what is counted as unread does not depend on where one reads', async () => {
  ada.markRead(id, MANY - 3);
  await ada.findMessage(id, ids[100] ?? '');
  server.say(id, 'news', violet);
  await until('it came', () => ada.store.get().conversations.get(id)?.unread === 4);
});
