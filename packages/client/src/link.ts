import type { ChatEvent } from '@porchlight/protocol';
import type { Core } from './core.js';
import { networkError } from './errors.js';
import type { Feed } from './feed.js';
import type { History } from './history.js';
import type { Receipts } from './receipts.js';
import type { Typing } from './typing.js';

type Live = typeof import('./live.js');

export interface LinkOptions {
  core: Core;
  history: History;
  receipts: Receipts;
  typing: Typing;
  /** Names what this client shares with other tabs. */
  scope: string;
  /** The server can be reached. */
  onConnected(): void;
  onSignedOut(): void;
  locks?: LockManager;
}

/** Keeps the state up to date with what happens: by this tab's connection, or by that of another tab. */
export class Link {
  /** Place in the log up to which the state knows everything; undefined while there is no session. */
  cursor: string | undefined;
  #open = new AbortController();
  #live: Live | undefined;
  #catchingUp = false;

  constructor(private readonly options: LinkOptions) {
    this.close();
  }

  get closed(): boolean {
    return this.#open.signal.aborted;
  }

  /** Begins at `cursor`; anew if it has begun already. */
  open(): void {
    const { core, scope, locks } = this.options;
    const { visitor, agent } = core.state;
    this.close();
    this.#open = new AbortController();
    const { signal } = this.#open;
    const options = {
      name: `${scope}:${(visitor ?? agent)?.id}`,
      feed: this.#feed,
      connect: (feed: Feed, term: AbortSignal) => this.#lead(feed, term),
      cursor: () => this.cursor ?? '',
      catchUp: () => void this.#catchUp(),
      locks,
    };
    this.#fetch().then(
      ({ shareConnection }) => (signal.aborted ? undefined : shareConnection(options, signal)),
      // The client has stopped.
      () => {},
    );
  }

  /** In pages it is a file of its own, which has to be fetched like anything else. */
  async #fetch(): Promise<Live> {
    const load = () =>
      import('./live.js').catch((error: unknown) => {
        throw networkError(error);
      });
    this.#live ??= await this.options.core.insist(load);
    return this.#live;
  }

  close(): void {
    this.#open.abort();
  }

  /** Connects, for all tabs of the browser, and tells what has arrived. */
  async #lead(feed: Feed, signal: AbortSignal): Promise<void> {
    const { core, receipts } = this.options;
    const leading: Feed = {
      ...feed,
      event: (event) => {
        feed.event(event);
        receipts.heard(event);
      },
    };
    receipts.catchUp();
    const { connect } = await this.#fetch();
    return connect({ http: core.http, feed: leading, cursor: this.cursor ?? '' }, signal);
  }

  readonly #feed: Feed = {
    event: (event) => this.#happened(event),
    moved: (cursor, previous) => {
      // As a follower this tab has not heard all.
      if (previous !== this.cursor) void this.#catchUp();
      else this.cursor = cursor;
    },
    reset: (cursor) => {
      this.cursor = cursor;
      // It fails only when the client stops, or with what the connection hears as well.
      this.options.history.refresh().catch(() => {});
    },
    connection: (connection) => {
      this.options.core.connection(connection);
      if (connection === 'live' || connection === 'polling') this.options.onConnected();
    },
    signedOut: () => this.options.onSignedOut(),
  };

  #happened(event: ChatEvent): void {
    const { core, history, typing } = this.options;
    const { type, conversationId: id } = event;
    // What has come from another device on signing in begins with an update.
    const tells = type === 'message.created' || type === 'conversation.updated';
    if (tells && id && !core.state.conversations.has(id)) history.adopt(id, event);
    core.dispatch({ type: 'event', event, now: Date.now() });
    if (type === 'typing' || type === 'viewing') typing.watch();
  }

  /** Asks for what this tab has missed of what the leader heard. */
  async #catchUp(): Promise<void> {
    if (this.#catchingUp) return;
    this.#catchingUp = true;
    const { core } = this.options;
    const { signal } = this.#open;
    const feed: Feed = {
      ...this.#feed,
      moved: (cursor) => {
        this.cursor = cursor;
      },
    };
    const ask = async () => {
      const { poll } = await this.#fetch();
      return !signal.aborted && (await poll(core.http, feed, this.cursor ?? '', 0, signal)).found;
    };
    try {
      let found = true;
      while (found) found = await core.insist(ask);
    } catch {
      // The next event shows the gap again.
    }
    this.#catchingUp = false;
  }
}
