import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import type { ChatClient, ChatState } from '@porchlight/client';
import { ChatError } from '@porchlight/client';
import type { Agent, Conversation } from '@porchlight/protocol';
import type { ReactiveControllerHost } from 'lit';
import { InboxController } from './inbox-controller.js';

const time = '2026-01-31T12:00:00.000Z';
const agent: Agent = {
  id: 'ada',
  email: 'ada@example.com',
  name: 'Ada',
  role: 'agent',
  disabled: false,
  teams: [],
  presence: 'online',
  twoFactor: false,
  version: 1,
  createdAt: time,
};

function conversation(id: string, rest: Partial<Conversation> = {}): Conversation {
  const base = { kind: 'support', site: 'demo', status: 'open', lastSeq: 1, unread: 0 } as const;
  return { id, ...base, createdAt: time, updatedAt: time, ...rest };
}

let state: ChatState;
let client: jest.Mocked<ChatClient>;
let focused: boolean;
const host = { addController() {}, removeController() {}, requestUpdate() {}, updateComplete: Promise.resolve(true) };

function controller(): InboxController {
  const made = new InboxController(host satisfies ReactiveControllerHost, client);
  made.hostConnected();
  return made;
}

beforeEach(() => {
  jest.useFakeTimers();
  focused = true;
  Object.assign(globalThis, {
    document: { hasFocus: () => focused },
    addEventListener: () => {},
    removeEventListener: () => {},
  });
  state = {
    connection: 'live',
    signedOut: false,
    outboxPersistent: true,
    agent,
    conversations: new Map(),
    visitors: new Map(),
    rooms: new Map(),
    workspace: new Map(),
    timelines: new Map(),
    aliases: new Map(),
    list: { loaded: true, loading: false, hasMore: false },
  };
  client = {
    store: { get: () => state, subscribe: () => () => {} },
    start: jest.fn(async () => {}),
    stop: jest.fn(),
    openConversation: jest.fn(async () => {}),
    updateConversation: jest.fn(async (id: string) => conversation(id)),
    loadOlder: jest.fn(async () => {}),
    markRead: jest.fn(),
    send: jest.fn(() => 'client id'),
    typing: jest.fn(),
    logout: jest.fn(async () => {}),
    call: jest.fn(async () => ({ limits: { text: 10_000, attachment: 1_000 } })),
  } as unknown as jest.Mocked<ChatClient>;
});

afterEach(() => {
  jest.useRealTimers();
});

test('what is shown counts as read after a moment, not when one only skims it', async () => {
  const inbox = controller();
  inbox.show('a');
  inbox.seen(4);
  await jest.advanceTimersByTimeAsync(300);
  inbox.show('b');
  inbox.seen(7);
  await jest.advanceTimersByTimeAsync(1_000);
  expect(client.markRead.mock.calls).toEqual([['b', 7]]);
});

test('nothing counts as read in a window without the focus', async () => {
  const inbox = controller();
  focused = false;
  inbox.show('a');
  inbox.seen(4);
  await jest.advanceTimersByTimeAsync(5_000);
  expect(client.markRead).not.toHaveBeenCalled();
  focused = true;
  inbox.hostUpdated();
  await jest.advanceTimersByTimeAsync(1_000);
  expect(client.markRead.mock.calls).toEqual([['a', 4]]);
});

test('what could not be done is said, and goes away', async () => {
  const inbox = controller();
  inbox.show('a');
  client.loadOlder.mockRejectedValue(new ChatError('gone', { code: 'network', status: 0 }));
  inbox.loadOlder();
  await jest.advanceTimersByTimeAsync(0);
  expect(inbox.notice).toBe('Could not load older messages. Try again.');
  await jest.advanceTimersByTimeAsync(10_000);
  expect(inbox.notice).toBeUndefined();
});

test('other agents are told what one looks at, once one stays, and when one leaves it', async () => {
  const inbox = controller();
  const told = () => client.call.mock.calls.filter(([name]) => String(name).endsWith('Viewing'));
  inbox.show('a');
  await jest.advanceTimersByTimeAsync(100);
  inbox.show('b');
  await jest.advanceTimersByTimeAsync(20_000);
  inbox.show(undefined);
  await jest.advanceTimersByTimeAsync(60_000);
  expect(told()).toEqual([
    ['putViewing', { conversation: 'b' }],
    ['putViewing', { conversation: 'b' }],
    ['deleteViewing', { conversation: 'b' }],
  ]);
});

test('a conversation that is not there is told apart from a server that is not', async () => {
  const inbox = controller();
  client.openConversation.mockRejectedValueOnce(new ChatError('no', { code: 'not_found', status: 404 }));
  inbox.show('a');
  await jest.advanceTimersByTimeAsync(0);
  expect(inbox.failure).toBe('missing');
  client.openConversation.mockRejectedValueOnce(new ChatError('no', { code: 'network', status: 0 }));
  inbox.refetch();
  await jest.advanceTimersByTimeAsync(0);
  expect(inbox.failure).toBe('unreachable');
  inbox.refetch();
  await jest.advanceTimersByTimeAsync(0);
  expect(inbox.failure).toBeUndefined();
});

test('a server that answers nonsense is not waited for', async () => {
  client.start.mockRejectedValueOnce(new ChatError('no', { code: 'internal', status: 500 }));
  const inbox = controller();
  await jest.advanceTimersByTimeAsync(0);
  expect(inbox.broken).toBe(true);
  await inbox.start();
  expect(inbox.broken).toBe(false);
});

test('only what others may read tells them that one is typing', () => {
  const inbox = controller();
  inbox.show('a');
  inbox.write('Ask Bo', 'agents');
  inbox.write(' ', 'everyone');
  expect(client.typing).not.toHaveBeenCalled();
  inbox.write('Hello', 'everyone');
  expect(client.typing.mock.calls).toEqual([['a']]);
  expect(inbox.drafts.get('a', 'agents')).toBe('Ask Bo');
});

test('a draft that is sent is gone; a sign-out that failed keeps the drafts', async () => {
  const inbox = controller();
  inbox.show('a');
  inbox.write('Hello', 'everyone');
  inbox.write('Ask Bo', 'agents');
  inbox.send('Hello', 'everyone');
  expect(inbox.drafts.get('a', 'everyone')).toBe('');
  client.logout.mockRejectedValueOnce(new ChatError('no', { code: 'network', status: 0 }));
  await inbox.signOut();
  expect(inbox.drafts.get('a', 'agents')).toBe('Ask Bo');
  await inbox.signOut();
  expect(inbox.drafts.get('a', 'agents')).toBe('');
});
