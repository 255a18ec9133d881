import type { ChatClient } from '@porchlight/client';
import type { Visitor, VisitorEvent } from '@porchlight/protocol';
import { base } from '@porchlight/ui';
import type { PropertyValues } from 'lit';
import { css, html, LitElement, nothing } from 'lit';
import { pageOf } from './conversation-words.js';
import { ageOf, dateTime } from './time.js';

/** How many are shown before one asks for all. */
const FIRST = 8;

/** What a visitor has done on the site, latest first; fetched anew whenever the visitor has changed. */
export class VisitorActivity extends LitElement {
  static override styles = [
    base,
    css`
      :host {
        display: block;
      }

      section {
        margin-top: var(--pl-space-5);
        padding-top: var(--pl-space-5);
        border-top: 1px solid var(--pl-border);
      }

      h3 {
        margin-bottom: var(--pl-space-3);
        font: var(--pl-text-s);
        font-weight: 600;
      }

      ol {
        display: grid;
        gap: var(--pl-space-2);
        margin: 0;
        padding: 0;
        list-style: none;
        font: var(--pl-text-s);
      }

      li {
        display: grid;
        grid-template-columns: minmax(0, 1fr) auto;
        gap: 0 var(--pl-space-3);
      }

      .what {
        overflow-wrap: anywhere;
      }

      .what a {
        color: inherit;
      }

      time,
      .data {
        color: var(--pl-text-muted);
        font-variant-numeric: tabular-nums;
      }

      .data {
        grid-column: 1 / -1;
        overflow-wrap: anywhere;
      }

      button {
        min-height: 24px;
        margin-top: var(--pl-space-2);
        padding: 0;
        border: 0;
        background: none;
        color: var(--pl-accent-text);
        font: var(--pl-text-s);
        cursor: pointer;
      }
    `,
  ];
  static override properties = {
    visitor: { attribute: false },
    client: { attribute: false },
    events: { state: true },
    all: { state: true },
  };

  declare visitor: Visitor;
  declare client: ChatClient;
  declare private events: readonly VisitorEvent[];
  declare private all: boolean;

  constructor() {
    super();
    this.events = [];
    this.all = false;
  }

  protected override willUpdate(changed: PropertyValues<VisitorActivity>): void {
    const before = changed.get('visitor');
    if (!changed.has('visitor') || before === this.visitor) return;
    if (before?.id !== this.visitor.id) {
      this.events = [];
      this.all = false;
    }
    void this.#fetch(this.visitor.id);
  }

  override render() {
    const { events } = this;
    if (events.length === 0) return nothing;
    const shown = this.all ? events : events.slice(0, FIRST);
    return html`
      <section aria-label="On the site">
        <h3>On the site</h3>
        <ol>
          ${shown.map(
            (event) => html`<li>
              <span class="what" dir="auto">${what(event)}</span>
              <time datetime=${event.at} title=${dateTime(event.at)}>${ageOf(event.at, Date.now())}</time>
              ${event.data ? html`<span class="data" dir="auto">${said(event.data)}</span>` : nothing}
            </li>`,
          )}
        </ol>
        ${
          shown.length < events.length
            ? html`<button
                @click=${() => {
                  this.all = true;
                }}
              >
                Show all ${events.length}
              </button>`
            : nothing
        }
      </section>
    `;
  }

  async #fetch(id: string): Promise<void> {
    // Without it one can still answer.
    const { items } = await this.client.call('listVisitorEvents', { visitor: id }).catch(() => ({ items: [] }));
    if (id === this.visitor.id) this.events = items;
  }
}

/** A page by its address, anything else by its name. */
function what({ name, page }: VisitorEvent) {
  const address = pageOf(page);
  if (name !== 'page' || !address) return name;
  return html`<a href=${address.href} title=${address.href} target="_blank" rel="noopener noreferrer nofollow"
    >${address.text}</a
  >`;
}

function said(data: NonNullable<VisitorEvent['data']>): string {
  return Object.entries(data)
    .map(([name, value]) => `${name}: ${value}`)
    .join(' · ');
}

customElements.define('visitor-activity', VisitorActivity);

declare global {
  interface HTMLElementTagNameMap {
    'visitor-activity': VisitorActivity;
  }
}
