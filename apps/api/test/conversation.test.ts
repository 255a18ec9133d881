import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { ADMIN, ApiProcess } from './support/api-process.js';
import { createTestDatabase, type TestDatabase } from './support/databases.js';
import { EventReader } from './support/event-reader.js';
import { createVisitor, signIn } from './support/http.js';

let database: TestDatabase;
let api: ApiProcess;

beforeAll(async () => {
  database = await createTestDatabase();
  api = await ApiProcess.start(database.env);
});

afterAll(async () => {
  await api.stop();
  await database.remove();
});

const uuid = () => crypto.randomUUID();

test('a first message makes a conversation, an agent answers, and both see both', async () => {
  const visitor = await createVisitor(api.url, 'Ann');
  const agent = await signIn(api.url, ADMIN);
  const atVisitor = await EventReader.open(api.url, visitor.token ?? '', visitor.cursor);
  const atAgent = await EventReader.open(api.url, agent.token ?? '');
  await atAgent.until((reader) => reader.of('hello').length === 1);

  const started = await visitor.call(
    'createConversation',
    {},
    {
      clientId: uuid(),
      message: { clientId: uuid(), text: '  Is the *blue* mug back?  ' },
    },
  );
  expect(started.status).toBe(201);
  const { id } = started.body;
  expect(started.body.lastMessage).toMatchObject({ seq: 1, text: '  Is the *blue* mug back?  ' });

  await atAgent.until((reader) => reader.of('message.created').length === 1);
  const listed = await agent.call('listConversations', {});
  expect(listed.body.items[0]).toMatchObject({ id, unread: 1, visitor: { name: 'Ann' } });

  const answered = await agent.call('createMessage', { conversation: id }, { clientId: uuid(), text: 'Tomorrow!' });
  expect(answered.status).toBe(201);
  await atVisitor.until((reader) => reader.of('message.created').length === 2);
  expect(atVisitor.of('message.created').map(({ data }) => data.data.text)).toEqual([
    '  Is the *blue* mug back?  ',
    'Tomorrow!',
  ]);
  expect((await agent.call('getConversation', { conversation: id })).body.unread).toBe(0);
  atVisitor.close();
  atAgent.close();
});
