import { avatar, avatarStyles, base, controls, icons } from '@porchlight/ui';
import type { TemplateResult } from 'lit';
import { html, LitElement, nothing } from 'lit';
import { styles } from './command-palette.styles.js';
import { dialogStyles } from './dialog.styles.js';
import { scoreOf } from './fuzzy.js';
import { keycap } from './shortcuts.js';

/** Something that can be chosen. */
export interface Choice {
  label: string;
  /** More about it, beside the label; looked for too. */
  detail?: string | undefined;
  group: string;
  icon?: TemplateResult | undefined;
  /** A name whose avatar stands for it. */
  person?: string | undefined;
  /** Its key, where it has one. */
  keys?: readonly string[] | undefined;
  /** What it is now. */
  current?: boolean | undefined;
  run(): void;
}

/** What one chooses from. */
export interface Menu {
  /** What to do, as the field's label. */
  title: string;
  /** All choices; those that fit what is `typed` are shown. */
  choices(typed: string): readonly Choice[];
  /** Made of what is `typed` itself. */
  typed?(typed: string): Choice | undefined;
}

/** More than this nobody reads: one types another letter. */
const MAX_SHOWN = 60;

/** A field, and below it what fits what is typed: for commands, and for whatever else is chosen. */
export class CommandPalette extends LitElement {
  static override styles = [base, controls, dialogStyles, avatarStyles, styles];
  static override properties = { menu: { state: true }, typed: { state: true }, active: { state: true } };

  declare private menu: Menu | undefined;
  declare private typed: string;
  declare private active: number;

  #all: readonly Choice[] = [];

  constructor() {
    super();
    this.typed = '';
    this.active = 0;
  }

  async show(menu: Menu): Promise<void> {
    this.menu = menu;
    this.typed = '';
    this.active = 0;
    this.#all = menu.choices('');
    await this.updateComplete;
    if (!this.#dialog?.open) this.#dialog?.showModal();
    const input = this.renderRoot.querySelector('input');
    if (input) input.value = '';
    input?.focus();
    this.renderRoot.querySelector('.options')?.scrollTo(0, 0);
  }

  get #dialog(): HTMLDialogElement | null {
    return this.renderRoot.querySelector('dialog');
  }

  get #shown(): readonly Choice[] {
    const { menu, typed } = this;
    if (typed.trim() === '') return this.#all.slice(0, MAX_SHOWN);
    const fits = this.#all
      .map((choice) => ({ choice, score: scoreOf(typed, `${choice.label} ${choice.detail ?? ''}`) }))
      .filter(({ score }) => score > 0)
      .sort((a, b) => b.score - a.score)
      .slice(0, MAX_SHOWN)
      .map(({ choice }) => choice);
    const made = menu?.typed?.(typed);
    return grouped(made ? [made, ...fits] : fits);
  }

  override render() {
    const { menu } = this;
    const shown = menu ? this.#shown : [];
    return html`<dialog aria-label=${menu?.title ?? nothing} @click=${this.#clicked} @keydown=${this.#pressed}>
      <div class="sheet">
        <label class="search">
          ${icons.search}<span class="visually-hidden">${menu?.title}</span>
          <input
            type="text"
            role="combobox"
            placeholder=${menu?.title ?? ''}
            autocomplete="off"
            autocapitalize="off"
            spellcheck="false"
            aria-expanded="true"
            aria-controls="options"
            aria-autocomplete="list"
            aria-activedescendant=${shown.length > 0 ? `option-${this.active}` : nothing}
            @input=${this.#type}
          />
          <kbd>Esc</kbd>
        </label>
        <div class="options" id="options" role="listbox" aria-label=${menu?.title ?? nothing} tabindex="-1">
          ${shown.map((choice, index) => this.#option(choice, index, shown[index - 1]?.group))}
        </div>
        ${shown.length === 0 ? html`<p class="none" role="status">Nothing fits “${this.typed}”.</p>` : nothing}
      </div>
    </dialog>`;
  }

  #option(choice: Choice, index: number, groupBefore: string | undefined) {
    const { label, detail, group, icon, person, keys, current } = choice;
    return html`
      ${group === groupBefore ? nothing : html`<p class="group" role="presentation">${group}</p>`}
      <div
        class="option"
        id="option-${index}"
        role="option"
        aria-selected=${index === this.active}
        @pointermove=${() => this.#point(index)}
        @click=${() => this.#choose(choice)}
      >
        ${person === undefined ? html`<span class="icon">${icon ?? nothing}</span>` : avatar({ name: person })}
        <span class="label" dir="auto">${label}</span>
        ${detail ? html`<span class="detail" dir="auto">${detail}</span>` : nothing}
        ${current ? html`<span class="current">${icons.check}<span class="visually-hidden">Now</span></span>` : nothing}
        ${(keys ?? []).slice(0, 1).map((key) => html`<kbd>${keycap(key)}</kbd>`)}
      </div>
    `;
  }

  override updated(): void {
    this.renderRoot.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }

  #type(event: InputEvent) {
    this.typed = (event.target as HTMLInputElement).value;
    this.active = 0;
    if (this.menu) this.#all = this.menu.choices(this.typed);
  }

  #point(index: number) {
    this.active = index;
  }

  #choose(choice: Choice | undefined) {
    if (!choice) return;
    this.#close();
    choice.run();
  }

  readonly #close = () => this.#dialog?.close();

  /** The sheet fills the dialog, so a click on the dialog itself is one beside the sheet. */
  #clicked(event: MouseEvent) {
    if (event.target === event.currentTarget) this.#close();
  }

  #pressed(event: KeyboardEvent) {
    if (event.isComposing) return;
    const count = this.#shown.length;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && count > 0) this.active = (this.active + step + count) % count;
    else if (event.key === 'Enter') this.#choose(this.#shown[this.active]);
    else if (event.key === 'k' && (event.ctrlKey || event.metaKey)) this.#close();
    else return;
    event.preventDefault();
  }
}

/** Groups in the order of their best choice, each together. */
function grouped(choices: readonly Choice[]): readonly Choice[] {
  const groups = new Map<string, Choice[]>();
  for (const choice of choices) groups.set(choice.group, [...(groups.get(choice.group) ?? []), choice]);
  return [...groups.values()].flat();
}

customElements.define('command-palette', CommandPalette);

declare global {
  interface HTMLElementTagNameMap {
    'command-palette': CommandPalette;
  }
}
