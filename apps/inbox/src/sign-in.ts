import { ChatError } from '@porchlight/client';
import { base, controls, icons, lanternMark } from '@porchlight/ui';
import { html, LitElement, nothing } from 'lit';
import { styles } from './sign-in.styles.js';
import { wayIn } from './way-in.styles.js';

type Field = 'email' | 'password' | 'code';

/** The way in: an e-mail address and a password. */
export class SignIn extends LitElement {
  static override styles = [base, controls, styles, wayIn];
  static override properties = {
    signIn: { attribute: false },
    ended: { type: Boolean },
    busy: { state: true },
    revealed: { state: true },
    coded: { state: true },
    problem: { state: true },
  };

  /** Signs in; rejects with a ChatError. */
  declare signIn: (email: string, password: string, code?: string) => Promise<void>;

  /** Whether somebody was signed in until now, and did not sign out. */
  declare ended: boolean;

  declare private busy: boolean;
  declare private revealed: boolean;
  /** Whether a code of the authenticator app is asked for too. */
  declare private coded: boolean;
  declare private problem: { field?: Field; text: string } | undefined;

  constructor() {
    super();
    this.ended = false;
    this.busy = false;
    this.revealed = false;
    this.coded = false;
  }

  override firstUpdated(): void {
    this.#input('email').focus();
  }

  override render() {
    const { busy, problem, revealed } = this;
    return html`
      <main>
        <p class="brand">${lanternMark}Porchlight</p>
        <form novalidate @submit=${this.#submit} @input=${this.#edited}>
          <h1>Sign in to your inbox</h1>
          ${
            this.ended
              ? html`<p class="ended" role="status">
                  You have been signed out: your session has ended, or an admin has changed your access. What you were writing
                  is kept in this browser.
                </p>`
              : nothing
          }
          <label class="field">
            <span class="label">Email</span>
            <input
              class="input"
              name="email"
              type="email"
              autocomplete="username"
              autocapitalize="off"
              spellcheck="false"
              aria-invalid=${problem?.field === 'email' ? 'true' : nothing}
              aria-describedby="problem"
            />
          </label>
          <div class="field">
            <label class="label" for="password">Password</label>
            <div class="password">
              <input
                class="input"
                id="password"
                name="password"
                type=${revealed ? 'text' : 'password'}
                autocomplete="current-password"
                autocapitalize="off"
                spellcheck="false"
                aria-invalid=${problem?.field === 'password' ? 'true' : nothing}
                aria-describedby="problem"
              />
              <button
                class="button quiet small"
                type="button"
                aria-pressed=${revealed}
                aria-label="Show password"
                @click=${this.#reveal}
              >
                ${revealed ? 'Hide' : 'Show'}
              </button>
            </div>
          </div>
${
  this.coded
    ? html`<label class="field">
                  <span class="label">Code of your authenticator app</span>
                  <input
                    class="input"
                    name="code"
                    inputmode="numeric"
                    autocomplete="one-time-code"
                    autocapitalize="off"
                    spellcheck="false"
                    maxlength="24"
                    aria-invalid=${problem?.field === 'code' ? 'true' : nothing}
                    aria-describedby="problem"
                  />
                  <span class="hint">Or one of your recovery codes.</span>
                </label>`
    : nothing
}
          <div id="problem" class="problem" role="alert">
            ${problem ? html`${icons.alert}<span>${problem.text}</span>` : nothing}
          </div>
          <button class="button primary" aria-disabled=${busy}>${busy ? 'Signing in…' : 'Sign in'}</button>
          <a class="aside" href="/inbox/reset">Forgot your password?</a>
        </form>
      </main>
    `;
  }

  #input(field: Field): HTMLInputElement {
    const input = this.renderRoot.querySelector<HTMLInputElement>(`[name=${field}]`);
    if (!input) throw new Error(`${field} is not rendered`);
    return input;
  }

  #reveal() {
    this.revealed = !this.revealed;
    this.#input('password').focus();
  }

  #edited() {
    this.problem = undefined;
  }

  async #submit(event: SubmitEvent) {
    event.preventDefault();
    if (this.busy) return;
    const email = this.#input('email').value.trim();
    const password = this.#input('password').value;
    if (!/^\S+@\S+$/.test(email)) return this.#refuse('Enter your email address, like name@example.com.', 'email');
    if (password === '') return this.#refuse('Enter your password.', 'password');
    this.busy = true;
    this.problem = undefined;
    try {
      await this.signIn(email, password, this.coded ? this.#input('code').value.trim() : undefined);
    } catch (error) {
      if (error instanceof ChatError && error.code === 'code_required') await this.#askForCode();
      else if (this.coded && error instanceof ChatError && ['unauthenticated', 'invalid'].includes(error.code)) {
        this.#refuse('The password or the code is not right. A code works once, for half a minute.', 'code');
      } else this.#refuse(...wordsOf(error));
    } finally {
      this.busy = false;
    }
  }

  async #askForCode() {
    this.coded = true;
    await this.updateComplete;
    this.#input('code').focus();
  }

  #refuse(text: string, field?: Field) {
    this.problem = { text, field };
    if (field) this.#input(field).select();
  }
}

/** What to tell somebody whom the server did not let in, and the field that may be wrong. */
function wordsOf(error: unknown): [text: string, field?: Field] {
  if (!(error instanceof ChatError)) return ['Something went wrong in this page. Reload it and try again.'];
  switch (error.code) {
    case 'unauthenticated':
    case 'invalid':
      return ['This email and password do not belong together. Check both and try again.', 'password'];
    case 'rate_limited':
      return [`Too many tries. Try again in ${waitOf(error.retryAfterMs)}.`];
    case 'forbidden':
      return ['This account may not sign in. Ask an admin of your team.'];
    case 'network':
      return ['The server cannot be reached. Check your connection and try again.'];
    default:
      return ['The server has a problem. Try again in a moment.'];
  }
}

function waitOf(ms = 60_000): string {
  const seconds = Math.max(1, Math.ceil(ms / 1000));
  if (seconds < 60) return seconds === 1 ? '1 second' : `${seconds} seconds`;
  const minutes = Math.ceil(seconds / 60);
  return minutes === 1 ? '1 minute' : `${minutes} minutes`;
}

customElements.define('sign-in', SignIn);

declare global {
  interface HTMLElementTagNameMap {
    'sign-in': SignIn;
  }
}
