import type { ChatClient } from '@porchlight/client';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { ListName, Lists } from './shared-lists.js';
import { SharedLists } from './shared-lists.js';

/** Who and what all agents share, for one element: it is updated when a list has come, or has become another. */
export class Workspace implements ReactiveController {
  readonly #lists: SharedLists;
  #unsubscribe: (() => void) | undefined;

  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly client: ChatClient,
  ) {
    this.#lists = SharedLists.of(client);
    host.addController(this);
  }

  hostConnected(): void {
    this.#unsubscribe = this.#lists.subscribe(() => this.host.requestUpdate());
  }

  hostDisconnected(): void {
    this.#unsubscribe?.();
  }

  /** What is known of a list now: nothing before it has come, and the old one until the new one has. */
  list<Name extends ListName>(name: Name): readonly Lists[Name][] {
    return this.#lists.list(name);
  }

  /** Another one whenever a list has come, or may have become another. */
  get revision(): string {
    const { workspace } = this.client.store.get();
    return [...workspace.values(), this.#lists.arrived].join('.');
  }

  /** Whether a list has come. */
  has(name: ListName): boolean {
    return this.#lists.has(name);
  }
}
