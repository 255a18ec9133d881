import type { ChatClient } from '@porchlight/client';
import { ChatError, randomId } from '@porchlight/client';
import type { Author, Conversation, ConversationCounts } from '@porchlight/protocol';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Decision } from './decision.js';
import { decided, seenOf } from './decision.js';
import { belongsTo, queryOf, rowsOf } from './queue.js';
import type { Route } from './routes.js';
import { filtersOf } from './routes.js';

const PAGE = 50;
/** A list that could not be fetched is asked for again after this long, in milliseconds. */
const AGAIN_AFTER_MS = 3_000;
/** Counts are fetched at most this often, in milliseconds. */
const COUNT_EVERY_MS = 2_000;
/** How long a decision can be taken back at a press, in milliseconds. */
const UNDO_MS = 8_000;

/** What has been fetched of a list. */
interface Pages {
  loaded: boolean;
  /** Also for a while after a failure. */
  loading: boolean;
  /** What to ask for the next page with; undefined when there is none. */
  next?: string | undefined;
  /** The last conversation as it was fetched: further down something may be missing, wherever it has gone since. */
  last?: Conversation | undefined;
}

/** What was just done, and how to take it back. */
export interface Done {
  words: string;
  undo?: () => void;
}

/** The list side of the inbox: the pages of each list, what is selected, and what agents decide, shown before it is stored. */
export class QueueController implements ReactiveController {
  counts: ConversationCounts | undefined;
  done: Done | undefined;
  /** What could not be done, in words for a person. */
  failed: string | undefined;
  selected: ReadonlySet<string> = new Set();

