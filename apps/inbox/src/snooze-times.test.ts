import { expect, test } from '@jest/globals';
import { snoozeTimes, typedTime } from './snooze-times.js';

// A Friday, by the clock of this device.
const friday = new Date(2026, 0, 30, 11, 30);

test('every time is ahead, and says what it is', () => {
  for (let hour = 0; hour < 24 * 7; hour++) {
    const now = new Date(2026, 0, 26, hour, 30);
    for (const { at } of snoozeTimes(now)) expect(at.getTime()).toBeGreaterThan(now.getTime());
    expect(
      snoozeTimes(now)
        .find(({ label }) => label === 'Monday morning')
        ?.at.getDay(),
    ).toBe(1);
  }
  expect(snoozeTimes(friday).map(({ label }) => label)).toContain('This evening');
  expect(snoozeTimes(new Date(2026, 0, 30, 20)).map(({ label }) => label)).not.toContain('This evening');
});

test('a typed time is taken as one says it', () => {
  expect(typedTime('2h', friday)).toEqual({ label: 'In 2 hours', at: new Date(2026, 0, 30, 13, 30) });
  expect(typedTime('in 1 day', friday)).toEqual({ label: 'In 1 day', at: new Date(2026, 0, 31, 11, 30) });
  expect(typedTime('45 min', friday)?.label).toBe('In 45 minutes');
  for (const typed of ['', 'tomorrow', '0 d', '999 w', '-1 d']) expect(typedTime(typed, friday)).toBeUndefined();
});
