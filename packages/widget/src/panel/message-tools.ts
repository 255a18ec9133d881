import type { Message } from '@porchlight/protocol';
import type { LoadNewerEvent, MessageActionEvent, MessageList, SeekEvent } from '@porchlight/ui';
import type { MessageChangesOptions, ToolbarAction } from '@porchlight/ui/tools';
import { MessageActions, MessageChanges } from '@porchlight/ui/tools';
import type { ReactiveControllerHost } from 'lit';
import type { ToolStrings } from '../locales/tools/strings.js';
import type { PanelOptions } from '../panel-contract.js';
import type { Session } from './session.js';

/** What a visitor can do with messages: answer, copy, edit and delete; and go to one that is answered, wherever it is. */
export class MessageTools {
  readonly changes: MessageChanges;
  readonly #lists = new WeakSet<MessageList>();

  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly options: PanelOptions,
    private readonly session: Session,
    private readonly strings: ToolStrings,
    draft: MessageChangesOptions['draft'],
  ) {
    const { client } = session;
    this.changes = new MessageChanges(host, {
      strings: strings.message,
      nameOf: (message) => (this.#isOwn(message) ? options.strings.messageList.you : message.author.name),
      draft,
      edit: ({ conversationId, id }, text) => client.editMessage(conversationId, id, text),
      delete: ({ conversationId, id }) => client.deleteMessage(conversationId, id),
    });
  }

  /** Equips a list, once. */
  attach(list: MessageList): void {
    if (this.#lists.has(list) || !list.hasUpdated) return;
    this.#lists.add(list);
    new MessageActions(list, { strings: this.strings.message, allowed: (message) => this.#allowed(message) });
    list.addEventListener('chat-message-action', (event) => this.changes.act(event as MessageActionEvent));
    list.addEventListener('chat-seek', (event) => void this.#seek(list, (event as SeekEvent).id));
    list.addEventListener('chat-load-newer', (event) => void this.#loadNewer((event as LoadNewerEvent).latest));
  }

  async #seek(list: MessageList, id: string): Promise<void> {
    const { client, conversation } = this.session;
    if (!conversation || !(await client.findMessage(conversation.id, id).catch(() => false))) return;
    await this.host.updateComplete;
    await list.reveal(id);
  }

  async #loadNewer(latest: boolean): Promise<void> {
    const { client, conversation } = this.session;
    const id = conversation?.id ?? '';
    await (latest ? client.openConversation(id) : client.loadNewer(id)).catch(() => {});
  }

  /** Begins to edit the visitor's last message; false if there is none. */
  editLast(messages: readonly Message[]): boolean {
    const message = messages.findLast((other) => this.#isOwn(other));
    if (!message || !this.#allowed(message).includes('edit')) return false;
    this.changes.act({ action: 'edit', message });
    return true;
  }

  #allowed(message: Message): ToolbarAction[] {
    if (message.deletedAt) return [];
    const own: ToolbarAction[] = this.#isOwn(message) ? ['edit', 'delete'] : [];
    return this.options.room === undefined || this.session.key !== undefined ? ['reply', 'copy', ...own] : ['copy'];
  }

  #isOwn({ author }: Message): boolean {
    return author.kind === 'visitor' && author.id === this.session.client.store.get().visitor?.id;
  }
}
