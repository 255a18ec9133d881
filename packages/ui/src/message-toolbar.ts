import type { Message } from '@porchlight/protocol';
import type { TemplateResult } from 'lit';
import { html, LitElement } from 'lit';
import { base } from './base.styles.js';
import { buttons } from './buttons.styles.js';
import * as icons from './icons.js';
import { toolbarStyles } from './message-toolbar.styles.js';
import type { MessageToolStrings } from './tool-strings.js';

export type ToolbarAction = 'reply' | 'copy' | 'edit' | 'delete' | 'history';

const ICONS: Record<ToolbarAction, TemplateResult> = {
  reply: icons.reply,
  copy: icons.copy,
  edit: icons.pencil,
  delete: icons.trash,
  history: icons.clock,
};

/** Somebody pressed a button of the toolbar; deleting has been asked twice. */
export class ToolbarEvent extends Event {
  static readonly type = 'chat-toolbar';

  constructor(
    readonly action: ToolbarAction,
    readonly message: Message,
  ) {
    super(ToolbarEvent.type, { bubbles: true, composed: true });
  }
}

/** What can be done with one message. The arrow keys move within it. */
export class MessageToolbar extends LitElement {
  static override styles = [base, buttons, toolbarStyles];
  static override properties = {
    message: { attribute: false },
    actions: { attribute: false },
    strings: { attribute: false },
    asking: { state: true },
  };

  declare message: Message;
  declare actions: readonly ToolbarAction[];
  declare strings: MessageToolStrings;
  /** Whether it asks if the message is really to be deleted. */
  declare private asking: boolean;

  constructor() {
    super();
    this.actions = [];
    this.asking = false;
    this.addEventListener('keydown', (event) => this.#onKeydown(event));
  }

  /** Puts the focus on its first button. */
  override focus(): void {
    void this.updateComplete.then(() => this.renderRoot.querySelector('button')?.focus());
  }

  /** Asks no longer; false if it did not. */
  calm(): boolean {
    const asked = this.asking;
    this.asking = false;
    return asked;
  }

  protected override render(): TemplateResult {
    const { strings, asking } = this;
    const content = asking
      ? html`<span class="question" id="question">${strings.deleteQuestion}</span>
          <button class="button small danger" aria-describedby="question" @click=${() => this.#tell('delete')}>
            ${strings.delete}
          </button>
          <button class="button small quiet" @click=${() => this.#keep()}>${strings.keep}</button>`
      : this.actions.map(
          (action) => html`<button
            class="button quiet icon small"
            aria-label=${strings[action] ?? action}
            title=${strings[action] ?? action}
            @click=${() => this.#choose(action)}
          >${ICONS[action]}</button>`,
        );
    return html`<div class="toolbar" role="toolbar" aria-label=${strings.actions}>${content}</div>`;
  }

  #choose(action: ToolbarAction): void {
    if (action === 'delete') {
      this.asking = true;
      this.focus();
    } else {
      this.#tell(action);
    }
  }

  #keep(): void {
    this.asking = false;
    this.focus();
  }

  #tell(action: ToolbarAction): void {
    this.asking = false;
    this.dispatchEvent(new ToolbarEvent(action, this.message));
  }

  #onKeydown(event: KeyboardEvent): void {
    const onwards = getComputedStyle(this).direction === 'rtl' ? 'ArrowLeft' : 'ArrowRight';
    if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return;
    const all = [...this.renderRoot.querySelectorAll('button')];
    const at = all.indexOf((this.renderRoot as ShadowRoot).activeElement as HTMLButtonElement);
    const next = all[at + (event.key === onwards ? 1 : -1)];
    if (!next) return;
    event.preventDefault();
    event.stopPropagation();
    next.focus();
  }
}
