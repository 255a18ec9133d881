import type { AuditEntry } from '@porchlight/protocol';
import { formatFull } from '@porchlight/ui';
import { css, html, nothing } from 'lit';
import { actionWords, changeWords } from './audit-words.js';
import { SettingsSection } from './section.js';
import { ago } from './time-words.js';

/** Who changed what. */
export class AuditSection extends SettingsSection {
  static override styles = [
    ...SettingsSection.styles,
    css`
      time {
        color: var(--pl-text-muted);
        font: var(--pl-text-s);
        white-space: nowrap;
      }

      .rows > li {
        align-items: start;
      }

      .rows .name {
        font-weight: 400;
      }
    `,
  ];
  static override properties = { ...SettingsSection.properties, entries: { state: true }, next: { state: true } };

  declare private entries: readonly AuditEntry[] | undefined;
  declare private next: string | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    void this.#load();
  }

  override render() {
    return html`
      <div class="title">
        <div>
          <h1>Audit log</h1>
          <p class="lead">Who changed what, latest first. Nothing here can be changed.</p>
        </div>
      </div>
      ${this.notices()}
      <div class="card flush">
        ${
          this.entries && this.entries.length > 0
            ? html`<ul class="rows" role="list" aria-label="What was done">
                ${this.entries.map((entry) => this.#entry(entry))}
              </ul>`
            : html`<div class="empty"><strong>${this.entries ? 'Nothing has been changed yet' : 'Loading…'}</strong></div>`
        }
      </div>
      ${
        this.next
          ? html`<div class="actions">
              <button class="button" aria-disabled=${this.busy} @click=${this.#load}>Show more</button>
            </div>`
          : nothing
      }
    `;
  }

  #entry({ actor, action, target, changes, at }: AuditEntry) {
    return html`<li>
      <div class="what">
        <p class="name"><strong dir="auto">${actor.name}</strong> ${actionWords[action]} <span dir="auto">${actor.id === target.id ? '' : target.name}</span></p>
        ${changes ? html`<p class="more">${changeWords(changes)}</p>` : nothing}
      </div>
      <time datetime=${at} title=${formatFull(new Date(at), 'en')}>${ago(at)}</time>
    </li>`;
  }

  readonly #load = async () => {
    await this.attempt(async () => {
      const page = await this.client.call('listAudit', {}, { query: { before: this.next } });
      this.entries = [...(this.entries ?? []), ...page.items];
      this.next = page.next;
    });
  };
}

customElements.define('audit-section', AuditSection);

declare global {
  interface HTMLElementTagNameMap {
    'audit-section': AuditSection;
  }
}
