import type { ReactiveControllerHost } from 'lit';

/** A lost connection is told of after this long, in milliseconds; most come back sooner. */
const AFTER_MS = 2_000;

/** Whether the connection has been gone for long enough to say so. */
export class LostConnection {
  lost = false;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly host: ReactiveControllerHost) {}

  /** `since`: epoch milliseconds; undefined while there is a connection. */
  watch(since: number | undefined): void {
    if (since === undefined) {
      clearTimeout(this.#timer);
      this.#timer = undefined;
      this.#set(false);
    } else {
      this.#timer ??= setTimeout(() => this.#set(true), Math.max(0, since + AFTER_MS - Date.now()));
    }
  }

  #set(lost: boolean): void {
    if (lost === this.lost) return;
    this.lost = lost;
    this.host.requestUpdate();
  }
}
