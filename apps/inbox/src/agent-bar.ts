import type { ConnectionState } from '@porchlight/client';
import type { Agent, AgentPresence } from '@porchlight/protocol';
import { avatar, avatarStyles, base, controls, icons } from '@porchlight/ui';
import { html, LitElement } from 'lit';
import { styles } from './agent-bar.styles.js';
import { CommandEvent } from './command-event.js';
import { PresenceEvent } from './presence-event.js';
import './tip.js';

/** A short interruption is nothing to worry anybody with, in milliseconds. */
const WORTH_SAYING_MS = 2_000;

/** Who is signed in, and whether what one sees is live. */
export class AgentBar extends LitElement {
  static override styles = [base, controls, avatarStyles, styles];
  static override properties = {
    agent: { attribute: false },
    presence: {},
    connection: {},
    disconnectedSince: { type: Number },
  };

  declare agent: Agent | undefined;
  declare presence: AgentPresence;
  declare connection: ConnectionState;
  /** Epoch milliseconds. */
  declare disconnectedSince: number | undefined;

  #timer = 0;
  #connectedOnce = false;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
  }

  override render() {
    const [state, words] = this.#state();
    return html`
      ${this.agent ? avatar(this.agent) : html`<span class="avatar nobody"></span>`}
      <div class="who">
        <p class="name" dir="auto">${this.agent?.name ?? '\u00a0'}</p>
        ${
          state === 'live' && this.presence !== 'offline'
            ? html`<button
                class="presence ${this.presence}"
                aria-pressed=${this.presence === 'away'}
                title=${this.presence === 'away' ? 'You count as away' : 'Visitors see that somebody is there'}
                @click=${() => this.dispatchEvent(new PresenceEvent(this.presence !== 'away'))}
              >
                ${this.presence === 'away' ? 'Away' : 'Online'}<span class="visually-hidden">. Press to change</span>
              </button>`
            : html`<p class="state ${state}" role="status">${words}</p>`
        }
      </div>
      <a class="button quiet icon small" href="/inbox/settings" aria-label="Settings" title="Settings">${icons.settings}</a>
      <inbox-tip command="help">
        <button class="button quiet icon small" aria-label="Keys" aria-keyshortcuts="?" @click=${() => this.#run('help')}>
          <span aria-hidden="true">?</span>
        </button>
      </inbox-tip>
      <inbox-tip command="signOut">
        <button
          class="button quiet icon small"
          aria-label="Sign out"
          aria-keyshortcuts="Shift+Q"
          @click=${() => this.#run('signOut')}
        >
          ${icons.signOut}
        </button>
      </inbox-tip>
    `;
  }

  #run(command: 'help' | 'signOut') {
    this.dispatchEvent(new CommandEvent(command));
  }

  #state(): [className: string, words: string] {
    clearTimeout(this.#timer);
    switch (this.connection) {
      case 'live':
      case 'polling':
        this.#connectedOnce = true;
        return ['live', 'Connected'];
      case 'idle':
      case 'connecting':
      case 'offline': {
        if (!this.#connectedOnce) return ['waiting', 'Connecting…'];
        const left = (this.disconnectedSince ?? Date.now()) + WORTH_SAYING_MS - Date.now();
        if (left <= 0) return ['waiting', 'Reconnecting…'];
        this.#timer = setTimeout(() => this.requestUpdate(), left);
        return ['live', 'Connected'];
      }
    }
  }
}

customElements.define('agent-bar', AgentBar);

declare global {
  interface HTMLElementTagNameMap {
    'agent-bar': AgentBar;
  }
}
