import type { ChatClient } from '@porchlight/client';
import { revisionOf } from '@porchlight/client';
import type { Agent, CannedReply, RouteName, Site, Tag, Team } from '@porchlight/protocol';
import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** The lists that all agents share. */
interface Lists {
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

interface List {
  items: readonly unknown[];
  /** As of which revision of the state; -1 for none. */
  revision: number;
  loading: boolean;
}

/**
 * Who and what all agents share: fetched when it is first asked for, and again when the server says that it has changed,
 * by whomever. The host is updated when it has come.
 */
export class Workspace implements ReactiveController {
  readonly #lists = new Map<ListName, List>();
  #unsubscribe: (() => void) | undefined;
  #arrived = 0;

  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly client: ChatClient,
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    this.#unsubscribe = this.client.store.subscribe(() => this.#follow());
  }

  hostDisconnected(): void {
    this.#unsubscribe?.();
  }

  /** What is known of a list now: nothing before it has come, and the old one until the new one has. */
  list<Name extends ListName>(name: Name): readonly Lists[Name][] {
    const list = this.#lists.get(name) ?? { items: [], revision: -1, loading: false };
    this.#lists.set(name, list);
    this.#fetch(name, list);
    return list.items as readonly Lists[Name][];
  }

  /** Another one whenever a list has come, or may have become another. */
  get revision(): string {
    const { workspace } = this.client.store.get();
    return [...workspace.values(), this.#arrived].join('.');
  }

  /** Whether a list has come. */
  has(name: ListName): boolean {
    return (this.#lists.get(name)?.revision ?? -1) >= 0;
  }

  /** Some lists come in pages. */
  async #all(name: ListName): Promise<unknown[]> {
    if (name !== 'canned') return (await this.client.call(routes[name], {})).items;
    const items: CannedReply[] = [];
    for (let after: string | undefined, more = true; more; more = after !== undefined) {
      const page = await this.client.call('listCannedReplies', {}, { query: { limit: 100, after } });
      items.push(...page.items);
      after = page.next;
    }
    return items;
  }

  #follow(): void {
    for (const [name, list] of this.#lists) this.#fetch(name, list);
  }

  #fetch(name: ListName, list: List): void {
    const { store } = this.client;
    const revision = revisionOf(store.get(), name);
    if (list.loading || list.revision === revision || !store.get().agent) return;
    list.loading = true;
    this.#all(name).then(
      (items) => {
        Object.assign(list, { items, revision, loading: false });
        this.#arrived += 1;
        this.host.requestUpdate();
        // More may have changed meanwhile.
        this.#fetch(name, list);
      },
      () => {
        // The next change of the state, such as coming back online, tries again.
        list.loading = false;
      },
    );
  }
}
