import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import pg from 'pg';
import { ApiProcess } from './support/api-process.js';
import { createTestDatabase, type TestDatabase } from './support/databases.js';
import { createVisitor } from './support/http.js';
import { metricOf } from './support/metrics.js';
import { eventually, startConversation, uuid } from './support/talk.js';

/** Far more at once than is let in. */
const BURST = 1_500;

let database: TestDatabase;
let api: ApiProcess;

beforeAll(async () => {
  database = await createTestDatabase();
  api = await ApiProcess.start({ ...database.env, RATE_LIMIT_FACTOR: '0' });
});

afterAll(async () => {
  await api.stop();
  await database.remove();
});

test('ER1, MS2: of a burst far above capacity some are refused at once, and what is acknowledged is there', async () => {
  const visitor = await createVisitor(api.url);
  const conversation = await startConversation(visitor);
  // While nobody may read the tokens, everything that is let in waits.
  const blocker = new pg.Client({ connectionString: database.env['DATABASE_URL'] ?? '' });
  await blocker.connect();
  await blocker.query('BEGIN; LOCK TABLE "visitor_tokens" IN ACCESS EXCLUSIVE MODE');

  let answered = 0;
  const replies = Array.from({ length: BURST }, async (_, n) => {
    const reply = await visitor.call('createMessage', { conversation }, { clientId: uuid(), text: `${n}` });
    answered += 1;
    return reply;
  });
  await eventually('the rest has been refused', () => answered >= BURST - 1_000);
  await sleep(250);
  expect(answered).toBe(BURST - 1_000);
  expect(await metricOf(api, 'porchlight_http_in_flight')).toBe(1_000);
  expect((await fetch(`${api.url}/health/live`)).status).toBe(200);
  await blocker.query('COMMIT');
  await blocker.end();

  const all = await Promise.all(replies);
  const acknowledged = all.filter(({ status }) => status === 201);
  expect(acknowledged).toHaveLength(1_000);
  for (const refused of all.filter(({ status }) => status !== 201)) {
    expect(refused).toMatchObject({ status: 503, problem: { code: 'unavailable' } });
    expect(refused.headers.get('retry-after')).toBe('1');
  }

  // It has recovered by itself, and has each of them once, in one order.
  expect((await visitor.call('createMessage', { conversation }, { clientId: uuid(), text: 'after' })).status).toBe(201);
  const stored: string[] = [];
  for (let before = 2_000; before > 1; ) {
    const { body } = await visitor.call('listMessages', { conversation }, undefined, `?limit=100&before=${before}`);
    stored.unshift(...body.items.map(({ clientId }) => clientId));
    before = body.items[0]?.seq ?? 0;
  }
  expect(new Set(stored).size).toBe(stored.length);
  expect(stored).toEqual(expect.arrayContaining(acknowledged.map(({ body }) => body.clientId)));
  expect(stored).toHaveLength(1_000 + 2);
  expect(await metricOf(api, 'porchlight_http_in_flight')).toBe(0);
});
