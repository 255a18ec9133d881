import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import type { ChatClient, ChatState } from '@porchlight/client';
import { ChatError } from '@porchlight/client';
import type { Agent } from '@porchlight/protocol';
import { SharedLists } from './shared-lists.js';
import { Workspace } from './workspace.js';

let state: ChatState;
let tell: () => void;
let client: ChatClient;
const call = jest.fn(async (..._asked: unknown[]): Promise<object> => ({ items: [] }));

const as = (id: string) => ({ id, name: id }) as Agent;

beforeEach(() => {
  jest.useFakeTimers();
  call.mockReset().mockResolvedValue({ items: [{ id: 'one' }] });
  state = { agent: as('ada'), workspace: new Map() } as Partial<ChatState> as ChatState;
  const listeners = new Set<() => void>();
  tell = () => {
    for (const listener of listeners) listener();
  };
  client = { call, store: { get: () => state, subscribe: (listener: () => void) => listeners.add(listener) } } as never;
});

afterEach(() => {
  jest.useRealTimers();
});

function element() {
  const host = { addController: jest.fn(), removeController: jest.fn(), requestUpdate: jest.fn() };
  const workspace = new Workspace(host as never, client);
  workspace.hostConnected();
  return { host, workspace };
}

test('a list is fetched once for all who show it, and each of them is told', async () => {
  const [one, other] = [element(), element()];
  expect(one.workspace.list('tags')).toEqual([]);
  other.workspace.list('tags');
  await jest.advanceTimersByTimeAsync(0);
  expect(call.mock.calls).toEqual([['listTags', {}, { query: { limit: 100, after: undefined } }]]);
  expect([one.workspace.list('tags'), other.workspace.list('tags')]).toEqual([[{ id: 'one' }], [{ id: 'one' }]]);
  expect(one.host.requestUpdate).toHaveBeenCalled();
  expect(other.host.requestUpdate).toHaveBeenCalled();
});

test('a list of several pages comes whole', async () => {
  call
    .mockResolvedValueOnce({ items: [{ id: 'one' }], next: 'one.One' })
    .mockResolvedValueOnce({ items: [{ id: 'two' }] });
  const lists = SharedLists.of(client);
  lists.list('teams');
  await jest.advanceTimersByTimeAsync(0);
  expect(lists.list('teams')).toEqual([{ id: 'one' }, { id: 'two' }]);
  expect(call.mock.calls[1]).toEqual(['listTeams', {}, { query: { limit: 100, after: 'one.One' } }]);
  expect(call).toHaveBeenCalledTimes(2);
});

test('what has changed is fetched again, and the old list stays until the new one has come', async () => {
  const lists = SharedLists.of(client);
  lists.list('tags');
  await jest.advanceTimersByTimeAsync(0);
  call.mockResolvedValue({ items: [{ id: 'two' }] });
  state = { ...state, workspace: new Map([['tags', 1]]) };
  tell();
  expect(lists.list('tags')).toEqual([{ id: 'one' }]);
  await jest.advanceTimersByTimeAsync(0);
  expect(lists.list('tags')).toEqual([{ id: 'two' }]);
});

test('what could not be fetched is asked for again by itself, each time after longer', async () => {
  call.mockRejectedValue(new ChatError('busy', { code: 'unavailable', status: 503 }));
  const lists = SharedLists.of(client);
  for (let asked = 0; asked < 5; asked++) lists.list('tags');
  await jest.advanceTimersByTimeAsync(999);
  tell();
  expect(call).toHaveBeenCalledTimes(1);
  await jest.advanceTimersByTimeAsync(1);
  expect(call).toHaveBeenCalledTimes(2);
  await jest.advanceTimersByTimeAsync(1_999);
  expect(call).toHaveBeenCalledTimes(2);
  call.mockResolvedValue({ items: [{ id: 'one' }] });
  await jest.advanceTimersByTimeAsync(1);
  expect(lists.list('tags')).toEqual([{ id: 'one' }]);
});

test('who signs in next sees nothing of the lists, nor of what was still on its way', async () => {
  const lists = SharedLists.of(client);
  lists.list('canned');
  await jest.advanceTimersByTimeAsync(0);
  let answer: (page: object) => void = () => {};
  call.mockReturnValueOnce(new Promise((resolve) => (answer = resolve)));
  state = { ...state, workspace: new Map([['canned', 1]]) };
  tell();
  state = { ...state, agent: undefined };
  tell();
  state = { ...state, agent: as('bo'), workspace: new Map() };
  call.mockResolvedValue({ items: [{ id: "bo's" }] });
  expect(lists.list('canned')).toEqual([]);
  answer({ items: [{ id: "ada's" }] });
  await jest.advanceTimersByTimeAsync(0);
  expect(lists.list('canned')).toEqual([{ id: "bo's" }]);
});
