import type { ReplyBody, RequestBody } from '@porchlight/protocol';
import type { Core } from './core.js';
import { ChatError } from './errors.js';
import { exclusively } from './locks.js';
import { SessionStorage } from './session-storage.js';
import type { ChatState } from './state.js';

export interface SessionOptions {
  core: Core;
  /** Names what is kept on this device. */
  scope: string;
  /** Absent for agents. */
  site: string | undefined;
  /** The site's word for who this is was not taken, or the session has ended: the page should give another. */
  onError(error: ChatError): void;
}

/** Who we are to the API: a visitor of a site, or an agent. */
export class Session {
  /** The JWT in which the site says who the visitor is; the latest one that the page has given. */
  identity: string | undefined;
  #taken: string | undefined;
  readonly #storage: SessionStorage;

  constructor(private readonly options: SessionOptions) {
    this.#storage = new SessionStorage(options.scope);
  }

  /** Whether a visitor has been here before and has done something. */
  get exists(): boolean {
    return this.#storage.get() !== undefined;
  }

  /** Whether this is no longer what the page, or another tab, says. */
  get outdated(): boolean {
    const { site, core } = this.options;
    return site !== undefined && (this.identity !== this.#taken || this.#stored !== core.http.token);
  }

  get #stored(): string | undefined {
    return this.#storage.get() || undefined;
  }

  /** Takes up the token that is kept here, to no other end than to give it back. Returns whether there is one. */
  recall(): boolean {
    const { http } = this.options.core;
    http.token ??= this.#stored;
    return http.token !== undefined;
  }

  /** Remembers that the visitor has done something, even if the server has not heard of it yet. */
  acted(): void {
    if (this.options.site && !this.exists) this.#storage.set('');
  }

  /**
   * Signs in. Returns the cursor from which events follow on whatever is fetched after it. `refused` is a token that has
   * just turned out to be no longer good. Throws ChatError: `unauthenticated` when there is nothing in its place.
   */
  begin(profile: RequestBody<'createVisitor'>, refused?: string): Promise<string> {
    return this.options.site ? this.#beVisitor(this.options.site, profile, refused) : this.#beAgent();
  }

  /** Forgets who we are. */
  forget(): void {
    this.options.core.http.token = undefined;
    this.identity = undefined;
    this.#taken = undefined;
    this.#storage.clear();
  }

  /** One tab at a time, or two of them would become two visitors. */
  #beVisitor(site: string, profile: RequestBody<'createVisitor'>, refused: string | undefined): Promise<string> {
    const { core, scope } = this.options;
    return exclusively(`${scope}:session`, core.running.signal, async () => {
      const stored = this.#stored;
      const given = this.identity;
      core.http.token = stored === refused ? undefined : stored;
      if (refused && !core.http.token && !given) {
        throw new ChatError('The session has ended', { code: 'unauthenticated', status: 401 });
      }
      const { token, visitor, cursor } = await this.#signIn(site, { ...profile, identity: given });
      this.#taken = given;
      core.http.token = token;
      this.#storage.set(token);
      this.is({ visitor });
      return cursor;
    });
  }

  /** What is no longer good is left out, and said so. */
  async #signIn(site: string, body: RequestBody<'createVisitor'>): Promise<ReplyBody<'createVisitor'>> {
    const { core, onError } = this.options;
    const { http } = core;
    let { identity } = body;
    for (;;) {
      try {
        const answer = await core.answer(http.call('createVisitor', { site }, { body: { ...body, identity } }));
        const { externalId } = answer.visitor;
        if (identity || !body.identity || !externalId || externalId === subjectOf(body.identity)) return answer;
        // The page says that this is somebody else, even if it cannot prove whom.
        http.token = undefined;
      } catch (error) {
        const { code } = error as ChatError;
        if (http.token && code === 'unauthenticated') http.token = undefined;
        else if (identity && /^identity_|^refused/.test(code)) identity = undefined;
        else throw error;
        onError(error as ChatError);
      }
    }
  }

  async #beAgent(): Promise<string> {
    return (await import('./for-agents.js')).beAgent(this.options.core, this);
  }

  /** Takes in who we are. What was known of somebody else goes; an anonymous visitor who is known now is the same one. */
  is(who: Pick<ChatState, 'visitor' | 'agent'>): void {
    const { core } = this.options;
    const { visitor, agent } = core.state;
    const known = visitor ?? agent;
    const named = visitor && !visitor.verified && who.visitor?.verified;
    if (known && !named && known.id !== (who.visitor ?? who.agent)?.id) {
      core.clear(false);
    }
    core.dispatch({ type: 'signedIn', ...who });
  }
}

/** Whom a JWT is about, unproven. */
function subjectOf(jwt: string): unknown {
  try {
    const claims = atob((jwt.split('.')[1] ?? '').replaceAll('-', '+').replaceAll('_', '/'));
    return JSON.parse(new TextDecoder().decode(Uint8Array.from(claims, (byte) => byte.charCodeAt(0)))).sub;
  } catch {
    return undefined;
  }
}
