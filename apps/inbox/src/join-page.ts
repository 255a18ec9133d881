import { ChatError, createChatClient } from '@porchlight/client';
import type { OpenInvitation } from '@porchlight/protocol';
import { base, controls, icons, lanternMark } from '@porchlight/ui';
import { html, LitElement, nothing } from 'lit';
import { problemWords } from './settings/problem-words.js';
import { styles } from './sign-in.styles.js';
import { wayIn } from './way-in.styles.js';

/** Where the link of an invitation leads: a name and a password, and one is in. */
export class JoinPage extends LitElement {
  static override styles = [base, controls, styles, wayIn];
  static override properties = {
    invitation: { state: true },
    gone: { state: true },
    busy: { state: true },
    problem: { state: true },
  };

  declare private invitation: OpenInvitation | undefined;
  /** Why there is nothing to accept. */
  declare private gone: 'used' | 'unreachable' | undefined;
  declare private busy: boolean;
  declare private problem: string | undefined;

  readonly #client = createChatClient({ api: location.origin });
  readonly #token = location.hash.slice(1);

  constructor() {
    super();
    this.busy = false;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    document.title = 'Invitation · Porchlight';
    void this.#open();
  }

  override render() {
    return html`<main>
      <p class="brand">${lanternMark}Porchlight</p>
      ${this.gone ? this.#missing() : this.invitation ? this.#form(this.invitation) : html`<form><p class="lead">Loading…</p></form>`}
    </main>`;
  }

  #missing() {
    const used = this.gone === 'used';
    return html`<form>
      <h1>${used ? 'This invitation no longer works' : 'The server cannot be reached'}</h1>
      <p class="lead">
        ${used ? 'It has been used, taken back, or is older than seven days. Ask for another.' : 'Check your connection and try again.'}
      </p>
      ${
        used
          ? html`<a class="button" href="/inbox/">Sign in</a>`
          : html`<button class="button" type="button" @click=${this.#open}>Try again</button>`
      }
    </form>`;
  }

  #form({ email, invitedBy }: OpenInvitation) {
    return html`<form @submit=${this.#accept}>
      <h1>Welcome</h1>
      <p class="lead"><span dir="auto">${invitedBy}</span> invites you to answer visitors. You sign in as <strong>${email}</strong>.</p>
      <input type="text" name="username" autocomplete="username" .value=${email} hidden />
      <label class="field">
        <span class="label">Your name</span>
        <input class="input" name="name" required maxlength="60" autocomplete="name" dir="auto" />
        <span class="hint">Visitors see it.</span>
      </label>
      <label class="field">
        <span class="label">Password</span>
        <input class="input" name="password" type="password" required minlength="8" maxlength="200" autocomplete="new-password" />
        <span class="hint">At least 8 characters.</span>
      </label>
      <div class="problem" role="alert">${this.problem ? html`${icons.alert}<span>${this.problem}</span>` : nothing}</div>
      <button class="button primary" aria-disabled=${this.busy}>${this.busy ? 'One moment…' : 'Open the inbox'}</button>
    </form>`;
  }

  readonly #open = async () => {
    this.gone = undefined;
    try {
      this.invitation = await this.#client.call('openInvitation', {}, { body: { token: this.#token } });
      await this.updateComplete;
      this.renderRoot.querySelector<HTMLInputElement>('[name=name]')?.focus();
    } catch (error) {
      this.gone = error instanceof ChatError && error.temporary ? 'unreachable' : 'used';
    }
  };

  async #accept(event: SubmitEvent) {
    event.preventDefault();
    if (this.busy) return;
    const data = new FormData(event.currentTarget as HTMLFormElement);
    const body = { token: this.#token, name: String(data.get('name')), password: String(data.get('password')) };
    this.busy = true;
    this.problem = undefined;
    try {
      await this.#client.call('acceptInvitation', {}, { body });
      // The link does not stay in the history: it has done its work.
      location.replace('/inbox/');
    } catch (error) {
      if (error instanceof ChatError && error.code === 'not_found') this.gone = 'used';
      else this.problem = problemWords(error, 'Somebody with this email has joined already. Sign in instead.');
      this.busy = false;
    }
  }
}

customElements.define('join-page', JoinPage);

declare global {
  interface HTMLElementTagNameMap {
    'join-page': JoinPage;
  }
}
