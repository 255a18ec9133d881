import { base, buttons, icons } from '@porchlight/ui';
import type { TemplateResult } from 'lit';
import { html, LitElement, nothing } from 'lit';
import type { ToolStrings } from '../locales/tools/strings.js';
import { download } from './download.js';
import { menuStyles } from './menu.styles.js';
import type { Session } from './session.js';

/**
 * What few need, from the header: sound, the list of conversations, another name, and the visitor's data.
 *
 * @fires chat-close - It is done with.
 * @fires chat-show-list
 * @fires chat-rename
 * @fires chat-sound - The switch was turned; `sound` has the new value.
 */
export class Menu extends LitElement {
  static override styles = [base, buttons, menuStyles];
  static override properties = {
    session: { attribute: false },
    strings: { attribute: false },
    sound: { attribute: false },
    list: { attribute: false },
    name: { attribute: false },
    data: { attribute: false },
    asking: { state: true },
    busy: { state: true },
    failed: { state: true },
  };

  declare session: Session;
  declare strings: ToolStrings['menu'];
  /** Whether new messages sound. */
  declare sound: boolean;
  /** Whether there is a list of conversations. */
  declare list: boolean;
  /** Whether the visitor has a name to change. */
  declare name: boolean;
  /** Whether something is kept about the visitor. */
  declare data: boolean;
  declare private asking: boolean;
  declare private busy: boolean;
  declare private failed: boolean;

  constructor() {
    super();
    this.asking = false;
    this.busy = false;
    this.failed = false;
    this.addEventListener('keydown', (event) => this.#onKeydown(event));
  }

  /** Puts the focus on its first entry. */
  override focus(): void {
    void this.updateComplete.then(() => this.#entries[0]?.focus());
  }

  protected override render(): TemplateResult {
    return this.asking ? this.#question() : this.#menu();
  }

  get #entries(): HTMLButtonElement[] {
    return [...this.renderRoot.querySelectorAll('button')];
  }

  #menu(): TemplateResult {
    const { strings } = this;
    return html`<div class="box" role="menu" aria-label=${strings.label}>
      <button role="menuitemcheckbox" aria-checked=${this.sound} @click=${this.#toggleSound}>
        ${this.sound ? icons.sound : icons.soundOff}<span>${strings.sound}</span>
        <i class="switch"></i>
      </button>
      ${this.list ? this.#item(icons.message, strings.conversations, () => this.#leave('chat-show-list')) : nothing}
      ${this.name ? this.#item(icons.pencil, strings.changeName, () => this.#leave('chat-rename')) : nothing}
      ${
        this.data
          ? html`<hr role="separator" />
              ${this.#item(icons.download, strings.download, () => void this.#download())}
              ${this.#item(icons.trash, strings.erase, () => this.#ask(true), 'danger')}`
          : nothing
      }
      ${this.failed ? html`<p class="failed" role="alert">${strings.failed}</p>` : nothing}
    </div>`;
  }

  #item(icon: TemplateResult, label: string, run: () => void, kind = ''): TemplateResult {
    return html`<button role="menuitem" class=${kind} @click=${run}>${icon}<span>${label}</span></button>`;
  }

  #question(): TemplateResult {
    const { strings, busy } = this;
    return html`<div class="box question" role="alertdialog" aria-labelledby="title" aria-describedby="hint">
      <h3 id="title">${strings.eraseTitle}</h3>
      <p id="hint">${strings.eraseHint}</p>
      ${this.failed ? html`<p class="failed" role="alert">${strings.failed}</p>` : nothing}
      <div class="choice">
        <button class="button" @click=${() => this.#ask(false)}>${strings.keep}</button>
        <button class="button danger" aria-disabled=${busy} @click=${this.#erase}>
          ${busy ? strings.erasing : strings.eraseConfirm}
        </button>
      </div>
    </div>`;
  }

  #leave(type: 'chat-show-list' | 'chat-rename' | 'chat-close'): void {
    this.dispatchEvent(new Event(type));
  }

  #toggleSound(): void {
    this.sound = !this.sound;
    this.dispatchEvent(new Event('chat-sound'));
  }

  /** The first entry of both is the harmless one. */
  #ask(asking: boolean): void {
    this.asking = asking;
    this.failed = false;
    this.focus();
  }

  async #download(): Promise<void> {
    this.failed = false;
    try {
      download(this.strings.fileName, await this.session.client.exportVisitor());
      this.#leave('chat-close');
    } catch {
      this.failed = true;
    }
  }

  async #erase(): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    this.failed = false;
    try {
      await this.session.erase();
      this.#leave('chat-close');
    } catch {
      this.failed = true;
    } finally {
      this.busy = false;
    }
  }

  #onKeydown(event: KeyboardEvent): void {
    if (event.key === 'Escape') {
      event.preventDefault();
      if (this.asking) this.#ask(false);
      else this.#leave('chat-close');
      return;
    }
    const entries = this.#entries;
    const at = entries.indexOf((this.renderRoot as ShadowRoot).activeElement as HTMLButtonElement);
    const next = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: -1 }[event.key];
    if (next === undefined || this.asking) return;
    event.preventDefault();
    entries.at(next % entries.length)?.focus();
  }
}

if (!customElements.get('chat-menu')) customElements.define('chat-menu', Menu);
