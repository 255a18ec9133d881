import type { ChatClient } from '@porchlight/client';
import { revisionOf } from '@porchlight/client';
import type { Agent, CannedReply, ReplyBody, RouteName, Site, Tag, Team } from '@porchlight/protocol';
import { MAX_PAGE_SIZE } from '@porchlight/protocol';

/** The lists that all agents share. */
export interface Lists {
  agents: Agent;
  teams: Team;
  sites: Site;
  canned: CannedReply;
  tags: Tag;
}

export type ListName = keyof Lists;

/** How each is fetched. */
const routes = {
  agents: 'listAgents',
  teams: 'listTeams',
  sites: 'listSites',
  canned: 'listCannedReplies',
  tags: 'listTags',
} as const satisfies Record<ListName, RouteName>;

/** What could not be fetched is asked for again after so long, doubled with each failure up to the longest; in milliseconds. */
const AGAIN_AFTER_MS = 1_000;
const LONGEST_MS = 60_000;

interface List {
  items: readonly unknown[];
  /** As of which revision of the state; -1 for none. */
  revision: number;
  loading: boolean;
  failures: number;
}

const shared = new WeakMap<ChatClient, SharedLists>();

/**
 * The lists of a client, each fetched once for all who show them: when one first asks for it, and again when the server says
 * that it has changed. They are those of one session: who signs in after it sees nothing of them.
 */
export class SharedLists {
  static of(client: ChatClient): SharedLists {
    const lists = shared.get(client) ?? new SharedLists(client);
    shared.set(client, lists);
    return lists;
  }

  /** How many lists have come so far. */
  arrived = 0;
  readonly #listeners = new Set<() => void>();
  #lists = new Map<ListName, List>();
  #agent: string | undefined;

  private constructor(private readonly client: ChatClient) {
    client.store.subscribe(() => this.#follow());
  }

  /** Calls `listener` when a list has come; returns what ends it. */
  subscribe(listener: () => void): () => void {
    const entry = () => listener();
    this.#listeners.add(entry);
    return () => this.#listeners.delete(entry);
  }

  /** What is known of a list now: nothing before it has come, and the old one until the new one has. */
  list<Name extends ListName>(name: Name): readonly Lists[Name][] {
    this.#belongTo(this.client.store.get().agent?.id);
    const list = this.#lists.get(name) ?? { items: [], revision: -1, loading: false, failures: 0 };
    this.#lists.set(name, list);
    this.#fetch(name, list);
    return list.items as readonly Lists[Name][];
  }

  has(name: ListName): boolean {
    return (this.#lists.get(name)?.revision ?? -1) >= 0;
  }

  /** An own canned reply, for one, is not for whoever signs in next. */
  #belongTo(agent: string | undefined): void {
    if (agent === this.#agent) return;
    this.#agent = agent;
    this.#lists = new Map();
  }

  #follow(): void {
    this.#belongTo(this.client.store.get().agent?.id);
    for (const [name, list] of this.#lists) this.#fetch(name, list);
  }

  #fetch(name: ListName, list: List): void {
    const { store } = this.client;
    const revision = revisionOf(store.get(), name);
    // One who has signed in since has other lists.
    if (list.loading || list.revision === revision || !store.get().agent || this.#lists.get(name) !== list) return;
    list.loading = true;
    this.#all(name).then(
      (items) => {
        Object.assign(list, { items, revision, loading: false, failures: 0 });
        this.arrived += 1;
        for (const listener of this.#listeners) listener();
        // More may have changed meanwhile.
        this.#fetch(name, list);
      },
      () => {
        const wait = Math.min(LONGEST_MS, AGAIN_AFTER_MS * 2 ** list.failures);
        list.failures += 1;
        setTimeout(() => {
          list.loading = false;
          this.#fetch(name, list);
        }, wait);
      },
    );
  }

  /** All pages of a list. */
  async #all(name: ListName): Promise<unknown[]> {
    const items: unknown[] = [];
    let after: string | undefined;
    do {
      const page: ReplyBody<(typeof routes)[ListName]> = await this.client.call(
        routes[name],
        {},
        { query: { limit: MAX_PAGE_SIZE, after } },
      );
      items.push(...page.items);
      after = page.next;
    } while (after !== undefined);
    return items;
  }
}
