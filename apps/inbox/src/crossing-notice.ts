import type { Author } from '@porchlight/protocol';
import { base, controls, icons } from '@porchlight/ui';
import { css, html, LitElement } from 'lit';

/**
 * Says that another agent has answered meanwhile, before what one has written is sent.
 *
 * @fires inbox-look - to read that first
 * @fires inbox-send-anyway
 */
export class CrossingNotice extends LitElement {
  static override styles = [
    base,
    controls,
    css`
      :host {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--pl-space-2);
        margin-bottom: var(--pl-space-2);
        padding: var(--pl-space-2) var(--pl-space-3);
        border-radius: var(--pl-radius-m);
        background: var(--pl-note);
      }

      p {
        display: flex;
        flex: 1 1 16ch;
        gap: var(--pl-space-2);
      }
    `,
  ];
  static override properties = { author: { attribute: false } };

  declare author: Author;

  override render() {
    return html`
      <p role="alert">${icons.alert}<span><bdi>${this.author.name}</bdi> has answered meanwhile.</span></p>
      <button class="button small" @click=${() => this.dispatchEvent(new Event('inbox-look'))}>Look first</button>
      <button class="button quiet small" @click=${() => this.dispatchEvent(new Event('inbox-send-anyway'))}>
        Send anyway
      </button>
    `;
  }

  override firstUpdated(): void {
    this.renderRoot.querySelector('button')?.focus();
  }
}

customElements.define('crossing-notice', CrossingNotice);

declare global {
  interface HTMLElementTagNameMap {
    'crossing-notice': CrossingNotice;
  }
}
