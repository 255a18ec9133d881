import type { PropertyValues, TemplateResult } from 'lit';
import { html, LitElement, nothing } from 'lit';
import { base } from './base.styles.js';
import { composerStyles } from './composer.styles.js';
import { ComposeEvent, DraftEvent } from './events.js';
import * as icons from './icons.js';
import type { ComposerStrings } from './strings.js';

/**
 * Where a message is written. Enter sends, Shift+Enter breaks the line, and Enter that ends an input method's
 * composition does neither.
 *
 * @csspart composer - The frame around everything.
 * @csspart input - The text field.
 * @csspart send - The send button.
 * @slot tools - Buttons before the text field.
 * @fires chat-compose
 * @fires chat-draft
 */
export class Composer extends LitElement {
  static override styles = [base, composerStyles];

  static override shadowRootOptions: ShadowRootInit = { ...LitElement.shadowRootOptions, delegatesFocus: true };

  static override properties = {
    value: { attribute: false },
    maxLength: { attribute: false },
    disabled: { type: Boolean },
    attached: { attribute: false },
    held: { attribute: false },
    strings: { attribute: false },
  };

  declare value: string;
  /** In Unicode code points. */
  declare maxLength: number;
  declare disabled: boolean;
  /** Whether files go along, so that there need be no text. */
  declare attached: boolean;
  /** Whether sending has to wait for something. */
  declare held: boolean;
  declare strings: ComposerStrings;

  constructor() {
    super();
    this.value = '';
    this.maxLength = 10_000;
    this.disabled = false;
    this.attached = false;
    this.held = false;
  }

  /** Sends what is written, as the send button does. */
  submit(): void {
    const text = this.value.trim();
    if (!this.#ready) return;
    if (!this.dispatchEvent(new ComposeEvent(text))) return;
    this.value = '';
    this.dispatchEvent(new DraftEvent(''));
  }

  /** The field itself, for its caret and for what describes it to assistive technology. */
  get input(): HTMLTextAreaElement | null {
    return this.renderRoot.querySelector('textarea');
  }

  /** Puts a text in the place of what is selected, or where the caret is; with `from`, of all since there. */
  insert(text: string, from?: number): void {
    const { input } = this;
    if (!input || this.disabled) return;
    input.setRangeText(text, from ?? input.selectionStart, input.selectionEnd, 'end');
    this.value = input.value;
    this.dispatchEvent(new DraftEvent(this.value));
  }

  protected override render(): TemplateResult {
    const excess = this.#excess;
    return html`<div class="composer" part="composer" ?data-disabled=${this.disabled}>
      <slot name="tools"></slot>
      <textarea
        part="input"
        rows="1"
        dir="auto"
        enterkeyhint="send"
        autocomplete="off"
        aria-label=${this.strings.label}
        aria-invalid=${excess > 0}
        aria-describedby=${excess > 0 ? 'excess' : nothing}
        placeholder=${this.strings.placeholder}
        .value=${this.value}
        ?disabled=${this.disabled}
        @input=${this.#onInput}
        @keydown=${this.#onKeydown}
      ></textarea>
      <button
        class="send"
        part="send"
        aria-label=${this.strings.send}
        title=${this.strings.send}
        aria-disabled=${!this.#ready}
        @click=${this.#onSend}
      >${icons.arrowUp}</button>
      ${excess > 0 ? html`<span id="excess" role="status">${this.strings.tooLong(excess)}</span>` : nothing}
    </div>`;
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has('value')) this.#fit();
  }

  get #ready(): boolean {
    return (this.attached || this.value.trim() !== '') && !this.held && !this.disabled && this.#excess <= 0;
  }

  get #excess(): number {
    // A text of n code units has at most n code points: short ones need no counting.
    return this.value.length <= this.maxLength ? 0 : [...this.value.trim()].length - this.maxLength;
  }

  /** The field is as high as its text; the style sheet sets the most. */
  #fit(): void {
    const { input } = this;
    if (!input) return;
    input.style.height = 'auto';
    // To measure what is empty would make the browser lay everything out, before it is to be seen.
    if (!this.value) return;
    // scrollHeight leaves out the border.
    const border = input.offsetHeight - input.clientHeight;
    input.style.height = `${input.scrollHeight + border}px`;
  }

  #onInput(event: InputEvent): void {
    this.value = (event.target as HTMLTextAreaElement).value;
    this.dispatchEvent(new DraftEvent(this.value));
  }

  #onKeydown(event: KeyboardEvent): void {
    // Safari ends the composition before it reports the Enter that did so; its keyCode still tells.
    const composing = event.isComposing || event.keyCode === 229;
    if (event.key !== 'Enter' || event.shiftKey || event.altKey || composing) return;
    event.preventDefault();
    this.submit();
  }

  #onSend(): void {
    this.submit();
    this.input?.focus();
  }
}

/** Defines `<chat-composer>`, unless the name is taken. */
export function defineComposer(): void {
  if (!customElements.get('chat-composer')) customElements.define('chat-composer', Composer);
}

declare global {
  interface HTMLElementTagNameMap {
    'chat-composer': Composer;
  }
}
