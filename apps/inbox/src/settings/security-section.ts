import type { Session, TwoFactorSetup } from '@porchlight/protocol';
import { css, html, nothing } from 'lit';
import { qrCode } from './qr-code.js';
import { SettingsSection, valuesOf } from './section.js';
import { ago } from './time-words.js';
import './confirm-dialog.js';
import './copy-field.js';

/** One's password, second factor, and where one is signed in. */
export class SecuritySection extends SettingsSection {
  static override styles = [
    ...SettingsSection.styles,
    css`
      .qr {
        width: 192px;
        padding: var(--pl-space-3);
        border-radius: var(--pl-radius-m);
        background: white;
      }

      .codes {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(130px, 1fr));
        gap: var(--pl-space-1);
        list-style: none;
      }
    `,
  ];
  static override properties = {
    ...SettingsSection.properties,
    setup: { state: true },
    codes: { state: true },
    asking: { state: true },
  };

  declare private setup: TwoFactorSetup | undefined;
  declare private codes: readonly string[] | undefined;
  /** Whether the password is asked for, to turn the second factor on or off. */
  declare private asking: boolean;
  readonly #sessions = this.pagedList<Session>((query) => this.client.call('listSessions', {}, { query }));

  override render() {
    return html`
      <div class="title"><h1>Sign-in and security</h1></div>
      ${this.notices()}
      <div class="card">
        <h2>Password</h2>
        <form @submit=${this.#changePassword}>
          <input type="text" name="username" autocomplete="username" .value=${this.me.email} hidden />
          ${this.#password('current', 'Present password', 'current-password')}
          ${this.#password('password', 'New password', 'new-password', 'At least 8 characters. Your other sessions end.')}
          ${this.submitButton('Change password')}
        </form>
      </div>
      <div class="card">
        <h2>Two-factor sign-in</h2>
        ${this.#twoFactor()}
      </div>
      <div class="card flush">
        <ul class="rows" role="list" aria-label="Sessions">
          <li class="head"><div class="what"><h2>Where you are signed in</h2></div></li>
          ${this.#sessions.items?.map((session) => this.#session(session)) ?? html`<li class="more">Loading…</li>`}
        </ul>
      </div>
      ${this.moreButton(this.#sessions)}
      <confirm-dialog></confirm-dialog>
    `;
  }

