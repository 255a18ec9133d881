import { base, controls, icons } from '@porchlight/ui';
import { html, LitElement } from 'lit';
import { dialogStyles } from './dialog.styles.js';
import { styles } from './help-sheet.styles.js';
import { commands, keycap, shortcuts } from './shortcuts.js';

/** All keys on one sheet. */
export class HelpSheet extends LitElement {
  static override styles = [base, controls, dialogStyles, styles];

  show(): void {
    this.#dialog?.showModal();
  }

  get #dialog(): HTMLDialogElement | null {
    return this.renderRoot.querySelector('dialog');
  }

  override render() {
    const groups = [...new Set(commands.map((command) => shortcuts[command].group))].map(
      (group) => [group, commands.filter((command) => shortcuts[command].group === group)] as const,
    );
    return html`
      <dialog aria-labelledby="title" @click=${this.#clicked} @keydown=${this.#keyPressed}>
        <div class="sheet">
          <header>
            <h2 id="title">Keys</h2>
            <button class="button quiet icon small" aria-label="Close" @click=${this.#close}>${icons.close}</button>
          </header>
          <div class="groups">
            ${groups.map(
              ([group, members]) => html`
                <section>
                  <h3>${group}</h3>
                  <dl>
                    ${members.map((command) => {
                      const { keys, label } = shortcuts[command];
                      return html`<div>
                        <dt>${label}</dt>
                        <dd>${keys.map((key) => html`<kbd>${keycap(key)}</kbd>`)}</dd>
                      </div>`;
                    })}
                  </dl>
                </section>
              `,
            )}
          </div>
        </div>
      </dialog>
    `;
  }

  readonly #close = () => this.#dialog?.close();

  /** The sheet fills the dialog, so a click on the dialog itself is one beside the sheet. */
  #clicked(event: MouseEvent) {
    if (event.target === event.currentTarget) this.#close();
  }

  #keyPressed(event: KeyboardEvent) {
    if (event.key !== '?') return;
    event.preventDefault();
    this.#close();
  }
}

customElements.define('help-sheet', HelpSheet);

declare global {
  interface HTMLElementTagNameMap {
    'help-sheet': HelpSheet;
  }
}
