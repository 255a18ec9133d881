import { base } from '@porchlight/ui';
import type { PropertyValues } from 'lit';
import { css, html, LitElement } from 'lit';

/** The site's widget as it will look with what is typed; what is written in it arrives in the inbox. */
export class SitePreview extends LitElement {
  static override styles = [
    base,
    css`
      :host {
        display: grid;
        gap: var(--pl-space-2);
      }

      .frame {
        height: 480px;
        border: 1px solid var(--pl-border);
        border-radius: var(--pl-radius-l);
        overflow: clip;
        box-shadow: var(--pl-shadow-1);
      }

      h3 {
        color: var(--pl-text);
        font: var(--pl-text-l);
        font-weight: 600;
        overflow-wrap: anywhere;
      }

      p {
        color: var(--pl-text-muted);
        font: var(--pl-text-s);
      }
    `,
  ];
  static override properties = { site: {}, heading: {}, greeting: {}, hue: { type: Number } };

  declare site: string;
  declare heading: string;
  declare greeting: string;
  declare hue: number;
  #widget: HTMLElement | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    loadWidget();
  }

  override render() {
    return html`
      <div class="frame"></div>
      <p>This is the chat itself: what you write in it arrives in your inbox.</p>
    `;
  }

  override updated(changed: PropertyValues<SitePreview>): void {
    if (changed.has('site')) {
      this.#widget?.remove();
      this.#widget = document.createElement('chat-widget');
      this.#widget.setAttribute('site', this.site);
      this.#widget.setAttribute('mode', 'inline');
      // The greeting is the site's own; what stands in this slot takes its place.
      const empty = document.createElement('div');
      empty.slot = 'empty';
      empty.append(document.createElement('h3'));
      this.#widget.append(empty);
      this.renderRoot.querySelector('.frame')?.append(this.#widget);
    }
    this.#widget?.setAttribute('heading', this.heading);
    this.#widget?.style.setProperty('--chat-accent', `oklch(0.53 0.14 ${this.hue})`);
    const empty = this.#widget?.querySelector('h3');
    if (empty) empty.textContent = this.greeting;
  }
}

/** As a website does, from the server itself. */
function loadWidget(): void {
  const entry = '/widget.js';
  // Without it there is no preview, and everything else goes on.
  import(/* @vite-ignore */ entry).catch(() => undefined);
}

customElements.define('site-preview', SitePreview);

declare global {
  interface HTMLElementTagNameMap {
    'site-preview': SitePreview;
  }
}
