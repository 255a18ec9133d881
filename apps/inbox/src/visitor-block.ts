import type { ChatClient } from '@porchlight/client';
import type { Visitor } from '@porchlight/protocol';
import { base, controls, icons } from '@porchlight/ui';
import type { PropertyValues } from 'lit';
import { css, html, LitElement, nothing } from 'lit';
import { panelSection } from './panel-section.styles.js';

/** Ends what a visitor can write, and gives it back. */
export class VisitorBlock extends LitElement {
  static override styles = [
    base,
    controls,
    panelSection,
    css`
      form {
        display: grid;
        gap: var(--pl-space-3);
      }

      .actions {
        display: flex;
        gap: var(--pl-space-2);
      }

      .blocked {
        display: flex;
        align-items: center;
        gap: var(--pl-space-2);
        margin-bottom: var(--pl-space-3);
        color: var(--pl-danger);
        font: var(--pl-text-s);
        font-weight: 550;
      }
    `,
  ];
  static override properties = {
    client: { attribute: false },
    visitor: { attribute: false },
    asking: { state: true },
    busy: { state: true },
    failed: { state: true },
  };

  declare client: ChatClient;
  declare visitor: Visitor;
  /** Whether it asks if the visitor is really to be blocked. */
  declare private asking: boolean;
  declare private busy: boolean;
  declare private failed: boolean;

  constructor() {
    super();
    this.asking = false;
    this.busy = false;
    this.failed = false;
  }

  override willUpdate(changed: PropertyValues<this>): void {
    const before = changed.get('visitor');
    if (before && before.id !== this.visitor.id) Object.assign(this, { asking: false, failed: false });
  }

  override render() {
    return html`<section aria-label="Blocking">
      ${this.visitor.blocked ? this.#lift() : this.asking ? this.#question() : this.#begin()}
      ${this.failed ? html`<p class="error" role="alert">That was not saved. Try again.</p>` : nothing}
    </section>`;
  }

  #begin() {
    return html`<button class="button small danger" @click=${this.#ask}>Block this visitor</button>`;
  }

  #question() {
    return html`<form @submit=${this.#block} @keydown=${this.#keys}>
      <label class="field">
        <span class="label">Block this visitor?</span>
        <input class="input small" name="reason" maxlength="200" autocomplete="off" placeholder="Why? For your team only" />
        <span class="hint">They can no longer write, and are told so kindly. You can undo this at any time.</span>
      </label>
      <div class="actions">
        <button class="button small danger" ?disabled=${this.busy}>Block</button>
        <button type="button" class="button small quiet" @click=${this.#keep}>Cancel</button>
      </div>
    </form>`;
  }

  #lift() {
    return html`<p class="blocked">${icons.lock} Blocked: cannot write</p>
      <button class="button small" ?disabled=${this.busy} @click=${this.#unblock}>Unblock</button>`;
  }

  async #ask() {
    this.asking = true;
    await this.updateComplete;
    this.renderRoot.querySelector('input')?.focus();
  }

  async #keep() {
    this.asking = false;
    await this.updateComplete;
    this.renderRoot.querySelector('button')?.focus();
  }

  #keys(event: KeyboardEvent) {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    void this.#keep();
  }

  #block(event: Event) {
    event.preventDefault();
    const reason = this.renderRoot.querySelector('input')?.value.trim();
    const { id: visitor } = this.visitor;
    void this.#do(() => this.client.call('putBlock', { visitor }, { body: reason ? { reason } : {} }));
  }

  #unblock() {
    const { id: visitor } = this.visitor;
    void this.#do(() => this.client.call('deleteBlock', { visitor }));
  }

  /** What has become of it is told by the visitor, which is updated for all agents. */
  async #do(action: () => Promise<unknown>): Promise<void> {
    this.busy = true;
    this.failed = false;
    try {
      await action();
      this.asking = false;
    } catch {
      this.failed = true;
    }
    this.busy = false;
  }
}

customElements.define('visitor-block', VisitorBlock);

declare global {
  interface HTMLElementTagNameMap {
    'visitor-block': VisitorBlock;
  }
}
