import { expect, test } from '@jest/globals';
import type { Author, Message, Receipt } from '@porchlight/protocol';
import { newAfter, upTo } from './reading.js';

const conversationId = 'c';

function message(seq: number, kind: Author['kind']): Message {
  const author = { kind, id: kind, name: kind };
  const rest = { audience: 'everyone' as const, text: 'x', attachments: [], createdAt: '2026-01-31T12:00:00.000Z' };
  return { id: `m${seq}`, conversationId, clientId: `k${seq}`, seq, author, ...rest };
}

function receipt(kind: Receipt['principal']['kind'], id: string, read: number): Receipt {
  return { conversationId, principal: { kind, id }, delivered: read + 1, read };
}

test('the line stands before the first unread message of a visitor', () => {
  const messages = [message(1, 'visitor'), message(2, 'agent'), message(3, 'visitor'), message(5, 'visitor')];
  expect(newAfter(messages, 0)).toBeUndefined();
  expect(newAfter(messages, 1)).toBe(4);
  expect(newAfter(messages, 2)).toBe(2);
  expect(newAfter(messages, 3)).toBe(0);
});

test('more unread than loaded: no line', () => {
  expect(newAfter([message(8, 'visitor'), message(9, 'visitor')], 50)).toBeUndefined();
  expect(newAfter([message(8, 'agent')], 1)).toBeUndefined();
});

test("the visitor's receipt counts, other agents' do not", () => {
  const receipts = [receipt('visitor', 'v', 4), receipt('agent', 'a', 9)];
  expect(upTo('read', [])).toBe(0);
  expect(upTo('read', receipts)).toBe(4);
  expect(upTo('delivered', receipts)).toBe(5);
});
