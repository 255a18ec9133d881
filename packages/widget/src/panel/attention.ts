import type { Message } from '@porchlight/protocol';
import { playSound } from './sound.js';
import { TitleCount } from './title-count.js';

/** A tab that does not show a message waits so long for one that does, */
const AFTER_MS = 150;
/** and each message is spoken for for so long. In milliseconds. */
const SPOKEN_FOR_MS = 5_000;
/** Not more than one sound in this time, in milliseconds. */
const QUIET_MS = 3_000;

/** Draws attention to messages that nobody has seen: a number before the page's title and a soft sound, in one tab. */
export class Attention {
  readonly title: TitleCount;
  #soundedAt = Number.NEGATIVE_INFINITY;

  /** `name` is shared by the tabs of which only one is to draw attention. */
  constructor(private readonly name: string) {
    this.title = new TitleCount(name);
  }

  /** A message came. `seen`: it is before the visitor's eyes. `sound`: it may be heard. */
  came({ id }: Message, seen: boolean, sound: boolean): void {
    if (seen) void this.#speakFor(id, () => {});
    else if (sound) setTimeout(() => void this.#speakFor(id, () => this.#play()), AFTER_MS);
  }

  /** Runs `action` in the first tab that speaks for a message. */
  async #speakFor(id: string, action: () => void): Promise<void> {
    if (!navigator.locks) {
      action();
      return;
    }
    await navigator.locks
      .request(`${this.name}:${id}`, { ifAvailable: true }, async (lock) => {
        if (!lock) return;
        action();
        await new Promise((resolve) => {
          setTimeout(resolve, SPOKEN_FOR_MS);
          // A held lock would keep the page out of the back/forward cache.
          addEventListener('pagehide', resolve, { once: true });
        });
      })
      // Some pages may not use locks; silence is then the better guest.
      .catch(() => {});
  }

  #play(): void {
    const now = performance.now();
    if (now - this.#soundedAt < QUIET_MS) return;
    this.#soundedAt = now;
    playSound();
  }
}
