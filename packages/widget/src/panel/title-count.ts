/** A page that counts by itself keeps its own count. */
const COUNTED = /^\s*\(\d+\+?\)/;

/**
 * The number of unread messages before the title of the page, in one tab of the browser. Whatever the page makes of its
 * title meanwhile is kept, and comes back to the letter.
 */
export class TitleCount {
  readonly #lock: string;
  #count = 0;
  /** Ends the wait for the lock, or gives it back. */
  #turn: AbortController | undefined;
  #mine = false;
  /** The title as the page has it, and as we have made it. */
  #shown: { element: HTMLTitleElement; page: string; ours: string } | undefined;
  readonly #changes = new MutationObserver(() => this.#write());
  readonly #life = new AbortController();

  /** `name` is shared by the tabs of which only one is to count. */
  constructor(name: string) {
    this.#lock = `${name}:title`;
    const { signal } = this.#life;
    // A held lock would keep the page out of the back/forward cache.
    addEventListener('pagehide', () => this.#giveBack(), { signal });
    addEventListener('pageshow', () => this.#take(), { signal });
  }

  show(count: number): void {
    this.#count = count;
    if (count > 0) this.#take();
    else this.#giveBack();
    this.#write();
  }

  stop(): void {
    this.#life.abort();
    this.#giveBack();
  }

  #take(): void {
    if (this.#turn || this.#count === 0) return;
    const turn = new AbortController();
    this.#turn = turn;
    const hold = () =>
      new Promise<void>((resolve) => {
        if (turn.signal.aborted) return resolve();
        turn.signal.addEventListener('abort', () => resolve());
        this.#mine = true;
        this.#write();
      });
    if (navigator.locks) navigator.locks.request(this.#lock, { signal: turn.signal }, hold).catch(() => {});
    else void hold();
  }

  #giveBack(): void {
    this.#turn?.abort();
    this.#turn = undefined;
    this.#mine = false;
    this.#write();
  }

  /** Makes the title what it is to be now. Writing what is there already changes nothing, so this ends. */
  #write(): void {
    this.#changes.disconnect();
    const element = document.querySelector<HTMLTitleElement>('head > title');
    const known = this.#shown;
    const now = element?.textContent ?? '';
    const page = known && known.element === element && known.ours === now ? known.page : now;
    this.#shown = undefined;
    if (!element) return;
    if (this.#mine && !COUNTED.test(page)) {
      const ours = `(${this.#count}) ${page}`;
      this.#shown = { element, page, ours };
      if (now !== ours) element.textContent = ours;
    } else if (now !== page) {
      element.textContent = page;
    }
    if (this.#mine) this.#changes.observe(document.head, { childList: true, characterData: true, subtree: true });
  }
}
