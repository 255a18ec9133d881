import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import { agentAuthor, ContractServer } from '../test/contract-server.js';
import { until } from '../test/until.js';
import { CONNECTION_TIMING, connect } from './connection.js';
import type { Feed } from './feed.js';
import { Http } from './http.js';
import { poll } from './long-poll.js';

let server: ContractServer;
let http: Http;
let conversation: string;
const running: AbortController[] = [];

/** The real times, made shorter. */
const timing = {
  ...CONNECTION_TIMING,
  hello: 300,
  firstPing: 300,
  together: 20,
  busy: 250,
  silence: 500,
  pollWait: 1,
  polling: 300,
};

beforeEach(async () => {
  // Backoff without its jitter, and short.
  jest.spyOn(Math, 'random').mockReturnValue(0.05);
  server = await ContractServer.start();
  server.pingMs = 80;
  http = new Http(server.url, false);
  const session = await http.call('createVisitor', { site: 'demo' }, { body: {} });
  http.token = session.token;
  conversation = server.open({ kind: 'visitor', id: session.visitor.id, name: '' }).id;
});

afterEach(async () => {
  for (const controller of running.splice(0)) controller.abort();
  await server.stop();
  jest.restoreAllMocks();
});

/** A connection, and all that it tells. */
function run(cursor = server.cursor) {
  const told: string[] = [];
  const texts: string[] = [];
  const moves: [string, string][] = [];
  const feed: Feed = {
    event: ({ type, data }) => {
      told.push(type);
      if (type === 'message.created') texts.push(data.text);
    },
    moved: (to, from) => moves.push([from, to]),
    reset: (to) => told.push(`reset ${to}`),
    connection: (state) => told.push(state),
    signedOut: () => told.push('signed out'),
  };
  const controller = new AbortController();
  running.push(controller);
  const ended = connect({ http, feed, cursor, timing }, controller.signal);
  return { told, texts, moves, controller, ended };
}

test('RS1: what was missed comes first, then what happens, each once', async () => {
  const cursor = server.cursor;
  for (let index = 0; index < 5; index++) server.say(conversation, `missed ${index}`);
  const { texts, told } = run(cursor);
  await until('live', () => told.includes('live'));
  server.say(conversation, 'live');
  await until('all came', () => texts.length === 6);
  server.cutStreams();
  server.say(conversation, 'while cut');
  await until('it came', () => texts.length === 7);
  expect(texts).toEqual(['missed 0', 'missed 1', 'missed 2', 'missed 3', 'missed 4', 'live', 'while cut']);
});

test('the cursor moves in one unbroken chain, and only by what is kept (EV2)', async () => {
  const from = server.cursor;
  const { moves, told } = run(from);
  await until('live', () => told.includes('live'));
  server.say(conversation, 'one');
  server.mention('typing', conversation, { author: agentAuthor, until: new Date().toISOString() });
  server.mention('presence', conversation, { agents: 1, available: true });
  server.say(conversation, 'two');
  await until('both came', () => moves.length === 2);
  expect(told.filter((type) => type === 'typing' || type === 'presence')).toHaveLength(2);
  expect(moves).toEqual([
    [from, 'e1.2'],
    ['e1.2', 'e1.3'],
  ]);
});

test.each([
  ['another epoch', 'e0.1', 'e1.1'],
  ['ahead of the log', 'e1.999', 'e1.1'],
  ['malformed', 'nonsense', 'e1.1'],
])('RS2: a cursor that is %s brings a reset, and events from there on', async (_, cursor, now) => {
  const { told, texts } = run(cursor);
  await until('it was reset', () => told.includes(`reset ${now}`));
  server.say(conversation, 'after');
  await until('it came', () => texts.length === 1);
  server.cutStreams();
  server.say(conversation, 'later');
  await until('it came', () => texts.length === 2);
  expect(told.filter((line) => line.startsWith('reset'))).toHaveLength(1);
});

test('a stream that is cut between `hello` and `reset` is no resume', async () => {
  server.cutAfterHello = true;
  const { told, moves } = run('e0.1');
  await until('it was cut twice', () => server.requests.filter((route) => route === 'GET events/stream').length > 2);
  server.cutAfterHello = false;
  await until('it was reset', () => told.includes('reset e1.1'));
  expect(moves).toEqual([]);
});

test('case 11: a stream that is cut comes back after its own share of a second, so that a crowd is spread out', async () => {
  const times: number[] = [];
  server.intercept = ({ route }) => {
    if (route === 'GET events/stream') times.push(performance.now());
    return undefined;
  };
  const { told } = run();
  await until('live', () => told.includes('live'));
  jest.spyOn(Math, 'random').mockReturnValue(0.6);
  const cutAt = performance.now();
  server.cutStreams();
  await until('it is back', () => times.length === 2);
  // Timers of Node round down to whole milliseconds.
  expect((times[1] as number) - cutAt).toBeGreaterThanOrEqual(598);
});

test('RS5: 401 ends it', async () => {
  http.token = 'revoked';
  const { told, ended } = run();
  await ended;
  expect(told.at(-1)).toBe('signed out');
  expect(server.requests.filter((route) => route === 'GET events/stream')).toHaveLength(1);
});

test('503 with Retry-After is obeyed', async () => {
  const times: number[] = [];
  server.intercept = ({ route }) => {
    if (route !== 'GET events/stream') return undefined;
    times.push(performance.now());
    return times.length === 1 ? { status: 503, headers: { 'retry-after': '1' } } : undefined;
  };
  const { told } = run();
  await until('live', () => told.includes('live'));
  expect((times[1] ?? 0) - (times[0] ?? 0)).toBeGreaterThanOrEqual(990);
  expect(told).toEqual(['connecting', 'offline', 'live']);
});

