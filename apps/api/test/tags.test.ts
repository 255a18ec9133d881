import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { ADMIN, ApiProcess } from './support/api-process.js';
import { createTestDatabase, type TestDatabase } from './support/databases.js';
import { EventReader } from './support/event-reader.js';
import { type Caller, createVisitor, signIn } from './support/http.js';
import { startConversation } from './support/talk.js';

let database: TestDatabase;
let api: ApiProcess;
let admin: Caller;
let visitor: Caller;

beforeAll(async () => {
  database = await createTestDatabase();
  api = await ApiProcess.start({ ...database.env, RATE_LIMIT_FACTOR: '0' });
  admin = await signIn(api.url, ADMIN);
  visitor = await createVisitor(api.url);
});

afterAll(async () => {
  await api.stop();
  await database.remove();
});

const tagged = async (...tags: string[]) => {
  const conversation = await startConversation(visitor);
  const { body } = await admin.call('updateConversation', { conversation }, { tags });
  return { conversation, tags: body.tags };
};
const tagsOf = async (conversation: string) => (await admin.call('getConversation', { conversation })).body.tags ?? [];
const findTag = async (name: string) => (await admin.call('listTags', {})).body.items.find((tag) => tag.name === name);

test('TG1: a name that is used becomes a tag with a colour, once whatever its case', async () => {
  expect((await tagged('Shipping', 'shipping', ' urgent ')).tags).toEqual(['Shipping', 'urgent']);
  expect((await tagged('URGENT', 'SHIPPING')).tags).toEqual(['urgent', 'Shipping']);
  const { items } = (await admin.call('listTags', {})).body;
  expect(items.map(({ name }) => name)).toEqual(['Shipping', 'urgent']);
  for (const { hue } of items) expect(hue).toBeGreaterThanOrEqual(0);
  expect(await admin.call('createTag', {}, { name: 'SHIPPING' })).toMatchObject({ status: 409 });
  expect((await admin.call('createTag', {}, { name: 'Refund', hue: 140 })).body).toMatchObject({
    hue: 140,
    version: 1,
  });
});

test('TG1: the same new name on many conversations at once is one tag', async () => {
  const conversations = await Promise.all(Array.from({ length: 8 }, () => startConversation(visitor)));
  const answers = await Promise.all(
    conversations.map((conversation, index) =>
      admin.call('updateConversation', { conversation }, { tags: index % 2 ? ['rush', 'crowd'] : ['Crowd', 'RUSH'] }),
    ),
  );
  expect(answers.map(({ status }) => status)).toEqual(Array(8).fill(200));
  const names = (await admin.call('listTags', {})).body.items.map(({ name }) => name.toLowerCase());
  expect(names.filter((name) => name === 'crowd' || name === 'rush').sort()).toEqual(['crowd', 'rush']);
});

test('TG2: a tag is renamed on every conversation, and agents hear of those that are not closed', async () => {
  const [open, closed] = [await tagged('typo', 'other'), await tagged('typo')];
  await admin.call('updateConversation', { conversation: closed.conversation }, { status: 'closed' });
  const reader = await EventReader.open(api.url, admin.token ?? '');
  await reader.until(() => reader.of('hello').length > 0);
  const tag = await findTag('typo');
  const renamed = await admin.call('updateTag', { tag: tag?.id ?? '' }, { name: 'type', version: 1 });
  expect(renamed).toMatchObject({ status: 200, body: { name: 'type', hue: tag?.hue, version: 2 } });
  expect(await tagsOf(open.conversation)).toEqual(['type', 'other']);
  expect(await tagsOf(closed.conversation)).toEqual(['type']);
  await reader.until(() => reader.of('workspace.updated').length > 0);
  expect(reader.of('conversation.updated').map(({ data }) => data.data.id)).toEqual([open.conversation]);
  reader.close();
  const late = await admin.call('updateTag', { tag: tag?.id ?? '' }, { name: 'typing', version: 1 });
  expect(late).toMatchObject({ status: 409, problem: { code: 'outdated' } });
  expect(await admin.call('updateTag', { tag: tag?.id ?? '' }, { name: 'OTHER' })).toMatchObject({
    status: 409,
    problem: { code: 'conflict' },
  });
  expect(await tagsOf(open.conversation)).toEqual(['type', 'other']);
});

test('TG2: a tag that is deleted is on no conversation', async () => {
  const { conversation } = await tagged('passing', 'staying');
  const tag = (await findTag('passing'))?.id ?? '';
  expect((await admin.call('deleteTag', { tag })).status).toBe(204);
  expect(await tagsOf(conversation)).toEqual(['staying']);
  expect(await findTag('passing')).toBeUndefined();
  expect((await admin.call('deleteTag', { tag })).status).toBe(404);
});

test('tags are used and renamed at the same moment, and nothing fails', async () => {
  const { conversation } = await tagged('ahead');
  const tag = (await findTag('ahead'))?.id ?? '';
  const answers = await Promise.all(
    Array.from({ length: 12 }, (_, index) =>
      index % 3 === 0
        ? admin.call('updateTag', { tag }, { name: `ahead${index}` })
        : admin.call('updateConversation', { conversation }, { tags: ['ahead', `with${index}`] }),
    ),
  );
  expect(answers.map(({ status }) => status)).toEqual(Array(12).fill(200));
});
