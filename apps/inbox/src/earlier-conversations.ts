import type { ChatClient } from '@porchlight/client';
import type { Conversation } from '@porchlight/protocol';
import { base, plainText } from '@porchlight/ui';
import type { PropertyValues } from 'lit';
import { css, html, LitElement, nothing } from 'lit';
import { statusWords } from './conversation-words.js';
import { panelSection } from './panel-section.styles.js';
import { ageOf, dateTime } from './time.js';

/** How many are looked for. */
const SHOWN = 10;

/** What else a visitor has asked, latest first. */
export class EarlierConversations extends LitElement {
  static override styles = [
    base,
    panelSection,
    css`
      ul {
        display: grid;
        gap: 2px;
        list-style: none;
      }

      a {
        display: grid;
        grid-template-columns: minmax(0, 1fr) auto;
        gap: var(--pl-space-2);
        margin: 0 calc(-1 * var(--pl-space-2));
        padding: var(--pl-space-1) var(--pl-space-2);
        border-radius: var(--pl-radius-s);
        color: var(--pl-text);
        font: var(--pl-text-s);
        text-decoration: none;
      }

      a:hover {
        background: var(--pl-raised);
      }

      .what {
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
      }

      .when {
        color: var(--pl-text-muted);
      }
    `,
  ];
  static override properties = {
    client: { attribute: false },
    visitor: { attribute: false },
    current: { attribute: false },
    found: { state: true },
  };

  declare client: ChatClient;
  /** Id of the visitor. */
  declare visitor: string;
  /** Id of the conversation that is shown, which is not among them. */
  declare current: string;
  declare private found: readonly Conversation[];

  constructor() {
    super();
    this.found = [];
  }

  override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('visitor') && !changed.has('current')) return;
    if (changed.has('visitor')) this.found = [];
    void this.#fetch(this.visitor);
  }

  override render() {
    const others = this.found.filter(({ id, kind }) => id !== this.current && kind === 'support');
    if (others.length === 0) return nothing;
    return html`<section aria-label="Other conversations">
      <h3>Other conversations</h3>
      <ul>
        ${others.map(
          (conversation) => html`<li>
            <a href="/inbox/c/${conversation.id}">
              <span class="what" dir="auto">${title(conversation)}</span>
              <span class="when">
                ${statusWords[conversation.status]} \u00b7
                <time datetime=${conversation.updatedAt} title=${dateTime(conversation.updatedAt)}
                  >${ageOf(conversation.updatedAt, Date.now())}</time
                >
              </span>
            </a>
          </li>`,
        )}
      </ul>
    </section>`;
  }

  async #fetch(visitor: string): Promise<void> {
    // Without them one can still answer.
    const query = { visitor, limit: SHOWN + 1 };
    const { items } = await this.client.call('listConversations', {}, { query }).catch(() => ({ items: [] }));
    if (visitor === this.visitor) this.found = items;
  }
}

function title({ subject, lastMessage }: Conversation): string {
  return subject ?? (plainText(lastMessage?.text.slice(0, 200) ?? '') || 'No messages yet');
}

customElements.define('earlier-conversations', EarlierConversations);

declare global {
  interface HTMLElementTagNameMap {
    'earlier-conversations': EarlierConversations;
  }
}
