import type { ChatClient } from '@porchlight/client';
import type { Audience, Conversation } from '@porchlight/protocol';
import type { ComposeEvent, Composer, DraftEvent } from '@porchlight/ui';
import { base, controls, englishComposer, icons } from '@porchlight/ui';
import type { EmojiEvent } from '@porchlight/ui/emoji';
import type { Uploads } from '@porchlight/ui/files';
import { defineUploadTray, uploadTray } from '@porchlight/ui/files';
import { englishEmoji, englishFiles } from '@porchlight/ui/tool-strings';
import type { PropertyValues } from 'lit';
import { html, LitElement, nothing } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { CommandEvent } from './command-event.js';
import { Completing } from './completing.js';
import type { DraftFiles } from './draft-files.js';
import type { Drafts } from './drafts.js';
import { namedIn } from './named-agents.js';
import { styles } from './reply-box.styles.js';
import { deviceLocale } from './time.js';
import { SendEvent, WriteEvent } from './write-events.js';
import './tip.js';

/** A placeholder must fit on one line of a phone, in characters. */
const MAX_PLACEHOLDER = 32;

/**
 * Where an agent writes: a reply that everybody in the conversation reads, or a note that stays among agents.
 *
 * @fires inbox-write - at every change, for the draft and for "is typing"
 * @fires inbox-send
 * @fires inbox-attach - to choose files
 */
export class ReplyBox extends LitElement {
  static override styles = [base, controls, styles];
  static override properties = {
    conversation: {},
    name: {},
    notes: { type: Boolean },
    audience: { reflect: true },
    editing: { type: Boolean },
    drafts: { attribute: false },
    files: { attribute: false },
    client: { attribute: false },
    subject: { attribute: false },
    refused: { state: true },
    picking: { state: true },
  };

  /** Id of the conversation; each has its own drafts. */
  declare conversation: string;
  /** Whom one writes to. */
  declare name: string;
  /** Whether notes can be written here. */
  declare notes: boolean;
  declare audience: Audience;
  /** Whether the text is that of an old message, whose files stay as they are. */
  declare editing: boolean;
  declare drafts: Drafts;
  declare files: DraftFiles;
  declare client: ChatClient;
  /** What the conversation is about, and with whom. */
  declare subject: Conversation | undefined;
  /** Why the text was not sent. */
  declare private refused: string;
  /** Whether the emoji are shown. */
  declare private picking: boolean;

  /** What the field begins with; afterwards the field knows best. */
  #begun = '';
  #key = '';
  readonly #completing = new Completing(this);

  constructor() {
    super();
    this.conversation = '';
    this.name = '';
    this.notes = false;
    this.audience = 'everyone';
    this.editing = false;
    this.picking = false;
    this.refused = '';
    defineUploadTray();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.files.addEventListener('change', this.#filesChanged);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.files.removeEventListener('change', this.#filesChanged);
  }

  /** Sends files along with what is being written. */
  attach(files: readonly File[]): void {
    this.#uploads.add(files);
    this.composer?.focus();
  }

  /** Takes the focus, for a reply or for a note. */
  async write(audience: Audience = 'everyone'): Promise<void> {
    this.audience = this.notes ? audience : 'everyone';
    await this.updateComplete;
    await this.composer?.updateComplete;
    this.composer?.focus();
  }

  get composer(): Composer | null {
    return this.renderRoot.querySelector('chat-composer');
  }

  get #uploads(): Uploads {
    return this.files.of(this.conversation, this.audience);
  }

