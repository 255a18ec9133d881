const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** A time at which to wake a conversation. */
export interface SnoozeTime {
  label: string;
  at: Date;
}

/** Times that one snoozes until, by the clock of this device. */
export function snoozeTimes(now: Date): SnoozeTime[] {
  const times = [{ label: 'In an hour', at: new Date(now.getTime() + HOUR) }];
  if (now.getHours() < 16) times.push({ label: 'This evening', at: onDay(now, 0, 18) });
  times.push({ label: 'Tomorrow morning', at: onDay(now, 1, 9) });
  times.push({ label: 'Monday morning', at: onDay(now, (8 - now.getDay()) % 7 || 7, 9) });
  times.push({ label: 'In a week', at: onDay(now, 7, 9) });
  return times;
}

const units: Record<string, [minutes: number, name: string]> = {
  m: [1, 'minute'],
  h: [60, 'hour'],
  d: [24 * 60, 'day'],
  w: [7 * 24 * 60, 'week'],
};

/** The time that something like `3 d` or `45 min` names; undefined when it names none within a year. */
export function typedTime(typed: string, now: Date): SnoozeTime | undefined {
  const [, digits = '', letter = ''] = /^\s*(?:in\s+)?(\d{1,4})\s*([mhdw])/i.exec(typed) ?? [];
  const unit = units[letter.toLowerCase()];
  const count = Number(digits);
  if (!unit || count === 0) return undefined;
  const [minutes, name] = unit;
  const at = new Date(now.getTime() + count * minutes * MINUTE);
  if (at.getTime() - now.getTime() > 365 * 24 * HOUR) return undefined;
  return { label: `In ${count} ${name}${count === 1 ? '' : 's'}`, at };
}

function onDay(now: Date, days: number, hour: number): Date {
  return new Date(now.getFullYear(), now.getMonth(), now.getDate() + days, hour);
}
