import type { ChatClient, Timeline } from '@porchlight/client';
import type { Author, Conversation, Message } from '@porchlight/protocol';
import type { MessageActionEvent, MessageList } from '@porchlight/ui';
import {
  base,
  controls,
  DiscardEvent,
  dropStyles,
  englishMessageList,
  FileSources,
  LoadNewerEvent,
  LoadOlderEvent,
  lanternMark,
  RetryEvent,
  SeekEvent,
  SeenEvent,
} from '@porchlight/ui';
import { FileDrag } from '@porchlight/ui/files';
import { englishFiles, englishMessageTools } from '@porchlight/ui/tool-strings';
import type { ToolbarAction } from '@porchlight/ui/tools';
import { MessageActions, MessageChanges } from '@porchlight/ui/tools';
import type { PropertyValues } from 'lit';
import { html, LitElement, nothing } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { CommandEvent } from './command-event.js';
import { styles } from './conversation-pane.styles.js';
import { nameOf } from './conversation-words.js';
import { Crossing } from './crossing.js';
import type { DraftFiles } from './draft-files.js';
import type { Drafts } from './drafts.js';
import type { Failure } from './inbox-controller.js';
import { newAfter, upTo } from './reading.js';
import type { ReplyBox } from './reply-box.js';
import type { Command } from './shortcuts.js';
import { deviceLocale } from './time.js';
import type { SendEvent } from './write-events.js';
import { WriteEvent } from './write-events.js';
import './conversation-header.js';
import './crossing-notice.js';
import './message-history.js';
import './reply-box.js';

/**
 * One conversation: who it is with, what was said, and where to answer.
 *
 * @fires inbox-command
 * @fires inbox-refetch - to try once more to fetch what could not be fetched
 * @fires inbox-write
 * @fires inbox-send
 * @fires chat-load-older, chat-load-newer, chat-seek, chat-seen, chat-retry, chat-discard - those of the message list, which end at its root
 */
export class ConversationPane extends LitElement {
  static override styles = [base, controls, dropStyles, styles];
  static override properties = {
    current: {},
    conversation: { attribute: false },
    timeline: { attribute: false },
    failure: {},
    me: {},
    client: { attribute: false },
    drafts: { attribute: false },
    files: { attribute: false },
    editMessage: { attribute: false },
    deleteMessage: { attribute: false },
    details: { type: Boolean },
    idle: { type: Boolean },
    crossed: { state: true },
  };

  /** Id of the conversation that is asked for. */
  declare current: string | undefined;
  declare conversation: Conversation | undefined;
  declare timeline: Timeline | undefined;
  declare failure: Failure | undefined;
  /** The agent's own id. */
  declare me: string;
  declare client: ChatClient;
  declare drafts: Drafts;
  declare files: DraftFiles;
  /** Whether the details are shown. */
  declare details: boolean;
  /** Whether there is no conversation that could be opened. */
  declare idle: boolean;

  /** Rejects when the server did not do it. */
  declare editMessage: (message: Message, text: string) => Promise<void>;
  /** Rejects when the server did not do it. */
  declare deleteMessage: (message: Message) => Promise<void>;

  /** Who has answered before what one was about to send. */
  declare private crossed: Author | undefined;
  readonly #crossing = new Crossing();

