import type { Site } from '@porchlight/protocol';
import { css, html, nothing } from 'lit';
import { SettingsSection, valuesOf } from './section.js';
import { settingsHref } from './sections.js';

/** So many websites of a site are named in the list. */
const SHOWN = 2;

/** Where the chat stands. */
export class SitesSection extends SettingsSection {
  static override styles = [
    ...SettingsSection.styles,
    css`
      .swatch {
        flex: none;
        width: 32px;
        height: 32px;
        border-radius: 50%;
        background: oklch(0.53 0.14 var(--hue));
      }

      li a {
        color: inherit;
        text-decoration: none;
      }

      li:hover {
        background: var(--pl-raised);
      }

      li a::after {
        content: '';
        position: absolute;
        inset: 0;
      }

      .rows > li {
        position: relative;
      }
    `,
  ];
  static override properties = { ...SettingsSection.properties, adding: { state: true } };

  declare private adding: boolean;

  override render() {
    const sites = this.workspace.list('sites');
    return html`
      <div class="title">
        <div>
          <h1>Sites</h1>
          <p class="lead">A site is a place where the chat stands, with its own words and colour.</p>
        </div>
        ${
          this.me.role === 'admin' && !this.adding
            ? html`<button class="button primary" @click=${() => (this.adding = true)}>Add a site</button>`
            : nothing
        }
      </div>
      ${this.notices()} ${this.adding ? this.#form() : nothing}
      <div class="card flush">
        ${
          sites.length === 0
            ? html`<div class="empty">
                <strong>${this.workspace.has('sites') ? 'There is no site yet' : 'Loading…'}</strong>
                ${this.workspace.has('sites') ? html`<p>Add your website, and paste two lines into its pages.</p>` : nothing}
              </div>`
            : html`<ul class="rows" role="list" aria-label="Sites">
                ${sites.map((site) => this.#site(site))}
              </ul>`
        }
      </div>
    `;
  }

  #site({ key, name, origins, hue }: Site) {
    return html`<li>
      <span class="swatch" .style=${`--hue:${hue}`}></span>
      <div class="what">
        <p class="name" dir="auto"><a href=${settingsHref({ section: 'sites', item: key })}>${name}</a></p>
        <p class="more">${websites(origins)}</p>
      </div>
      <span class="badge">${key}</span>
    </li>`;
  }

  #form() {
    return html`<div class="card">
      <h2>Add a site</h2>
      <form @submit=${this.#add}>
        <label class="field">
          <span class="label">Name</span>
          <input class="input" name="name" required maxlength="60" autocomplete="off" dir="auto" placeholder="Acme Ceramics" />
        </label>
        <label class="field">
          <span class="label">Key</span>
          <input
            class="input"
            name="key"
            required
            maxlength="40"
            pattern="[a-z0-9]([a-z0-9\\-]*[a-z0-9])?"
            autocomplete="off"
            autocapitalize="off"
            spellcheck="false"
            placeholder="acme"
          />
          <span class="hint">Stands in the tag, and never changes: small letters, digits and hyphens.</span>
        </label>
        <label class="field">
          <span class="label">Address of the website</span>
          <input class="input" name="origin" type="url" required autocomplete="off" placeholder="https://acme.example" />
        </label>
        <div class="actions">
          ${this.submitButton('Add site')}
          <button class="button quiet" type="button" @click=${() => (this.adding = false)}>Cancel</button>
        </div>
      </form>
    </div>`;
  }

  async #add(event: SubmitEvent) {
    const { name = '', key = '', origin = '' } = valuesOf(event);
    const body = { name, key, heading: name, origins: [originOf(origin)] };
    const done = await this.attempt(() => this.client.call('createSite', {}, { body }), {
      told: 'Site added',
      refused: 'There is, or was, a site with this key. Choose another.',
    });
    if (done) this.adding = false;
  }
}

function websites(origins: readonly string[]): string {
  if (origins.includes('*')) return 'Any website';
  const more = origins.length - SHOWN;
  return `${origins.slice(0, SHOWN).join(', ') || 'No website yet'}${more > 0 ? ` and ${more} more` : ''}`;
}

/** What a browser sends for a page of that address. */
export function originOf(address: string): string {
  return URL.canParse(address) ? new URL(address).origin : address;
}

customElements.define('sites-section', SitesSection);

declare global {
  interface HTMLElementTagNameMap {
    'sites-section': SitesSection;
  }
}
