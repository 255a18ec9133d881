import type { Message } from '@porchlight/protocol';
import type { ReactiveControllerHost, TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import { defineComposerContext } from './composer-context.js';
import type { MessageActionEvent } from './events.js';
import { plainText } from './markdown.js';
import type { MessageToolStrings } from './tool-strings.js';

/** So much of a message is shown above the composer, in characters. */
const SHOWN = 140;

export interface MessageChangesOptions {
  strings: MessageToolStrings;
  nameOf(message: Message): string;
  /** What is in the composer. */
  draft: { get(): string; set(text: string): void; focus(): void };
  /** Rejects when the server did not do it. */
  edit(message: Message, text: string): Promise<unknown>;
  delete(message: Message): Promise<unknown>;
}

type State =
  | { kind: 'idle' }
  | { kind: 'reply'; message: Message }
  | { kind: 'edit'; message: Message; before: string }
  | { kind: 'failed'; words: string; again: () => void };

/** What becomes of the text in the composer when it is not simply a new message: an answer, or another text of an old one. */
export class MessageChanges {
  #state: State = { kind: 'idle' };

  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly options: MessageChangesOptions,
  ) {
    defineComposerContext();
  }

  /** Id of the message that the text answers. */
  get replyTo(): string | undefined {
    return this.#state.kind === 'reply' ? this.#state.message.id : undefined;
  }

  /** Whether the text is that of an old message. */
  get editing(): boolean {
    return this.#state.kind === 'edit';
  }

  /** Does what the reader has chosen for a message. */
  act({ action, message }: Pick<MessageActionEvent, 'action' | 'message'>): void {
    const { draft } = this.options;
    if (action === 'delete') {
      if (this.#concerns(message)) this.cancel();
      void this.#delete(message);
      return;
    }
    this.cancel();
    if (action === 'reply') {
      this.#set({ kind: 'reply', message });
    } else {
      this.#set({ kind: 'edit', message, before: draft.get() });
      draft.set(message.text);
    }
    draft.focus();
  }

  /** Takes what was sent if it is another text of an old message; otherwise what it answered is done with. */
  take(text: string): boolean {
    const state = this.#state;
    if (state.kind === 'idle') return false;
    this.#set({ kind: 'idle' });
    if (state.kind !== 'edit') return false;
    this.options.draft.set(state.before);
    if (text !== state.message.text) void this.#edit(state.message, text);
    return true;
  }

  /** The text is for a new message again; false if it was already. */
  cancel(): boolean {
    const state = this.#state;
    if (state.kind === 'idle') return false;
    this.#set({ kind: 'idle' });
    if (state.kind === 'edit') this.options.draft.set(state.before);
    return true;
  }

  /** What stands above the composer. */
  render(): TemplateResult | typeof nothing {
    const state = this.#state;
    if (state.kind === 'idle') return nothing;
    const { strings } = this.options;
    const failed = state.kind === 'failed';
    const text = failed ? '' : plainText(state.message.text.slice(0, SHOWN));
    const onCancel = () => {
      this.cancel();
      this.options.draft.focus();
    };
    return html`<chat-composer-context
      .heading=${this.#heading(state)}
      .text=${text}
      .failed=${failed}
      .strings=${strings}
      @chat-cancel=${onCancel}
      @chat-retry-change=${() => this.#again()}
    ></chat-composer-context>`;
  }

  #heading(state: Exclude<State, { kind: 'idle' }>): string {
    const { strings, nameOf } = this.options;
    switch (state.kind) {
      case 'reply':
        return strings.replyingTo(nameOf(state.message));
      case 'edit':
        return strings.editing;
      case 'failed':
        return state.words;
    }
  }

  #concerns({ id }: Message): boolean {
    const state = this.#state;
    return (state.kind === 'reply' || state.kind === 'edit') && state.message.id === id;
  }

  #again(): void {
    const state = this.#state;
    if (state.kind !== 'failed') return;
    this.#set({ kind: 'idle' });
    state.again();
  }

  async #edit(message: Message, text: string): Promise<void> {
    const { edit, strings } = this.options;
    await edit(message, text).catch(() => this.#failed(strings.notEdited, () => void this.#edit(message, text)));
  }

  async #delete(message: Message): Promise<void> {
    const { strings } = this.options;
    await this.options.delete(message).catch(() => this.#failed(strings.notDeleted, () => void this.#delete(message)));
  }

  #failed(words: string, again: () => void): void {
    this.cancel();
    this.#set({ kind: 'failed', words, again });
  }

  #set(state: State): void {
    this.#state = state;
    this.host.requestUpdate();
  }
}
