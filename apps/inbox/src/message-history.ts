import type { ChatClient } from '@porchlight/client';
import type { Message, MessageEdit } from '@porchlight/protocol';
import { base, controls, icons } from '@porchlight/ui';
import { css, html, LitElement, nothing } from 'lit';
import { dialogStyles } from './dialog.styles.js';
import { dateTime } from './time.js';

/** What a message said before it was changed. */
export class MessageHistory extends LitElement {
  static override styles = [
    base,
    controls,
    dialogStyles,
    css`
      dialog {
        width: min(520px, calc(100vw - 32px));
        max-height: min(640px, calc(100vh - 64px));
        color: var(--pl-text);
      }

      header {
        display: flex;
        align-items: center;
        justify-content: space-between;
        padding: var(--pl-space-3) var(--pl-space-3) var(--pl-space-3) var(--pl-space-5);
        border-bottom: 1px solid var(--pl-border);
      }

      h2 {
        font-weight: 600;
      }

      ol {
        display: grid;
        gap: var(--pl-space-5);
        padding: var(--pl-space-5);
        list-style: none;
      }

      .when {
        color: var(--pl-text-muted);
        font: var(--pl-text-s);
      }

      .text {
        margin-top: var(--pl-space-1);
        overflow-wrap: anywhere;
        white-space: pre-wrap;
      }

      .none {
        padding: var(--pl-space-5);
        color: var(--pl-text-muted);
      }
    `,
  ];
  static override properties = {
    client: { attribute: false },
    message: { state: true },
    edits: { state: true },
    failed: { state: true },
  };

  declare client: ChatClient;
  declare private message: Message | undefined;
  declare private edits: readonly MessageEdit[];
  declare private failed: boolean;

  constructor() {
    super();
    this.edits = [];
    this.failed = false;
  }

  async show(message: Message): Promise<void> {
    this.message = message;
    this.edits = [];
    this.failed = false;
    await this.updateComplete;
    this.renderRoot.querySelector('dialog')?.showModal();
    const { conversationId: conversation, id } = message;
    try {
      const { items } = await this.client.call('listMessageEdits', { conversation, message: id });
      if (this.message === message) this.edits = items;
    } catch {
      this.failed = this.message === message;
    }
  }

  override render() {
    const { message } = this;
    if (!message) return nothing;
    return html`<dialog aria-labelledby="title" @click=${this.#beside}>
      <header>
        <h2 id="title">Earlier texts</h2>
        <button class="button quiet icon small" aria-label="Close" @click=${this.#close}>${icons.close}</button>
      </header>
      ${this.failed ? html`<p class="none" role="alert">The earlier texts could not be loaded.</p>` : nothing}
      <ol>
        <li>
          <p class="when">Now</p>
          <p class="text" dir="auto">${message.text}</p>
        </li>
        ${[...this.edits].reverse().map(
          ({ text, by, at }) => html`<li>
            <p class="when">Until ${dateTime(at)}, changed by <bdi>${by.name}</bdi></p>
            <p class="text" dir="auto">${text}</p>
          </li>`,
        )}
      </ol>
    </dialog>`;
  }

  #close() {
    this.renderRoot.querySelector('dialog')?.close();
  }

  #beside(event: MouseEvent) {
    if (event.target === event.currentTarget) this.#close();
  }
}

customElements.define('message-history', MessageHistory);

declare global {
  interface HTMLElementTagNameMap {
    'message-history': MessageHistory;
  }
}
