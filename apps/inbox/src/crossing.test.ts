import { expect, test } from '@jest/globals';
import type { Author, Message } from '@porchlight/protocol';
import { Crossing } from './crossing.js';

const jo: Author = { kind: 'agent', id: 'jo', name: 'Jo' };

function message(seq: number, author: Author, rest: Partial<Message> = {}): Message {
  const fixed = { text: 'x', attachments: [], createdAt: '2026-01-31T12:00:00.000Z' };
  return {
    id: `m${seq}`,
    conversationId: 'c',
    clientId: `k${seq}`,
    seq,
    author,
    audience: 'everyone',
    ...fixed,
    ...rest,
  };
}

test('an answer of another agent is noticed once one has begun to write, and only then', () => {
  const crossing = new Crossing();
  const messages = [message(1, jo), message(2, { ...jo, id: 'me' })];
  expect(crossing.by('c', messages, 'me')).toBeUndefined();
  crossing.write('c', 'He', 2);
  crossing.write('c', 'Hello', 3);
  expect(crossing.by('c', messages, 'me')).toBeUndefined();
  expect(crossing.by('c', [...messages, message(3, jo)], 'me')).toBe(jo);
  expect(crossing.by('other', [...messages, message(3, jo)], 'me')).toBeUndefined();
  crossing.clear();
  expect(crossing.by('c', [...messages, message(3, jo)], 'me')).toBeUndefined();
});

test('notes, visitors, oneself and what was taken back cross nothing', () => {
  const crossing = new Crossing();
  crossing.write('c', 'Hello', 0);
  const messages = [
    message(1, jo, { audience: 'agents' }),
    message(2, { kind: 'visitor', id: 'v', name: 'V' }),
    message(3, { ...jo, id: 'me' }),
    message(4, jo, { deletedAt: '2026-01-31T12:00:00.000Z' }),
  ];
  expect(crossing.by('c', messages, 'me')).toBeUndefined();
});

test('what is taken away is begun anew', () => {
  const crossing = new Crossing();
  crossing.write('c', 'Hello', 0);
  crossing.write('c', ' ', 1);
  crossing.write('c', 'Hello', 1);
  expect(crossing.by('c', [message(1, jo)], 'me')).toBeUndefined();
});