  #password(name: string, label: string, autocomplete: 'current-password' | 'new-password', hint?: string) {
    return html`<label class="field">
      <span class="label">${label}</span>
      <input
        class="input"
        name=${name}
        type="password"
        required
        minlength=${autocomplete === 'new-password' ? 8 : 1}
        maxlength="200"
        autocomplete=${autocomplete}
      />
      ${hint ? html`<span class="hint">${hint}</span>` : nothing}
    </label>`;
  }

  #twoFactor() {
    if (this.codes) {
      return html`
        <p>Two-factor is on. Keep these codes where you find them without your phone: each signs you in once.</p>
        <copy-field label="Recovery codes" .text=${this.codes.join('\n')}></copy-field>
        <div class="actions">
          <button class="button" @click=${() => (this.codes = undefined)}>I have kept them</button>
        </div>
      `;
    }
    if (this.setup) {
      return html`
        <p>Scan this with an authenticator app, then enter the code that it shows.</p>
        <div class="qr" role="img" aria-label="QR code for an authenticator app">${qrCode(this.setup.uri)}</div>
        <p class="hint">Or type this key into the app:</p>
        <copy-field label="Key for the app" .text=${this.setup.secret}></copy-field>
        <form @submit=${this.#confirm}>
          <label class="field">
            <span class="label">Code</span>
            <input class="input" name="code" required inputmode="numeric" autocomplete="one-time-code" maxlength="7" />
          </label>
          <div class="actions">
            ${this.submitButton('Turn on', 'Checking…')}
            <button class="button quiet" type="button" @click=${() => (this.setup = undefined)}>Cancel</button>
          </div>
        </form>
      `;
    }
    const { twoFactor } = this.me;
    return html`
      <p class="lead">
        ${
          twoFactor
            ? 'It is on: signing in takes a code of your authenticator app.'
            : 'Ask for a code of an authenticator app besides the password, so that a stolen password lets nobody in.'
        }
      </p>
      ${
        this.asking
          ? html`<form @submit=${twoFactor ? this.#end : this.#begin}>
              <input type="text" name="username" autocomplete="username" .value=${this.me.email} hidden />
              ${this.#password('password', 'Your password', 'current-password')}
              <div class="actions">
                ${this.submitButton(twoFactor ? 'Turn off' : 'Continue', 'Checking…')}
                <button class="button quiet" type="button" @click=${() => (this.asking = false)}>Cancel</button>
              </div>
            </form>`
          : html`<div class="actions">
              <button class="button" @click=${() => (this.asking = true)}>${twoFactor ? 'Turn off' : 'Turn on'}</button>
            </div>`
      }
    `;
  }

  #session({ id, device, address, current, createdAt, lastUsedAt }: Session) {
    return html`<li>
      <div class="what">
        <p class="name">${device}</p>
        <p class="more">
          ${address ? html`From ${address} · ` : nothing}Signed in ${ago(createdAt)} · Last used ${ago(lastUsedAt)}
        </p>
      </div>
      ${
        current
          ? html`<span class="badge good">This one</span>`
          : html`<button
              class="button small"
              aria-label="Sign out ${device}"
              aria-disabled=${this.busy}
              @click=${() => this.#endSession(id, device)}
            >
              Sign out
            </button>`
      }
    </li>`;
  }

  async #endSession(session: string, device: string) {
    const go = await this.renderRoot.querySelector('confirm-dialog')?.ask({
      title: `Sign out ${device}?`,
      text: 'Whoever uses it signs in again to go on.',
      action: 'Sign out',
    });
    if (
      go &&
      (await this.attempt(() => this.client.call('deleteSession', { session }), { told: 'Signed out there' }))
    ) {
      await this.#sessions.reload();
    }
  }

  async #changePassword(event: SubmitEvent) {
    const form = event.currentTarget as HTMLFormElement;
    const { current = '', password = '' } = rawPasswords(event);
    const done = await this.attempt(() => this.client.call('setPassword', {}, { body: { current, password } }), {
      told: 'Password changed. Your other sessions have ended.',
      refused: 'The present password is not right.',
    });
    if (!done) return;
    form.reset();
    await this.#sessions.reload();
  }

  #begin(event: SubmitEvent) {
    const { password = '' } = rawPasswords(event);
    void this.attempt(
      async () => {
        this.setup = await this.client.call('beginTwoFactor', {}, { body: { password } });
        this.asking = false;
      },
      { refused: 'The password is not right.' },
    );
  }

  #confirm(event: SubmitEvent) {
    const { code = '' } = valuesOf(event);
    void this.attempt(
      async () => {
        const { recoveryCodes } = await this.client.call('confirmTwoFactor', {}, { body: { code } });
        this.codes = recoveryCodes;
        this.setup = undefined;
      },
      { refused: 'The code is not right. Take the one that the app shows now.' },
    );
  }

  #end(event: SubmitEvent) {
    const { password = '' } = rawPasswords(event);
    void this.attempt(
      async () => {
        await this.client.call('endTwoFactor', {}, { body: { password } });
        this.asking = false;
      },
      { told: 'Two-factor is off', refused: 'The password is not right.' },
    );
  }
}

/** As typed: white space may be part of a password. */
function rawPasswords(event: SubmitEvent): Record<string, string> {
  event.preventDefault();
  return Object.fromEntries(new FormData(event.currentTarget as HTMLFormElement)) as Record<string, string>;
}

customElements.define('security-section', SecuritySection);

declare global {
  interface HTMLElementTagNameMap {
    'security-section': SecuritySection;
  }
}
