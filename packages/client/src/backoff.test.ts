import { expect, test } from '@jest/globals';
import { backoff, pause } from './backoff.js';

test('the limit doubles with each failure, up to 30 s', () => {
  const limits = [0, 1, 2, 3, 4, 5, 6, 50].map((failures) => backoff(failures, () => 1));
  expect(limits).toEqual([1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000, 30_000]);
});

test('the jitter is full: from nothing to the limit', () => {
  expect(backoff(3, () => 0)).toBe(0);
  expect(backoff(3, () => 0.5)).toBe(4_000);
});

test('a pause ends early when aborted, also before it begins', async () => {
  const controller = new AbortController();
  const paused = pause(60_000, controller.signal);
  controller.abort();
  await paused;
  await pause(60_000, controller.signal);
});
