import type { MessageChange } from '@porchlight/client';
import type { Message } from '@porchlight/protocol';

/** How long a deletion can be taken back, in milliseconds. */
const UNDO_MS = 5_000;

type Doing = (message: Pick<Message, 'conversationId' | 'id'>) => Promise<void>;

/**
 * Messages that are deleted on the screen and in a moment on the server: until then one may take it back, wherever one
 * has gone in the inbox meanwhile. Leaving the page deletes them at once.
 */
export class DelayedDeletion {
  readonly #pending = new Map<string, { message: Message; timer: ReturnType<typeof setTimeout>; done: () => void }>();
  readonly #leaving = () => this.flush();

  /** `changed`: what is pending is another. `failed`: the server did not delete one, which is there again. */
  constructor(
    private readonly remove: Doing,
    private readonly changed: () => void,
    private readonly failed: () => void,
  ) {}

  /** The one that can be taken back: the latest. */
  get latest(): Message | undefined {
    return [...this.#pending.values()].at(-1)?.message;
  }

  /** Settles once the server has been asked, or the deletion was taken back. */
  add(message: Message): Promise<void> {
    if (this.#pending.size === 0) addEventListener('pagehide', this.#leaving);
    return new Promise((done) => {
      const timer = setTimeout(() => this.#run(message.id), UNDO_MS);
      this.#pending.set(message.id, { message, timer, done });
      this.changed();
    });
  }

  undo(id: string): void {
    this.#take(id)?.done();
    this.changed();
  }

  /** Deletes all now. */
  flush(): void {
    for (const id of [...this.#pending.keys()]) this.#run(id);
  }

  /** `changes` with those that are pending. */
  over(changes: ReadonlyMap<string, MessageChange> | undefined): ReadonlyMap<string, MessageChange> | undefined {
    if (this.#pending.size === 0) return changes;
    return new Map([...(changes ?? []), ...[...this.#pending.keys()].map((id): [string, MessageChange] => [id, {}])]);
  }

  #run(id: string): void {
    const pending = this.#take(id);
    if (!pending) return;
    this.remove(pending.message).catch(() => this.failed());
    pending.done();
    this.changed();
  }

  #take(id: string) {
    const pending = this.#pending.get(id);
    clearTimeout(pending?.timer);
    this.#pending.delete(id);
    if (this.#pending.size === 0) removeEventListener('pagehide', this.#leaving);
    return pending;
  }
}
