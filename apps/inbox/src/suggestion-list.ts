import { base } from '@porchlight/ui';
import type { PropertyValues } from 'lit';
import { css, html, LitElement } from 'lit';
import type { Suggestion } from './completion.js';

/** Somebody took a suggestion. */
export class SuggestionEvent extends Event {
  static readonly type = 'inbox-suggestion';

  constructor(readonly id: string) {
    super(SuggestionEvent.type);
  }
}

/**
 * What could be meant by what is typed, above the field; the field keeps the focus. Fires `inbox-suggestion`.
 */
export class SuggestionList extends LitElement {
  static override styles = [
    base,
    css`
      :host {
        display: block;
        border: 1px solid var(--pl-border);
        border-radius: var(--pl-radius-m);
        background: var(--pl-surface);
        box-shadow: var(--pl-shadow-2);
        overflow: hidden;
      }

      ul {
        max-height: min(264px, 40vh);
        padding: var(--pl-space-1);
        overflow-y: auto;
        overscroll-behavior: contain;
        list-style: none;
        scrollbar-width: thin;
      }

      li {
        display: flex;
        gap: var(--pl-space-3);
        align-items: baseline;
        padding: 6px 10px;
        border-radius: var(--pl-radius-s);
        cursor: pointer;
      }

      li[aria-selected='true'] {
        background: var(--pl-raised);
      }

      .label {
        flex: none;
        max-width: 50%;
        overflow: hidden;
        font-weight: 550;
        text-overflow: ellipsis;
        white-space: nowrap;
      }

      .hint {
        min-width: 0;
        overflow: hidden;
        color: var(--pl-text-muted);
        font: var(--pl-text-s);
        text-overflow: ellipsis;
        white-space: nowrap;
      }

      @media (forced-colors: active) {
        li[aria-selected='true'] {
          outline: 2px solid Highlight;
          outline-offset: -2px;
        }
      }
    `,
  ];
  static override properties = {
    items: { attribute: false },
    label: { attribute: false },
    at: { attribute: false },
  };

  declare items: readonly Suggestion[];
  /** Name of the list for assistive technology. */
  declare label: string;
  /** Which one Enter takes. */
  declare at: number;

  constructor() {
    super();
    this.items = [];
    this.label = '';
    this.at = 0;
  }

  /** The element of the one that Enter takes. */
  get active(): Element | null {
    return this.renderRoot.querySelector('[aria-selected=true]');
  }

  override render() {
    // The field keeps the focus, so a press must not take it.
    return html`<ul role="listbox" aria-label=${this.label} @mousedown=${(event: Event) => event.preventDefault()}>
      ${this.items.map(
        ({ id, label, hint }, index) => html`<li
          role="option"
          aria-selected=${index === this.at}
          @click=${() => this.dispatchEvent(new SuggestionEvent(id))}
        >
          <span class="label" dir="auto">${label}</span><span class="hint" dir="auto">${hint}</span>
        </li>`,
      )}
    </ul>`;
  }

  override updated(changed: PropertyValues<this>): void {
    if (changed.has('at')) this.active?.scrollIntoView({ block: 'nearest' });
  }
}

customElements.define('suggestion-list', SuggestionList);

declare global {
  interface HTMLElementEventMap {
    'inbox-suggestion': SuggestionEvent;
  }
  interface HTMLElementTagNameMap {
    'suggestion-list': SuggestionList;
  }
}
