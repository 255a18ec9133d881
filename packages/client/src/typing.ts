import type { Core } from './core.js';

/** Typing is told at most this often, in milliseconds. */
const EVERY_MS = 3_000;

/** Tells others that we are typing, and lets what they tell end in time. */
export class Typing {
  readonly #toldAt = new Map<string, number>();
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly core: Core) {}

  tell(id: string): void {
    const now = performance.now();
    if (now - (this.#toldAt.get(id) ?? Number.NEGATIVE_INFINITY) < EVERY_MS) return;
    this.#toldAt.set(id, now);
    // Nobody misses it if it is lost.
    this.core.call('createTyping', { conversation: id }, { body: {} }).catch(() => {});
  }

  /** What we say ends our typing, so that the next key tells of it again. */
  said(id: string): void {
    this.#toldAt.delete(id);
  }

  /** Arms the timer for the one who ends first. */
  watch(): void {
    clearTimeout(this.#timer);
    const ends = [...this.core.state.timelines.values()].flatMap(({ typing, viewing = [] }) =>
      [...typing, ...viewing].map(({ until }) => Date.parse(until)),
    );
    if (ends.length === 0) return;
    this.#timer = setTimeout(
      () => {
        this.core.dispatch({ type: 'expired', now: Date.now() });
        this.watch();
      },
      Math.max(0, Math.min(...ends) - Date.now()) + 1,
    );
  }

  stop(): void {
    clearTimeout(this.#timer);
  }
}
