import type { Message } from '@porchlight/protocol';

/** The reader is near the oldest message and there are older ones. */
export class LoadOlderEvent extends Event {
  static readonly type = 'chat-load-older';

  constructor() {
    super(LoadOlderEvent.type, { bubbles: true });
  }
}

/** The reader is near the last message known and there are later ones; or, with `latest`, wants to be at the latest of all. */
export class LoadNewerEvent extends Event {
  static readonly type = 'chat-load-newer';

  constructor(readonly latest = false) {
    super(LoadNewerEvent.type, { bubbles: true });
  }
}

/** The latest message, number `seq` of its conversation, is before the reader's eyes. Prevented, it is told again later. */
export class SeenEvent extends Event {
  static readonly type = 'chat-seen';

  constructor(readonly seq: number) {
    super(SeenEvent.type, { bubbles: true, cancelable: true });
  }
}

/** The reader wants a failed message tried again. */
export class RetryEvent extends Event {
  static readonly type = 'chat-retry';

  constructor(readonly clientId: string) {
    super(RetryEvent.type, { bubbles: true });
  }
}

/** The reader gives a failed message up. */
export class DiscardEvent extends Event {
  static readonly type = 'chat-discard';

  constructor(readonly clientId: string) {
    super(DiscardEvent.type, { bubbles: true });
  }
}

/** The reader wants to see the message `id`, which is not among those known. */
export class SeekEvent extends Event {
  static readonly type = 'chat-seek';

  constructor(readonly id: string) {
    super(SeekEvent.type, { bubbles: true });
  }
}

/** What a reader may want to do with a message. */
export type MessageAction = 'reply' | 'edit' | 'delete' | 'history';

/** The reader wants to answer, edit or delete a message. */
export class MessageActionEvent extends Event {
  static readonly type = 'chat-message-action';

  constructor(
    readonly action: MessageAction,
    readonly message: Message,
  ) {
    super(MessageActionEvent.type, { bubbles: true });
  }
}

/** A message was written. The composer empties itself unless the default is prevented. */
export class ComposeEvent extends Event {
  static readonly type = 'chat-compose';

  constructor(readonly text: string) {
    super(ComposeEvent.type, { bubbles: true, cancelable: true });
  }
}

/** The text under way changed; `text` is all of it. */
export class DraftEvent extends Event {
  static readonly type = 'chat-draft';

  constructor(readonly text: string) {
    super(DraftEvent.type, { bubbles: true });
  }
}
