import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import { IdleWatch } from './idle.js';

const MINUTE = 60_000;
let target: EventTarget;
let last: number;
let told: boolean[];
let watch: IdleWatch;

beforeEach(() => {
  jest.useFakeTimers({ now: 1_000_000 });
  target = new EventTarget();
  last = 0;
  told = [];
  const shared = {
    get: () => last,
    set: (time: number) => {
      last = time;
    },
  };
  watch = new IdleWatch((idle) => told.push(idle), shared, target);
  watch.start();
});

afterEach(() => {
  watch.stop();
  jest.useRealTimers();
});

test('ten minutes without input are idleness, and the next input ends it', () => {
  jest.advanceTimersByTime(9 * MINUTE);
  expect(told).toEqual([]);
  jest.advanceTimersByTime(2 * MINUTE);
  expect(told).toEqual([true]);
  target.dispatchEvent(new Event('keydown'));
  expect(told).toEqual([true, false]);
});

test('input puts it off', () => {
  for (let minute = 0; minute < 30; minute += 5) {
    jest.advanceTimersByTime(5 * MINUTE);
    target.dispatchEvent(new Event('pointermove'));
  }
  expect(told).toEqual([]);
});

test('input in another tab counts as well', () => {
  for (let minute = 0; minute < 30; minute += 5) {
    jest.advanceTimersByTime(5 * MINUTE);
    last = Date.now();
  }
  expect(told).toEqual([]);
});
