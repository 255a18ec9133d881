/** Assistive technology is told at most this often, in milliseconds. */
const BATCH_MS = 1_000;

/**
 * Collects what came and says it in one go, so that ten messages in a burst are one announcement. `say` writes the
 * words into a live region.
 */
export class Announcer<Item> {
  #waiting: Item[] = [];
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly say: (text: string) => void,
    private readonly words: (items: readonly Item[]) => string,
  ) {}

  add(items: readonly Item[]): void {
    if (items.length === 0) return;
    this.#waiting.push(...items);
    this.#timer ??= setTimeout(() => {
      const items = this.#waiting;
      this.#waiting = [];
      this.#timer = undefined;
      this.say(this.words(items));
    }, BATCH_MS);
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#waiting = [];
  }
}
