import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import type { Message } from '@porchlight/protocol';
import { DelayedDeletion } from './delayed-deletion.js';

const message = (id: string) => ({ id, conversationId: 'c' }) as Message;
const remove = jest.fn<(message: { id: string }) => Promise<void>>();
const changed = jest.fn();
const failed = jest.fn();
let deletions: DelayedDeletion;
const target = new EventTarget();

beforeEach(() => {
  jest.useFakeTimers();
  jest.resetAllMocks();
  remove.mockResolvedValue();
  Object.assign(globalThis, {
    addEventListener: target.addEventListener.bind(target),
    removeEventListener: target.removeEventListener.bind(target),
  });
  deletions = new DelayedDeletion(remove, changed, failed);
});
afterEach(() => {
  jest.useRealTimers();
});

test('a message looks deleted at once, and is deleted when it has not been taken back in time', () => {
  void deletions.add(message('one'));
  expect(deletions.over(undefined)).toEqual(new Map([['one', {}]]));
  expect(deletions.latest?.id).toBe('one');
  expect(remove).not.toHaveBeenCalled();
  jest.runAllTimers();
  expect(remove).toHaveBeenCalledTimes(1);
  expect(deletions.over(undefined)).toBeUndefined();
  expect(deletions.latest).toBeUndefined();
});

test('what is taken back is never deleted, and what others change stays', async () => {
  const adding = deletions.add(message('one'));
  void deletions.add(message('two'));
  expect(deletions.over(new Map([['three', { text: 'x' }]]))?.size).toBe(3);
  deletions.undo('one');
  await adding;
  jest.runAllTimers();
  expect(remove.mock.calls.map(([{ id }]) => id)).toEqual(['two']);
});

test('leaving the page deletes at once', () => {
  void deletions.add(message('one'));
  target.dispatchEvent(new Event('pagehide'));
  expect(remove).toHaveBeenCalledTimes(1);
  jest.runAllTimers();
  expect(remove).toHaveBeenCalledTimes(1);
});

test('a deletion that the server refuses is told', async () => {
  remove.mockRejectedValue(new Error('no'));
  void deletions.add(message('one'));
  jest.runAllTimers();
  await Promise.resolve();
  await Promise.resolve();
  expect(failed).toHaveBeenCalledTimes(1);
});
