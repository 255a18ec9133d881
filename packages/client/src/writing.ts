import type { Attachment, Conversation, Message } from '@porchlight/protocol';
import type { SendOptions } from './chat-client.js';
import type { Core } from './core.js';
import type { History } from './history.js';
import { Outbox } from './outbox.js';
import type { OutboxEntry } from './outbox-storage.js';
import { IndexedDbStorage } from './outbox-storage.js';
import { inPage } from './page.js';
import { randomId } from './random-id.js';
import type { Session } from './session.js';
import type { MessageChange } from './state.js';
import type { Typing } from './typing.js';
import type { UploadOptions } from './upload.js';

export interface WritingOptions {
  core: Core;
  /** Names what is kept on this device. */
  scope: string;
  session: Session;
  history: History;
  typing: Typing;
  start(): Promise<void>;
  /** The server has answered while it seemed not to be there. */
  reconnect(): void;
}

/** What we say: new messages go through the outbox, changes of earlier ones straight to the server. */
export class Writing {
  readonly outbox: Outbox;
  /** Keys of conversations begun here; see `startConversation()`. */
  readonly #drafts = new Set<string>();

  constructor(private readonly options: WritingOptions) {
    const { core, scope } = options;
    this.outbox = new Outbox({
      storage: inPage ? new IndexedDbStorage(scope) : undefined,
      lockName: `${scope}:outbox`,
      send: (entry) => this.#post(entry),
      show: ({ owner: _owner, order: _order, key, starts, ...message }) => {
        if (starts) this.#drafts.add(key);
        core.dispatch({ type: 'outgoing', key, message });
      },
      onVolatile: () => core.dispatch({ type: 'outboxPersistent', persistent: false }),
    });
    if (!inPage) core.dispatch({ type: 'outboxPersistent', persistent: false });
  }

  /** Whether the server knows nothing yet of a conversation that was begun here. */
  isDraft(id: string): boolean {
    return this.#drafts.has(id);
  }

  startConversation(text: string, options?: SendOptions): string {
    const key = randomId();
    this.#drafts.add(key);
    this.send(key, text, options);
    return key;
  }

  send(id: string, text: string, options: SendOptions = {}): string {
    const clientId = randomId();
    const starts = this.#drafts.has(id) || undefined;
    this.options.session.acted();
    this.outbox.add({ key: id, clientId, text, ...options, createdAt: new Date().toISOString(), starts });
    this.options.typing.said(id);
    // Later, so that a caller who starts with a profile right after this comes first.
    queueMicrotask(() => this.#startQuietly());
    return clientId;
  }

  /** Sends what waits in the outbox. Returns the id of the conversation if that has made one. */
  async #post({
    key,
    starts,
    clientId,
    text,
    attachments: files,
    replyTo,
    audience,
    mentions: named,
  }: OutboxEntry): Promise<string | undefined> {
    const { core, history, reconnect } = this.options;
    let id = key;
    let conversation: Conversation | undefined;
    const attachments = files?.map((file) => file.id);
    if (starts) {
      const body = { clientId: key, message: { clientId, text, attachments } };
      conversation = await core.call('createConversation', {}, { body });
      id = conversation.id;
    }
    // Not the last message: more has been said since, or another one had begun the conversation.
    if (conversation?.lastMessage?.clientId !== clientId) {
      const mentions = named && [...named];
      const body = { clientId, text, attachments, replyTo, audience, mentions };
      core.dispatch({ type: 'message', message: await core.call('createMessage', { conversation: id }, { body }) });
    }
    if (conversation) {
      core.dispatch({ type: 'started', key, conversation });
      if (conversation.lastSeq > 1) history.open(id, true).catch(() => {});
    }
    // The server is back: no need to wait for the next try.
    if (core.state.connection === 'offline') reconnect();
    return conversation?.id;
  }

  async upload(file: File, options?: UploadOptions): Promise<Attachment> {
    // Few do, so browsers fetch it when somebody does.
    const [{ upload }] = await Promise.all([import('./upload.js'), this.options.start()]);
    return upload(this.options.core.http, file, options);
  }

  retry(clientId: string): void {
    this.outbox.retry(clientId);
    this.#startQuietly();
  }

  discard(clientId: string): string | undefined {
    const discarded = this.outbox.discard(clientId);
    if (discarded) this.options.core.dispatch({ type: 'withdrawn', clientId });
    return discarded?.text;
  }

  /** Shows a change at once; what is stored takes its place, or what was there before comes back. */
  async change(id: string, messageId: string, change: MessageChange, store: () => Promise<Message>): Promise<void> {
    const { core } = this.options;
    core.dispatch({ type: 'changing', id, messageId, change });
    try {
      core.dispatch({ type: 'message', message: await store() });
    } finally {
      core.dispatch({ type: 'changed', id, messageId, change });
    }
  }

  /** Forgets what has not been sent. */
  async clear(): Promise<void> {
    this.#drafts.clear();
    await this.outbox.clear();
  }

  /** Should it fail for good, the messages that wait say so. */
  #startQuietly(): void {
    this.options.start().catch(() => {});
  }
}
