import type { AuditEntry } from '@porchlight/protocol';
import { formatFull } from '@porchlight/ui';
import type { PropertyValues } from 'lit';
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
        min-height: 0;
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

  override updated(changed: PropertyValues<AuditSection>): void {
    if (changed.has('revision') && this.entries) void this.#loadNew(this.entries);
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
        ${changes ? html`<p class="more">${changeWords(changes, (id) => this.#nameOf(id))}</p>` : nothing}
      </div>
      <time datetime=${at} title=${formatFull(new Date(at), 'en')}>${ago(at)}</time>
    </li>`;
  }

  #nameOf(id: string): string | undefined {
    const all = [...this.workspace.list('agents'), ...this.workspace.list('teams')];
    return all.find((each) => each.id === id)?.name;
  }

  /** Something has changed, and is written down; where more has than fits a page, the list begins anew. */
  async #loadNew(known: readonly AuditEntry[]): Promise<void> {
    const page = await this.client.call('listAudit', {}).catch(() => undefined);
    if (!page || this.entries !== known) return;
    const seen = page.items.findIndex(({ id }) => id === known[0]?.id);
    if (seen >= 0) this.entries = [...page.items.slice(0, seen), ...known];
    else [this.entries, this.next] = [page.items, page.next];
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
