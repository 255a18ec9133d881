/** How long a conversation is looked at before it counts as read: skimming with j and k leaves no marks. */
const READ_AFTER_MS = 600;

interface Seen {
  conversation: string;
  seq: number;
}

/** Tells what has been read: what was on the screen for a moment, in a window that had the focus. */
export class ReadDelay {
  #seen: Seen | undefined;
  #waiting: { seen: Seen; timer: number } | undefined;

  constructor(private readonly onRead: (conversation: string, seq: number) => void) {}

  /** The messages of a conversation up to `seq` are on the screen; without one, nothing is. */
  see(seen: Seen | undefined): void {
    this.#seen = seen;
    this.check();
  }

  /** To be called when the focus of the window may have changed. */
  check(): void {
    const seen = document.hasFocus() ? this.#seen : undefined;
    if (seen === this.#waiting?.seen) return;
    clearTimeout(this.#waiting?.timer);
    this.#waiting = seen && {
      seen,
      timer: setTimeout(() => this.onRead(seen.conversation, seen.seq), READ_AFTER_MS),
    };
  }
}
