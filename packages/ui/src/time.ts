const formats = new Map<string, Intl.DateTimeFormat>();

/** Making an Intl format costs far more than using one, so each is made once. */
function format(locale: string, name: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale} ${name}`;
  const made = formats.get(key) ?? new Intl.DateTimeFormat(locale, options);
  formats.set(key, made);
  return made;
}

/** Whole calendar days from `date` to `now` in this device's time zone; negative for the future. */
function daysBetween(date: Date, now: Date): number {
  const midnight = (day: Date) => new Date(day.getFullYear(), day.getMonth(), day.getDate()).getTime();
  // Days of 23 or 25 hours (daylight saving) are rounded away.
  return Math.round((midnight(now) - midnight(date)) / 86_400_000);
}

export function isSameDay(a: Date, b: Date): boolean {
  return daysBetween(a, b) === 0;
}

/** The time of day: 14:05, or 2:05 PM where that is usual. */
export function formatTime(date: Date, locale: string): string {
  return format(locale, 'time', { hour: 'numeric', minute: '2-digit' }).format(date);
}

/** A full date and time, for titles. */
export function formatFull(date: Date, locale: string): string {
  return format(locale, 'full', { dateStyle: 'full', timeStyle: 'short' }).format(date);
}

/** A day as one would say it: Today, Yesterday, Tuesday, 3 March, 3 March 2024. */
export function formatDay(date: Date, locale: string, now = new Date()): string {
  const days = daysBetween(date, now);
  if (days === 0 || days === 1) {
    const words = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(-days, 'day');
    return words.charAt(0).toLocaleUpperCase(locale) + words.slice(1);
  }
  if (days > 1 && days < 7) return format(locale, 'weekday', { weekday: 'long' }).format(date);
  return date.getFullYear() === now.getFullYear()
    ? format(locale, 'day', { day: 'numeric', month: 'long' }).format(date)
    : format(locale, 'year', { day: 'numeric', month: 'long', year: 'numeric' }).format(date);
}

/** For lists: the time of today, the weekday of this week, else the date. */
export function formatShort(date: Date, locale: string, now = new Date()): string {
  const days = daysBetween(date, now);
  if (days === 0) return formatTime(date, locale);
  if (days > 0 && days < 7) return format(locale, 'shortWeekday', { weekday: 'short' }).format(date);
  return date.getFullYear() === now.getFullYear()
    ? format(locale, 'shortDay', { day: 'numeric', month: 'short' }).format(date)
    : format(locale, 'shortYear', { dateStyle: 'short' }).format(date);
}
