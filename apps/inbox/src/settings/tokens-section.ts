import { revisionOf } from '@porchlight/client';
import type { ApiToken, CreatedApiToken, TokenScope } from '@porchlight/protocol';
import { html, nothing } from 'lit';
import { SettingsSection } from './section.js';
import { ago } from './time-words.js';
import './confirm-dialog.js';
import './copy-field.js';

const SCOPES: readonly { scope: TokenScope; label: string; hint: string }[] = [
  { scope: 'read', label: 'Read', hint: 'See what your team sees, and search it.' },
  { scope: 'write', label: 'Write', hint: 'Answer, and change conversations.' },
  { scope: 'manage', label: 'Manage', hint: 'Change sites, teams, tags and shared canned replies.' },
];

/** Credentials for programs. */
export class TokensSection extends SettingsSection {
  static override properties = {
    ...SettingsSection.properties,
    adding: { state: true },
    made: { state: true },
  };

  declare private adding: boolean;
  declare private made: CreatedApiToken | undefined;
  readonly #tokens = this.pagedList<ApiToken>(
    (query) => this.client.call('listTokens', {}, { query }),
    () => revisionOf(this.client.store.get(), 'tokens'),
  );

  override render() {
    const { items: tokens } = this.#tokens;
    return html`
      <div class="title">
        <div>
          <h1>API tokens</h1>
          <p class="lead">For programs that answer, or read along. Each may do what its scopes say, and no more.</p>
        </div>
        ${this.adding ? nothing : html`<button class="button primary" @click=${this.#start}>Make a token</button>`}
      </div>
      ${this.notices()} ${this.adding ? this.#form() : nothing}
      ${
        this.made
          ? html`<div class="card">
              <h2>${this.made.name}</h2>
              <p class="lead">This is the token. It is not shown again.</p>
              <copy-field label="API token" .text=${this.made.token}></copy-field>
              <div class="actions"><button class="button" @click=${() => (this.made = undefined)}>Done</button></div>
            </div>`
          : nothing
      }
      <div class="card flush">
        ${
          tokens && tokens.length > 0
            ? html`<ul class="rows" role="list" aria-label="API tokens">
                ${tokens.map((token) => this.#token(token))}
              </ul>`
            : html`<div class="empty">
                <strong>${tokens ? 'There is no token yet' : 'Loading…'}</strong>
                ${tokens ? html`<p>You need none unless a program of yours talks to Porchlight.</p>` : nothing}
              </div>`
        }
      </div>
      ${this.moreButton(this.#tokens)}
      <confirm-dialog></confirm-dialog>
    `;
  }

  #form() {
    return html`<div class="card">
      <h2>Make a token</h2>
      <form @submit=${this.#make}>
        <label class="field">
          <span class="label">Name</span>
          <input class="input" name="name" required maxlength="60" autocomplete="off" dir="auto" placeholder="Order bot" />
          <span class="hint">What it writes is signed with it.</span>
        </label>
        <fieldset>
          <legend>What it may do</legend>
          ${SCOPES.map(
            ({ scope, label, hint }) => html`<label class="choice">
              <input type="checkbox" name="scopes" value=${scope} .checked=${scope === 'read'} />
              <span>${label}<span class="hint">${hint}</span></span>
            </label>`,
          )}
        </fieldset>
        <div class="actions">
          ${this.submitButton('Make token', 'Making…')}
          <button class="button quiet" type="button" @click=${() => (this.adding = false)}>Cancel</button>
        </div>
      </form>
    </div>`;
  }

  #token({ id, name, scopes, start, createdBy, createdAt, lastUsedAt }: ApiToken) {
    return html`<li>
      <div class="what">
        <p class="name" dir="auto">${name}</p>
        <p class="more">
          <code>${start}…</code> · Made ${ago(createdAt)} by ${createdBy} · ${lastUsedAt ? `Last used ${ago(lastUsedAt)}` : 'Never used'}
        </p>
      </div>
      <div class="side">
        ${SCOPES.filter(({ scope }) => scopes.includes(scope)).map(({ label }) => html`<span class="badge">${label}</span>`)}
        <button class="button small" aria-label="End ${name}" @click=${() => this.#end(id, name)}>End</button>
      </div>
    </li>`;
  }

  readonly #start = async () => {
    this.adding = true;
    this.made = undefined;
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLInputElement>('[name=name]')?.focus();
  };

  #make(event: SubmitEvent) {
    event.preventDefault();
    const data = new FormData(event.currentTarget as HTMLFormElement);
    const scopes = data.getAll('scopes') as TokenScope[];
    if (scopes.length === 0) {
      this.problem = 'Choose what it may do.';
      return;
    }
    void this.attempt(async () => {
      this.made = await this.client.call('createToken', {}, { body: { name: String(data.get('name')), scopes } });
      this.adding = false;
    });
  }

  async #end(token: string, name: string) {
    const go = await this.renderRoot.querySelector('confirm-dialog')?.ask({
      title: `End ${name}?`,
      text: 'The program that uses it can do nothing from then on.',
      action: 'End it',
    });
    if (go) await this.attempt(() => this.client.call('deleteToken', { token }), { told: 'Token ended' });
  }
}

customElements.define('tokens-section', TokensSection);

declare global {
  interface HTMLElementTagNameMap {
    'tokens-section': TokensSection;
  }
}
