import type { ChatClient } from '@porchlight/client';
import type { Conversation, Tag } from '@porchlight/protocol';
import { base, controls, icons } from '@porchlight/ui';
import type { PropertyValues } from 'lit';
import { css, html, LitElement, nothing } from 'lit';
import { matching } from './completion.js';
import { panelSection } from './panel-section.styles.js';
import { tagChip, tagStyles } from './tag-chip.js';
import { Workspace } from './workspace.js';

/** So many are offered. */
const SHOWN = 6;
/** As the server has it. */
const MAX_LENGTH = 40;

/** The tags of a conversation: what it has, and a field for one more. */
export class TagEditor extends LitElement {
  static override styles = [
    base,
    controls,
    panelSection,
    tagStyles,
    css`
      .tags {
        display: flex;
        flex-wrap: wrap;
        gap: var(--pl-space-1);
        margin-bottom: var(--pl-space-2);
        padding: 0;
        list-style: none;
      }

      .field {
        position: relative;
      }

      .options {
        position: absolute;
        z-index: 1;
        inset: calc(100% + 4px) 0 auto;
        padding: var(--pl-space-1);
        border: 1px solid var(--pl-border);
        border-radius: var(--pl-radius-m);
        background: var(--pl-surface);
        box-shadow: var(--pl-shadow-2);
        list-style: none;
      }

      .options li {
        padding: 6px 8px;
        border-radius: var(--pl-radius-s);
        font: var(--pl-text-s);
        overflow-wrap: anywhere;
        cursor: pointer;
      }

      .options [aria-selected='true'] {
        background: var(--pl-raised);
      }
    `,
  ];
  static override properties = {
    client: { attribute: false },
    conversation: { attribute: false },
    text: { state: true },
    open: { state: true },
    at: { state: true },
    wanted: { state: true },
    failed: { state: true },
  };

  declare client: ChatClient;
  declare conversation: Conversation;
  declare private text: string;
  declare private open: boolean;
  declare private at: number;
  /** What it is about to have, until the server has answered. */
  declare private wanted: readonly string[] | undefined;
  declare private failed: string;

  #workspace: Workspace | undefined;

  constructor() {
    super();
    this.text = '';
    this.open = false;
    this.at = 0;
    this.failed = '';
  }

  override connectedCallback(): void {
    this.#workspace ??= new Workspace(this, this.client);
    super.connectedCallback();
  }

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.get('conversation') && changed.get('conversation')?.id !== this.conversation.id) {
      Object.assign(this, { text: '', open: false, wanted: undefined, failed: '' });
    }
  }

  override focus(): void {
    void this.updateComplete.then(() => this.renderRoot.querySelector('input')?.focus());
  }

  get #tags(): readonly string[] {
    return this.wanted ?? this.conversation.tags ?? [];
  }

  get #all(): readonly Tag[] {
    return this.#workspace?.list('tags') ?? [];
  }

  /** What Enter could mean: tags that match and are not there yet, then the word itself where it is a new one. */
  get #options(): { name: string; label: string }[] {
    const word = this.text.trim();
    const free = this.#all.filter(({ name }) => !this.#has(name));
    const found = matching(free, word, ({ name }) => ({ label: name })).slice(0, SHOWN);
    const options = found.map(({ name }) => ({ name, label: name }));
    const isNew = word !== '' && !this.#has(word) && !this.#all.some(({ name }) => same(name, word));
    return isNew ? [...options, { name: word, label: `New tag \u201c${word}\u201d` }] : options;
  }

  override render() {
    const options = this.open ? this.#options : [];
    return html`<section aria-label="Tags">
      <h3>Tags</h3>
      ${
        this.#tags.length > 0
          ? html`<ul class="tags">
              ${this.#tags.map(
                (name) => html`<li>
                  ${tagChip(
                    name,
                    this.#all,
                    html`<button aria-label="Remove ${name}" title="Remove" @click=${() => this.#remove(name)}>
                      ${icons.close}
                    </button>`,
                  )}
                </li>`,
              )}
            </ul>`
          : nothing
      }
      <div class="field">
        <input
          class="input small"
          role="combobox"
          aria-label="Add a tag"
          aria-autocomplete="list"
          aria-expanded=${options.length > 0}
          aria-controls="options"
          aria-activedescendant=${options.length > 0 ? `option-${this.at}` : nothing}
          placeholder="Add a tag"
          autocomplete="off"
          maxlength=${MAX_LENGTH}
          .value=${this.text}
          @input=${this.#typed}
          @focus=${this.#opened}
          @blur=${this.#closed}
          @keydown=${this.#keys}
        />
        <ul id="options" class="options" role="listbox" aria-label="Tags" ?hidden=${options.length === 0} @mousedown=${stay}>
          ${options.map(
            ({ name, label }, index) => html`<li
              id="option-${index}"
              role="option"
              aria-selected=${index === this.at}
              @click=${() => this.#add(name)}
            >${label}</li>`,
          )}
        </ul>
      </div>
      ${this.failed ? html`<p class="error" role="alert">${this.failed}</p>` : nothing}
    </section>`;
  }

  #has(name: string): boolean {
    return this.#tags.some((tag) => same(tag, name));
  }

  #typed(event: InputEvent) {
    this.text = (event.target as HTMLInputElement).value;
    this.open = true;
    this.at = 0;
  }

  #opened() {
    this.open = true;
    this.at = 0;
  }

  #closed() {
    this.open = false;
  }

  #keys(event: KeyboardEvent) {
    const options = this.#options;
    if (event.isComposing) return;
    switch (event.key) {
      case 'ArrowDown':
      case 'ArrowUp':
        this.open = true;
        if (options.length > 0) {
          this.at = (this.at + (event.key === 'ArrowDown' ? 1 : -1) + options.length) % options.length;
        }
        break;
      case 'Enter': {
        const option = this.open ? options[this.at] : undefined;
        if (option) this.#add(option.name);
        break;
      }
      case 'Backspace': {
        const last = this.#tags.at(-1);
        if (this.text !== '' || last === undefined) return;
        this.#remove(last);
        break;
      }
      case 'Escape':
        if (!this.open || options.length === 0) return;
        this.open = false;
        break;
      default:
        return;
    }
    event.preventDefault();
    event.stopPropagation();
  }

  #add(name: string) {
    this.text = '';
    this.at = 0;
    void this.#change([...this.#tags, name]);
  }

  #remove(name: string) {
    void this.#change(this.#tags.filter((tag) => tag !== name));
  }

  /** Shown at once, and as it was if the server does not take it; what another agent has changed meanwhile is not undone. */
  async #change(tags: readonly string[]): Promise<void> {
    const { id, tags: seen = [] } = this.conversation;
    const expected = this.wanted ? undefined : { tags: [...seen] };
    this.wanted = tags;
    this.failed = '';
    try {
      await this.client.updateConversation(id, { tags: [...tags], ...(expected && { expected }) });
    } catch (error) {
      const outdated = (error as { code?: string }).code === 'outdated';
      if (id === this.conversation.id) {
        this.failed = outdated
          ? 'Somebody else has changed the tags. Look again.'
          : 'The tags were not saved. Try again.';
      }
    }
    if (this.wanted === tags) this.wanted = undefined;
  }
}

const same = (one: string, other: string) => one.toLowerCase() === other.toLowerCase();

/** A press on an option must not take the focus from the field. */
function stay(event: Event) {
  event.preventDefault();
}

customElements.define('tag-editor', TagEditor);

declare global {
  interface HTMLElementTagNameMap {
    'tag-editor': TagEditor;
  }
}
