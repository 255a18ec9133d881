import { beforeEach, expect, jest, test } from '@jest/globals';
import type { ChatClient, ChatState } from '@porchlight/client';
import { ChatError } from '@porchlight/client';
import type { Agent, Conversation } from '@porchlight/protocol';
import { QueueController } from './queue-controller.js';

const time = '2026-01-31T12:00:00.000Z';
const host = { addController() {}, removeController() {}, requestUpdate() {}, updateComplete: Promise.resolve(true) };
const ada = { kind: 'agent' as const, id: 'ada', name: 'Ada' };

function conversation(id: string, rest: Partial<Conversation> = {}): Conversation {
  const base = { kind: 'support', site: 'demo', status: 'open', lastSeq: 1, unread: 0 } as const;
  return { id, ...base, createdAt: time, updatedAt: time, ...rest };
}

let state: ChatState;
let client: jest.Mocked<ChatClient>;
let queue: QueueController;

function put(...conversations: Conversation[]): void {
  state = { ...state, conversations: new Map(conversations.map((item) => [item.id, item])) };
}
const ids = (view: 'open' | 'closed' | 'mine', current?: string) =>
  queue.rows({ view }, current, Date.parse(time)).map(({ id }) => id);

beforeEach(() => {
  const agent = { id: 'ada', name: 'Ada' } as Agent;
  state = { agent, conversations: new Map(), workspace: new Map() } as Partial<ChatState> as ChatState;
  client = {
    store: { get: () => state, subscribe: () => () => {} },
    call: jest.fn(async () => ({})),
    listConversations: jest.fn(async () => ({ items: [] })),
    updateConversation: jest.fn(async (id: string) => conversation(id)),
    updateConversations: jest.fn(async () => ({ items: [] })),
  } as unknown as jest.Mocked<ChatClient>;
  queue = new QueueController(host, client);
});

test('what one closes stays in the list until one moves on', () => {
  put(conversation('a'), conversation('b'));
  expect(ids('open', 'a').sort()).toEqual(['a', 'b']);
  put(conversation('a', { status: 'closed' }), conversation('b'));
  expect(ids('open', 'a').sort()).toEqual(['a', 'b']);
  expect(ids('open', 'b')).toEqual(['b']);
});

test('a conversation that is elsewhere does not stand in the list', () => {
  put(conversation('a', { status: 'closed' }), conversation('b'));
  expect(ids('open', 'a')).toEqual(['b']);
});

test('a decision shows at once, says what the agent has seen, and can be taken back', async () => {
  put(conversation('a'));
  const deciding = queue.decide(['a'], { assigneeId: 'ada' }, { words: 'Assigned', assignee: ada });
  expect(ids('mine')).toEqual(['a']);
  await deciding;
  expect(client.updateConversation.mock.calls).toEqual([['a', { assigneeId: 'ada', expected: { assigneeId: null } }]]);
  expect(queue.done?.words).toBe('Assigned');
  queue.undo();
  await Promise.resolve();
  expect(client.updateConversation.mock.calls[1]).toEqual(['a', { assigneeId: null, expected: { assigneeId: 'ada' } }]);
});

test('a decision that comes too late goes back to what is there, and says so', async () => {
  put(conversation('a'));
  client.updateConversation.mockRejectedValueOnce(new ChatError('late', { code: 'outdated', status: 409 }));
  await queue.decide(['a'], { status: 'closed' }, { words: 'Closed' });
  expect(ids('open')).toEqual(['a']);
  expect(queue.failed).toMatch(/changed it meanwhile/);
  expect(queue.done).toBeUndefined();
});

test('many are changed by one request, and those that were not are counted', async () => {
  put(conversation('a'), conversation('b'));
  client.updateConversations.mockResolvedValueOnce({
    items: [{ id: 'a' }, { id: 'b', error: { code: 'not_found', detail: 'gone' } }],
  });
  await queue.decide(['a', 'b'], { status: 'closed' }, { words: 'Closed' });
  expect(client.updateConversations.mock.calls).toEqual([[{ ids: ['a', 'b'], status: 'closed' }]]);
  expect(queue.failed).toBe('1 of 2 could not be changed.');
});

test('pages follow each other, and nothing is shown beyond the last', async () => {
  const at = (id: string, minute: number) => conversation(id, { createdAt: `2026-01-31T12:0${minute}:00.000Z` });
  client.listConversations.mockResolvedValueOnce({ items: [at('a', 3), at('b', 2)], next: 'more' });
  put(at('a', 3), at('b', 2), at('far', 0));
  await queue.load({ view: 'open' });
  await queue.load({ view: 'open' });
  expect(client.listConversations).toHaveBeenCalledTimes(1);
  expect(ids('open')).toEqual(['a', 'b']);
  // The last one moves up, and the end of what is known stays where it was.
  put(at('a', 3), at('b', 9), at('far', 0));
  expect(ids('open')).toEqual(['b', 'a']);
  await queue.load({ view: 'open' }, true);
  expect(client.listConversations.mock.calls[1]?.[0]).toMatchObject({ before: 'more' });
  expect(ids('open')).toEqual(['b', 'a', 'far']);
});

test('a list that could not be fetched is asked for again, but not at once', async () => {
  jest.useFakeTimers();
  client.listConversations.mockRejectedValueOnce(new ChatError('busy', { code: 'rate_limited', status: 429 }));
  for (let render = 0; render < 5; render++) await queue.load({ view: 'open' });
  expect(client.listConversations).toHaveBeenCalledTimes(1);
  await jest.advanceTimersByTimeAsync(3_000);
  await queue.load({ view: 'open' });
  expect(client.listConversations).toHaveBeenCalledTimes(2);
  expect(queue.pages({ view: 'open' }).loaded).toBe(true);
  jest.useRealTimers();
});
