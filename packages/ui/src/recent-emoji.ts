const KEY = 'porchlight:emoji';
const MOST = 16;

/** What was used lately on this device, latest first. */
export function recentEmoji(): string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]');
    return Array.isArray(kept) ? kept.filter((char) => typeof char === 'string').slice(0, MOST) : [];
  } catch {
    return [];
  }
}

/** Remembers one that was used. Storage may be refused; then nothing is remembered. */
export function rememberEmoji(char: string): void {
  try {
    const kept = [char, ...recentEmoji().filter((other) => other !== char)];
    localStorage.setItem(KEY, JSON.stringify(kept.slice(0, MOST)));
  } catch {}
}
