import type {
  Attachment,
  ChangedConversations,
  Conversation,
  ReplyBody,
  RequestBody,
  RouteName,
  RouteParams,
  SiteSettings,
  VisitorExport,
} from '@porchlight/protocol';
import type { ChatClient, ChatClientOptions, SendOptions } from './chat-client.js';
import { Core } from './core.js';
import { History } from './history.js';
import type { CallOptions } from './http.js';
import { Http } from './http.js';
import { Lifecycle } from './lifecycle.js';
import { Link } from './link.js';
import { Notes } from './notes.js';
import { randomId } from './random-id.js';
import { Receipts } from './receipts.js';
import { Session } from './session.js';
import type { ChatState } from './state.js';
import type { Store } from './store.js';
import { Typing } from './typing.js';
import type { UploadOptions } from './upload.js';
import type { Attributes, TrackedEvent } from './visitor-notes.js';
import { Writing } from './writing.js';

/** Makes a client; contacts nobody until one of its methods needs to. */
export function createChatClient(options: ChatClientOptions): ChatClient {
  return new Client(options);
}

/** Puts the parts together, and knows conversations by their keys. */
class Client implements ChatClient {
  readonly #site: string | undefined;
  readonly #core: Core;
  readonly #session: Session;
  readonly #history: History;
  readonly #receipts: Receipts;
  readonly #typing: Typing;
  readonly #notes: Notes;
  readonly #writing: Writing;
  readonly #life: Lifecycle;
  #loadingSite: Promise<void> | undefined;

  constructor({ api, site, token, onError = () => {} }: ChatClientOptions) {
    const origin = api.replace(/\/+$/, '');
    const scope = `porchlight:${origin}:${site ?? ''}`;
    const onSignedOut = () => this.#life.signedOut();
    const core = new Core(new Http(origin, site === undefined && !token), onSignedOut);
    core.http.token = token;
    const session = new Session({ core, scope, site, onError });
    const history = new History(core);
    const receipts = new Receipts(core);
    const typing = new Typing(core);
    const notes = new Notes(core, session, onError);
    const start = () => this.#life.start();
    const reconnect = () => this.#life.connect();
    const writing = new Writing({ core, scope, session, history, typing, start, reconnect });
    const { outbox } = writing;
    const onConnected = () => outbox.wake();
    const link = new Link({ core, history, receipts, typing, scope, onConnected, onSignedOut });
    const forget = () => writing.clear();
    const shared = { core, scope, site, session, history, receipts, typing, notes };
    this.#life = new Lifecycle({ ...shared, link, outbox, onError, forget });
    this.#site = site;
    this.#core = core;
    this.#session = session;
    this.#history = history;
    this.#receipts = receipts;
    this.#typing = typing;
    this.#notes = notes;
    this.#writing = writing;
  }

  get store(): Store<ChatState> {
    return this.#core.store;
  }

  async hasSession(): Promise<boolean> {
    return this.#session.exists;
  }

