import { MAX_PAGE_SIZE } from '@porchlight/protocol';
import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** So many items are shown at first, and more with each step. */
const STEP = 50;

/** Where a list comes from. */
export interface Source<Item> {
  /** Answers the page that begins after a place, or the first. */
  read: (query: { limit: number; after: string | undefined }) => Promise<{ items: readonly Item[]; next?: string }>;
  /** Another one: the list may be another, too. Nothing is fetched while there is none. */
  revision: () => unknown;
  /** Called when the list could not be fetched though nobody had asked for it. */
  onFailure: () => void;
}

/**
 * The beginning of a list, as far as somebody has asked for it. When it may have changed, all of that is fetched anew: so it
 * has nothing twice and leaves nothing out.
 */
export class PagedList<Item> implements ReactiveController {
  #items: readonly Item[] | undefined;
  #next: string | undefined;
  #revision: unknown;
  #wanted = STEP;
  /** Of several answers the latest question's counts. */
  #asked = 0;

  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly source: Source<Item>,
  ) {
    host.addController(this);
  }

  hostUpdated(): void {
    const revision = this.source.revision();
    if (revision === undefined || revision === this.#revision) return;
    this.#revision = revision;
    void this.reload();
  }

  /** What is shown; absent until it has come. */
  get items(): readonly Item[] | undefined {
    return this.#items;
  }

  /** Shows something else until the list is fetched again. */
  set items(items: readonly Item[] | undefined) {
    this.#items = items;
    this.host.requestUpdate();
  }

  /** Whether there is more than is shown. */
  get hasMore(): boolean {
    return this.#next !== undefined;
  }

  /** Fetches what is shown anew. */
  async reload(): Promise<void> {
    try {
      await this.#fetch();
    } catch {
      // The next update tries it again.
      this.#revision = undefined;
      this.source.onFailure();
    }
  }

  /** Shows more. Throws what `read` throws. */
  more(): Promise<void> {
    this.#wanted = (this.#items?.length ?? 0) + STEP;
    return this.#fetch();
  }

  async #fetch(): Promise<void> {
    this.#asked += 1;
    const asked = this.#asked;
    const items: Item[] = [];
    let after: string | undefined;
    try {
      do {
        const page = await this.source.read({ limit: Math.min(MAX_PAGE_SIZE, this.#wanted - items.length), after });
        if (asked !== this.#asked) return;
        items.push(...page.items);
        after = page.next;
      } while (after !== undefined && items.length < this.#wanted);
    } catch (error) {
      if (asked !== this.#asked) return;
      throw error;
    }
    this.#next = after;
    this.items = items;
  }
}
