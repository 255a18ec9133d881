import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { durableEvent } from '@porchlight/protocol';
import { EventSource } from 'eventsource';
import { ADMIN, ApiProcess } from '../support/api-process.js';
import { createTestDatabase, type TestDatabase } from '../support/databases.js';
import { type Caller, createVisitor, signIn } from '../support/http.js';
import { eventually, say, startConversation } from '../support/talk.js';
import { TcpProxy } from '../support/tcp-proxy.js';

let database: TestDatabase;
let api: ApiProcess;
let proxy: TcpProxy;
let agent: Caller;

beforeAll(async () => {
  database = await createTestDatabase();
  api = await ApiProcess.start(database.env);
  proxy = await TcpProxy.start({ host: 'localhost', port: api.port });
  agent = await signIn(api.url, ADMIN);
});

afterAll(async () => {
  await proxy.cut();
  await api.stop();
  await database.remove();
});

/** Follows the stream with the npm package `eventsource`, which knows nothing of us but the address and the credential. */
function follow(path: string, token: string) {
  const source = new EventSource(`${proxy.url}${path}`, {
    fetch: (url, init) => fetch(url, { ...init, headers: { ...init.headers, Authorization: `Bearer ${token}` } }),
  });
  const texts: string[] = [];
  const hellos: { resumed: boolean; cursor: string; lastEventId: string }[] = [];
  const ids: string[] = [];
  source.addEventListener('hello', ({ data, lastEventId }) => hellos.push({ ...JSON.parse(data), lastEventId }));
  source.addEventListener('message.created', ({ data, lastEventId }) => {
    const event = durableEvent.parse(JSON.parse(data));
    if (event.type === 'message.created') texts.push(event.data.text);
    ids.push(lastEventId);
  });
  return { source, texts, hellos, ids };
}

test('RS1, EV1 to EV4: a client that is not ours follows the stream, and resumes by itself when it is cut', async () => {
  const visitor = await createVisitor(api.url);
  const conversation = await startConversation(visitor);
  const { source, texts, hellos, ids } = follow(`/v1/events/stream?after=${visitor.cursor}`, visitor.token ?? '');
  await eventually('it has replayed', () => texts.length === 1);
  expect(source.readyState).toBe(EventSource.OPEN);
  await say(agent, conversation, 'live');
  await agent.call('createTyping', { conversation }, {});
  await eventually('it is live', () => texts.length === 2);

  await proxy.cut();
  await eventually('it has noticed', () => source.readyState === EventSource.CONNECTING);
  for (const text of ['missed', 'missed too']) await say(agent, conversation, text);
  await proxy.restore();
  await eventually('it has resumed', () => texts.length === 4, 30_000);
  await say(agent, conversation, 'live again');
  await eventually('it is live again', () => texts.length === 5);
  expect(texts).toEqual(['one', 'live', 'missed', 'missed too', 'live again']);
  expect(hellos).toMatchObject([
    { resumed: true, cursor: visitor.cursor, lastEventId: visitor.cursor },
    { resumed: true, cursor: ids[1], lastEventId: ids[1] },
  ]);
  source.close();
});

test('RS5: a credential that is refused ends its tries', async () => {
  const { source } = follow('/v1/events/stream', 'plv_nonsense');
  const codes: (number | undefined)[] = [];
  source.addEventListener('error', ({ code }) => codes.push(code));
  await eventually('it has given up', () => source.readyState === EventSource.CLOSED);
  expect(codes).toEqual([401]);
});
