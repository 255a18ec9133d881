import type { Doing } from '@porchlight/client';
import type { Conversation } from '@porchlight/protocol';
import { avatar, avatarStyles, base, controls, icons } from '@porchlight/ui';
import type { TemplateResult } from 'lit';
import { html, LitElement, nothing } from 'lit';
import { CommandEvent } from './command-event.js';
import { styles } from './conversation-header.styles.js';
import { nameOf, statusWords } from './conversation-words.js';
import type { Command } from './shortcuts.js';
import { ariaKey, shortcuts } from './shortcuts.js';
import { dateTime } from './time.js';
import './tip.js';

/**
 * Whom one is talking to, who else is there, and what can be done with the conversation.
 *
 * @fires inbox-command
 */
export class ConversationHeader extends LitElement {
  static override styles = [base, controls, avatarStyles, styles];
  static override properties = {
    conversation: { attribute: false },
    details: { type: Boolean },
    viewing: { attribute: false },
    typing: { attribute: false },
    me: {},
  };

  /** Undefined while it is being fetched. */
  declare conversation: Conversation | undefined;
  /** Whether the details are shown. */
  declare details: boolean;
  /** Who looks at it, and who types in it. */
  declare viewing: readonly Doing[] | undefined;
  declare typing: readonly Doing[] | undefined;
  /** The agent's own id. */
  declare me: string;

  /** Takes the focus without a control, for keyboards and screen readers. */
  override focus(): void {
    this.renderRoot.querySelector('h2')?.focus();
  }

  override render() {
    const { conversation } = this;
    return html`
      ${this.#button('leave', icons.arrowLeft, 'Back to the list')}
      ${conversation ? this.#title(conversation) : html`<div class="title"><h2 tabindex="-1">Conversation</h2></div>`}
      ${conversation?.kind === 'support' ? this.#actions(conversation) : nothing}
      ${conversation ? this.#button('details', icons.info, this.details ? 'Hide details' : 'Show details') : nothing}
    `;
  }

  #title(conversation: Conversation) {
    const { kind, site, status, snoozedUntil } = conversation;
    const name = nameOf(conversation);
    const room = kind === 'room';
    const others = this.#others();
    const state = snoozedUntil ? `Snoozed until ${dateTime(snoozedUntil)}` : statusWords[status];
    return html`
      ${room ? html`<span class="avatar room">${icons.people}</span>` : avatar({ name })}
      <div class="title">
        <h2 tabindex="-1" dir="auto">${name}</h2>
        <p>
          <span role="status">${others ? html`<strong dir="auto">${others}</strong>` : nothing}</span>
          ${others ? nothing : html`${room ? 'Room' : state} · ${site}`}
        </p>
      </div>
    `;
  }

  /** Other agents at the same conversation, in words. */
  #others(): string {
    const agents = (doing: readonly Doing[] = []) =>
      doing.filter(({ author }) => author.kind === 'agent' && author.id !== this.me).map(({ author }) => author.name);
    const [writer] = agents(this.typing);
    if (writer) return `${writer} is writing an answer`;
    const lookers = agents(this.viewing);
    if (lookers.length > 1) return `${lookers.length} others look at this too`;
    return lookers[0] ? `${lookers[0]} looks at this too` : '';
  }

  #actions({ status, assignee }: Conversation) {
    const closed = status === 'closed';
    return html`
      ${
        assignee || closed
          ? nothing
          : html`<inbox-tip command="claim" class="claim">
              <button class="button small" aria-keyshortcuts="m" @click=${() => this.#run('claim')}>Take</button>
            </inbox-tip>`
      }
      <inbox-tip command="assign" .label=${assignee ? `Assigned to ${assignee.name}` : 'Assign'}>
        <button
          class="button quiet icon"
          aria-label=${assignee ? `Assigned to ${assignee.name}. Assign to somebody else` : 'Assign'}
          aria-haspopup="dialog"
          aria-keyshortcuts="a"
          @click=${() => this.#run('assign')}
        >
          ${assignee ? avatar({ name: assignee.name }) : icons.person}
        </button>
      </inbox-tip>
      ${closed ? nothing : this.#button('snooze', icons.clock, status === 'snoozed' ? 'Snooze for another time' : 'Snooze')}
      <inbox-tip command="status" .label=${closed ? 'Reopen the conversation' : 'Close the conversation'}>
        <button class="button small status" aria-keyshortcuts="e" @click=${() => this.#run('status')}>
          ${closed ? icons.retry : icons.check}<span>${closed ? 'Reopen' : 'Close'}</span>
        </button>
      </inbox-tip>
    `;
  }

  #button(command: Command, icon: TemplateResult, label: string) {
    const [key] = shortcuts[command].keys;
    return html`<inbox-tip class=${command} .command=${command} .label=${label}>
      <button
        class="button quiet icon"
        aria-label=${label}
        aria-keyshortcuts=${ariaKey(key)}
        aria-expanded=${command === 'details' ? this.details : nothing}
        @click=${() => this.#run(command)}
      >
        ${icon}
      </button>
    </inbox-tip>`;
  }

  #run(command: Command) {
    this.dispatchEvent(new CommandEvent(command));
  }
}

customElements.define('conversation-header', ConversationHeader);

declare global {
  interface HTMLElementTagNameMap {
    'conversation-header': ConversationHeader;
  }
}
