import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { DataSource, EntityManager } from 'typeorm';
import { conversationId, roomId, roomMessageId, visitorId, writeHistory } from '../../../bench/growth/history.js';
import { CredentialsService } from '../src/auth/credentials.service.js';
import type { Principal } from '../src/auth/principal.js';
import { findConversation } from '../src/conversations/conversation-access.js';
import { countConversations } from '../src/conversations/conversation-counts.js';
import { listConversations } from '../src/conversations/conversation-list.js';
import { readerViews } from '../src/conversations/reader-views.js';
import { createDataSource, migrate } from '../src/database/data-source.js';
import { type Queryable, sql } from '../src/database/sql.js';
import { writeMessages } from '../src/messages/message-writer.js';
import { MessagesService } from '../src/messages/messages.service.js';
import type { Log } from '../src/realtime/log.js';
import { readMissed, readRange } from '../src/realtime/replay-queries.js';
import { membershipsOf } from '../src/realtime/room-members.js';
import { receiptsOf } from '../src/receipts/receipt.mapper.js';
import { messagesWith } from '../src/search/search.service.js';
import { createTestDatabase, type TestDatabase } from './support/databases.js';

/** Enough for the planner to prefer an index where there is one. */
const MESSAGES = 400_000;
/** Tables that grow without end. */
const GROWING = ['conversations', 'log', 'messages', 'receipts', 'room_members', 'visitor_tokens', 'visitors'];

interface Plan {
  'Node Type': string;
  'Relation Name'?: string;
  'Rows Removed by Filter'?: number;
  'Actual Loops'?: number;
  Plans?: Plan[];
}

let database: TestDatabase;
let dataSource: DataSource;

beforeAll(async () => {
  database = await createTestDatabase('server');
  dataSource = createDataSource({ url: database.env['DATABASE_URL'] ?? '' });
  await dataSource.initialize();
  await migrate(dataSource, true);
  await writeHistory((statement) => dataSource.query(statement), MESSAGES);
  await dataSource.query(`INSERT INTO "room_members" SELECT $1, "id", 0, now() FROM "visitors"`, [roomId()]);
  await dataSource.query(`INSERT INTO "receipts" SELECT "id", 'visitor', "visitor_id", 3, 3 FROM "conversations"
    WHERE "visitor_id" IS NOT NULL`);
  await dataSource.query(`INSERT INTO "visitor_tokens" SELECT decode(md5("id"::text), 'hex'), "id", now(),
    now() + interval '1 day' FROM "visitors"`);
  await dataSource.query('ANALYZE');
  // A history takes a while to write on a machine that has other things to do.
}, 240_000);

afterAll(async () => {
  await dataSource?.destroy();
  await database?.remove();
});

const agent: Principal = {
  kind: 'agent',
  id: visitorId(0),
  role: 'agent',
  name: 'Jo',
  pictureId: null,
  via: 'bearer',
  credentialId: visitorId(0),
  expiresAt: new Date(),
};
const visitor: Principal = {
  kind: 'visitor',
  id: visitorId(4_711),
  site: 'growth',
  name: 'Mira',
  verified: false,
  blocked: false,
  credentialId: visitorId(4_711),
  expiresAt: new Date(),
};
const conversation = conversationId(4_711);
const found = [
  { id: conversation, last_seq: 10 },
  { id: roomId(), last_seq: MESSAGES / 10 },
];

/** Runs every statement, and shows `look` each step of its plan; with `ANALYZE`, of what was done. */
function explained(on: Queryable, options: string, look: (step: Plan) => void): DataSource & EntityManager {
  const collect = (plan: Plan) => {
    look(plan);
    plan.Plans?.forEach(collect);
  };
  return {
    async query(text: string, parameters: unknown[]) {
      const explain = `EXPLAIN (${options}) ${text}`;
      const [row] = await sql<{ 'QUERY PLAN': { Plan: Plan }[] }>(on, explain, parameters);
      for (const { Plan } of row?.['QUERY PLAN'] ?? []) collect(Plan);
      return on.query(text, parameters);
    },
  } as unknown as DataSource & EntityManager;
}

/** Notes which growing tables are read from end to end. */
function watch(on: Queryable) {
  const read: string[] = [];
  const watched = explained(on, 'FORMAT JSON', (step) => {
    const table = step['Relation Name'] ?? '';
    if (step['Node Type'].includes('Seq Scan') && GROWING.includes(table)) read.push(table);
  });
  return { on: watched, read };
}

const listed = (query: Parameters<typeof listConversations>[2], as: Principal = agent) => {
  return (on: Queryable) => listConversations(on, as, query);
};
const place = `${new Date('2026-01-02T00:00:00Z').getTime()}.${conversation}`;