  override willUpdate(changed: PropertyValues<this>): void {
    const { conversation, drafts, notes } = this;
    // An unfinished note must not turn into a reply: a conversation opens with what was begun in it.
    if (changed.has('conversation')) {
      const onlyNote = !drafts.get(conversation, 'everyone') && drafts.get(conversation, 'agents');
      this.audience = notes && onlyNote ? 'agents' : 'everyone';
    }
    const key = `${conversation} ${this.audience}`;
    if (key === this.#key) return;
    this.#key = key;
    this.refused = '';
    this.#completing.close();
    this.#begun = drafts.get(conversation, this.audience);
  }

  override render() {
    const { audience, name, notes } = this;
    const note = audience === 'agents';
    const label = note ? 'Note for your team' : notes ? `Reply to ${name}` : `Write in ${name}`;
    const short = label.length <= MAX_PLACEHOLDER ? `${label}…` : 'Write a message';
    const strings = {
      ...englishComposer,
      label,
      placeholder: note ? 'Only your team sees this' : short,
      send: note ? 'Add note' : 'Send',
    };
    const uploads = this.#uploads;
    return html`
      ${
        notes
          ? html`<div class="audiences" role="group" aria-label="Who reads it">
              ${this.#choice('everyone', 'Reply', 'reply')} ${this.#choice('agents', 'Note', 'note')}
            </div>`
          : nothing
      }
      ${
        this.picking
          ? html`<chat-emoji-picker
              .strings=${englishEmoji}
              @chat-emoji=${({ char }: EmojiEvent) => this.composer?.insert(char)}
              @chat-close=${this.#closePicker}
            ></chat-emoji-picker>`
          : nothing
      }
      ${this.#completing.render()}
      ${this.refused ? html`<p class="refused" role="alert">${icons.alert}${this.refused}</p>` : nothing}
      ${uploadTray(uploads, englishFiles, deviceLocale)}
      ${keyed(
        this.#key,
        html`<chat-composer
          .strings=${strings}
          .value=${this.#begun}
          .attached=${uploads.some && !this.editing}
          .held=${uploads.waiting && !this.editing}
          @chat-compose=${this.#compose}
          @chat-draft=${this.#draft}
          @keydown=${this.#keys}
          @keyup=${() => this.#completing.follow()}
          @click=${() => this.#completing.follow()}
          @focusout=${() => this.#completing.close()}
        >
          <button
            slot="tools"
            class="button quiet icon"
            aria-label="Attach files"
            title="Attach files"
            @click=${() => this.dispatchEvent(new Event('inbox-attach'))}
          >${icons.paperclip}</button>
          <button
            slot="tools"
            data-emoji
            class="button quiet icon"
            aria-label=${englishEmoji.label}
            title=${englishEmoji.label}
            aria-haspopup="dialog"
            aria-expanded=${this.picking}
            @click=${this.#togglePicker}
          >${icons.smile}</button>
        </chat-composer>`,
      )}
    `;
  }

  #choice(audience: Audience, label: string, command: 'reply' | 'note') {
    return html`<inbox-tip .command=${command}>
      <button
        class="choice"
        aria-pressed=${this.audience === audience}
        aria-keyshortcuts=${command === 'reply' ? 'r' : 'n'}
        @click=${() => this.dispatchEvent(new CommandEvent(command))}
      >
        ${audience === 'agents' ? icons.lock : nothing}${label}
      </button>
    </inbox-tip>`;
  }

  #compose(event: ComposeEvent) {
    const { audience } = this;
    this.refused = '';
    if (audience === 'everyone' && !this.#completing.isWhole(event.text)) {
      this.refused = 'Fill in what is in braces, then send.';
      event.preventDefault();
      return;
    }
    const send = new SendEvent(event.text, audience);
    if (audience === 'agents') send.mentions = namedIn(event.text, this.#completing.agents).map(({ id }) => id);
    if (!this.dispatchEvent(send)) event.preventDefault();
  }

  async #togglePicker() {
    if (this.picking) {
      this.#closePicker();
      return;
    }
    const { defineEmojiPicker } = await import('@porchlight/ui/emoji');
    defineEmojiPicker();
    this.picking = true;
    await this.updateComplete;
    this.renderRoot.querySelector('chat-emoji-picker')?.focus();
  }

  #closePicker() {
    this.picking = false;
    this.renderRoot.querySelector<HTMLElement>('[data-emoji]')?.focus();
  }

  readonly #filesChanged = () => this.requestUpdate();

  /** Before the field does: with the list open, Enter takes what is chosen. */
  readonly #keys = {
    capture: true,
    handleEvent: (event: KeyboardEvent) => this.#completing.keydown(event),
  };

  #draft(event: DraftEvent) {
    this.refused = '';
    this.#completing.follow();
    this.dispatchEvent(new WriteEvent(event.text, this.audience));
  }
}

customElements.define('reply-box', ReplyBox);

declare global {
  interface HTMLElementEventMap {
    'inbox-attach': Event;
  }
  interface HTMLElementTagNameMap {
    'reply-box': ReplyBox;
  }
}