  readonly #pages = new Map<string, Pages>();
  /** Decisions that the server has not acknowledged yet. */
  readonly #pending = new Map<string, (conversation: Conversation) => Conversation>();
  #kept: { list: string; id: string } | undefined;
  #rows: { from: readonly unknown[]; rows: readonly Conversation[] } | undefined;
  #known: unknown;
  #revision = 0;
  #unsubscribe: (() => void) | undefined;
  #countTimer: ReturnType<typeof setTimeout> | undefined;
  #doneTimer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly client: ChatClient,
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    this.#unsubscribe = this.client.store.subscribe(() => this.#follow());
    this.#follow();
  }

  hostDisconnected(): void {
    this.#unsubscribe?.();
    clearTimeout(this.#countTimer);
    clearTimeout(this.#doneTimer);
    this.#countTimer = undefined;
  }

  get #me(): string {
    return this.client.store.get().agent?.id ?? '';
  }

  /** A conversation as the agent has decided it to be. */
  conversation(id: string | undefined): Conversation | undefined {
    const stored = id === undefined ? undefined : this.client.store.get().conversations.get(id);
    return stored && (this.#pending.get(stored.id)?.(stored) ?? stored);
  }

  /** The rows of a list; the same array as long as they are the same. `current` stays among them until one moves on. */
  rows(route: Route, current: string | undefined, now: number): readonly Conversation[] {
    const { conversations } = this.client.store.get();
    const list = keyOf(route);
    const pages = this.#of(route);
    const reader = { me: this.#me, now };
    const shown = this.conversation(current);
    if (shown && belongsTo(route, shown, reader)) this.#kept = { list, id: shown.id };
    const kept = this.#kept?.list === list && this.#kept.id === current ? current : undefined;
    const from = [conversations, list, kept, pages.next, pages.last, this.#pending.size, now, this.#revision];
    if (this.#rows && from.every((part, index) => part === this.#rows?.from[index])) return this.#rows.rows;
    const all =
      this.#pending.size > 0
        ? [...conversations.keys()].flatMap((id) => this.conversation(id) ?? [])
        : conversations.values();
    const last = pages.next === undefined ? undefined : pages.last;
    const rows = rowsOf(all, route, reader, { kept, last });
    this.#rows = { from, rows };
    return rows;
  }

  pages(route: Route): Readonly<Pages> {
    return this.#of(route);
  }

  /** Fetches the first page of a list, or the one after those that are there. */
  async load(route: Route, more = false): Promise<void> {
    const pages = this.#of(route);
    if (pages.loading || !this.#me || (pages.loaded && !(more && pages.next))) return;
    pages.loading = true;
    try {
      const query = { ...queryOf(route, Date.now()), limit: PAGE, before: pages.next };
      const { items, next } = await this.client.listConversations(query);
      Object.assign(pages, { loaded: true, loading: false, next, last: items.at(-1) ?? pages.last });
      this.host.requestUpdate();
    } catch {
      if (more) this.#fail('Could not load older conversations. Trying again.');
      setTimeout(() => {
        pages.loading = false;
        this.host.requestUpdate();
      }, AGAIN_AFTER_MS);
    }
  }

  select(id: string): void {
    const selected = new Set(this.selected);
    if (!selected.delete(id)) selected.add(id);
    this.selected = selected;
    this.host.requestUpdate();
  }

  clearSelection(): void {
    if (this.selected.size === 0) return;
    this.selected = new Set();
    this.host.requestUpdate();
  }

  /**
   * Decides about conversations: shows it at once, and as it was when the server does not take it. `words` say what has
   * been done; with a `note`, it goes to the agents along with it.
   */
  async decide(
    ids: readonly string[],
    decision: Decision,
    { words, assignee, note }: { words: string; assignee?: Author | undefined; note?: string | undefined },
  ): Promise<void> {
    const before = ids.flatMap((id) => this.conversation(id) ?? []);
    for (const { id } of before) this.#pending.set(id, (stored) => decided(stored, decision, assignee));
    this.#touch();
    const refused: string[] = [];
    try {
      const [only] = before;
      if (only && before.length === 1) {
        const expected = seenOf(only, decision);
        const said = note ? { note: { clientId: randomId(), text: note } } : {};
        await this.client.updateConversation(only.id, { ...decision, ...said, expected });
      } else {
        const { items } = await this.client.updateConversations({ ids: before.map(({ id }) => id), ...decision });
        refused.push(...items.filter(({ error }) => error).map(({ id }) => id));
      }
      const changed = before.filter(({ id }) => !refused.includes(id));
      this.#say({ words, undo: () => void this.#undo(changed, decision) });
      if (refused.length > 0) this.#fail(`${refused.length} of ${before.length} could not be changed.`);
    } catch (error) {
      this.#fail(reasonOf(error));
    } finally {
      for (const { id } of before) this.#pending.delete(id);
      this.#touch();
    }
  }

  /** Takes back what was just done. */
  undo(): void {
    const { done } = this;
    this.#say(undefined);
    done?.undo?.();
  }

  dismiss(): void {
    this.#say(undefined);
    this.failed = undefined;
  }

  /** Only what nobody has changed since goes back. */
  async #undo(before: readonly Conversation[], decision: Decision): Promise<void> {
    const outcomes = await Promise.allSettled(
      before.map((conversation) =>
        this.client.updateConversation(conversation.id, {
          ...seenOf(conversation, decision),
          expected: seenOf(decided(conversation, decision, idOnly(decision)), decision),
        }),
      ),
    );
    const lost = outcomes.find((outcome) => outcome.status === 'rejected');
    if (lost) this.#fail(reasonOf(lost.reason));
  }

  #of(route: Route): Pages {
    const key = keyOf(route);
    const pages = this.#pages.get(key) ?? { loaded: false, loading: false };
    this.#pages.set(key, pages);
    return pages;
  }

  #follow(): void {
    const { agent, conversations, workspace } = this.client.store.get();
    const revision = workspace.get('*') ?? 0;
    if (revision !== this.#revision) {
      // The state was fetched anew: what pages were fetched of is not known any more.
      this.#revision = revision;
      this.#pages.clear();
    }
    if (!agent || conversations === this.#known) return;
    this.#known = conversations;
    this.#countTimer ??= setTimeout(() => void this.#count(), this.counts ? COUNT_EVERY_MS : 0);
  }

  async #count(): Promise<void> {
    try {
      this.counts = await this.client.call('countConversations', {});
      this.host.requestUpdate();
    } catch {
      // The next change asks again.
    } finally {
      this.#countTimer = undefined;
    }
  }

  #touch(): void {
    this.#rows = undefined;
    this.host.requestUpdate();
  }

  #say(done: Done | undefined): void {
    clearTimeout(this.#doneTimer);
    this.done = done;
    this.failed = undefined;
    this.#expire();
  }

  #fail(words: string): void {
    clearTimeout(this.#doneTimer);
    this.failed = words;
    this.#expire();
  }

  #expire(): void {
    this.#doneTimer = setTimeout(() => {
      this.done = undefined;
      this.failed = undefined;
      this.host.requestUpdate();
    }, UNDO_MS);
    this.host.requestUpdate();
  }
}

const keyOf = (route: Route) => JSON.stringify([route.view, filtersOf(route)]);

const idOnly = ({ assigneeId }: Decision): Author | undefined =>
  assigneeId ? { kind: 'agent', id: assigneeId, name: '' } : undefined;

function reasonOf(error: unknown): string {
  const code = error instanceof ChatError ? error.code : undefined;
  if (code === 'outdated') return 'Somebody else has changed it meanwhile. You see it as it is now.';
  if (code === 'not_found') return 'This conversation is no longer here.';
  return 'The server did not answer. Nothing was changed.';
}
