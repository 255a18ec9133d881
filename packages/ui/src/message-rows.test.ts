import { expect, test } from '@jest/globals';
import type { Author, Message } from '@porchlight/protocol';
import fc from 'fast-check';
import type { MessageRow, OutgoingView, RowSource } from './message-rows.js';
import { messageRows } from './message-rows.js';

const me: Author = { kind: 'visitor', id: 'me', name: 'Me' };
const ada: Author = { kind: 'agent', id: 'ada', name: 'Ada' };
const noon = new Date(2026, 2, 3, 12).getTime();

function message(seq: number, author: Author, minutes: number, extra: Partial<Message> = {}): Message {
  return {
    id: `m${seq}`,
    conversationId: 'c',
    clientId: `k${seq}`,
    seq,
    author,
    audience: 'everyone',
    text: `text ${seq}`,
    attachments: [],
    createdAt: new Date(noon + minutes * 60_000).toISOString(),
    ...extra,
  };
}

function outgoing(clientId: string, status: OutgoingView['status'], minutes: number): OutgoingView {
  return { clientId, text: clientId, status, createdAt: new Date(noon + minutes * 60_000).toISOString() };
}

function rows(source: Partial<RowSource>): string[] {
  const all = messageRows({
    messages: [],
    outgoing: [],
    isOwn: ({ id }) => id === 'me',
    readUpTo: 0,
    deliveredUpTo: 0,
    ...source,
  });
  return all.map((row) => {
    if (row.kind !== 'message') return row.kind;
    const { text, first, last, showStatus, status } = row as MessageRow;
    return `${first ? '┌' : '│'}${last ? '┘' : ''} ${text}${showStatus ? ` (${status})` : ''}`;
  });
}

test('messages of one author less than two minutes apart are a group', () => {
  const messages = [
    message(1, ada, 0),
    message(2, ada, 1.9),
    message(3, ada, 3.9),
    message(4, me, 4),
    message(5, ada, 4.1),
  ];
  expect(rows({ messages })).toEqual(['day', '┌ text 1', '│┘ text 2', '┌┘ text 3', '┌┘ text 4', '┌┘ text 5']);
});

test('a new day begins with a separator and ends the group', () => {
  const messages = [message(1, ada, 12 * 60 - 1), message(2, ada, 12 * 60)];
  expect(rows({ messages })).toEqual(['day', '┌┘ text 1', 'day', '┌┘ text 2']);
});

test('the line stands before the first new message of the others, once', () => {
  const messages = [message(1, ada, 0), message(2, me, 0.1), message(3, ada, 0.2), message(4, ada, 0.3)];
  expect(rows({ messages, newAfter: 1 })).toEqual(['day', '┌┘ text 1', '┌┘ text 2', 'new', '┌ text 3', '│┘ text 4']);
  expect(rows({ messages, newAfter: 4 })).not.toContain('new');
});

test('a note does not join the group of an answer', () => {
  const messages = [message(1, ada, 0), message(2, ada, 0.1, { audience: 'agents' })];
  expect(rows({ messages })).toEqual(['day', '┌┘ text 1', '┌┘ text 2']);
});

test('the last own message shows its status while nobody has answered', () => {
  const messages = [message(1, me, 0), message(2, me, 0.1)];
  expect(rows({ messages })).toEqual(['day', '┌ text 1', '│┘ text 2 (sent)']);
  expect(rows({ messages, readUpTo: 2 })).toEqual(['day', '┌ text 1', '│┘ text 2 (read)']);
  expect(rows({ messages: [...messages, message(3, ada, 1)] })).not.toContain('│┘ text 2 (sent)');
});

test('a failed message shows that it failed, wherever it stands', () => {
  const waiting = [outgoing('a', 'failed', 1), outgoing('b', 'sending', 1.1), outgoing('c', 'sending', 1.2)];
  expect(rows({ messages: [message(1, me, 0)], outgoing: waiting })).toEqual([
    'day',
    '┌ text 1',
    '│ a (failed)',
    '│ b',
    '│┘ c (sending)',
  ]);
});

test('a message keeps its key when it is stored', () => {
  const source = { messages: [], outgoing: [], isOwn: () => true, readUpTo: 0, deliveredUpTo: 0 };
  const before = messageRows({ ...source, outgoing: [outgoing('k1', 'sending', 0)] });
  const after = messageRows({ ...source, messages: [message(1, me, 0)] });
  expect(before.at(-1)?.key).toBe(after.at(-1)?.key);
});

test('equal client ids of different people do not collide', () => {
  const messages = [message(1, ada, 0, { clientId: 'x' }), message(2, { ...ada, id: 'bob' }, 0, { clientId: 'x' })];
  const keys = messageRows({ messages, outgoing: [], isOwn: () => false, readUpTo: 0, deliveredUpTo: 0 }).map(
    ({ key }) => key,
  );
  expect(new Set(keys).size).toBe(keys.length);
});

test('a row is the same whatever else is shown', () => {
  const author = fc.constantFrom(me, ada);
  const minutes = fc.constantFrom(0, 1, 3, 700);
  const steps = fc.array(fc.tuple(author, minutes), { minLength: 1, maxLength: 30 });
  fc.assert(
    fc.property(
      steps,
      fc.nat(30),
      fc.nat(30),
      fc.option(fc.nat(30), { nil: undefined }),
      (list, from, count, newAfter) => {
        let at = 0;
        const messages = list.map(([who, after], index) => {
          at += after;
          return message(index + 1, who, at);
        });
        const start = from % messages.length;
        const end = Math.min(messages.length, start + 1 + count);
        const source = {
          messages,
          outgoing: [],
          isOwn: ({ id }: Author) => id === 'me',
          readUpTo: 9,
          deliveredUpTo: 20,
          newAfter,
        };
        const all = messageRows(source);
        const first = all.findIndex((row) => row.kind === 'message' && row.message === messages[start]);
        const last = all.findIndex((row) => row.kind === 'message' && row.message === messages[end - 1]);
        let head = first;
        while (head > 0 && all[head - 1]?.kind !== 'message') head--;
        expect(messageRows({ ...source, shown: [start, end] })).toEqual(all.slice(head, last + 1));
      },
    ),
  );
});
