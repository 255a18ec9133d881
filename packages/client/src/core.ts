import type { ReplyBody, RouteName, RouteParams } from '@porchlight/protocol';
import { backoff, pause } from './backoff.js';
import { ChatError, networkError } from './errors.js';
import type { CallOptions, Http } from './http.js';
import { onPage } from './page.js';
import type { Action } from './reducer.js';
import { reduce } from './reducer.js';
import type { ChatState, ConnectionState } from './state.js';
import { initialState } from './state.js';
import { WritableStore } from './store.js';
import { within } from './within.js';

/** What all parts of a client share: the state, the API, and whether there is any use in trying. */
export class Core {
  readonly store = new WritableStore<ChatState>(initialState);
  /** What actions do to the state; agents have more of it. */
  reduce = reduce;
  /** Aborts when the client is to stop trying. */
  running = new AbortController();
  /** Stands for the one who is signed in: another object, another session. */
  #session = {};

  constructor(
    readonly http: Http,
    private readonly onSignedOut: () => void,
  ) {
    this.running.abort();
  }

  get state(): ChatState {
    return this.store.get();
  }

  dispatch(action: Action): void {
    this.store.set(this.reduce(this.state, action));
  }

  connection(connection: ConnectionState): void {
    this.dispatch({ type: 'connection', connection, now: Date.now() });
  }

  /** What has been asked for until now belongs to one who has left: see {@link answer}. */
  endSession(): void {
    this.#session = {};
  }

  /** Forgets all that belongs to the one who has left. */
  clear(signedOut: boolean): void {
    this.endSession();
    this.dispatch({ type: 'cleared', signedOut });
  }

  /** What is answered, unless the session has ended meanwhile: nobody else may come to see it. Throws ChatError. */
  async answer<Reply>(request: Promise<Reply>): Promise<Reply> {
    const session = this.#session;
    const reply = await request;
    if (session !== this.#session) throw networkError('The session has ended');
    return reply;
  }

  /** One try. Throws ChatError. */
  async call<Name extends RouteName>(
    name: Name,
    params: RouteParams<Name>,
    options?: CallOptions<Name>,
  ): Promise<ReplyBody<Name>> {
    const { token } = this.http;
    try {
      return await this.answer(this.http.call(name, params, options));
    } catch (error) {
      if ((error as ChatError).status === 401) {
        // Another credential has taken its place meanwhile: there is use in trying again.
        if (token !== this.http.token) throw networkError(error);
        this.onSignedOut();
      }
      throw error;
    }
  }

  /** Tries until the answer is there or final, or the client stops. Throws ChatError. */
  async insist<Result>(work: () => Promise<Result>): Promise<Result> {
    for (let failures = 0; ; failures++) {
      const { signal } = this.running;
      try {
        return await work();
      } catch (error) {
        if (!(error instanceof ChatError && error.temporary) || signal.aborted) throw error;
        if (this.state.connection === 'connecting') {
          this.connection('offline');
        }
        await within(signal, async (waiting) => {
          onPage({ online: () => waiting.abort() }, waiting.signal);
          await pause(error.retryAfterMs ?? backoff(failures), waiting.signal);
        });
        if (signal.aborted) throw error;
      }
    }
  }
}