test('EV6: `bye` names the time of the next try', async () => {
  const { told } = run();
  await until('live', () => told.includes('live'));
  const at = performance.now();
  for (const { response } of server.streams) {
    response.end('event: bye\ndata: {"reason":"shutdown","retryMs":200}\n\n');
  }
  await until('live again', () => told.filter((line) => line === 'live').length === 2);
  expect(performance.now() - at).toBeGreaterThanOrEqual(195);
  expect(told).toEqual(['connecting', 'live', 'connecting', 'live']);
});

test('a stream that goes silent is replaced, though nobody has ended it', async () => {
  const { told, texts } = run();
  await until('live', () => told.includes('live'));
  // Half open: the server's bytes go nowhere.
  const [dead] = server.streams;
  server.streams.clear();
  server.say(conversation, 'into the void');
  await until('it came', () => texts.length === 1);
  expect(server.streams.has(dead as never)).toBe(false);
});

test('nothing but pings keeps a stream', async () => {
  const { told } = run();
  await until('live', () => told.includes('live'));
  for (let index = 0; index < 5; index++) {
    await new Promise((resolve) => setTimeout(resolve, 150));
    for (const { response } of server.streams) response.write(': ping\n\n');
  }
  expect(server.requests.filter((route) => route === 'GET events/stream')).toHaveLength(1);
});

test('no `hello` in time: long polls, and the stream again later', async () => {
  server.hello = false;
  const { told, texts } = run();
  await until('polling', () => told.includes('polling'));
  server.say(conversation, 'by poll');
  await until('it came', () => texts.length === 1);
  server.hello = true;
  await until('live', () => told.includes('live'));
  server.say(conversation, 'by stream');
  await until('it came', () => texts.length === 2);
  expect(told.filter((line) => ['connecting', 'polling', 'live', 'offline'].includes(line))).toEqual([
    'connecting',
    'polling',
    'live',
  ]);
});

test('no first ping in time: long polls', async () => {
  server.ping = false;
  const { told } = run();
  await until('polling', () => told.includes('polling'));
});

test('`hello` and the ping together, twice: long polls', async () => {
  server.pingMs = 0;
  const { told } = run();
  await until('polling', () => told.includes('polling'));
  expect(server.requests.filter((route) => route === 'GET events/stream')).toHaveLength(2);
});

test('`hello` and the ping together once, as a busy page hears them: the stream again', async () => {
  let streams = 0;
  server.intercept = ({ route }) => {
    if (route === 'GET events/stream') server.pingMs = streams++ ? 80 : 0;
    return undefined;
  };
  const { told, texts } = run();
  await until('there is another stream', () => streams === 2 && server.streams.size === 1);
  await new Promise((resolve) => setTimeout(resolve, timing.firstPing));
  server.say(conversation, 'later');
  await until('it came', () => texts.length === 1);
  expect(streams).toBe(2);
  expect(told).not.toContain('polling');
});

test('so many events that there is no room for a ping show that nothing is held back', async () => {
  server.ping = false;
  const { told, texts } = run();
  await until('live', () => told.includes('live'));
  for (let index = 0; index < 20; index++) {
    server.say(conversation, `${index}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  await until('all came', () => texts.length === 20);
  expect(told).not.toContain('polling');
});

test('LP1: switching between stream and long poll in the middle of a burst loses and doubles nothing', async () => {
  const { texts, told } = run();
  await until('live', () => told.includes('live'));
  for (let index = 0; index < 120; index++) {
    server.say(conversation, String(index));
    if (index % 20 === 10) {
      server.hello = !server.hello;
      server.cutStreams();
    }
    await new Promise((resolve) => setTimeout(resolve, index % 3 ? 5 : 15));
  }
  server.hello = true;
  await until('all came', () => texts.length >= 120, 5_000);
  expect(texts).toEqual(Array.from({ length: 120 }, (_, index) => String(index)));
});

test('RS2 by long poll', async () => {
  server.hello = false;
  const { told } = run('e0.1');
  await until('it was reset', () => told.includes('reset e1.1'));
});

test('offline shows only after a try has failed', async () => {
  server.intercept = () => 'refuse';
  const { told } = run();
  await until('offline', () => told.includes('offline'));
  server.intercept = () => undefined;
  await until('live', () => told.includes('live'));
  server.cutStreams();
  await until('live again', () => told.filter((line) => line === 'live').length === 2);
  expect(told).toEqual(['connecting', 'offline', 'live', 'connecting', 'live']);
});

test('once stopped it tells nothing and asks nothing', async () => {
  const { told, controller, ended } = run();
  await until('live', () => told.includes('live'));
  const asked = server.requests.length;
  controller.abort();
  await ended;
  server.say(conversation, 'too late');
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(told).toEqual(['connecting', 'live']);
  expect(server.requests).toHaveLength(asked);
});

test('one poll brings what there is and says where it ends', async () => {
  const cursor = server.cursor;
  server.say(conversation, 'one');
  server.say(conversation, 'two');
  const moves: string[] = [];
  const texts: string[] = [];
  const feed: Feed = {
    event: ({ type, data }) => type === 'message.created' && texts.push(data.text),
    moved: (to, from) => moves.push(from, to),
    reset: () => {},
    connection: () => {},
    signedOut: () => {},
  };
  const { signal } = new AbortController();
  expect(await poll(http, feed, cursor, 0, signal)).toEqual({ cursor: server.cursor, found: true });
  expect(await poll(http, feed, server.cursor, 0, signal)).toEqual({ cursor: server.cursor, found: false });
  expect(texts).toEqual(['one', 'two']);
  expect(moves).toEqual([cursor, server.cursor]);
});
