import type { ChatEvent, Conversation, MessagePage, ParsedQuery } from '@porchlight/protocol';
import type { Core } from './core.js';
import { ChatError } from './errors.js';
import { timelineOf } from './selectors.js';
import type { Timeline } from './state.js';
import type { TakePage } from './timeline.js';
import { withLatestPage, withOlderPage } from './timeline.js';

/** Most conversations that are fetched anew; an agent may know thousands, and asks for those that are shown. */
const REFRESHED = 200;
/** Conversations or messages in a page. */
const PAGE = 50;

/** What a page of messages is next to; the latest is next to none. */
type Place = Pick<ParsedQuery<'listMessages'>, 'before' | 'after' | 'around'>;

/** Fetches what happened before the stream began: lists, pages of messages, and single conversations. */
export class History {
  /** Where the next page of conversations begins. */
  #next: string | undefined;
  readonly #opening = new Map<string, Promise<void>>();
  /** Events of conversations that are being fetched. */
  readonly #early = new Map<string, ChatEvent[]>();
  #refreshing: 'no' | 'once' | 'again' = 'no';

  constructor(private readonly core: Core) {}

  async loadList(): Promise<void> {
    this.core.dispatch({ type: 'listing' });
    this.core.dispatch({ type: 'listed', ...(await this.#list(1)) });
  }

  async loadMore(): Promise<void> {
    const { loading, hasMore } = this.core.state.list;
    if (loading || !hasMore) return;
    this.core.dispatch({ type: 'listing' });
    try {
      this.core.dispatch({ type: 'listed', ...(await this.#list(1, this.#next)) });
    } catch (error) {
      this.core.dispatch({ type: 'listed', items: [], hasMore: true });
      throw error;
    }
  }

  /** Fetches the latest page unless it is there; with `again`, in any case. */
  open(id: string, again = false): Promise<void> {
    const timeline = timelineOf(this.core.state, id);
    if (timeline?.opened && !timeline.hasNewer && !again) return Promise.resolve();
    const opening =
      this.#opening.get(id) ??
      this.load(id, 'latest', {}, withLatestPage).finally(() => {
        this.#opening.delete(id);
      });
    this.#opening.set(id, opening);
    return opening;
  }

  async loadOlder(id: string): Promise<void> {
    const timeline = timelineOf(this.core.state, id);
    const before = timeline?.messages[0]?.seq;
    if (!timeline?.hasOlder || timeline.loading !== 'none') return;
    await this.load(id, 'older', { before }, (now, page) =>
      // Another page may have taken the place of the one that this is older than.
      now.messages[0]?.seq === before ? withOlderPage(now, page) : { ...now, loading: 'none' },
    );
  }

  /** Fetches a page of messages, and takes it in. */
  async load(id: string, loading: Timeline['loading'], place: Place, take: TakePage): Promise<void> {
    const { core } = this;
    core.dispatch({ type: 'loading', id, loading });
    try {
      const [page] = await Promise.all([
        this.#page(id, place),
        core.state.conversations.has(id) ? undefined : this.#conversation(id),
      ]);
      core.dispatch({ type: 'page', id, page, take });
    } catch (error) {
      core.dispatch({ type: 'loading', id, loading: 'none' });
      throw error;
    }
  }

  /** Takes in an event of a conversation that the state does not have. */
  adopt(id: string, event: ChatEvent): void {
    const early = this.#early.get(id);
    if (early) {
      early.push(event);
      return;
    }
    this.#early.set(id, [event]);
    this.#conversation(id)
      .then(() => {
        for (const missed of this.#early.get(id) ?? []) {
          this.core.dispatch({ type: 'event', event: missed, now: Date.now() });
        }
      })
      // It is gone again, or not ours any more.
      .catch(() => {})
      .finally(() => this.#early.delete(id));
  }

  /** Fetches everything that is known anew (RS2) and puts it in place of the old in one step, so that nothing flickers. */
  async refresh(): Promise<void> {
    if (this.#refreshing !== 'no') {
      this.#refreshing = 'again';
      return;
    }
    try {
      do {
        this.#refreshing = 'once';
        await this.#refreshOnce();
      } while ((this.#refreshing as string) === 'again');
    } finally {
      this.#refreshing = 'no';
    }
  }

  async #refreshOnce(): Promise<void> {
    const { core } = this;
    const before = core.state;
    const { items, hasMore } = await this.#list(Math.min(before.conversations.size, REFRESHED));
    const listed = new Set(items.map(({ id }) => id));
    const pages = new Map<string, MessagePage>();
    for (const [id, { opened }] of before.timelines) {
      if (!opened) continue;
      try {
        pages.set(id, await this.#page(id));
        if (!listed.has(id)) items.push(await core.insist(() => core.call('getConversation', { conversation: id })));
      } catch (error) {
        // It is gone, or no longer ours to see.
        if (!(error instanceof ChatError && (error.status === 404 || error.code === 'banned'))) throw error;
        pages.delete(id);
      }
    }
    core.dispatch({ type: 'refreshed', before, items, hasMore, pages });
  }

  /** Pages of conversations from `before` on until there are `count`. */
  async #list(count: number, before?: string): Promise<{ items: Conversation[]; hasMore: boolean }> {
    const items: Conversation[] = [];
    let next = before;
    do {
      const query = { limit: PAGE, before: next };
      const page = await this.core.insist(() => this.core.call('listConversations', {}, { query }));
      items.push(...page.items);
      next = page.next;
    } while (next && items.length < count);
    this.#next = next;
    return { items, hasMore: next !== undefined };
  }

  #page(id: string, place?: Place): Promise<MessagePage> {
    const query = { limit: PAGE, ...place };
    return this.core.insist(() => this.core.call('listMessages', { conversation: id }, { query }));
  }

  async #conversation(id: string): Promise<void> {
    const conversation = await this.core.insist(() => this.core.call('getConversation', { conversation: id }));
    this.core.dispatch({ type: 'conversation', conversation });
  }
}
