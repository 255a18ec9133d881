import type { Conversation } from '@porchlight/protocol';
import { base, buttons, formatShort, icons, plainText } from '@porchlight/ui';
import type { TemplateResult } from 'lit';
import { html, LitElement, nothing } from 'lit';
import type { ToolStrings } from '../locales/tools/strings.js';
import { conversationListStyles } from './conversation-list.styles.js';

/** So much of the last line is shown at most, in characters. */
const LINE = 120;

/** A conversation was chosen; without an id, a new one. */
export class PickEvent extends Event {
  static readonly type = 'chat-pick';

  constructor(readonly id: string | undefined) {
    super(PickEvent.type, { bubbles: true });
  }
}

/**
 * The visitor's conversations, latest first.
 *
 * @fires chat-pick
 * @fires chat-more - Older ones are wanted.
 */
export class ConversationList extends LitElement {
  static override styles = [base, buttons, conversationListStyles];
  static override shadowRootOptions: ShadowRootInit = { ...LitElement.shadowRootOptions, delegatesFocus: true };
  static override properties = {
    items: { attribute: false },
    current: { attribute: false },
    me: { attribute: false },
    loaded: { attribute: false },
    hasMore: { attribute: false },
    strings: { attribute: false },
    locale: { attribute: false },
  };

  declare items: readonly Conversation[];
  /** Id of the one that was open. */
  declare current: string | undefined;
  /** Id of the visitor. */
  declare me: string | undefined;
  declare loaded: boolean;
  declare hasMore: boolean;
  declare strings: ToolStrings['conversations'];
  declare locale: string;

  constructor() {
    super();
    this.items = [];
    this.loaded = true;
    this.hasMore = false;
  }

  protected override render(): TemplateResult {
    const { strings } = this;
    return html`
      <h3>${strings.title}</h3>
      ${this.#body()}
      <div class="foot">
        <button class="button primary" @click=${() => this.dispatchEvent(new PickEvent(undefined))}>
          ${icons.pencil}${strings.begin}
        </button>
      </div>
    `;
  }

  #body(): TemplateResult {
    const { strings, items, loaded, hasMore } = this;
    if (!loaded) return html`<div class="skeleton" aria-busy="true"><i></i><i></i><i></i></div>`;
    if (items.length === 0) {
      return html`<div class="empty"><p>${strings.empty}</p><p class="hint">${strings.emptyHint}</p></div>`;
    }
    return html`<ul>
      ${items.map((conversation) => html`<li>${this.#row(conversation)}</li>`)}
      ${
        hasMore
          ? html`<li class="more">
              <button class="button quiet" @click=${() => this.dispatchEvent(new Event('chat-more'))}>${strings.more}</button>
            </li>`
          : nothing
      }
    </ul>`;
  }

  #row({ id, subject, lastMessage, unread, status, updatedAt }: Conversation): TemplateResult {
    const { strings, locale, current, me } = this;
    const date = new Date(lastMessage?.createdAt ?? updatedAt);
    const own = lastMessage?.author.id === me;
    const name = own ? strings.you : lastMessage?.author.name;
    return html`<button
      class="row ${unread > 0 ? 'unread' : ''}"
      aria-current=${id === current ? 'true' : nothing}
      @click=${() => this.dispatchEvent(new PickEvent(id))}
    >
      <span class="title"><bdi>${subject ?? name ?? ''}</bdi></span>
      <time datetime=${date.toISOString()}>${formatShort(date, locale)}</time>
      <span class="line" dir="auto">${this.#line(lastMessage)}</span>
      <span class="marks">
        ${status === 'closed' ? html`<span class="closed">${strings.closed}</span>` : nothing}
        ${
          unread > 0
            ? html`<span class="count" aria-hidden="true">${unread}</span>
                <span class="visually-hidden">${strings.unread(unread)}</span>`
            : nothing
        }
      </span>
    </button>`;
  }

  #line(message: Conversation['lastMessage']): string {
    if (!message) return '';
    if (message.deletedAt) return this.strings.deleted;
    return plainText(message.text.slice(0, LINE)) || this.strings.wordless;
  }
}

if (!customElements.get('chat-conversation-list')) customElements.define('chat-conversation-list', ConversationList);
