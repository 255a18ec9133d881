import type { ChatClient, ChatState, SendOptions, Timeline } from '@porchlight/client';
import { ChatError, conversationOf, timelineOf } from '@porchlight/client';
import type { Audience, Conversation, Message } from '@porchlight/protocol';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { DelayedDeletion } from './delayed-deletion.js';
import { DraftFiles } from './draft-files.js';
import { Drafts } from './drafts.js';
import { ReadDelay } from './read-delay.js';
import { Viewing } from './viewing.js';

/** How often ages such as `5m` are written anew. */
const TICK_MS = 20_000;
/** How long a notice stays. */
const NOTICE_MS = 6_000;

/** Why a conversation cannot be shown. */
export type Failure = 'missing' | 'unreachable';

/**
 * The bridge between the client's store and the elements: it turns the state into what they show, and what they ask
 * for into calls.
 */
export class InboxController implements ReactiveController {
  readonly drafts = new Drafts(
    () => localStorage,
    () => this.state.agent?.id ?? '',
  );
  readonly files: DraftFiles;
  /** What could not be done, in words for a person; goes away by itself. */
  notice: string | undefined;

  /** The server does answer, but not in a way that one could work with. */
  broken = false;
  /** Epoch milliseconds that ages are counted from; moves on now and then. */
  now = Date.now();

