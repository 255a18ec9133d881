import type { Conversation } from '@porchlight/protocol';
import { avatarStyles, base, controls } from '@porchlight/ui';
import type { PropertyValues } from 'lit';
import { html, LitElement, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { styles } from './conversation-list.styles.js';
import { conversationRow } from './conversation-row.js';
import { cursorAfter, heldRows, neighbourOf } from './queue.js';
import type { Route, View } from './routes.js';

/** After the pointer has come to rest among the rows for this long, they may move again. */
const HOLD_MS = 3_000;
/** Of every row, in pixels; the style sheet says the same. */
const ROW_HEIGHT = 64;
/** Rows that are drawn beyond what is in sight. */
const MARGIN = 8;

/** Asks for a conversation to be shown instead of the one that is. */
export class OpenEvent extends Event {
  static readonly type = 'inbox-open';

  constructor(readonly conversation: string) {
    super(OpenEvent.type, { bubbles: true, composed: true });
  }
}

/** Asks for a conversation to be selected, or no longer. */
export class SelectEvent extends Event {
  static readonly type = 'inbox-select';

  constructor(readonly conversation: string) {
    super(SelectEvent.type, { bubbles: true, composed: true });
  }
}

/**
 * The conversations of a view. However many there are, only those in sight are drawn.
 *
 * @fires inbox-open - when j or k moves on from the conversation that is shown
 * @fires inbox-select
 * @fires inbox-more - when the end comes into sight and more exist
 */
export class ConversationList extends LitElement {
  static override styles = [base, avatarStyles, controls, styles];
  static override properties = {
    rows: { attribute: false },
    route: { attribute: false },
    selected: { attribute: false },
    current: {},
    me: {},
    now: { type: Number },
    loaded: { type: Boolean },
    hasMore: { type: Boolean },
    held: { state: true },
    cursor: { state: true },
    from: { state: true },
    to: { state: true },
  };

  declare rows: readonly Conversation[];
  declare route: Route;
  declare selected: ReadonlySet<string>;
  /** The conversation that is shown. */
  declare current: string | undefined;
  /** The agent's own id. */
  declare me: string;
  /** Epoch milliseconds that ages are counted from. */
  declare now: number;
  declare loaded: boolean;
  declare hasMore: boolean;

  declare private held: boolean;
  /** The row that Tab leads to, and from which j and k move while nothing is shown. */
  declare private cursor: string | undefined;
  /** The rows that are drawn, the last excluded. */
  declare private from: number;
  declare private to: number;

  #shown: readonly Conversation[] = [];
  #list = '';
  /** The row at the top, and how many there are above it: where it goes, the scrolling follows. */
  #top: { id: string; index: number } | undefined;
  #holdTimer = 0;
  readonly #size = new ResizeObserver(() => this.#measure());

  constructor() {
    super();
    this.rows = [];
    this.route = { view: 'open' };
    this.selected = new Set();
    this.me = '';
    this.now = 0;
    this.loaded = false;
    this.hasMore = false;
    this.held = false;
    this.from = 0;
    this.to = 30;
    this.addEventListener('pointermove', this.#hold);
    this.addEventListener('pointerleave', this.#release);
    this.addEventListener('scroll', () => this.#measure(), { passive: true });
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#size.observe(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#holdTimer);
    this.#size.disconnect();
  }

  /** The row that commands are about while no conversation is shown. */
  get atCursor(): string | undefined {
    return this.cursor;
  }

  /** Goes to the next or the previous row; where a conversation is shown, to that one. Returns the one it came to. */
  move(step: 1 | -1): string | undefined {
    const id = neighbourOf(this.#shown, this.current ?? this.cursor, step);
    if (!id) return undefined;
    void this.focusRow(id);
    if (this.current && this.current !== id) this.dispatchEvent(new OpenEvent(id));
    return id;
  }

  /** Opens the row that j and k have come to. */
  openCursor(): void {
    if (this.cursor && this.cursor !== this.current) this.dispatchEvent(new OpenEvent(this.cursor));
  }

  /** Moves the cursor and the focus to a row, wherever it is in the list; without `id` to where the cursor is. */
  async focusRow(id: string | undefined = this.#tabStop): Promise<void> {
    const index = this.#shown.findIndex((row) => row.id === id);
    if (index < 0) return;
    this.cursor = id;
    const { scrollTop, clientHeight } = this;
    const top = index * ROW_HEIGHT;
    if (top < scrollTop) this.scrollTop = top;
    else if (top + ROW_HEIGHT > scrollTop + clientHeight) this.scrollTop = top + ROW_HEIGHT - clientHeight;
    this.#measure();
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>(`[data-id="${id}"]`)?.focus({ preventScroll: true });
  }

  /** The cursor's row where it is drawn, else the first that is in sight. */
  get #tabStop(): string | undefined {
    const drawn = this.#shown.slice(this.from, this.to);
    return (drawn.find(({ id }) => id === this.cursor) ?? this.#shown[Math.ceil(this.scrollTop / ROW_HEIGHT)])?.id;
  }

  override willUpdate(changed: PropertyValues<this>): void {
    const list = JSON.stringify({ ...this.route, conversation: undefined });
    if (list !== this.#list) {
      this.#list = list;
      this.held = false;
      this.cursor = undefined;
      this.#top = undefined;
      this.scrollTop = 0;
    }
    const before = this.#shown.map(({ id }) => id);
    this.#shown = this.held ? heldRows(this.rows, before) : this.rows;
    if (this.current && changed.has('current')) this.cursor = this.current;
    if (this.cursor) this.cursor = cursorAfter(this.#shown, before, this.cursor);
  }

  override render() {
    if (!this.loaded && this.rows.length === 0) return skeleton();
    if (this.rows.length === 0 && !this.hasMore) return empty(this.route);
    const tabStop = this.#tabStop;
    const { current, me, now, route, selected, from, to } = this;
    const count = this.hasMore ? -1 : this.#shown.length;
    const select = (id: string) => this.dispatchEvent(new SelectEvent(id));
    return html`
      <ul role="list" class=${selected.size > 0 ? 'selecting' : ''} @focusin=${this.#focused} @keydown=${this.#keyPressed}>
        ${repeat(
          this.#shown.slice(from, to),
          (row) => row.id,
          (row, index) =>
            conversationRow(row, {
              route,
              me,
              now,
              current: row.id === current,
              tabStop: row.id === tabStop,
              selected: selected.has(row.id),
              place: from + index + 1,
              count,
              select,
            }),
        )}
      </ul>
      ${this.hasMore ? html`<button class="button quiet small end" @click=${this.#more}>Older conversations</button>` : nothing}
    `;
  }

  override updated(changed: PropertyValues<this>): void {
    const list = this.renderRoot.querySelector('ul');
    if (list && this.loaded) {
      const below = Math.max(0, this.#shown.length - this.to);
      list.style.setProperty('--above', `${Math.min(this.from, this.#shown.length) * ROW_HEIGHT}px`);
      list.style.setProperty('--below', `${below * ROW_HEIGHT}px`);
    }
    this.#follow();
    this.#measure();
    // Looking anew asks anew: only when something has come, or a failure would be asked for again and again.
    if (changed.has('rows') || changed.has('loaded') || changed.has('hasMore') || changed.has('to' as never)) {
      if (this.hasMore && this.to >= this.#shown.length) this.#more();
    }
  }

  /** Where what is read has gone up or down, the scrolling goes along. */
  #follow(): void {
    const { id, index = 0 } = this.#top ?? {};
    if (id === undefined || this.scrollTop < ROW_HEIGHT / 2) return;
    const now = this.#shown.findIndex((row) => row.id === id);
    if (now >= 0 && now !== index) this.scrollTop += (now - index) * ROW_HEIGHT;
  }

  #measure(): void {
    const first = Math.floor(this.scrollTop / ROW_HEIGHT);
    const row = this.#shown[first];
    this.#top = row && { id: row.id, index: first };
    this.from = Math.max(0, first - MARGIN);
    this.to = first + Math.ceil(this.clientHeight / ROW_HEIGHT) + MARGIN;
  }

  #more() {
    this.dispatchEvent(new Event('inbox-more'));
  }

  readonly #hold = (event: PointerEvent) => {
    if (event.pointerType !== 'mouse') return;
    this.held = true;
    clearTimeout(this.#holdTimer);
    this.#holdTimer = setTimeout(this.#release, HOLD_MS);
  };

  readonly #release = () => {
    clearTimeout(this.#holdTimer);
    this.held = false;
  };

  #focused(event: FocusEvent) {
    const id = (event.target as HTMLElement).closest<HTMLElement>('[data-id]')?.dataset['id'];
    if (id) this.cursor = id;
  }

  #keyPressed(event: KeyboardEvent) {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : undefined;
    if (!step || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    void this.focusRow(neighbourOf(this.#shown, this.cursor, step));
  }
}

function skeleton() {
  const rows = Array.from({ length: 7 }, () => html`<li><div class="row"><i></i><b></b><b></b></div></li>`);
  return html`<div role="status" class="visually-hidden">Loading conversations…</div>
    <ul class="skeleton" aria-hidden="true">${rows}</ul>`;
}

function empty({ view, ...filters }: Route) {
  const { status, team, assignee, site, tag, days } = filters;
  const narrowed = [status, view !== 'team' && team, assignee, site, tag, days].some(Boolean);
  const [title, text] = narrowed ? ['Nothing fits', 'Take a filter away to see more.'] : emptyWords[view];
  return html`<div class="empty"><h2>${title}</h2><p>${text}</p></div>`;
}

const emptyWords: Record<View, [title: string, text: string]> = {
  mine: ['Nothing is yours', 'What you take, or are given, appears here.'],
  unassigned: ['Everything is taken', 'New conversations appear here by themselves.'],
  open: ['Nothing to answer', 'New conversations appear here by themselves.'],
  team: ['Nothing to answer', 'What comes to the team appears here by itself.'],
  mentions: ['Nobody has named you', 'A note with @ and your name brings its conversation here.'],
  snoozed: ['Nothing is snoozed', 'What you put off waits here, and comes back by itself.'],
  closed: ['Nothing closed yet', 'Conversations that you close are kept here.'],
  rooms: ['No rooms yet', 'A room appears here once somebody has joined it.'],
  all: ['No conversations yet', 'They appear here as soon as a visitor writes.'],
};

customElements.define('conversation-list', ConversationList);

declare global {
  interface HTMLElementEventMap {
    'inbox-open': OpenEvent;
    'inbox-select': SelectEvent;
    'inbox-more': Event;
  }
  interface HTMLElementTagNameMap {
    'conversation-list': ConversationList;
  }
}
