import type { ChatState } from '@porchlight/client';
import { timelineOf } from '@porchlight/client';
import type { Author } from '@porchlight/protocol';
import type { ComposeEvent, Composer, DiscardEvent, MessageList, RetryEvent, SeenEvent } from '@porchlight/ui';
import { icons } from '@porchlight/ui';
import type { EmojiEvent, EmojiStrings } from '@porchlight/ui/emoji';
import type { LitElement, TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import type { ToolStrings } from '../locales/tools/strings.js';
import type { PanelOptions } from '../panel-contract.js';
import { Attaching } from './attaching.js';
import { LostConnection } from './lost-connection.js';
import type { MessageTools } from './message-tools.js';
import { Part } from './part.js';
import { PopUp } from './pop-up.js';
import type { Session } from './session.js';
import { unreadLine } from './unread-line.js';

export const LIST_PARTS = 'log, message, bubble';
export const COMPOSER_PARTS = 'composer, input, send';

/** An answer that takes longer is waited for in sight, in milliseconds. */
const SLOW_MS = 400;

/** The conversation that is shown: what was said, and where to write. */
export class ConversationView {
  readonly connection: LostConnection;
  readonly #attaching: Attaching;
  readonly #log: Part<void>;
  readonly #words: Part<ToolStrings>;
  readonly #tools: Part<MessageTools>;
  readonly #emoji: PopUp<EmojiStrings>;
  #draft = '';
  #newAfter: number | undefined;
  /** Whether what is written is to be sent as soon as it is known where it belongs. */
  #sendDue = false;
  /** Whether the place of the "new messages" line is still to be found. */
  #lineDue = false;
  readonly #isOwn = (author: Author) => author.kind === 'visitor' && author.id === this.#state.visitor?.id;

  constructor(
    private readonly host: LitElement & { readonly active: boolean },
    private readonly options: PanelOptions,
    private readonly session: Session,
  ) {
    this.connection = new LostConnection(host);
    this.#words = new Part(host, () => options.tools());
    this.#attaching = new Attaching(host, options, session, this.#words);
    this.#log = new Part(host, async () => (await import('@porchlight/ui/log')).defineMessageList());
    this.#tools = new Part(host, async () => {
      const [{ MessageTools }, strings] = await Promise.all([import('./message-tools.js'), this.#words.fetch()]);
      const draft = {
        get: () => this.#draft,
        set: (text: string) => {
          this.draft = text;
        },
        focus: () => this.#composer?.focus(),
      };
      return new MessageTools(host, options, session, strings, draft);
    });
    this.#emoji = new PopUp(host, 'chat-emoji-picker', async () => {
      const [{ defineEmojiPicker }, strings] = await Promise.all([import('@porchlight/ui/emoji'), this.#words.fetch()]);
      defineEmojiPicker();
      return strings.emoji;
    });
  }

  get draft(): string {
    return this.#draft;
  }

  set draft(text: string) {
    this.#draft = text;
    this.host.requestUpdate();
  }

  get #composer(): Composer | null {
    return this.host.renderRoot.querySelector('chat-composer');
  }

  get #list(): MessageList | null {
    return this.host.renderRoot.querySelector('chat-message-list');
  }

  get #state(): ChatState {
    return this.session.client.store.get();
  }

  /** The visitor begins to look at it. */
  visited(): void {
    this.#lineDue = true;
    // The list knows how to say that one has to wait.
    setTimeout(() => {
      if (this.session.loading) this.#log.fetch().catch(() => {});
    }, SLOW_MS);
  }

  /** To be called after the host has rendered. */
  updated(): void {
    if (this.#sendDue && !this.session.loading) {
      this.#sendDue = false;
      this.#composer?.submit();
    }
    const list = this.#list;
    if (!list || list.messages.length === 0 || !this.host.active) return;
    this.#tools.now?.attach(list);
  }

  render(): TemplateResult {
    const { strings, locale } = this.options;
    const { client, key, loading, conversation } = this.session;
    const attaching = this.#attaching;
    const state = this.#state;
    const timeline = key === undefined ? undefined : timelineOf(state, key);
    const messages = timeline?.messages ?? [];
    const outgoing = timeline?.outgoing ?? [];
    const busy = loading ? 'latest' : (timeline?.loading ?? 'none');
    const empty = busy !== 'latest' && messages.length + outgoing.length === 0;
    const words = messages.length + outgoing.length > 0 ? this.#words.now : undefined;
    this.#placeLine();
    // Who has said nothing needs no list of messages, and who begins to write will soon.
    if (key !== undefined || this.session.returning || this.#draft) this.#log.fetch().catch(() => {});
    return html`
      ${this.#connectionBar()}
      ${keyed(
        key,
        html`<chat-message-list
          exportparts=${LIST_PARTS}
          .messages=${messages}
          .outgoing=${outgoing}
          .isOwn=${this.#isOwn}
          .changes=${timeline?.changes}
          .readUpTo=${this.#upTo('read')}
          .deliveredUpTo=${this.#upTo('delivered')}
          .newAfter=${this.#newAfter}
          .hasOlder=${timeline?.hasOlder ?? false}
          .hasNewer=${timeline?.hasNewer}
          .loading=${busy}
          .typing=${timeline?.typing ?? []}
          .strings=${strings.messageList}
          .locale=${locale}
          .origin=${this.options.api}
          .fileStrings=${words?.files}
          @chat-load-older=${() => this.#loadOlder()}
          @chat-seen=${(event: SeenEvent) => this.#onSeen(event)}
          @chat-retry=${({ clientId }: RetryEvent) => client.retry(clientId)}
          @chat-discard=${(event: DiscardEvent) => this.#onDiscard(event)}
        >${empty ? this.#empty() : nothing}</chat-message-list>`,
      )}
      <div class="foot">
        ${
          conversation?.status === 'closed' && outgoing.length === 0
            ? html`<p class="foot-note"><strong>${strings.closed}</strong> ${strings.closedHint}</p>`
            : nothing
        }
        ${outgoing.length > 0 && !state.outboxPersistent ? html`<p class="foot-note">${strings.notKept}</p>` : nothing}
        ${this.#tools.loaded?.changes.render() ?? nothing}
        ${this.#emoji.render(
          (words) => html`<chat-emoji-picker
            data-pop-up
            .strings=${words}
            @chat-emoji=${({ char }: EmojiEvent) => this.#composer?.insert(char)}
            @chat-close=${() => this.#emoji.close()}
          ></chat-emoji-picker>`,
        )}
        ${attaching.render()}
        <chat-composer
          @keydown=${(event: KeyboardEvent) => this.#onKeydown(event)}
          exportparts=${COMPOSER_PARTS}
          .attached=${attaching.some}
          .held=${attaching.waiting}
          .value=${this.#draft}
          .maxLength=${state.site?.limits.text ?? 10_000}
          .strings=${strings.composer}
          @chat-compose=${(event: ComposeEvent) => this.#onCompose(event)}
          @chat-draft=${(event: Event) => this.#onDraft(event)}
        >
          ${attaching.button()}
          <button
            slot="tools"
            class="button quiet icon"
            data-pop-up
            aria-label=${strings.emoji}
            title=${strings.emoji}
            aria-haspopup="dialog"
            aria-expanded=${this.#emoji.open}
            @click=${this.#emoji.toggle}
          >${icons.smile}</button>
        </chat-composer>
      </div>
    `;
  }

  #empty(): TemplateResult {
    const { strings } = this.options;
    const { site, presence } = this.#state;
    const { available = true } = presence ?? site?.availability ?? {};
    const [title, hint] = this.session.room
      ? [strings.room.empty, strings.room.emptyHint]
      : [site?.texts.greeting ?? '', available ? '' : strings.awayNote];
    return html`<div slot="empty" class="empty">
      <slot name="empty"><span class="disc">${icons.message}</span><h3 dir="auto">${title}</h3>${hint ? html`<p>${hint}</p>` : nothing}</slot>
    </div>`;
  }

  #connectionBar(): TemplateResult | typeof nothing {
    if (!this.connection.lost) return nothing;
    const { strings } = this.options;
    return html`<p class="bar" role="status">
      ${navigator.onLine ? strings.reconnecting : html`${icons.cloudOff} ${strings.offline}`}
    </p>`;
  }

  /** How far messages have come on the other side. In rooms nobody is the other side. */
  #upTo(mark: 'delivered' | 'read'): number {
    const { key, room } = this.session;
    if (key === undefined || room) return 0;
    const receipts = timelineOf(this.#state, key)?.receipts ?? [];
    const others = receipts.filter(({ principal }) => principal.kind !== 'visitor');
    return Math.max(0, ...others.map((receipt) => receipt[mark]));
  }

  /** Finds where the "new messages" line belongs, once a visit and before its messages count as read. */
  #placeLine(): void {
    const { key, conversation } = this.session;
    const timeline = key === undefined ? undefined : timelineOf(this.#state, key);
    if (!this.#lineDue || !timeline || timeline.loading === 'latest') return;
    this.#lineDue = false;
    this.#newAfter = unreadLine(timeline.messages, conversation?.unread ?? 0, this.#isOwn);
  }

  #onCompose(event: ComposeEvent): void {
    if (this.session.loading) {
      // It is not known yet which conversation this belongs to; until then the text stays where it is.
      event.preventDefault();
      this.#sendDue = true;
      return;
    }
    this.#newAfter = undefined;
    const changes = this.#tools.loaded?.changes;
    const replyTo = changes?.replyTo;
    if (changes?.take(event.text)) event.preventDefault();
    else this.session.send(event.text, { replyTo, attachments: this.#attaching.take() });
  }

  #onKeydown(event: KeyboardEvent): void {
    if (event.isComposing) return;
    if (event.key === 'Escape' && this.#tools.loaded?.changes.cancel()) event.preventDefault();
    const messages = this.#list?.messages;
    if (event.key !== 'ArrowUp' || this.#draft || !messages?.length) return;
    event.preventDefault();
    void this.#tools.fetch().then(
      (tools) => tools.editLast(messages),
      () => {},
    );
  }

  #onDraft(event: Event): void {
    this.#sendDue = false;
    this.draft = (event.target as Composer).value;
    const { client, conversation } = this.session;
    if (conversation && this.#draft) client.typing(conversation.id);
  }

  #onDiscard({ clientId }: DiscardEvent): void {
    const text = this.session.client.discard(clientId);
    if (text !== undefined && !this.#draft) this.draft = text;
  }

  #loadOlder(): void {
    const { client, conversation } = this.session;
    if (conversation) void client.loadOlder(conversation.id).catch(() => {});
  }

  #onSeen(event: SeenEvent): void {
    const { client, conversation } = this.session;
    // While it fades out, the panel is still there to be seen, but nobody looks.
    if (conversation && this.host.active) client.markRead(conversation.id, event.seq);
    else event.preventDefault();
  }
}
