import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import { Watchdog } from './watchdog.js';

beforeEach(() => {
  jest.useFakeTimers();
});
afterEach(() => {
  jest.useRealTimers();
});

function make() {
  let now = 1_000_000;
  let expired = 0;
  const dog = new Watchdog(
    () => expired++,
    () => now,
  );
  return {
    dog,
    expired: () => expired,
    /** Time passes, and timers with it. */
    pass: (ms: number) => {
      now += ms;
      jest.advanceTimersByTime(ms);
    },
    /** The machine sleeps: the wall clock goes on, timers do not. */
    sleep: (ms: number) => {
      now += ms;
    },
  };
}

test('expires when what is expected does not come in time', () => {
  const { dog, expired, pass } = make();
  dog.expect(40_000);
  pass(39_999);
  expect(expired()).toBe(0);
  pass(1);
  expect(expired()).toBe(1);
});

test('every sign of life sets a new deadline', () => {
  const { dog, expired, pass } = make();
  for (let index = 0; index < 10; index++) {
    dog.expect(40_000);
    pass(39_000);
  }
  expect(expired()).toBe(0);
  dog.expect(5_000);
  pass(5_000);
  expect(expired()).toBe(1);
});

test('a deadline slept through is noticed on waking, and once', () => {
  const { dog, expired, pass, sleep } = make();
  dog.expect(40_000);
  sleep(3_600_000);
  expect(expired()).toBe(0);
  dog.check();
  expect(expired()).toBe(1);
  dog.check();
  pass(40_000);
  expect(expired()).toBe(1);
});

test('waking within the deadline changes nothing', () => {
  const { dog, expired, sleep } = make();
  dog.expect(40_000);
  sleep(39_000);
  dog.check();
  expect(expired()).toBe(0);
});

test('a clock that is set back does not put it to sleep', () => {
  const { dog, expired, sleep } = make();
  dog.expect(40_000);
  sleep(-3_600_000);
  jest.advanceTimersByTime(40_000);
  expect(expired()).toBe(1);
});

test('once stopped it expects nothing', () => {
  const { dog, expired, pass } = make();
  dog.expect(40_000);
  dog.stop();
  pass(50_000);
  dog.check();
  expect(expired()).toBe(0);
});