  readonly #changes = new MessageChanges(this, {
    strings: englishMessageTools,
    nameOf: ({ author }) => (this.#isOwn(author) ? englishMessageList.you : author.name),
    draft: {
      get: () => this.#replyBox?.composer?.value ?? '',
      set: (text) => {
        const composer = this.#replyBox?.composer;
        if (composer) composer.value = text;
      },
      focus: () => this.#replyBox?.composer?.focus(),
    },
    edit: (message, text) => this.editMessage(message, text),
    delete: (message) => this.deleteMessage(message),
  });
  readonly #drag = new FileDrag(() => this.requestUpdate());
  readonly #sources = new FileSources(this, {
    take: (files) => this.#replyBox?.attach(files),
    dragged: () => this.#drag.held(),
  });
  #equipped: MessageList | undefined;

  /** Where the "new messages" line stands; it stays there while the conversation is open. */
  #newAfter: { id: string; seq: number | undefined } | undefined;

  get #replyBox(): ReplyBox | null {
    return this.renderRoot.querySelector('reply-box');
  }

  get #list(): MessageList | null {
    return this.renderRoot.querySelector('chat-message-list');
  }

  /** Shows a message that has been found. */
  async reveal(id: string): Promise<void> {
    await this.updateComplete;
    await this.#list?.reveal(id);
  }

  /** Puts the cursor where one writes. */
  write(audience: 'everyone' | 'agents'): void {
    void this.#replyBox?.write(audience);
  }

  /** Takes the focus without a control, for keyboards and screen readers. */
  override focus(): void {
    this.renderRoot.querySelector('conversation-header')?.focus();
  }

  override willUpdate(changed: PropertyValues<this>): void {
    const { conversation, current, timeline } = this;
    if (changed.has('current')) {
      this.#changes.cancel();
      this.crossed = undefined;
    }
    if (this.#newAfter?.id !== current) this.#newAfter = undefined;
    if (!current || this.#newAfter || !conversation || !timeline?.opened) return;
    this.#newAfter = { id: current, seq: newAfter(timeline.messages, conversation.unread) };
  }

  override updated(): void {
    const list = this.#list;
    if (!list || list === this.#equipped) return;
    this.#equipped = list;
    void list.updateComplete.then(() => {
      new MessageActions(list, { strings: englishMessageTools, allowed: (message) => this.#allowed(message) });
      list.addEventListener('chat-message-action', (event) => this.#act(event as MessageActionEvent));
    });
  }

  override render() {
    const { conversation, current, failure, timeline } = this;
    if (!current) return this.idle ? nothingToOpen : nothingOpen;
    if (failure && !timeline?.messages.length) return this.#failed(failure);
    return html`
      ${this.#header(conversation)} ${this.#messages(current)} ${conversation ? this.#footer(conversation) : nothing}
      <message-history .client=${this.client}></message-history>
    `;
  }

  #header(conversation: Conversation | undefined) {
    return html`<conversation-header
      .conversation=${conversation}
      .details=${this.details}
      .viewing=${this.timeline?.viewing}
      .typing=${this.timeline?.typing}
      .me=${this.me}
    ></conversation-header>`;
  }

  #command(command: Command) {
    return () => this.dispatchEvent(new CommandEvent(command));
  }

  #messages(current: string) {
    const { conversation, timeline } = this;
    return keyed(
      current,
      html`<chat-message-list
        .messages=${timeline?.messages ?? []}
        .outgoing=${timeline?.outgoing ?? []}
        .isOwn=${this.#isOwn}
        .changes=${timeline?.changes}
        .readUpTo=${conversation?.kind === 'support' ? upTo('read', timeline?.receipts ?? []) : 0}
        .deliveredUpTo=${conversation?.kind === 'support' ? upTo('delivered', timeline?.receipts ?? []) : 0}
        .newAfter=${this.#newAfter?.seq}
        .hasOlder=${timeline?.hasOlder ?? false}
        .hasNewer=${timeline?.hasNewer ?? false}
        .loading=${timeline?.opened ? timeline.loading : 'latest'}
        .typing=${timeline?.typing ?? []}
        .strings=${englishMessageList}
        .fileStrings=${englishFiles}
        .locale=${deviceLocale}
        @chat-load-older=${() => this.dispatchEvent(new LoadOlderEvent())}
        @chat-load-newer=${({ latest }: LoadNewerEvent) => this.dispatchEvent(new LoadNewerEvent(latest))}
        @chat-seek=${({ id }: SeekEvent) => this.dispatchEvent(new SeekEvent(id))}
        @chat-seen=${({ seq }: SeenEvent) => this.dispatchEvent(new SeenEvent(seq))}
        @chat-retry=${({ clientId }: RetryEvent) => this.dispatchEvent(new RetryEvent(clientId))}
        @chat-discard=${({ clientId }: DiscardEvent) => this.dispatchEvent(new DiscardEvent(clientId))}
      >
        <p slot="empty">Nothing has been written yet.</p>
      </chat-message-list>`,
    );
  }

  #act(event: MessageActionEvent): void {
    if (event.action === 'history') void this.renderRoot.querySelector('message-history')?.show(event.message);
    else this.#changes.act(event);
  }

  /** Agents may take anything out of a room; elsewhere each changes what is their own. */
  #allowed(message: Message): ToolbarAction[] {
    if (message.deletedAt) return [];
    const answer: ToolbarAction[] = this.#replyBox ? ['reply', 'copy'] : ['copy'];
    if (message.editedAt) answer.push('history');
    if (this.#isOwn(message.author)) return this.#replyBox ? [...answer, 'edit', 'delete'] : [...answer, 'delete'];
    return this.conversation?.kind === 'room' ? [...answer, 'delete'] : answer;
  }

  #send(event: SendEvent): void {
    if (!this.#changes.editing && this.#crosses(event)) {
      event.preventDefault();
      event.stopPropagation();
      return;
    }
    event.replyTo = this.#changes.replyTo;
    if (!this.#changes.take(event.text)) return;
    event.preventDefault();
    event.stopPropagation();
  }

  /** Whether another agent has answered while this was written: one should know before it is sent. */
  #crosses({ audience }: SendEvent): boolean {
    const messages = this.timeline?.messages ?? [];
    this.crossed = audience === 'everyone' ? this.#crossing.by(this.current ?? '', messages, this.me) : undefined;
    if (!this.crossed) this.#crossing.clear();
    return this.crossed !== undefined;
  }

  #look(): void {
    this.#crossing.clear();
    this.crossed = undefined;
    this.#replyBox?.composer?.focus();
  }

  #sendAnyway(): void {
    const composer = this.#replyBox?.composer;
    this.#look();
    composer?.submit();
  }

  /** The text of an old message is no draft of a new one. */
  #write(event: Event): void {
    if (this.#changes.editing) event.stopPropagation();
    else if (event instanceof WriteEvent && event.audience === 'everyone') {
      this.#crossing.write(this.current ?? '', event.text, this.conversation?.lastSeq ?? 0);
    }
  }

  #keydown(event: KeyboardEvent): void {
    if (event.isComposing) return;
    if (event.key === 'Escape' && this.#changes.cancel()) event.preventDefault();
    if (event.key !== 'ArrowUp' || this.timeline?.hasNewer || this.#replyBox?.composer?.value !== '') return;
    const last = this.timeline?.messages.findLast(({ author }) => this.#isOwn(author));
    if (!last || last.deletedAt) return;
    event.preventDefault();
    this.#changes.act({ action: 'edit', message: last });
  }

  readonly #isOwn = ({ kind, id }: Author) => kind === 'agent' && id === this.me;

  #footer(conversation: Conversation) {
    const support = conversation.kind === 'support';
    if (support && conversation.status === 'closed') {
      return html`<div class="footer closed">
        <p>This conversation is closed. It opens by itself when <bdi>${nameOf(conversation)}</bdi> writes again.</p>
        <button class="button small" aria-keyshortcuts="e" @click=${this.#command('status')}>Reopen</button>
      </div>`;
    }
    return html`<div class="footer">
      ${this.#drag.over ? html`<div class="drop">${englishFiles.drop}</div>` : nothing}
      ${this.#changes.render()}
      ${
        this.crossed
          ? html`<crossing-notice
              .author=${this.crossed}
              @inbox-look=${this.#look}
              @inbox-send-anyway=${this.#sendAnyway}
            ></crossing-notice>`
          : nothing
      }
      <reply-box
        @inbox-send=${this.#send}
        @inbox-write=${this.#write}
        @inbox-attach=${() => this.#sources.choose()}
        @keydown=${this.#keydown}
        conversation=${conversation.id}
        name=${nameOf(conversation)}
        ?notes=${support}
        ?editing=${this.#changes.editing}
        .drafts=${this.drafts}
        .client=${this.client}
        .subject=${conversation}
        .files=${this.files}
      ></reply-box>
    </div>`;
  }

  #failed(failure: Failure) {
    return html`
      ${this.#header(undefined)}
      <div class="message">
        ${
          failure === 'missing'
            ? html`<h2>This conversation is not here</h2>
                <p>It may have been erased, or the address is incomplete.</p>
                <button class="button" @click=${this.#command('leave')}>Back to the list</button>`
            : html`<h2>The conversation could not be loaded</h2>
                <p>The server did not answer. Nothing is lost.</p>
                <button class="button" @click=${() => this.dispatchEvent(new Event('inbox-refetch'))}>Try again</button>`
        }
      </div>
    `;
  }
}

const nothingOpen = html`<div class="message nothing">
  ${lanternMark}
  <h2>No conversation open</h2>
  <p>Choose one from the list, or move with <kbd>J</kbd> and <kbd>K</kbd> and open with <kbd>Enter</kbd>.</p>
</div>`;

const nothingToOpen = html`<div class="message nothing">
  ${lanternMark}
  <h2>The light is on</h2>
  <p>When somebody writes, you can answer here.</p>
</div>`;

customElements.define('conversation-pane', ConversationPane);

declare global {
  interface HTMLElementEventMap {
    'inbox-refetch': Event;
  }
  interface HTMLElementTagNameMap {
    'conversation-pane': ConversationPane;
  }
}
