/**
 * A deadline by the wall clock. A timer watches it, re-armed with every {@link expect}, so that a hidden tab's
 * throttling of chained timers does not delay it; {@link check} is for moments when timers may have slept along with
 * the machine.
 */
export class Watchdog {
  #timer: ReturnType<typeof setTimeout> | undefined;
  #deadline = Number.POSITIVE_INFINITY;

  constructor(
    private readonly expire: () => void,
    private readonly now: () => number = Date.now,
  ) {}

  /** Something must happen within `ms`; replaces what was expected before. */
  expect(ms: number): void {
    this.stop();
    this.#deadline = this.now() + ms;
    this.#timer = setTimeout(this.expire, ms);
  }

  /** Expires now if the deadline has passed. */
  check(): void {
    if (this.now() < this.#deadline) return;
    this.stop();
    this.expire();
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#deadline = Number.POSITIVE_INFINITY;
  }
}
