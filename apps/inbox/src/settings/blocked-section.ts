import type { Block } from '@porchlight/protocol';
import { formatFull } from '@porchlight/ui';
import { html, nothing } from 'lit';
import { hrefOf } from '../routes.js';
import { SettingsSection } from './section.js';
import { ago } from './time-words.js';

/** So many are fetched at once. */
const PAGE = 50;

/** Visitors who can no longer write, and a way back for them. */
export class BlockedSection extends SettingsSection {
  static override properties = { ...SettingsSection.properties, blocks: { state: true }, next: { state: true } };

  declare private blocks: readonly Block[] | undefined;
  declare private next: string | undefined;
  #unsubscribe: (() => void) | undefined;
  /** What was known of visitors when the list was last held against it. */
  #visitors: ReadonlyMap<string, { blocked?: boolean | undefined }> = new Map();
  /** Of several answers the latest question's counts. */
  #asked = 0;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#visitors = this.client.store.get().visitors;
    this.#unsubscribe = this.client.store.subscribe(() => this.#follow());
    void this.#load(PAGE);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#unsubscribe?.();
  }

  override render() {
    const { blocks } = this;
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
      ${
        this.next
          ? html`<div class="actions">
              <button class="button" aria-disabled=${this.busy} @click=${this.#more}>Show more</button>
            </div>`
          : nothing
      }
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
    const shown = new Set(this.blocks?.map(({ visitor }) => visitor.id));
    for (const [id, visitor] of visitors) {
      if (before.get(id) === visitor || Boolean(visitor.blocked) === shown.has(id)) continue;
      void this.#load(Math.max(PAGE, this.blocks?.length ?? 0));
      return;
    }
  }

  /** Fetches so many from the beginning, or all there are. */
  async #load(count: number): Promise<void> {
    this.#asked += 1;
    const asked = this.#asked;
    try {
      const blocks: Block[] = [];
      let next: string | undefined;
      do {
        const page = await this.client.call('listBlocks', {}, { query: { limit: PAGE, after: next } });
        blocks.push(...page.items);
        next = page.next;
      } while (next && blocks.length < count);
      if (asked !== this.#asked) return;
      this.blocks = blocks;
      this.next = next;
    } catch {
      if (asked === this.#asked) this.problem = 'The list could not be loaded. Reload the page to try again.';
    }
  }

  readonly #more = () => this.#load((this.blocks?.length ?? 0) + PAGE);

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
    const before = this.blocks;
    const unblock = () => {
      this.blocks = before?.filter(({ visitor }) => visitor.id !== id);
      return this.client.call('deleteBlock', { visitor: id });
    };
    const done = await this.attempt(unblock, {
      told: `${name} can write again`,
      undo: () => this.client.call('putBlock', { visitor: id }, { body: reason ? { reason } : {} }),
    });
    if (!done) this.blocks = before;
  }
}

customElements.define('blocked-section', BlockedSection);

declare global {
  interface HTMLElementTagNameMap {
    'blocked-section': BlockedSection;
  }
}
