import type { RequestBody } from '@porchlight/protocol';
import type { Core } from './core.js';
import type { ChatError } from './errors.js';
import type { History } from './history.js';
import type { Link } from './link.js';
import type { Outbox } from './outbox.js';
import { inPage, onPage } from './page.js';
import type { Receipts } from './receipts.js';
import type { Session } from './session.js';
import type { Typing } from './typing.js';

export interface LifecycleParts {
  core: Core;
  /** Names what is kept on this device. */
  scope: string;
  /** Absent for agents. */
  site: string | undefined;
  session: Session;
  link: Link;
  outbox: Outbox;
  history: History;
  receipts: Receipts;
  typing: Typing;
  /** What the page tells of the visitor. */
  notes: { flush(): void; clear(): void };
  onError(error: ChatError): void;
  /** Forgets what has not been sent. */
  forget(): Promise<void>;
}

/** When there is a session and a connection: starting and stopping, signing in and out, other tabs that did so. */
export class Lifecycle {
  #starting: Promise<void> | undefined;

  constructor(private readonly parts: LifecycleParts) {}

  /** Resolves when signing in is over, if it is under way. */
  get settled(): Promise<void> | undefined {
    return this.#starting;
  }

  start(profile?: RequestBody<'createVisitor'>): Promise<void> {
    const { core } = this.parts;
    if (!core.running.signal.aborted) return this.#starting ?? Promise.resolve();
    core.running = new AbortController();
    const starting = this.#start(core.running.signal, profile).finally(() => {
      if (this.#starting === starting) this.#starting = undefined;
    });
    this.#starting = starting;
    return starting;
  }

  async #start(running: AbortSignal, profile: RequestBody<'createVisitor'> = {}): Promise<void> {
    const { core, link, outbox, scope, session, site } = this.parts;
    const listeners = {
      leave: () => {
        link.close();
        outbox.stop();
      },
      back: () => {
        this.#follow();
        if (link.closed && link.cursor !== undefined) this.connect();
      },
      stored: (key: string | null) => {
        if (key === scope) this.#follow();
      },
    };
    onPage(listeners, running);
    try {
      core.connection('connecting');
      if (site && core.state.visitor && !session.exists) {
        // Another tab has logged out meanwhile.
        core.clear(false);
        link.cursor = undefined;
      }
      if (link.cursor === undefined || session.outdated) await this.#enter(profile);
      else this.connect();
    } catch (error) {
      // Somebody has called stop(), or the answer was 401 and `signedOut` says so.
      if (running.aborted) return;
      this.stop();
      outbox.fail(error as ChatError);
      throw error;
    }
  }

  /** Signs in, and brings the state to where the session begins. Throws ChatError. */
  async #enter(profile: RequestBody<'createVisitor'>, refused?: string): Promise<void> {
    const { core, history, link, notes, outbox, receipts, session, site } = this.parts;
    const { signal } = core.running;
    const known = core.state.visitor ?? core.state.agent;
    const { token } = core.http;
    if (site && !known) await outbox.load('');
    const cursor = await core.insist(() => session.begin(profile, refused));
    const { visitor, agent } = core.state;
    if (signal.aborted) return;
    if (token === core.http.token && !link.closed) return notes.flush();
    if (known && known.id !== (visitor ?? agent)?.id) {
      receipts.clear();
      if (core.state.conversations.size === 0) notes.clear();
    }
    // What is typed as somebody whom the site has named is sent as nobody else.
    await outbox.load(agent?.id ?? (visitor?.verified ? visitor.id : ''));
    if (known) await history.refresh();
    else await history.loadList();
    link.cursor = cursor;
    if (!signal.aborted) this.connect();
  }

  /** Signs in anew while it runs: the site or another tab says that this is somebody else, or the token has ended. */
  #enterAnew(refused?: string): Promise<void> {
    const { core, onError, session } = this.parts;
    const entering = (this.#starting ?? Promise.resolve())
      .catch(() => {})
      .then(async () => {
        const { running, http } = core;
        if (running.signal.aborted) return;
        const ended = refused === http.token ? refused : undefined;
        if (!ended && !session.outdated) return;
        try {
          await this.#enter({}, ended);
        } catch (error) {
          if (running.signal.aborted) return;
          this.stop();
          core.dispatch({ type: 'signedOut' });
          onError(error as ChatError);
        }
      })
      .finally(() => {
        if (this.#starting === entering) this.#starting = undefined;
      });
    this.#starting = entering;
    return entering;
  }

  /** Another tab may have signed in or out, or both. */
  #follow(): void {
    const { session, site } = this.parts;
    // An agent's session is a cookie, which no script sees.
    if (!site) return;
    if (!session.exists) void this.forget();
    else if (session.outdated) void this.#enterAnew();
  }

  connect(): void {
    const { link, notes, outbox } = this.parts;
    outbox.start();
    link.open();
    notes.flush();
  }

  stop(): void {
    const { core, link, outbox, typing } = this.parts;
    core.running.abort();
    link.close();
    outbox.stop();
    typing.stop();
    core.connection('idle');
  }

  /** The server has refused our credential. */
  signedOut(): void {
    const { core, link, outbox, site } = this.parts;
    const { token } = core.http;
    link.cursor = undefined;
    if (site && token) {
      link.close();
      outbox.stop();
      core.connection('connecting');
      void this.#enterAnew(token);
    } else {
      core.dispatch({ type: 'signedOut' });
      this.stop();
    }
  }

  async identify(identity: string): Promise<void> {
    const { core, session } = this.parts;
    session.identity = identity;
    if (!core.running.signal.aborted) await this.#enterAnew();
    else if (core.state.signedOut) await this.start();
  }

  async login(email: string, password: string, code?: string): Promise<void> {
    const { http } = this.parts.core;
    const { token } = await http.call('login', {}, { body: { email, password, code } });
    // Programs have no cookies.
    if (!inPage) http.token = token;
    this.stop();
    this.parts.link.cursor = undefined;
    await this.start();
  }

  async logout(): Promise<void> {
    const { core, session, site } = this.parts;
    // The cookie is not ours to delete: if the server cannot be reached, the session is still there, so say so.
    if (!site) {
      await core.http.call('logout', {}).catch((error: ChatError) => {
        if (error.status !== 401) throw error;
      });
    } else if (session.recall()) {
      // Whoever has kept the token has it no more; should the server not be reached, it is forgotten here all the same.
      core.http.call('logout', {}).catch(() => {});
    }
    await this.forget();
  }

  /** Ends the session here, and forgets everything kept on this device. */
  async forget(): Promise<void> {
    const { core, link, notes, receipts, session, site } = this.parts;
    this.stop();
    core.endSession();
    link.cursor = undefined;
    session.forget();
    receipts.clear();
    notes.clear();
    await this.parts.forget();
    core.clear(!site);
  }
}
