import type { ChatState, ConnectionState } from '@porchlight/client';
import type { Conversation, Message, Visitor } from '@porchlight/protocol';
import { avatarStyles, base, buttons, defineComposer, detailTokenStyles, dropStyles } from '@porchlight/ui';
import type { nothing, PropertyValues, TemplateResult } from 'lit';
import { html, LitElement } from 'lit';
import { StoreController } from '../controllers/store-controller.js';
import type { Words } from '../locales/load.js';
import type { Override } from '../locales/override.js';
import type { AllStrings, Strings } from '../locales/strings.js';
import type { ToolStrings } from '../locales/tools/strings.js';
import type { Note, Panel, PanelOptions } from '../panel-contract.js';
import type { Attention } from './attention.js';
import type { PickEvent } from './conversation-list.js';
import { COMPOSER_PARTS, ConversationView, LIST_PARTS } from './conversation-view.js';
import { header } from './header.js';
import { Members } from './members.js';
import type { Menu } from './menu.js';
import { Naming } from './naming.js';
import { notice } from './notice.js';
import { panelStyles } from './panel.styles.js';
import { Part } from './part.js';
import { PopUp } from './pop-up.js';
import { problemWords } from './problem-words.js';
import { Reporter } from './reporter.js';
import { Session } from './session.js';

/** In milliseconds. */
const SETTLE_MS = 50;

/**
 * What opens: a header, and beneath it the conversation, or what stands in its way.
 *
 * @slot header
 * @slot empty
 * @csspart header
 */
class ChatPanel extends LitElement implements Panel {
  static override styles = [detailTokenStyles, base, buttons, avatarStyles, dropStyles, panelStyles];

  static override properties = {
    active: { attribute: false },
    heading: { attribute: false },
    closable: { attribute: false },
  };

  declare active: boolean;
  declare heading: string;
  declare closable: boolean;

  readonly #options: PanelOptions;
  readonly #session: Session;
  readonly #state: StoreController<ChatState>;
  readonly #reporter: Reporter;
  readonly #conversation: ConversationView;
  readonly #naming: Naming;
  readonly #members: Members;
  readonly #menu: PopUp<ToolStrings>;
  readonly #list: Part<ToolStrings>;
  readonly #attention: Part<Attention>;
  /** Whether the list of conversations is shown. */
  #listing = false;
  /** Whether the page knows that there is a session to come back to. */
  #remembered = false;
  #telling: ReturnType<typeof setTimeout> | undefined;
  readonly #onOnline = () => {
    if (this.#session.problem?.code === 'network') void this.#session.retry();
  };