  #current: string | undefined;
  readonly #failures = new Map<string, Failure>();
  readonly #leave: (() => void)[] = [];
  #noticeTimer = 0;
  readonly #viewing: Viewing;
  readonly #readDelay = new ReadDelay((conversation, seq) => this.client.markRead(conversation, seq));

  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly client: ChatClient,
  ) {
    this.files = new DraftFiles(client, this.drafts);
    host.addController(this);
    this.#viewing = new Viewing(client);
  }

  get state(): ChatState {
    return this.client.store.get();
  }

  get unread(): number {
    return [...this.state.conversations.values()].filter(({ unread }) => unread > 0).length;
  }

  get conversation(): Conversation | undefined {
    return this.#current ? conversationOf(this.state, this.#current) : undefined;
  }

  get timeline(): Timeline | undefined {
    const timeline = this.#current ? timelineOf(this.state, this.#current) : undefined;
    const changes = this.deletions.over(timeline?.changes);
    return timeline && changes ? { ...timeline, changes } : timeline;
  }

  get failure(): Failure | undefined {
    return this.#current ? this.#failures.get(this.#current) : undefined;
  }

  hostConnected(): void {
    const update = () => this.host.requestUpdate();
    const tick = setInterval(() => {
      this.now = Date.now();
      update();
    }, TICK_MS);
    // Coming back to the tab is what makes the open conversation read.
    const events = ['focus', 'blur'] as const;
    for (const name of events) addEventListener(name, update);
    this.#leave.push(
      this.client.store.subscribe(update),
      () => clearInterval(tick),
      () => {
        for (const name of events) removeEventListener(name, update);
      },
    );
    void this.start();
  }

  hostDisconnected(): void {
    for (const leave of this.#leave.splice(0)) leave();
    this.#viewing.look(undefined);
    this.client.stop();
  }

  hostUpdated(): void {
    this.#readDelay.check();
  }

  /** Picks up the session of the cookie; without one the state says `signedOut`. */
  async start(): Promise<void> {
    this.broken = false;
    try {
      await this.client.start();
      if (!this.state.agent) return;
      this.#viewing.look(this.#current);
      if (this.#current) await this.#fetch(this.#current);
    } catch {
      // Offline, the client goes on trying; this is either `signedOut` or a server that answers nonsense.
      this.broken = !this.state.signedOut;
    }
    this.host.requestUpdate();
  }

  /** @throws ChatError when the server does not let in. */
  readonly signIn = async (email: string, password: string, code?: string): Promise<void> => {
    await this.client.login(email, password, code);
    await this.start();
  };

  async signOut(): Promise<void> {
    await this.#attempt('sign out', async () => {
      await this.client.logout();
      this.drafts.clear();
      this.files.clear();
    });
  }

  /** Makes `id` the conversation that is shown, and fetches what is missing of it. */
  show(id: string | undefined): void {
    if (id === this.#current) return;
    this.#current = id;
    this.#readDelay.see(undefined);
    if (this.state.agent) this.#viewing.look(id);
    this.host.requestUpdate();
    if (id && this.state.agent) void this.#fetch(id);
  }

  /** Tries again to fetch the conversation that is shown. */
  refetch(): void {
    if (this.#current) void this.#fetch(this.#current);
  }

  /** Fetches a conversation that one may come to next, so that it is there at once. */
  prepare(id: string): void {
    this.client.openConversation(id).catch(() => undefined);
  }

  loadOlder(): void {
    const id = this.#current;
    if (id) void this.#attempt('load older messages', () => this.client.loadOlder(id));
  }

  /** Fetches what follows; or, with `latest`, the latest messages of all. */
  loadNewer(latest: boolean): void {
    const id = this.#current;
    if (!id) return;
    const load = () => (latest ? this.client.openConversation(id) : this.client.loadNewer(id));
    void this.#attempt('load newer messages', load);
  }

  readonly editMessage = ({ conversationId, id }: Message, text: string): Promise<void> =>
    this.client.editMessage(conversationId, id, text);

  /** Messages that can still be had back. */
  readonly deletions = new DelayedDeletion(
    ({ conversationId, id }) => this.client.deleteMessage(conversationId, id),
    () => this.host.requestUpdate(),
    () => this.say('The message was not deleted. Try again.'),
  );

  readonly deleteMessage = (message: Message): Promise<void> => this.deletions.add(message);

  /** Fetches a message of the conversation that is shown with what is around it; false if it is not there. */
  async find(message: string): Promise<boolean> {
    const id = this.#current;
    let found = false;
    await this.#attempt('find the message', async () => {
      found = id !== undefined && (await this.client.findMessage(id, message));
    });
    return found;
  }

  send(
    text: string,
    audience: Audience,
    { replyTo, mentions = [] }: Pick<SendOptions, 'replyTo' | 'mentions'> = {},
  ): void {
    if (!this.#current) return;
    this.client.send(this.#current, text, {
      attachments: this.files.take(this.#current, audience),
      ...(audience === 'agents' && { audience }),
      ...(replyTo !== undefined && { replyTo }),
      ...(mentions.length > 0 && { mentions }),
    });
    this.drafts.set(this.#current, audience, '');
  }

  write(text: string, audience: Audience): void {
    if (!this.#current) return;
    this.drafts.set(this.#current, audience, text);
    if (audience === 'everyone' && text.trim() !== '') this.client.typing(this.#current);
  }

  retry(clientId: string): void {
    this.client.retry(clientId);
  }

  discard(clientId: string): void {
    this.client.discard(clientId);
  }

  async #fetch(id: string): Promise<void> {
    this.#failures.delete(id);
    try {
      await this.client.openConversation(id);
      const { visitor, site } = conversationOf(this.state, id) ?? {};
      // The details column can do without: the conversation is what was asked for.
      if (site) void this.files.learnLimit(site);
      if (visitor) this.client.loadVisitor(visitor.id).catch(() => undefined);
    } catch (error) {
      const missing = error instanceof ChatError && ['not_found', 'invalid'].includes(error.code);
      this.#failures.set(id, missing ? 'missing' : 'unreachable');
    }
    this.host.requestUpdate();
  }

  async #attempt(what: string, action: () => Promise<unknown>): Promise<void> {
    try {
      await action();
    } catch {
      if (!this.state.signedOut) this.say(`Could not ${what}. Try again.`);
    }
  }

  /** Shows a notice for a while. */
  say(notice: string): void {
    clearTimeout(this.#noticeTimer);
    this.notice = notice;
    this.#noticeTimer = setTimeout(() => {
      this.notice = undefined;
      this.host.requestUpdate();
    }, NOTICE_MS);
    this.host.requestUpdate();
  }

  /** The messages up to `seq` are on the screen. */
  seen(seq: number): void {
    if (this.#current) this.#readDelay.see({ conversation: this.#current, seq });
  }
}
