/** Nobody at the keyboard for so long is away, in milliseconds. */
const IDLE_MS = 10 * 60_000;
/** How often that is looked at, and the last input is told to other tabs, in milliseconds. */
const LOOK_MS = 15_000;
const INPUTS = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchstart'] as const;

/** When somebody last touched any tab of the inbox, as all tabs of the browser know it. */
export interface LastInput {
  get(): number;
  set(time: number): void;
}

/** Notices that nobody is at the keyboard, and that somebody is again. */
export class IdleWatch {
  #idle = false;
  #toldAt = 0;
  #timer: ReturnType<typeof setInterval> | undefined;

  constructor(
    private readonly changed: (idle: boolean) => void,
    private readonly last: LastInput,
    private readonly target: Pick<EventTarget, 'addEventListener' | 'removeEventListener'>,
  ) {}

  start(): void {
    this.#touched();
    for (const name of INPUTS) this.target.addEventListener(name, this.#touched, { passive: true, capture: true });
    this.#timer = setInterval(() => this.#look(), LOOK_MS);
  }

  stop(): void {
    for (const name of INPUTS) this.target.removeEventListener(name, this.#touched, { capture: true });
    clearInterval(this.#timer);
  }

  readonly #touched = () => {
    const now = Date.now();
    if (!this.#idle && now - this.#toldAt < LOOK_MS) return;
    this.#toldAt = now;
    this.last.set(now);
    this.#be(false);
  };

  #look(): void {
    this.#be(Date.now() - this.last.get() >= IDLE_MS);
  }

  #be(idle: boolean): void {
    if (idle === this.#idle) return;
    this.#idle = idle;
    this.changed(idle);
  }
}

/** Shared by the tabs of a browser; by nobody where it refuses storage. */
export function sharedLastInput(storage: () => Storage): LastInput {
  let own = 0;
  const KEY = 'porchlight:last-input';
  return {
    get() {
      try {
        return Math.max(own, Number(storage().getItem(KEY)));
      } catch {
        return own;
      }
    },
    set(time) {
      own = time;
      try {
        storage().setItem(KEY, String(time));
      } catch {
        // This tab knows.
      }
    },
  };
}
