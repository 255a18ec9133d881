import { expect, test } from '@jest/globals';
import type { ChatState, Timeline } from '@porchlight/client';
import type { Conversation, Message } from '@porchlight/protocol';
import { newMessages, Reporter } from './reporter.js';

const message = (seq: number): Message => ({ id: `m${seq}`, seq }) as Message;

function state(lastSeq: number | undefined, shown: number[], extra: Partial<ChatState> = {}): ChatState {
  const conversation = { id: 'c', status: 'open', lastMessage: lastSeq && message(lastSeq) } as Conversation;
  const timeline = { messages: shown.map(message) } as unknown as Timeline;
  return {
    connection: 'live',
    signedOut: false,
    outboxPersistent: true,
    conversations: new Map(lastSeq === undefined ? [] : [['c', conversation]]),
    rooms: new Map(),
    workspace: new Map(),
    visitors: new Map(),
    timelines: new Map(shown.length > 0 ? [['c', timeline]] : []),
    aliases: new Map(),
    list: { loaded: true, loading: false, hasMore: false },
    ...extra,
  };
}

const seqs = (before: ChatState, after: ChatState) => newMessages(before, after).map(({ seq }) => seq);

test('what came between two states is told once, in order', () => {
  expect(seqs(state(2, [1, 2]), state(4, [1, 2, 3, 4]))).toEqual([3, 4]);
  expect(seqs(state(4, [1, 2, 3, 4]), state(4, [1, 2, 3, 4]))).toEqual([]);
});

test('of a conversation that is not shown, the last one', () => {
  expect(seqs(state(2, []), state(4, []))).toEqual([4]);
});

test('history is no news', () => {
  const unloaded = state(undefined, [], { list: { loaded: false, loading: true, hasMore: false } });
  expect(seqs(unloaded, state(4, [1, 2, 3, 4]))).toEqual([]);
  expect(seqs(state(4, [3, 4]), state(4, [1, 2, 3, 4]))).toEqual([]);
});

test('connection and conversation are told when they change', () => {
  const told: string[] = [];
  const reporter = new Reporter((type) => told.push(type));
  reporter.report(state(undefined, [], { connection: 'connecting' }), undefined);
  reporter.report(state(1, [1], { connection: 'live' }), 'c');
  reporter.report(state(1, [1], { connection: 'live' }), 'c');
  expect(told).toEqual(['chat-connection', 'chat-conversation', 'chat-message']);
});
