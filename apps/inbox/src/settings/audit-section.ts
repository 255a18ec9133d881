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
        min-height: 0;
      }

      .rows .name {
        font-weight: 400;
      }
    `,
  ];

  // What all agents share has changed: that is written down.
  readonly #entries = this.pagedList<AuditEntry>(
    ({ limit, after }) => this.client.call('listAudit', {}, { query: { limit, before: after } }),
    () => this.client.store.get().workspace,
  );

  override render() {
    const { items: entries } = this.#entries;
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
          entries && entries.length > 0
            ? html`<ul class="rows" role="list" aria-label="What was done">
                ${entries.map((entry) => this.#entry(entry))}
              </ul>`
            : html`<div class="empty"><strong>${entries ? 'Nothing has been changed yet' : 'Loading…'}</strong></div>`
        }
      </div>
      ${this.moreButton(this.#entries)}
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
}

customElements.define('audit-section', AuditSection);

declare global {
  interface HTMLElementTagNameMap {
    'audit-section': AuditSection;
  }
}
