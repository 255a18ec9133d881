import { expect, test } from '@jest/globals';
import type { Author, Message } from '@porchlight/protocol';
import { unreadLine } from './unread-line.js';

/** `o` is an own message, `x` one of others; each digit skips so many numbers, as notes of agents do. */
function messages(pattern: string): Message[] {
  let seq = 0;
  return [...pattern].flatMap((sign) => {
    seq += Number(sign) || 1;
    if (/\d/.test(sign)) return [];
    return [{ seq, author: { kind: 'visitor', id: sign, name: sign } } as Message];
  });
}

const isOwn = ({ id }: Author) => id === 'o';

test.each([
  ['xox', 0, undefined],
  ['xox', 1, 2],
  ['xxx', 2, 1],
  ['xoxox', 2, 2],
  ['xx2x', 1, 4],
  ['xxx', 5, 0],
  ['ooo', 1, 0],
  ['', 3, undefined],
])('%j with %i unread', (pattern, unread, line) => {
  expect(unreadLine(messages(pattern), unread, isOwn)).toBe(line);
});
