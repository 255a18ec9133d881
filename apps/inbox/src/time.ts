import { formatShort } from '@porchlight/ui';

/** The language of this device, as a BCP 47 tag: dates and names of languages are written in its way. */
export const deviceLocale = new Intl.DateTimeFormat().resolvedOptions().locale;

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/**
 * How long ago, short enough for a row: `now`, `5m`, `2h`, `3d`, then the date. Times ahead of the clock of this
 * device are `now`.
 *
 * @param iso when, ISO 8601
 * @param now epoch milliseconds
 */
export function ageOf(iso: string, now: number): string {
  const then = new Date(iso);
  const age = now - then.getTime();
  if (age < MINUTE) return 'now';
  if (age < HOUR) return `${Math.floor(age / MINUTE)}m`;
  if (age < DAY) return `${Math.floor(age / HOUR)}h`;
  if (age < 7 * DAY) return `${Math.floor(age / DAY)}d`;
  return formatShort(then, deviceLocale, new Date(now));
}

/** The time of day in a time zone, and which day where that is another; undefined for a zone that this browser lacks. */
export function timeIn(timeZone: string | undefined, now: Date): string | undefined {
  if (!timeZone) return undefined;
  try {
    return new Intl.DateTimeFormat(deviceLocale, {
      timeZone,
      weekday: 'short',
      hour: 'numeric',
      minute: '2-digit',
    }).format(now);
  } catch {
    return undefined;
  }
}

/** Date and time. */
export function dateTime(iso: string): string {
  return dateTimeFormat.format(new Date(iso));
}

const dateTimeFormat = new Intl.DateTimeFormat(deviceLocale, { dateStyle: 'medium', timeStyle: 'short' });
