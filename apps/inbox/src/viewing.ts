import type { ChatClient } from '@porchlight/client';

/** Half of how long it holds, so that one that is lost leaves no gap, in milliseconds. */
const AGAIN_MS = 15_000;
/** Skimming with j and k is no looking, in milliseconds. */
const AFTER_MS = 400;

/** Tells the other agents which conversation one looks at. Nobody misses it if it is lost. */
export class Viewing {
  #shown: string | undefined;
  #told: string | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly client: Pick<ChatClient, 'call'>) {}

  /** One looks at a conversation now; without an id, at none. */
  look(id: string | undefined): void {
    if (id === this.#shown) return;
    this.#shown = id;
    clearTimeout(this.#timer);
    if (this.#told) this.#call('deleteViewing', this.#told);
    this.#told = undefined;
    if (id) this.#timer = setTimeout(() => this.#tell(id), AFTER_MS);
  }

  #tell(id: string): void {
    // A tab in the background looks at nothing.
    if (document.visibilityState !== 'hidden') {
      this.#told = id;
      this.#call('putViewing', id);
    }
    this.#timer = setTimeout(() => this.#tell(id), AGAIN_MS);
  }

  #call(name: 'putViewing' | 'deleteViewing', conversation: string): void {
    this.client.call(name, { conversation }).catch(() => {});
  }
}
