import type { TemplateResult } from 'lit';
import { html, LitElement, nothing } from 'lit';
import { base } from './base.styles.js';
import { emojiPickerStyles } from './emoji-picker.styles.js';
import type { Emoji } from './emoji-search.js';
import { emoji, emojiOf, findEmoji } from './emoji-search.js';
import { recentEmoji, rememberEmoji } from './recent-emoji.js';
import type { EmojiStrings } from './tool-strings.js';

/** The same figure stands in the style sheet. */
const COLUMNS = 8;

/** An emoji was chosen. */
export class EmojiEvent extends Event {
  static readonly type = 'chat-emoji';

  constructor(readonly char: string) {
    super(EmojiEvent.type, { bubbles: true });
  }
}

interface Section {
  label: string;
  items: readonly Emoji[];
}

/**
 * Emoji to choose from, by sight or by name. The arrow keys, Home and End move in the grid.
 *
 * @fires chat-emoji
 * @fires chat-close - Escape was pressed.
 */
export class EmojiPicker extends LitElement {
  static override styles = [base, emojiPickerStyles];
  static override properties = {
    strings: { attribute: false },
    query: { state: true },
    at: { state: true },
  };

  declare strings: EmojiStrings;
  declare private query: string;
  /** Row and column of the one that can be reached with Tab. */
  declare private at: readonly [row: number, column: number];

  readonly #recent = recentEmoji();
  #rows: (readonly Emoji[])[] = [];

  constructor() {
    super();
    this.query = '';
    this.at = [0, 0];
    this.addEventListener('keydown', (event) => this.#onKeydown(event));
  }

  /** Puts the focus on the search field. */
  override focus(): void {
    void this.updateComplete.then(() => this.renderRoot.querySelector('input')?.focus());
  }

  protected override render(): TemplateResult {
    const { strings, query } = this;
    const sections = this.#sections();
    this.#rows = [];
    return html`<div class="picker" role="dialog" aria-label=${strings.label}>
      <input
        class="search"
        type="search"
        autocomplete="off"
        aria-label=${strings.search}
        placeholder=${strings.search}
        .value=${query}
        @input=${this.#onInput}
      />
      <div class="grid" tabindex="-1">
        ${sections.map((section) => this.#section(section))}
        ${sections[0]?.items.length === 0 ? html`<p role="status">${strings.nothingFound}</p>` : nothing}
      </div>
    </div>`;
  }

  #sections(): Section[] {
    const { strings, query } = this;
    if (query.trim()) return [{ label: strings.search, items: findEmoji(query) }];
    const recent = this.#recent.flatMap((char) => emojiOf(char) ?? []);
    const all = emoji.map(({ category, items }) => ({ label: strings[category], items }));
    return recent.length > 0 ? [{ label: strings.recent, items: recent }, ...all] : all;
  }

  #section({ label, items }: Section): TemplateResult {
    const first = this.#rows.length;
    for (let start = 0; start < items.length; start += COLUMNS) this.#rows.push(items.slice(start, start + COLUMNS));
    const [atRow, atColumn] = this.at;
    return html`<section role="group" aria-label=${label}>
      ${this.query.trim() ? nothing : html`<h3 aria-hidden="true">${label}</h3>`}
      ${items.map(({ char, name }, index) => {
        const row = first + Math.floor(index / COLUMNS);
        const column = index % COLUMNS;
        return html`<button
          data-at=${`${row} ${column}`}
          tabindex=${row === atRow && column === atColumn ? 0 : -1}
          aria-label=${name}
          title=${name}
          @click=${() => this.#choose(char)}
        >${char}</button>`;
      })}
    </section>`;
  }

  #choose(char: string): void {
    rememberEmoji(char);
    this.dispatchEvent(new EmojiEvent(char));
  }

  #onInput(event: InputEvent): void {
    this.query = (event.target as HTMLInputElement).value;
    this.at = [0, 0];
  }

  #onKeydown(event: KeyboardEvent): void {
    if (event.isComposing) return;
    if (event.key === 'Escape') {
      event.preventDefault();
      event.stopPropagation();
      this.dispatchEvent(new Event('chat-close'));
      return;
    }
    const [origin] = event.composedPath();
    if (origin instanceof HTMLInputElement) {
      const first = this.#rows[0]?.[0];
      if (event.key === 'ArrowDown' && first) this.#go(event, [0, 0]);
      // What was looked for is one key away.
      if (event.key === 'Enter' && this.query.trim() && first) this.#choose(first.char);
      return;
    }
    const to = this.#target(event.key);
    if (to) this.#go(event, to);
  }

  #target(key: string): readonly [number, number] | undefined {
    const [row, column] = this.at;
    const rtl = getComputedStyle(this).direction === 'rtl';
    const last = this.#rows.length - 1;
    switch (key) {
      case 'ArrowUp':
        return [row - 1, column];
      case 'ArrowDown':
        return [row + 1, column];
      case rtl ? 'ArrowRight' : 'ArrowLeft':
        return column > 0 ? [row, column - 1] : [row - 1, COLUMNS];
      case rtl ? 'ArrowLeft' : 'ArrowRight':
        return column < (this.#rows[row]?.length ?? 0) - 1 ? [row, column + 1] : [row + 1, 0];
      case 'Home':
        return [0, 0];
      case 'End':
        return [last, COLUMNS];
      default:
        return undefined;
    }
  }

  /** Above the first row is the search field; below the last is nothing. */
  #go(event: KeyboardEvent, [row, column]: readonly [number, number]): void {
    event.preventDefault();
    const cells = this.#rows[row];
    if (row < 0) this.focus();
    if (!cells) return;
    this.at = [row, Math.min(column, cells.length - 1)];
    void this.updateComplete.then(() =>
      this.renderRoot.querySelector<HTMLElement>(`[data-at="${this.at.join(' ')}"]`)?.focus(),
    );
  }
}
