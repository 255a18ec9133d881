import type { ChatClient } from '@porchlight/client';
import type { SearchHit } from '@porchlight/protocol';
import { base, controls, icons } from '@porchlight/ui';
import { html, LitElement, nothing } from 'lit';
import { nameOf } from './conversation-words.js';
import { dialogStyles } from './dialog.styles.js';
import { highlighted } from './highlight.js';
import { styles } from './search-panel.styles.js';
import { ageOf, dateTime } from './time.js';

/** Typing rests for so long before the server is asked, in milliseconds. */
const REST_MS = 150;

/** Somebody chose what a search had found. */
export class FoundEvent extends Event {
  static readonly type = 'inbox-found';

  constructor(
    readonly conversation: string,
    /** Id of the message, where it is one. */
    readonly message: string | undefined,
  ) {
    super(FoundEvent.type);
  }
}

/**
 * Finds what was said, and by whom. The field keeps the focus: arrows choose, Enter opens.
 *
 * @fires inbox-found
 */
export class SearchPanel extends LitElement {
  static override styles = [base, controls, dialogStyles, styles];
  static override properties = {
    client: { attribute: false },
    text: { state: true },
    hits: { state: true },
    next: { state: true },
    at: { state: true },
    state: { state: true },
  };

  declare client: ChatClient;
  declare private text: string;
  declare private hits: readonly SearchHit[];
  /** Where the next page begins. */
  declare private next: string | undefined;
  declare private at: number;
  declare private state: 'idle' | 'searching' | 'done' | 'failed';
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    super();
    this.text = '';
    this.hits = [];
    this.at = 0;
    this.state = 'idle';
  }

  show(): void {
    this.#dialog?.showModal();
    this.renderRoot.querySelector('input')?.select();
  }

  get #dialog(): HTMLDialogElement | null {
    return this.renderRoot.querySelector('dialog');
  }

  override render() {
    const { hits, at } = this;
    return html`<dialog aria-label="Search" @click=${this.#beside} @keydown=${this.#keys}>
      <div class="head">
        ${icons.search}
        <input
          type="text"
          role="combobox"
          aria-label="Search"
          aria-autocomplete="list"
          aria-expanded=${hits.length > 0}
          aria-controls="hits"
          aria-activedescendant=${hits.length > 0 ? `hit-${at}` : nothing}
          placeholder="Search messages, people and tags"
          autocomplete="off"
          spellcheck="false"
          enterkeyhint="search"
          maxlength="200"
          .value=${this.text}
          @input=${this.#typed}
        />
        <button class="button quiet icon small" aria-label="Close" @click=${this.#close}>${icons.close}</button>
      </div>
      <p class="state" role="status">${this.#words}</p>
      <ul id="hits" role="listbox" aria-label="Found" ?hidden=${hits.length === 0}>
        ${hits.map((hit, index) => this.#hit(hit, index))}
      </ul>
      ${
        this.next && this.state === 'done'
          ? html`<button class="button small more" @click=${() => void this.#search(this.next)}>Show more</button>`
          : nothing
      }
    </dialog>`;
  }

  get #words(): string {
    switch (this.state) {
      case 'failed':
        return 'The search could not be done. Try again.';
      case 'searching':
        return this.hits.length > 0 ? '' : 'Searching\u2026';
      case 'done':
        return this.hits.length === 0 ? 'Nothing found. Words are found by how they begin.' : '';
      default:
        return '';
    }
  }

  #hit({ conversation, field, fragment, message }: SearchHit, index: number) {
    const at = message?.createdAt ?? conversation.updatedAt;
    const who = message ? message.author.name : words[field];
    return html`<li
      id="hit-${index}"
      role="option"
      aria-selected=${index === this.at}
      @click=${() => this.#choose(index)}
      @pointermove=${() => {
        this.at = index;
      }}
    >
      <span class="top">
        <strong dir="auto">${nameOf(conversation)}</strong>
        <time datetime=${at} title=${dateTime(at)}>${ageOf(at, Date.now())}</time>
      </span>
      <span class="piece" dir="auto">
        ${message?.audience === 'agents' ? html`<span class="note">${icons.lock}Note</span> ` : nothing}<span class="who"
          ><bdi>${who}</bdi>:</span
        >
        ${highlighted(fragment)}
      </span>
    </li>`;
  }

  #typed(event: InputEvent) {
    this.text = (event.target as HTMLInputElement).value;
    clearTimeout(this.#timer);
    if (this.text.trim() === '') {
      Object.assign(this, { hits: [], next: undefined, state: 'idle' });
      return;
    }
    this.#timer = setTimeout(() => void this.#search(), REST_MS);
  }

  async #search(before?: string): Promise<void> {
    const { text } = this;
    this.state = 'searching';
    try {
      const query = { q: text.trim(), ...(before && { before }) };
      const { items, next } = await this.client.call('search', {}, { query });
      // More has been typed meanwhile.
      if (text !== this.text) return;
      this.hits = before ? [...this.hits, ...items] : items;
      this.next = next;
      if (!before) this.at = 0;
      this.state = 'done';
    } catch {
      if (text === this.text) this.state = 'failed';
    }
  }

  #keys(event: KeyboardEvent) {
    if (event.isComposing) return;
    const { length } = this.hits;
    if ((event.key === 'ArrowDown' || event.key === 'ArrowUp') && length > 0) {
      event.preventDefault();
      this.at = (this.at + (event.key === 'ArrowDown' ? 1 : -1) + length) % length;
      void this.updateComplete.then(() =>
        this.renderRoot.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' }),
      );
    } else if (event.key === 'Enter' && event.target instanceof HTMLInputElement) {
      event.preventDefault();
      this.#choose(this.at);
    }
  }

  #choose(index: number) {
    const hit = this.hits[index];
    if (!hit) return;
    this.#close();
    this.dispatchEvent(new FoundEvent(hit.conversation.id, hit.message?.id));
  }

  readonly #close = () => this.#dialog?.close();

  #beside(event: MouseEvent) {
    if (event.target === event.currentTarget) this.#close();
  }
}

/** Where the words were found, if not in a message. */
const words: Record<SearchHit['field'], string> = {
  message: 'Message',
  visitor: 'Visitor',
  subject: 'Subject',
  tag: 'Tags',
};

customElements.define('search-panel', SearchPanel);

declare global {
  interface HTMLElementEventMap {
    'inbox-found': FoundEvent;
  }
  interface HTMLElementTagNameMap {
    'search-panel': SearchPanel;
  }
}
