import { base, controls } from '@porchlight/ui';
import { css, html, LitElement, nothing } from 'lit';
import { dialogStyles } from '../dialog.styles.js';

export interface Question {
  title: string;
  text: string;
  /** What the button says that goes on. */
  action: string;
  /** What has to be typed first, where much is lost. */
  type?: string;
}

/** Asks before something that cannot be undone. */
export class ConfirmDialog extends LitElement {
  static override styles = [
    base,
    controls,
    dialogStyles,
    css`
      dialog {
        width: min(440px, 100vw - 32px);
        padding: var(--pl-space-6);
      }

      form {
        display: grid;
        gap: var(--pl-space-4);
      }

      h2 {
        font: var(--pl-text-l);
        font-weight: 600;
      }

      p {
        color: var(--pl-text-muted);
      }

      .actions {
        display: flex;
        justify-content: end;
        gap: var(--pl-space-2);
      }
    `,
  ];
  static override properties = { question: { state: true }, typed: { state: true } };

  declare private question: Question | undefined;
  declare private typed: string;
  #answer: ((go: boolean) => void) | undefined;

  constructor() {
    super();
    this.typed = '';
  }

  /** Answers whether to go on. */
  async ask(question: Question): Promise<boolean> {
    this.question = question;
    this.typed = '';
    await this.updateComplete;
    this.#dialog?.showModal();
    return new Promise((resolve) => {
      this.#answer = resolve;
    });
  }

  get #dialog(): HTMLDialogElement | null {
    return this.renderRoot.querySelector('dialog');
  }

  override render() {
    const { question } = this;
    if (!question) return html`<dialog aria-label="Question"></dialog>`;
    const { title, text, action, type } = question;
    return html`<dialog aria-labelledby="title" @close=${() => this.#close(false)}>
      <form @submit=${this.#submit}>
        <h2 id="title">${title}</h2>
        <p>${text}</p>
        ${
          type
            ? html`<label class="field">
                <span class="label">Type ${type} to go on</span>
                <input
                  class="input"
                  name="typed"
                  autocomplete="off"
                  autocapitalize="off"
                  spellcheck="false"
                  .value=${this.typed}
                  @input=${(event: InputEvent) => {
                    this.typed = (event.target as HTMLInputElement).value;
                  }}
                />
              </label>`
            : nothing
        }
        <div class="actions">
          <button class="button" type="button" @click=${() => this.#close(false)}>Cancel</button>
          <button class="button danger" ?disabled=${type !== undefined && this.typed !== type}>${action}</button>
        </div>
      </form>
    </dialog>`;
  }

  #submit(event: SubmitEvent) {
    event.preventDefault();
    this.#close(true);
  }

  #close(go: boolean) {
    this.#answer?.(go);
    this.#answer = undefined;
    this.#dialog?.close();
  }
}

customElements.define('confirm-dialog', ConfirmDialog);

declare global {
  interface HTMLElementTagNameMap {
    'confirm-dialog': ConfirmDialog;
  }
}
