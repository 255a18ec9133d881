import type { Block } from '@porchlight/protocol';
import { formatFull } from '@porchlight/ui';
import { html, nothing } from 'lit';
import { hrefOf } from '../routes.js';
import { SettingsSection } from './section.js';
import { ago } from './time-words.js';

/** Visitors who can no longer write, and a way back for them. */
export class BlockedSection extends SettingsSection {
  readonly #blocks = this.pagedList<Block>((query) => this.client.call('listBlocks', {}, { query }));
  #unsubscribe: (() => void) | undefined;
  /** What was known of visitors when the list was last held against it. */
  #visitors: ReadonlyMap<string, { blocked?: boolean | undefined }> = new Map();

  override connectedCallback(): void {
    super.connectedCallback();
    this.#visitors = this.client.store.get().visitors;
    this.#unsubscribe = this.client.store.subscribe(() => this.#follow());
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#unsubscribe?.();
  }

  override render() {
    const { items: blocks } = this.#blocks;
    return html`
      <div class="title">
        <div>
          <h1>Blocked visitors</h1>
          <p class="lead">They can no longer write to anybody. You block somebody beside a conversation.</p>
        </div>
      </div>
      ${this.notices()}
      <div class="card flush">
        ${
          blocks && blocks.length > 0
            ? html`<ul class="rows" role="list" aria-label="Blocked visitors">
                ${blocks.map((block) => this.#block(block))}
              </ul>`
            : html`<div class="empty">
                <strong>${blocks ? 'Nobody is blocked' : 'Loading…'}</strong>
                ${blocks ? html`<p>May it stay that way.</p>` : nothing}
              </div>`
        }
      </div>
      ${this.moreButton(this.#blocks)}
    `;
  }

  #block(block: Block) {
    const { visitor, by, reason, createdAt } = block;
    return html`<li>
      <div class="what">
        <p class="name" dir="auto">${visitor.name}</p>
        <p class="more">
          ${reason ? html`<span dir="auto">${reason}</span> · ` : nothing}<time
            datetime=${createdAt}
            title=${formatFull(new Date(createdAt), 'en')}
            >Blocked ${ago(createdAt)}</time
          >
          by <span dir="auto">${by.name}</span>
        </p>
      </div>
      <div class="side">
        <button class="button quiet small" aria-label="Show what ${visitor.name} wrote" @click=${() => this.#show(visitor.id)}>
          Show
        </button>
        <button
          class="button small"
          aria-label="Unblock ${visitor.name}"
          aria-disabled=${this.busy}
          @click=${() => this.#unblock(block)}
        >
          Unblock
        </button>
      </div>
    </li>`;
  }

  /** Agents hear of a visitor who is blocked or let in again: the list is fetched anew when it says otherwise. */
  #follow(): void {
    const { visitors } = this.client.store.get();
    const before = this.#visitors;
    if (visitors === before) return;
    this.#visitors = visitors;
    const shown = new Set(this.#blocks.items?.map(({ visitor }) => visitor.id));
    for (const [id, visitor] of visitors) {
      if (before.get(id) === visitor || Boolean(visitor.blocked) === shown.has(id)) continue;
      void this.#blocks.reload();
      return;
    }
  }

  async #show(visitor: string) {
    await this.attempt(async () => {
      const { items } = await this.client.call('listConversations', {}, { query: { visitor, limit: 1 } });
      if (!items[0]) {
        this.problem = 'They have written in no conversation of their own.';
        return;
      }
      history.pushState(null, '', hrefOf({ view: 'all', conversation: items[0].id }));
      dispatchEvent(new PopStateEvent('popstate'));
    });
  }

  /** Gone from the list at once, and back when the server does not take it. */
  async #unblock({ visitor: { id, name }, reason }: Block) {
    const before = this.#blocks.items;
    const unblock = () => {
      this.#blocks.items = before?.filter(({ visitor }) => visitor.id !== id);
      return this.client.call('deleteBlock', { visitor: id });
    };
    const done = await this.attempt(unblock, {
      told: `${name} can write again`,
      undo: () => this.client.call('putBlock', { visitor: id }, { body: reason ? { reason } : {} }),
    });
    if (!done) this.#blocks.items = before;
  }
}

customElements.define('blocked-section', BlockedSection);

declare global {
  interface HTMLElementTagNameMap {
    'blocked-section': BlockedSection;
  }
}
