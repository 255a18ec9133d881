import { base, controls, icons } from '@porchlight/ui';
import { css, html, LitElement } from 'lit';
import { CommandEvent } from './command-event.js';
import type { Command } from './shortcuts.js';
import { ariaKey, shortcuts } from './shortcuts.js';
import './tip.js';

/**
 * What can be done with all that is selected.
 *
 * @fires inbox-command
 * @fires inbox-deselect
 */
export class ActionBar extends LitElement {
  static override styles = [
    base,
    controls,
    css`
      :host {
        display: flex;
        align-items: center;
        gap: 2px;
        padding: 6px var(--pl-space-2) 6px var(--pl-space-4);
        border-top: 1px solid var(--pl-border);
        background: var(--pl-surface);
      }

      p {
        flex: 1;
        min-width: 0;
        font: var(--pl-text-s);
        font-weight: 600;
        font-variant-numeric: tabular-nums;
        white-space: nowrap;
      }
    `,
  ];
  static override properties = { count: { type: Number }, closed: { type: Boolean } };

  declare count: number;
  /** Whether all of them are closed. */
  declare closed: boolean;

  override render() {
    return html`
      <p role="status">${this.count} selected</p>
      ${this.#button('claim', 'Take', icons.person)} ${this.#button('assign', 'Assign', icons.people)}
      ${this.#button('snooze', 'Snooze', icons.clock)}
      ${this.#button('status', this.closed ? 'Reopen' : 'Close', this.closed ? icons.retry : icons.check)}
      <button
        class="button quiet icon small"
        aria-label="Select nothing"
        @click=${() => this.dispatchEvent(new Event('inbox-deselect'))}
      >${icons.close}</button>
    `;
  }

  #button(command: Command, label: string, icon: unknown) {
    const [key] = shortcuts[command].keys;
    return html`<inbox-tip .command=${command} .label=${label}>
      <button
        class="button quiet icon small"
        aria-label=${label}
        aria-keyshortcuts=${ariaKey(key)}
        @click=${() => this.dispatchEvent(new CommandEvent(command))}
      >${icon}</button>
    </inbox-tip>`;
  }
}

customElements.define('action-bar', ActionBar);

declare global {
  interface HTMLElementEventMap {
    'inbox-deselect': Event;
  }
  interface HTMLElementTagNameMap {
    'action-bar': ActionBar;
  }
}