const hot: [what: string, run: (on: DataSource & EntityManager) => Promise<unknown>][] = [
  ['the list', listed({})],
  ['a later page of the list', listed({ before: place })],
  ['what is open', listed({ status: 'open' })],
  ['a site', listed({ site: 'growth' })],
  ['what nobody has taken', listed({ assignee: 'none', status: 'open' })],
  ['what somebody has taken', listed({ assignee: visitorId(1) })],
  ['what is open and taken by the agent itself', listed({ assignee: 'me', status: 'open' })],
  ['who waits longest', listed({ sort: 'waiting' })],
  ['a later page of who waits longest', listed({ sort: 'waiting', before: place })],
  ['who waits longest of what nobody has taken', listed({ sort: 'waiting', assignee: 'none' })],
  ["a team's", listed({ team: visitorId(1), status: 'open' })],
  ['what is snoozed', listed({ status: 'snoozed' })],
  ['what has been spoken in lately', listed({ since: '2026-01-02T00:00:00.000Z' })],
  ['the counts of the views', (on) => countConversations(on, visitorId(1))],
  ['a tag', listed({ tag: 'tag7' })],
  ['rooms', listed({ kind: 'room' })],
  ['a common word', listed({ q: 'word1' })],
  ['a rare word', listed({ q: 'nr17' })],
  ['a word that is nowhere', listed({ q: 'nowhere' })],
  ['a tag’s word', listed({ q: 'tag7' })],
  ['where a common word was said', (on) => messagesWith(on, found, 'word1')],
  ['where a rare word was said', (on) => messagesWith(on, found, 'nr17')],
  ["a visitor's conversations", listed({ visitor: visitor.id })],
  ['notes that name me', listed({ mentions: 'me' })],
  ['notes that name me, not read', listed({ mentions: 'unread' })],
  ['an address', listed({ q: 'visitor17@example.com' })],
  ["a visitor's own list", listed({}, visitor)],
  ['one conversation', (on) => findConversation(on, conversation)],
  ['what agents have not read', (on) => readerViews(on, agent, [conversation, roomId()])],
  ['what a visitor has not read', (on) => readerViews(on, visitor, [conversation, roomId()])],
  ['receipts', (on) => receiptsOf(on, conversation)],
  ['the latest messages', (on) => service(on).list(visitor, conversation, {})],
  ['earlier messages of a long room', (on) => service(on).list(visitor, roomId(), { before: 5_000 })],
  ['later messages of a long room', (on) => service(on).list(agent, roomId(), { after: 5_000 })],
  ['messages around one of a long room', (on) => service(on).list(visitor, roomId(), { around: roomMessageId(5_000) })],
  ["a visitor's resume", (on) => readMissed(on, visitor, { after: 40_000, upTo: MESSAGES })],
  ["an agent's resume", (on) => readMissed(on, agent, { after: 40_000, upTo: MESSAGES })],
  ['what many missed', (on) => readRange(on, { after: MESSAGES - 500, upTo: MESSAGES })],
  ["a visitor's rooms", (on) => membershipsOf(on, [visitor.id])],
  ["a visitor's token", (on) => new CredentialsService(on).principalOf('plv_x', 'bearer')],
  [
    'messages that are written',
    (on) => {
      const postings = [
        { principal: visitor, conversationId: conversation, draft: { clientId: 'one', text: 'One' } },
        { principal: visitor, conversationId: roomId(), draft: { clientId: 'two', text: 'Two' } },
      ];
      return writeMessages({ manager: on, append: () => undefined }, postings);
    },
  ],
];

const service = (on: DataSource) => new MessagesService(on, {} as Log, {} as never);

test.each(hot)('no table that grows is read from end to end: %s', async (_, run) => {
  await dataSource.transaction(async (manager) => {
    const { on, read } = watch(manager);
    await run(on);
    expect(read).toEqual([]);
  });
});

/** How many rows are read for nothing. */
async function rowsReadInVain(run: (on: DataSource & EntityManager) => Promise<unknown>): Promise<number> {
  let rows = 0;
  const on = explained(dataSource, 'ANALYZE, FORMAT JSON', (step) => {
    rows += (step['Rows Removed by Filter'] ?? 0) * (step['Actual Loops'] ?? 1);
  });
  await run(on);
  return rows;
}

test.each([
  ['a rare word', 'nr39999'],
  ['a word that is nowhere', 'nowhere'],
])('a long room is not read through for %s', async (_, word) => {
  await dataSource.query(`UPDATE "conversations" SET "active_at" = now() WHERE "id" = $1`, [roomId()]);
  expect(await rowsReadInVain((on) => messagesWith(on, found, word))).toBeLessThan(2_000);
  // Which looks into the latest conversations, of ten messages each.
  expect(await rowsReadInVain(listed({ q: word }))).toBeLessThan(20_000);
});

test('the watch would notice', async () => {
  const { on, read } = watch(dataSource);
  await on.query(`SELECT count(*) FROM "messages" WHERE "text" LIKE '%word1%'`, []);
  expect(read).toEqual(['messages']);
});
