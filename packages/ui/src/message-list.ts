import type { Author, Message } from '@porchlight/protocol';
import type { PropertyValues, TemplateResult } from 'lit';
import { html, LitElement, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { Announcer } from './announcer.js';
import { avatarStyles } from './avatar.styles.js';
import { base } from './base.styles.js';
import { buttons } from './buttons.styles.js';
import { DiscardEvent, LoadNewerEvent, LoadOlderEvent, RetryEvent, SeekEvent, SeenEvent } from './events.js';
import type { FileStrings } from './file-words.js';
import * as icons from './icons.js';
import { plainText } from './markdown.js';
import { messageStyles } from './message.styles.js';
import { messageListStyles } from './message-list.styles.js';
import { messageListWaitingStyles } from './message-list-waiting.styles.js';
import type { OutgoingView, Row } from './message-rows.js';
import { messageRows } from './message-rows.js';
import type { Quoted, RowContext } from './message-view.js';
import { rowView } from './message-view.js';
import { MessageWindow } from './message-window.js';
import { richTextStyles } from './rich-text.styles.js';
import { ScrollKeeper } from './scroll-keeper.js';
import type { MessageListStrings } from './strings.js';
import { typingStyles } from './typing.styles.js';

/** The list goes on when fewer pixels than this lie above or below. */
const AHEAD = 600;
/** The jump button appears when more pixels than this lie below. */
const JUMP_BEYOND = 160;
/** So many pixels of what is known are shown above the "new messages" line. */
const LINE_ABOVE = 72;
/** A message that is shown for its own sake has so many above it. */
const FOUND_BELOW = 96;
/** How long it is marked, in milliseconds. */
const MARKED_MS = 1_800;
/** So much of a message is quoted in another, in characters. */
const QUOTE_LENGTH = 140;

/** The properties that the rows are made of. */
const SHAPING = [
  'messages',
  'hasNewer',
  'outgoing',
  'changes',
  'isOwn',
  'readUpTo',
  'deliveredUpTo',
  'newAfter',
] as const;

/**
 * The messages of one conversation. Use another element (`keyed`) for another conversation.
 *
 * @slot empty - Shown while there is no message.
 * @csspart log - The scrolling list.
 * @csspart message - A message with its avatar and its time.
 * @csspart bubble - What is written.
 * @fires chat-load-older
 * @fires chat-load-newer
 * @fires chat-seek
 * @fires chat-message-action
 * @fires chat-seen
 * @fires chat-retry
 * @fires chat-discard
 */
export class MessageList extends LitElement {
  static override styles = [
    base,
    buttons,
    avatarStyles,
    richTextStyles,
    messageListStyles,
    messageStyles,
    typingStyles,
    messageListWaitingStyles,
  ];

  static override properties = {
    messages: { attribute: false },
    outgoing: { attribute: false },
    isOwn: { attribute: false },
    changes: { attribute: false },
    readUpTo: { attribute: false },
    deliveredUpTo: { attribute: false },
    newAfter: { attribute: false },
    hasOlder: { attribute: false },
    hasNewer: { attribute: false },
    loading: { attribute: false },
    typing: { attribute: false },
    strings: { attribute: false },
    locale: { attribute: false },
    origin: { attribute: false },
    fileStrings: { attribute: false },
    unseen: { state: true },
    away: { state: true },
  };

  /** Stored messages by ascending seq. */
  declare messages: readonly Message[];
  /** Own messages under way, shown after `messages`. */
  declare outgoing: readonly OutgoingView[];
  /** Whether an author is on the reader's side. */
  declare isOwn: (author: Author) => boolean;
  /** What messages are about to become; see `messageRows()`. */
  declare changes: ReadonlyMap<string, { text?: string }> | undefined;
  /** The other side has read up to this seq. */
  declare readUpTo: number;
  /** Messages have arrived on the other side up to this seq. */
  declare deliveredUpTo: number;
  /** The "new messages" line stands before the first message of others after this seq. */
  declare newAfter: number | undefined;
  declare hasOlder: boolean;
  /** Whether there are later ones than `messages`. */
  declare hasNewer: boolean | undefined;
  declare loading: 'none' | 'latest' | 'older' | 'newer';
  /** Who is typing now. */
  declare typing: readonly { author: Author }[];
  declare strings: MessageListStrings;
  /** BCP 47 tag for dates. */
  declare locale: string;
  /** The address of the API, which the links of files are below. */
  declare origin: string;
  /** The words around files, where English will not do. */
  declare fileStrings: FileStrings | undefined;

  /** Messages of others that came below what is being read. */
  declare private unseen: number;
  /** Whether the end is far out of view. */
  declare private away: boolean;

  #rows: Row[] = [];
  #window = new MessageWindow();
  /** The frame in which the window moves next. */
  #moving: number | undefined;
  #keeper: ScrollKeeper | undefined;
  #placed = false;
  /** Whether the messages above, or below, are asked for. */
  #asked = false;
  #seenSeq = 0;
  readonly #announcer = new Announcer<Message>(
    (text) => this.announce(text),
    ([first, ...rest]) =>
      first && rest.length === 0
        ? this.strings.announceOne(
            first.author.name,
            plainText(first.text) || first.attachments.map(({ name }) => name).join(', '),
          )
        : this.strings.announceMany(rest.length + 1),
  );
  readonly #resizes = typeof ResizeObserver === 'undefined' ? undefined : new ResizeObserver(() => this.#afterChange());
  readonly #onVisibility = () => this.#reportSeen();

  constructor() {
    super();
    this.messages = [];
    this.outgoing = [];
    this.isOwn = () => false;
    this.readUpTo = 0;
    this.deliveredUpTo = 0;
    this.hasOlder = false;
    this.loading = 'none';
    this.typing = [];
    this.locale = 'en';
    this.origin = '';
    this.unseen = 0;
    this.away = false;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    document.addEventListener('visibilitychange', this.#onVisibility);
    if (this.#keeper) this.#observe();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener('visibilitychange', this.#onVisibility);
    this.#resizes?.disconnect();
    this.#announcer.stop();
  }

  /** Shows the latest message. */
  jumpToLatest(): void {
    this.unseen = 0;
    if (this.hasNewer) {
      // Once it has come, it is shown.
      if (this.#keeper) this.#keeper.following = true;
      this.#window.toEnd();
      this.dispatchEvent(new LoadNewerEvent(true));
      return;
    }
    const near = this.#window.atEnd && !matchMedia('(prefers-reduced-motion: reduce)').matches;
    if (!this.#window.atEnd) {
      this.#window.toEnd();
      this.#reshape();
    }
    this.#keeper?.toEnd(near ? 'smooth' : 'instant');
  }

  /** Shows the message `id`, marks it for a moment and moves the focus to it; false if it is not among `messages`. */
  async reveal(id: string): Promise<boolean> {
    const index = this.messages.findIndex((message) => message.id === id);
    if (index < 0) return false;
    if (this.#keeper) this.#keeper.following = false;
    this.#window.toIndex(this.messages, index);
    this.#reshape();
    await this.updateComplete;
    const row = this.rowOf(id);
    if (row) {
      this.#keeper?.toElement(row, FOUND_BELOW);
      row.tabIndex = -1;
      row.focus({ preventScroll: true });
      row.toggleAttribute('data-marked', true);
      setTimeout(() => row.removeAttribute('data-marked'), MARKED_MS);
    }
    return true;
  }

  /** The element of a message, if it is in the document. */
  rowOf(id: string): HTMLElement | null {
    return this.renderRoot.querySelector<HTMLElement>(`[data-id="${CSS.escape(id)}"]`);
  }

  /** Says something to assistive technology. */
  announce(text: string): void {
    const region = this.renderRoot.querySelector('#live');
    if (region) region.textContent = text;
  }

  protected override willUpdate(changed: PropertyValues<MessageList>): void {
    if (changed.has('outgoing') && this.#hasNewOutgoing(changed.get('outgoing'))) {
      if (this.#keeper) this.#keeper.following = true;
      if (!this.#window.atEnd) this.#window.toEnd();
      if (this.hasNewer) this.jumpToLatest();
    }
    if (changed.has('messages')) this.#goOn(changed.get('messages'));
    if (SHAPING.some((name) => changed.has(name))) this.#shape(changed.has('newAfter'));
    const far = changed.get('hasNewer') ?? this.hasNewer;
    if (changed.has('messages') && !far) this.#takeNote(changed.get('messages'));
    if (['messages', 'hasOlder', 'hasNewer', 'loading'].some((name) => changed.has(name as 'messages'))) {
      this.#asked = false;
    }
    this.#keeper?.remember();
  }

  /**
   * Older ones have come to who has reached the first: some are shown in the same turn, or the end of the wait for them
   * would move what is being read. One step may be lower than the line that said so.
   */
  #goOn(before: readonly Message[] | undefined): void {
    const keeper = this.#keeper;
    if (!before?.length || !keeper || keeper.following || this.#window.hasAbove(before)) return;
    for (let step = 0; step < 2 && keeper.top < AHEAD && this.#window.hasAbove(this.messages); step++) {
      this.#window.up(this.messages);
    }
  }

  /** Makes the rows anew. `place`: the "new messages" line has another place, which is to be among them. */
  #shape(place = false): void {
    const { messages, outgoing, changes, isOwn, readUpTo, deliveredUpTo, newAfter } = this;
    const window = this.#window;
    if (place && newAfter !== undefined) {
      const index = messages.findIndex(({ seq }) => seq > newAfter);
      if (index >= 0) window.toIndex(messages, index);
    }
    window.height = this.#keeper?.height ?? 0;
    const shown = window.of(messages, this.#keeper?.following ?? true);
    if (this.#keeper) this.#keeper.whole = this.#atEnd;
    this.#rows = messageRows({
      messages,
      shown,
      outgoing: this.#atEnd ? outgoing : [],
      changes,
      isOwn,
      readUpTo,
      deliveredUpTo,
      newAfter,
    });
  }

  /** Whether the latest message of all is shown. */
  get #atEnd(): boolean {
    return this.#window.atEnd && !this.hasNewer;
  }

  #reshape(): void {
    this.#shape();
    this.requestUpdate();
  }

  protected override firstUpdated(): void {
    const viewport = this.renderRoot.querySelector<HTMLElement>('#viewport');
    const content = this.renderRoot.querySelector<HTMLElement>('#content');
    if (!viewport || !content) return;
    this.#keeper = new ScrollKeeper(viewport, content);
    this.#observe();
  }

  protected override updated(): void {
    this.#afterChange();
  }

  protected override render(): TemplateResult {
    const empty = this.#rows.length === 0;
    return html`
      <div
        id="viewport"
        part="log"
        role="log"
        aria-live="off"
        aria-label=${this.strings.log}
        aria-busy=${this.loading !== 'none'}
        tabindex="0"
        @scroll=${this.#onScroll}
        @keydown=${this.#onKeydown}
      >
        <div id="content">
          ${empty && this.loading === 'latest' ? this.#skeleton() : nothing}
          ${empty && this.loading === 'none' ? html`<div class="empty"><slot name="empty"></slot></div>` : nothing}
          ${this.hasOlder && !empty && !this.#window.hasAbove(this.messages) ? html`<div class="older"><span class="spinner"></span></div>` : nothing}
          ${repeat(
            this.#rows,
            (row) => row.key,
            (row) => rowView(row, this.#context),
          )}
          ${this.hasNewer && !empty && this.#window.atEnd ? html`<div class="older"><span class="spinner"></span></div>` : nothing}
          ${this.typing.length > 0 && this.#atEnd ? this.#typing() : nothing}
        </div>
      </div>
      ${this.away || this.unseen > 0 ? this.#jump() : nothing}
      <div id="live" class="visually-hidden" aria-live="polite"></div>
    `;
  }

  get #context(): RowContext {
    return {
      strings: this.strings,
      locale: this.locale,
      origin: this.origin,
      fileStrings: this.fileStrings,
      quoted: (id) => this.#quoted(id),
      onQuote: (id) => void this.#seek(id),
      onRetry: (clientId) => this.dispatchEvent(new RetryEvent(clientId)),
      onDiscard: (clientId) => this.dispatchEvent(new DiscardEvent(clientId)),
    };
  }

  #quoted(id: string): Quoted | undefined {
    const message = this.messages.find((other) => other.id === id);
    if (!message) return undefined;
    const { strings } = this;
    return {
      name: this.isOwn(message.author) ? strings.you : message.author.name,
      text: message.deletedAt ? strings.deleted : plainText(message.text.slice(0, QUOTE_LENGTH)),
    };
  }

  async #seek(id: string): Promise<void> {
    if (!(await this.reveal(id))) this.dispatchEvent(new SeekEvent(id));
  }

  #typing(): TemplateResult {
    const names = this.typing.map(({ author }) => author.name);
    return html`<div class="typing">
      <span class="dots"><i></i><i></i><i></i></span><span class="who"><bdi>${this.strings.typing(names)}</bdi></span>
    </div>`;
  }

  #jump(): TemplateResult {
    const label = this.unseen > 0 ? this.strings.unseen(this.unseen) : this.strings.jumpToLatest;
    return html`<button class="jump ${this.unseen > 0 ? 'unseen' : ''}" aria-label=${label} @click=${this.jumpToLatest}>
      ${this.unseen > 0 ? html`<span>${label}</span>` : nothing} ${icons.arrowDown}
    </button>`;
  }

  #skeleton(): TemplateResult {
    return html`<div class="skeleton" aria-label=${this.strings.loading} role="img">
      <i></i><i></i><i class="own"></i><i></i><i class="own"></i>
    </div>`;
  }

  #observe(): void {
    for (const id of ['#viewport', '#content']) {
      const element = this.renderRoot.querySelector(id);
      if (element) this.#resizes?.observe(element);
    }
  }

  #onScroll(): void {
    this.#keeper?.scrolled();
    this.#look();
  }

  /** The key goes to the end of what is in the document, which may not be the end. */
  #onKeydown(event: KeyboardEvent): void {
    if (event.key !== 'End' || this.#atEnd) return;
    event.preventDefault();
    this.jumpToLatest();
  }

  /** The content or the room for it changed. */
  #afterChange(): void {
    const keeper = this.#keeper;
    // Where there is nothing, there is nothing to measure.
    if (!keeper || (this.#rows.length === 0 && !this.#placed)) return;
    if (!keeper.visible) {
      // What is hidden loses its place, so it is found anew.
      this.#placed = false;
      return;
    }
    if (this.#placed) keeper.restore();
    else this.#place(keeper);
    this.#look();
  }

  /** Where reading begins: at what is new, else at the end. */
  #place(keeper: ScrollKeeper): void {
    this.#placed = true;
    const line = this.renderRoot.querySelector<HTMLElement>('.new-line');
    if (line) keeper.toElement(line, LINE_ABOVE);
    else keeper.toEnd('instant');
  }

  /** What follows from where the list stands. */
  #look(): void {
    const keeper = this.#keeper;
    if (!keeper?.visible) return;
    if (keeper.following) this.unseen = 0;
    this.away = !keeper.following && (!keeper.whole || keeper.distanceFromEnd > JUMP_BEYOND);
    this.#reportSeen();
    const above = keeper.top < AHEAD;
    if (above && this.#window.canMoveUp(this.messages, keeper.following)) this.#move('up');
    else if (keeper.distanceFromEnd < AHEAD && !this.#window.atEnd) this.#move('down');
    else if (this.loading !== 'none' || this.#asked) return;
    else if (above && this.hasOlder) this.#ask(new LoadOlderEvent());
    else if (keeper.distanceFromEnd < AHEAD && this.hasNewer) this.#ask(new LoadNewerEvent());
  }

  /** Not within the frame that one scrolls in either. */
  #ask(event: Event): void {
    this.#asked = true;
    setTimeout(() => this.dispatchEvent(event));
  }

  /**
   * Not more than one step in a frame, so that scrolling stays smooth, and after it has been painted: what is added is
   * laid out in a task of its own.
   */
  #move(direction: 'up' | 'down'): void {
    this.#moving ??= requestAnimationFrame(() =>
      setTimeout(() => {
        this.#moving = undefined;
        this.#window[direction](this.messages);
        this.#reshape();
      }),
    );
  }

  #reportSeen(): void {
    const seq = this.messages.at(-1)?.seq ?? 0;
    const before = document.visibilityState === 'visible' && this.#keeper?.visible && this.#keeper.following;
    if (!before || this.hasNewer || seq <= this.#seenSeq) return;
    if (this.dispatchEvent(new SeenEvent(seq))) this.#seenSeq = seq;
  }

  #takeNote(before: readonly Message[] | undefined): void {
    const known = before?.at(-1)?.seq;
    if (known === undefined || known === this.messages.at(-1)?.seq) return;
    const fresh = this.messages.filter(({ seq, author }) => seq > known && !this.isOwn(author));
    if (this.#keeper && !this.#keeper.following) this.unseen += fresh.length;
    this.#announcer.add(fresh);
  }

  #hasNewOutgoing(before: readonly OutgoingView[] | undefined): boolean {
    const known = new Set(before?.map(({ clientId }) => clientId));
    return before !== undefined && this.outgoing.some(({ clientId }) => !known.has(clientId));
  }
}
