import { expect, test } from '@jest/globals';
import { readConfig } from '../config/config.js';
import { ProblemError } from './problem.js';
import { RateLimits } from './rate-limits.js';

const limitsOf = (factor: string) => new RateLimits(readConfig({ RATE_LIMIT_FACTOR: factor }));

/** How often a key may do something before it is refused, up to `most`. */
async function allowed(limits: RateLimits, key: string, most: number): Promise<number> {
  for (let count = 0; count < most; count++) {
    try {
      await limits.consume('account', key);
    } catch (error) {
      expect(error).toBeInstanceOf(ProblemError);
      const { code, extra } = error as ProblemError;
      expect(code).toBe('rate_limited');
      expect(extra.retryAfterSeconds).toBeGreaterThanOrEqual(1);
      expect(extra.retryAfterSeconds).toBeLessThanOrEqual(300);
      return count;
    }
  }
  return most;
}

test('refuses past the limit, each key for itself, and says how long to wait (ER1)', async () => {
  const limits = limitsOf('1');
  expect(await allowed(limits, 'one', 100)).toBe(10);
  expect(await allowed(limits, 'one', 100)).toBe(0);
  expect(await allowed(limits, 'two', 100)).toBe(10);
});

test.each([
  ['10', 100],
  ['0.5', 5],
  ['0.001', 1],
])('RATE_LIMIT_FACTOR=%s allows %d', async (factor, count) => {
  expect(await allowed(limitsOf(factor), 'one', 1_000)).toBe(count);
});

test('RATE_LIMIT_FACTOR=0 turns limits off', async () => {
  expect(await allowed(limitsOf('0'), 'one', 1_000)).toBe(1_000);
});
