import type { ChatClient } from '@porchlight/client';
import type { Agent } from '@porchlight/protocol';
import { base, controls, icons } from '@porchlight/ui';
import type { PropertyValues } from 'lit';
import { html, LitElement, nothing } from 'lit';
import type { Workspace } from '../workspace.js';
import type { SectionKey, SettingsPlace } from './sections.js';
import { sections, settingsHref } from './sections.js';
import { styles } from './settings-page.styles.js';
import './audit-section.js';
import './blocked-section.js';
import './canned-section.js';
import './people-section.js';
import './profile-section.js';
import './security-section.js';
import './site-section.js';
import './sites-section.js';
import './tags-section.js';
import './teams-section.js';
import './tokens-section.js';

/** The settings: a list of sections, and one of them beside it. */
export class SettingsPage extends LitElement {
  static override styles = [base, controls, styles];
  static override properties = {
    client: { attribute: false },
    workspace: { attribute: false },
    me: { attribute: false },
    place: { attribute: false },
    revision: { attribute: false },
    shows: { reflect: true },
  };

  declare client: ChatClient;
  declare workspace: Workspace;
  declare me: Agent;
  declare place: SettingsPlace;
  /** Another one: what all agents share has changed. */
  declare revision: unknown;
  /** Which of the two is shown where there is room for one only. */
  declare shows: 'list' | 'section';

  override willUpdate(): void {
    this.shows = this.place.section ? 'section' : 'list';
  }

  override updated(changed: PropertyValues<SettingsPage>): void {
    if (!changed.has('place')) return;
    const label = sections.find(({ key }) => key === this.#section)?.label;
    document.title = `${label ?? 'Settings'} · Porchlight`;
    this.renderRoot.querySelector('main')?.scrollTo(0, 0);
  }

  get #section(): SectionKey {
    return this.place.section ?? 'profile';
  }

  override render() {
    const open = sections.filter(({ adminOnly }) => !adminOnly || this.me.role === 'admin');
    const groups = [...new Set(open.map(({ group }) => group))];
    return html`
      <nav aria-label="Settings">
        <a class="back" href="/inbox/">${icons.arrowLeft}Inbox</a>
        ${groups.map(
          (group) => html`
            <h2 id=${group}>${group}</h2>
            <ul role="list" aria-labelledby=${group}>
              ${open
                .filter((section) => section.group === group)
                .map(
                  ({ key, label }) =>
                    html`<li>
                      <a href=${settingsHref({ section: key })} aria-current=${key === this.#section ? 'page' : nothing}>
                        ${label}
                      </a>
                    </li>`,
                )}
            </ul>
          `,
        )}
      </nav>
      <main tabindex="0">
        <div class="inner">
          <a class="back" href=${this.place.item ? settingsHref({ section: this.#section }) : '/inbox/settings'}>
            ${icons.arrowLeft}${this.place.item ? 'Sites' : 'Settings'}
          </a>
          ${this.#content()}
        </div>
      </main>
    `;
  }

  #content() {
    const { client, workspace, me, revision } = this;
    switch (this.#section) {
      case 'profile':
        return html`<profile-section .client=${client} .workspace=${workspace} .me=${me} .revision=${revision}></profile-section>`;
      case 'security':
        return html`<security-section .client=${client} .workspace=${workspace} .me=${me} .revision=${revision}></security-section>`;
      case 'people':
        return html`<people-section .client=${client} .workspace=${workspace} .me=${me} .revision=${revision}></people-section>`;
      case 'teams':
        return html`<teams-section .client=${client} .workspace=${workspace} .me=${me} .revision=${revision}></teams-section>`;
      case 'sites':
        return this.place.item
          ? html`<site-section
              .client=${client}
              .workspace=${workspace}
              .me=${me}
              .revision=${revision}
              .key=${this.place.item}
            ></site-section>`
          : html`<sites-section .client=${client} .workspace=${workspace} .me=${me} .revision=${revision}></sites-section>`;
      case 'tags':
        return html`<tags-section .client=${client} .workspace=${workspace} .me=${me} .revision=${revision}></tags-section>`;
      case 'canned':
        return html`<canned-section .client=${client} .workspace=${workspace} .me=${me} .revision=${revision}></canned-section>`;
      case 'blocked':
        return html`<blocked-section .client=${client} .workspace=${workspace} .me=${me} .revision=${revision}></blocked-section>`;
      case 'tokens':
        return html`<tokens-section .client=${client} .workspace=${workspace} .me=${me} .revision=${revision}></tokens-section>`;
      case 'audit':
        return html`<audit-section .client=${client} .workspace=${workspace} .me=${me} .revision=${revision}></audit-section>`;
    }
  }
}

customElements.define('settings-page', SettingsPage);

declare global {
  interface HTMLElementTagNameMap {
    'settings-page': SettingsPage;
  }
}
