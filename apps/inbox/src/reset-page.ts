import { ChatError, createChatClient } from '@porchlight/client';
import { base, controls, icons, lanternMark } from '@porchlight/ui';
import { html, LitElement, nothing } from 'lit';
import { problemWords } from './settings/problem-words.js';
import { styles } from './sign-in.styles.js';
import { wayIn } from './way-in.styles.js';

/** Where the link to a new password leads; without one, where it is asked for. */
export class ResetPage extends LitElement {
  static override styles = [base, controls, styles, wayIn];
  static override properties = { state: { state: true }, busy: { state: true }, problem: { state: true } };

  declare private state: 'ask' | 'mailed' | 'no mail' | 'choose' | 'done' | 'used';
  declare private busy: boolean;
  declare private problem: string | undefined;

  readonly #client = createChatClient({ api: location.origin });
  readonly #token = location.hash.slice(1);

  constructor() {
    super();
    this.busy = false;
    this.state = this.#token ? 'choose' : 'ask';
  }

  override connectedCallback(): void {
    super.connectedCallback();
    document.title = 'New password · Porchlight';
  }

  override render() {
    return html`<main>
      <p class="brand">${lanternMark}Porchlight</p>
      <form @submit=${this.#submit}>${this.#content()}</form>
    </main>`;
  }

  #content() {
    const problem = html`<div class="problem" role="alert">
      ${this.problem ? html`${icons.alert}<span>${this.problem}</span>` : nothing}
    </div>`;
    const back = html`<a class="aside" href="/inbox/">Back to sign in</a>`;
    switch (this.state) {
      case 'ask':
        return html`<h1>New password</h1>
          <p class="lead">We mail you a link that lets you choose another.</p>
          <label class="field">
            <span class="label">Email</span>
            <input class="input" name="email" type="email" required autocomplete="username" autocapitalize="off" />
          </label>
          ${problem}
          <button class="button primary" aria-disabled=${this.busy}>${this.busy ? 'One moment…' : 'Send the link'}</button>
          ${back}`;
      case 'mailed':
        return html`<h1>Look into your mail</h1>
          <p class="lead" role="status">If there is an account with this email, a link is on its way. It works for one hour.</p>
          ${back}`;
      case 'no mail':
        return html`<h1>Ask an admin</h1>
          <p class="lead" role="status">This server sends no mail. An admin of your team can make you a link to a new password.</p>
          ${back}`;
      case 'choose':
        return html`<h1>Choose a new password</h1>
          <label class="field">
            <span class="label">New password</span>
            <input class="input" name="password" type="password" required minlength="8" maxlength="200" autocomplete="new-password" />
            <span class="hint">At least 8 characters.</span>
          </label>
          ${problem}
          <button class="button primary" aria-disabled=${this.busy}>${this.busy ? 'Saving…' : 'Save password'}</button>`;
      case 'done':
        return html`<h1>Your password is changed</h1>
          <p class="lead" role="status">Wherever you were signed in, you are signed out.</p>
          <a class="button primary" href="/inbox/">Sign in</a>`;
      case 'used':
        return html`<h1>This link no longer works</h1>
          <p class="lead" role="status">It has been used, or is too old.</p>
          <a class="button" href="/inbox/reset">Ask for another</a>`;
    }
  }

  async #submit(event: SubmitEvent) {
    event.preventDefault();
    if (this.busy) return;
    const data = new FormData(event.currentTarget as HTMLFormElement);
    this.busy = true;
    this.problem = undefined;
    try {
      if (this.state === 'ask') {
        const body = { email: String(data.get('email')).trim() };
        const { mail } = await this.#client.call('requestReset', {}, { body });
        this.state = mail ? 'mailed' : 'no mail';
      } else {
        const body = { token: this.#token, password: String(data.get('password')) };
        await this.#client.call('useReset', {}, { body });
        history.replaceState(null, '', '/inbox/reset');
        this.state = 'done';
      }
    } catch (error) {
      if (error instanceof ChatError && error.code === 'not_found') this.state = 'used';
      else this.problem = problemWords(error);
    } finally {
      this.busy = false;
    }
  }
}

customElements.define('reset-page', ResetPage);

declare global {
  interface HTMLElementTagNameMap {
    'reset-page': ResetPage;
  }
}