  constructor(options: PanelOptions) {
    super();
    this.active = false;
    this.heading = '';
    this.closable = false;
    this.#options = options;
    this.lang = options.locale;
    this.dir = options.dir;
    this.#session = new Session({
      ...options,
      changed: () => this.#sessionChanged(),
      refused: ({ code, detail }) => options.host.emit('chat-error', { code, detail }),
      replaced: () => this.prefill(''),
    });
    this.#reporter = new Reporter(options.host.emit);
    this.#conversation = new ConversationView(this, options, this.#session);
    this.#naming = new Naming(this, options, this.#session, () => this.focusInput());
    this.#members = new Members(this, options, this.#session, () => this.focusInput());
    this.#menu = new PopUp(this, 'chat-menu', () => withStrings(options, import('./menu.js')));
    this.#list = new Part(this, () => withStrings(options, import('./conversation-list.js')));
    this.#attention = new Part(this, async () => {
      const { Attention } = await import('./attention.js');
      return new Attention(`porchlight:${options.site}`);
    });
    this.#state = new StoreController(this, this.#session.client.store, () => this.#stateChanged());
  }

  get strings(): Strings {
    return this.#options.strings;
  }

  get unreadCount(): number {
    const { room } = this.#options;
    let count = 0;
    for (const conversation of this.#state.value.conversations.values()) {
      if (conversation.room === room) count += conversation.unread;
    }
    return count;
  }

  get connection(): ConnectionState {
    return this.#state.value.connection;
  }

  get conversation(): Conversation | undefined {
    return this.#session.conversation;
  }

  get visitor(): Visitor | undefined {
    return this.#state.value.visitor;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#reachOut();
    window.addEventListener('online', this.#onOnline);
    this.#session.wake();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener('online', this.#onOnline);
    // An element that is only moved comes back at once.
    queueMicrotask(() => {
      if (!this.isConnected) this.#session.client.stop();
    });
  }

  override(own: Override<AllStrings> | undefined): void {
    this.#options.strings = this.#options.override(own);
    this.requestUpdate();
  }

  focusInput(): void {
    // On touch screens the keyboard would cover what there is to read.
    if (matchMedia('(pointer: coarse)').matches) return;
    const ready = this.#naming.due ? this.#naming.ready() : this.updateComplete;
    ready.then(
      () =>
        this.renderRoot.querySelector<HTMLElement>('chat-name-form, chat-conversation-list, chat-composer')?.focus(),
      () => {},
    );
  }

  resume(): Promise<void> {
    return this.#session.resume();
  }

  async send(given: string): Promise<void> {
    const text = textOf(given).trim();
    if (!text) return;
    await this.resume();
    // In a room one has a name before one speaks.
    if (this.#session.needsName) this.prefill(text);
    else this.#session.send(text);
  }

  prefill(text: string): void {
    this.#conversation.draft = textOf(text);
  }

  async startConversation(): Promise<void> {
    // Else the conversation of an earlier visit would still come and take its place.
    await this.resume();
    this.#session.startConversation();
    this.#showConversation();
  }

  tell(note: Note): void {
    this.#session.tell(note);
  }

  dispose(): void {
    clearTimeout(this.#telling);
    this.#conversation.connection.watch(undefined);
    this.#attention.loaded?.title.stop();
    this.#session.client.stop();
    this.remove();
  }

  protected override willUpdate(changed: PropertyValues<ChatPanel>): void {
    if (changed.has('active') && this.active) this.#conversation.visited();
  }

  protected override render(): TemplateResult {
    const { strings, host } = this.#options;
    const state = this.#state.value;
    const { site } = state;
    const { room } = this.#session;
    const { available, replyTime } = { replyTime: site?.texts.replyTime, ...(state.presence ?? site?.availability) };
    const name = room && !this.#session.needsName ? state.visitor?.name : undefined;
    return html`
      ${header({
        title: this.heading || (room?.name ?? site?.texts.heading ?? (this.#session.problem ? strings.chat : '')),
        strings,
        available: room || this.#session.problem ? undefined : available,
        replyTime,
        members: this.#members.button(),
        name,
        onRename: () => this.#naming.toggle(),
        onBack: this.#hasList && !this.#listing ? () => this.#showList(true) : undefined,
        unreadElsewhere: this.unreadCount > (this.conversation?.unread ?? 0),
        menuOpen: this.#menu.open,
        onMenu: this.#menu.toggle,
        onClose: this.closable ? () => host.close() : undefined,
      })}
      ${this.#body()} ${this.#menu.render(({ menu }) => this.#menuView(menu))}
    `;
  }

  protected override updated(): void {
    this.#conversation.updated();
    this.#tellHost();
  }

  #body(): TemplateResult | typeof nothing {
    const { strings } = this.#options;
    const { problem, loading } = this.#session;
    if (this.#state.value.signedOut) {
      return notice({
        title: strings.signedOut,
        hint: strings.signedOutHint,
        action: { label: strings.startAgain, run: () => void this.#session.forget() },
      });
    }
    if (problem) return notice(problemWords(problem, this.#options, () => void this.#session.retry()));
    if (this.#naming.due && !loading) return this.#naming.render();
    if (this.#members.due) return this.#members.render();
    const list = this.#listing && this.#list.now?.conversations;
    return list ? this.#listView(list) : this.#conversation.render();
  }

  get #hasList(): boolean {
    return !this.#session.room && !this.#session.problem && this.#session.conversations.length > 0;
  }

  #listView(strings: ToolStrings['conversations']): TemplateResult {
    const { client, conversations, conversation } = this.#session;
    const { visitor, list } = this.#state.value;
    return html`<chat-conversation-list
      .items=${conversations}
      .current=${conversation?.id}
      .me=${visitor?.id}
      .loaded=${list.loaded}
      .hasMore=${list.hasMore}
      .strings=${strings}
      .locale=${this.#options.locale}
      @chat-pick=${({ id }: PickEvent) => this.#pick(id)}
      @chat-more=${() => void client.loadMoreConversations().catch(() => {})}
    ></chat-conversation-list>`;
  }

  #menuView(strings: ToolStrings['menu']): TemplateResult {
    const { device, room, needsName } = this.#session;
    const then = (action: () => void) => () => {
      this.#menu.close();
      action();
    };
    return html`<chat-menu
      data-pop-up
      .session=${this.#session}
      .strings=${strings}
      .sound=${device.recall('sound') !== 'off'}
      .list=${this.#hasList && !this.#listing}
      .name=${room !== undefined && !needsName}
      .data=${this.visitor !== undefined}
      @chat-close=${() => this.#menu.close()}
      @chat-show-list=${then(() => this.#showList(true))}
      @chat-rename=${then(() => this.#naming.toggle(true))}
      @chat-sound=${({ target }: Event) => device.keep('sound', (target as Menu).sound ? undefined : 'off')}
    ></chat-menu>`;
  }

  #showList(shown: boolean): void {
    this.#listing = shown;
    this.requestUpdate();
    void this.#list.fetch().then(
      () => this.focusInput(),
      () => this.#showList(false),
    );
  }

  #pick(id: string | undefined): void {
    if (id === undefined) {
      this.#session.startConversation();
    } else {
      this.#conversation.visited();
      void this.#session.show(id);
    }
    this.#showConversation();
  }

  #showConversation(): void {
    this.#listing = false;
    this.requestUpdate();
    this.focusInput();
  }

  /** Draws attention to what nobody has seen. */
  #attend(messages: readonly Message[]): void {
    const { visitor } = this.#state.value;
    const { room } = this.#options;
    const ours = ({ conversationId }: Message) => this.#state.value.conversations.get(conversationId)?.room === room;
    const last = messages.findLast((message) => message.author.id !== visitor?.id && ours(message));
    if (!last) return;
    const shown = last.conversationId === this.conversation?.id && !this.#listing;
    const seen = shown && this.active && document.visibilityState === 'visible';
    void this.#attention.fetch().then(
      (attention) => {
        attention.came(last, seen, this.#session.device.recall('sound') !== 'off');
        attention.title.show(this.unreadCount);
      },
      () => {},
    );
  }

  #sessionChanged(): void {
    const { problem } = this.#session;
    if (problem) this.#options.host.emit('chat-error', { code: problem.code, detail: problem.detail });
    this.#stateChanged();
    this.requestUpdate();
  }

  #stateChanged(): void {
    this.#session.check();
    const state = this.#state.value;
    this.#attend(this.#reporter.report(state, this.#session.key));
    const { host } = this.#options;
    if (state.site) host.paint(state.site.theme.hue);
    // Or has written something that the server has not heard of yet.
    const session = (state.visitor !== undefined || state.timelines.size > 0) && !state.signedOut;
    if (session !== this.#remembered) {
      this.#remembered = session;
      this.#session.device.hint({ session, hue: state.site?.theme.hue });
    }
    this.#conversation.connection.watch(state.disconnectedSince);
    this.#tellHost();
  }

  /** What is read as soon as it comes was never unread: the list gets the time to say so. */
  #tellHost(): void {
    this.#telling ??= setTimeout(() => {
      this.#telling = undefined;
      const { unreadCount } = this;
      const attention = unreadCount > 0 ? this.#attention.now : this.#attention.loaded;
      attention?.title.show(unreadCount);
      this.#options.host.changed();
    }, SETTLE_MS);
  }

  /** Lets the page style the parts that lie within, and fill the slots that it has something for. */
  #reachOut(): void {
    this.setAttribute('exportparts', `header, ${LIST_PARTS}, ${COMPOSER_PARTS}`);
    const root = this.getRootNode();
    if (!(root instanceof ShadowRoot) || this.childElementCount > 0) return;
    for (const name of ['header', 'empty']) {
      if (!root.host.querySelector(`:scope > [slot=${name}]`)) continue;
      const slot = document.createElement('slot');
      slot.name = slot.slot = name;
      this.append(slot);
    }
  }
}

/** The words of a part, once the part has come as well. */
async function withStrings(words: Words, part: Promise<unknown>): Promise<ToolStrings> {
  const [strings] = await Promise.all([words.tools(), part]);
  return strings;
}

/** Pages are not always typed. */
const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

/** Makes a panel, and defines its elements the first time. */
export function createPanel(options: PanelOptions): Panel {
  defineComposer();
  if (!customElements.get('chat-panel')) customElements.define('chat-panel', ChatPanel);
  return new ChatPanel(options);
}
