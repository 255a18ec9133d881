import { base, controls, copyText, icons } from '@porchlight/ui';
import { css, html, LitElement } from 'lit';

/** A text to take away: shown whole, with a button that copies it. */
export class CopyField extends LitElement {
  static override styles = [
    base,
    controls,
    css`
      :host {
        display: grid;
        grid-template-columns: minmax(0, 1fr) auto;
        gap: var(--pl-space-2);
        align-items: start;
        padding: var(--pl-space-2) var(--pl-space-2) var(--pl-space-2) var(--pl-space-3);
        border: 1px solid var(--pl-border);
        border-radius: var(--pl-radius-m);
        background: var(--pl-raised);
      }

      pre {
        padding: 4px 0;
        font:
          13px/20px ui-monospace,
          monospace;
        white-space: pre-wrap;
        overflow-wrap: anywhere;
        user-select: all;
      }
    `,
  ];
  static override properties = { text: {}, label: {}, copied: { state: true } };

  declare text: string;
  /** What it is, for screen readers. */
  declare label: string;
  declare private copied: boolean | undefined;

  override render() {
    return html`
      <pre tabindex="0" role="group" aria-label=${this.label}>${this.text}</pre>
      <button class="button small" aria-label="Copy: ${this.label}" @click=${this.#copy}>
        ${this.copied ? icons.check : icons.copy}
        <span role="status">${this.copied === undefined ? 'Copy' : this.copied ? 'Copied' : 'Select and copy it'}</span>
      </button>
    `;
  }

  async #copy() {
    this.copied = await copyText(this.text);
    setTimeout(() => {
      this.copied = undefined;
    }, 2_000);
  }
}

customElements.define('copy-field', CopyField);

declare global {
  interface HTMLElementTagNameMap {
    'copy-field': CopyField;
  }
}
