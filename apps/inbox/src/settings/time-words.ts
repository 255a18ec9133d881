const UNITS: readonly [Intl.RelativeTimeFormatUnit, number][] = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
];
const relative = new Intl.RelativeTimeFormat('en', { numeric: 'auto' });

/** `2 hours ago`, `in 6 days`, `just now`. */
export function ago(time: string, now = Date.now()): string {
  const ms = Date.parse(time) - now;
  const [unit, length] = UNITS.find(([, each]) => Math.abs(ms) >= each) ?? [];
  return unit && length ? relative.format(Math.trunc(ms / length), unit) : 'just now';
}
