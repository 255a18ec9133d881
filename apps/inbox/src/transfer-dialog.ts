import { base, controls } from '@porchlight/ui';
import { css, html, LitElement } from 'lit';
import { dialogStyles } from './dialog.styles.js';

/** Asks for the note that goes along when a conversation is handed over. */
export class TransferDialog extends LitElement {
  static override styles = [
    base,
    controls,
    dialogStyles,
    css`
      dialog {
        width: min(440px, 100vw - 24px);
        margin: min(18vh, 160px) auto auto;
        padding: var(--pl-space-5);
      }

      h2 {
        margin-bottom: var(--pl-space-3);
        font: var(--pl-text-l);
        font-weight: 600;
      }

      .input {
        min-height: 96px;
        background: var(--pl-note);
        resize: vertical;
      }

      .actions {
        display: flex;
        justify-content: flex-end;
        gap: var(--pl-space-2);
        margin-top: var(--pl-space-4);
      }
    `,
  ];
  static override properties = { to: { state: true } };

  declare private to: string;
  #done: (note: string) => void = () => {};

  constructor() {
    super();
    this.to = '';
  }

  /** Asks; `done` is called with the note, which may be empty, unless one thinks better of it. */
  async ask(to: string, done: (note: string) => void): Promise<void> {
    this.to = to;
    this.#done = done;
    await this.updateComplete;
    const field = this.#field;
    if (field) field.value = '';
    this.#dialog?.showModal();
    field?.focus();
  }

  get #dialog(): HTMLDialogElement | null {
    return this.renderRoot.querySelector('dialog');
  }

  get #field(): HTMLTextAreaElement | null {
    return this.renderRoot.querySelector('textarea');
  }

  override render() {
    return html`<dialog aria-labelledby="title" @keydown=${this.#pressed}>
      <h2 id="title">Hand over to <bdi>${this.to}</bdi></h2>
      <label class="field">
        <span class="label">Note for your team</span>
        <textarea class="input" maxlength="10000" dir="auto"></textarea>
        <span class="hint">Only agents see it. It may stay empty.</span>
      </label>
      <div class="actions">
        <button class="button" @click=${() => this.#dialog?.close()}>Cancel</button>
        <button class="button primary" @click=${this.#send}>Hand over</button>
      </div>
    </dialog>`;
  }

  #send() {
    this.#dialog?.close();
    this.#done(this.#field?.value.trim() ?? '');
  }

  #pressed(event: KeyboardEvent) {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    this.#send();
  }
}

customElements.define('transfer-dialog', TransferDialog);

declare global {
  interface HTMLElementTagNameMap {
    'transfer-dialog': TransferDialog;
  }
}