  loadSite(): Promise<void> {
    // Not by core.call(): it is everybody's, and whoever comes after the one who logs out meanwhile has use for it.
    this.#loadingSite ??= this.#core.http
      .call('getSite', { site: this.#site ?? '' })
      .then((site) => this.#core.dispatch({ type: 'site', site: site as SiteSettings }))
      .catch((error: unknown) => {
        this.#loadingSite = undefined;
        throw error;
      });
    return this.#loadingSite;
  }

  start(profile?: RequestBody<'createVisitor'>): Promise<void> {
    return this.#life.start(profile);
  }

  stop(): void {
    this.#life.stop();
  }

  login(email: string, password: string, code?: string): Promise<void> {
    return this.#life.login(email, password, code);
  }

  logout(): Promise<void> {
    return this.#life.logout();
  }

  identify(identity: string): Promise<void> {
    return this.#life.identify(identity);
  }

  setAttributes(attributes: Attributes): void {
    this.#notes.take((notes) => notes.setAttributes(attributes));
  }

  track(event: TrackedEvent): void {
    this.#notes.take((notes) => notes.track(event));
  }

  async updateVisitor(body: RequestBody<'updateMe'>): Promise<void> {
    await this.start();
    this.#session.is({ visitor: await this.#core.call('updateMe', {}, { body }) });
  }

  async exportVisitor(): Promise<VisitorExport> {
    await this.start();
    return this.#core.call('exportMe', {});
  }

  async eraseVisitor(): Promise<void> {
    await this.start();
    // Before the server ends the stream, which would look like being signed out from elsewhere.
    this.stop();
    try {
      await this.#core.http.call('eraseMe', {});
    } catch (error) {
      this.start().catch(() => {});
      throw error;
    }
    await this.#life.forget();
  }

  async listConversations(query: CallOptions<'listConversations'>['query']): Promise<ReplyBody<'listConversations'>> {
    return (await this.#agents()).listConversations(this.#core, query);
  }

  loadMoreConversations(): Promise<void> {
    return this.#history.loadMore();
  }

  async openConversation(id: string): Promise<void> {
    await this.#life.settled;
    const conversation = this.#idOf(id);
    if (!this.#writing.isDraft(conversation)) await this.#history.open(conversation);
  }

  loadOlder(id: string): Promise<void> {
    return this.#history.loadOlder(this.#idOf(id));
  }

  async loadNewer(id: string): Promise<void> {
    return (await this.#far()).loadNewer(this.#core, this.#history, this.#idOf(id));
  }

  async findMessage(id: string, messageId: string): Promise<boolean> {
    return (await this.#far()).findMessage(this.#core, this.#history, this.#idOf(id), messageId);
  }

  startConversation(text: string, options?: SendOptions): string {
    return this.#writing.startConversation(text, options);
  }

  async joinRoom(room: string): Promise<string> {
    await this.start();
    const core = this.#core;
    const known = [...core.state.conversations.values()].find((conversation) => conversation.room === room);
    const body = { clientId: randomId(), room };
    const conversation = known ?? (await core.insist(() => core.call('createConversation', {}, { body })));
    if (!known) core.dispatch({ type: 'conversation', conversation });
    await this.#history.open(conversation.id);
    return conversation.id;
  }

  send(key: string, text: string, options?: SendOptions): string {
    return this.#writing.send(this.#idOf(key), text, options);
  }

  upload(file: File, options?: UploadOptions): Promise<Attachment> {
    return this.#writing.upload(file, options);
  }

  retry(clientId: string): void {
    this.#writing.retry(clientId);
  }

  discard(clientId: string): string | undefined {
    return this.#writing.discard(clientId);
  }

  editMessage(conversation: string, message: string, text: string): Promise<void> {
    return this.#writing.change(conversation, message, { text }, () =>
      this.#core.call('updateMessage', { conversation, message }, { body: { text } }),
    );
  }

  deleteMessage(conversation: string, message: string): Promise<void> {
    return this.#writing.change(conversation, message, {}, () =>
      this.#core.call('deleteMessage', { conversation, message }),
    );
  }

  markRead(id: string, seq: number): void {
    this.#receipts.read(this.#idOf(id), seq);
  }

  typing(id: string): void {
    const conversation = this.#idOf(id);
    if (!this.#writing.isDraft(conversation)) this.#typing.tell(conversation);
  }

  async loadVisitor(id: string): Promise<void> {
    return (await this.#agents()).loadVisitor(this.#core, id);
  }

  call<Name extends RouteName>(
    name: Name,
    params: RouteParams<Name>,
    options?: CallOptions<Name>,
  ): Promise<ReplyBody<Name>> {
    return this.#core.call(name, params, options);
  }

  async updateConversation(id: string, body: RequestBody<'updateConversation'>): Promise<Conversation> {
    return (await this.#agents()).updateConversation(this.#core, id, body);
  }

  async updateConversations(body: RequestBody<'updateConversations'>): Promise<ChangedConversations> {
    return (await this.#agents()).updateConversations(this.#core, body);
  }

  // Few go far back, and fewer are agents, so browsers fetch these when somebody does, or is.
  readonly #far = () => import('./far-history.js');
  readonly #agents = () => import('./for-agents.js');

  /** The id behind a key of `startConversation()`, once there is one. */
  #idOf(key: string): string {
    return this.#core.state.aliases.get(key) ?? key;
  }
}
