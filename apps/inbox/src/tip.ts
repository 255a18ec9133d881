import { base } from '@porchlight/ui';
import { html, LitElement, nothing } from 'lit';
import type { Command } from './shortcuts.js';
import { keycap, shortcuts } from './shortcuts.js';
import { styles } from './tip.styles.js';

/** The pointer rests this long before a tip shows. */
const DELAY_MS = 450;
/** Room between the control, the tip and the edge of the window, in pixels. */
const GAP = 6;

/**
 * Names the control it is around, and its key, to the pointer and to visible focus. Assistive technology hears the
 * same from the control itself: its name and `aria-keyshortcuts`.
 */
export class InboxTip extends LitElement {
  static override styles = [base, styles];
  static override properties = { command: {}, label: {} };

  declare command: Command | undefined;
  /** Words, where the command's own do not say it best. */
  declare label: string | undefined;

  #timer = 0;

  constructor() {
    super();
    this.addEventListener('pointerenter', (event) => {
      if (event.pointerType === 'mouse') this.#showIn(DELAY_MS);
    });
    this.addEventListener('pointerleave', this.#hide);
    this.addEventListener('pointerdown', this.#hide);
    this.addEventListener('focusin', () => {
      if (this.matches(':has(:focus-visible)')) this.#showIn(DELAY_MS);
    });
    this.addEventListener('focusout', this.#hide);
    this.addEventListener('keydown', this.#hide);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
  }

  override render() {
    const { command } = this;
    return html`<slot></slot
      ><span class="tip" popover="manual" aria-hidden="true"
        >${this.label ?? (command && shortcuts[command].label)}${
          command ? shortcuts[command].keys.map((key) => html`<kbd>${keycap(key)}</kbd>`) : nothing
        }</span
      >`;
  }

  get #tip(): HTMLElement | null {
    return this.renderRoot.querySelector<HTMLElement>('.tip');
  }

  #showIn(delay: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#show(), delay);
  }

  #show(): void {
    const tip = this.#tip;
    const control = this.firstElementChild?.getBoundingClientRect();
    if (!tip || !control || !this.isConnected) return;
    tip.showPopover();
    const { width, height } = tip.getBoundingClientRect();
    const centred = control.left + control.width / 2 - width / 2;
    const below = control.bottom + GAP;
    const fits = below + height + GAP < innerHeight;
    tip.style.left = `${Math.round(Math.max(GAP, Math.min(centred, innerWidth - width - GAP)))}px`;
    tip.style.top = `${Math.round(fits ? below : control.top - GAP - height)}px`;
  }

  readonly #hide = () => {
    clearTimeout(this.#timer);
    this.#tip?.hidePopover();
  };
}

customElements.define('inbox-tip', InboxTip);

declare global {
  interface HTMLElementTagNameMap {
    'inbox-tip': InboxTip;
  }
}
