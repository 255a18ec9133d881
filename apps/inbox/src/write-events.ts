import type { Audience } from '@porchlight/protocol';

/** What an agent has written so far, and for whom. */
export class WriteEvent extends Event {
  static readonly type = 'inbox-write';

  constructor(
    readonly text: string,
    readonly audience: Audience,
  ) {
    super(WriteEvent.type, { bubbles: true, composed: true });
  }
}

/** What an agent sends, and for whom. Prevented, it is not taken as sent. */
export class SendEvent extends Event {
  static readonly type = 'inbox-send';

  /** Id of the message that it answers. */
  replyTo: string | undefined;
  /** Ids of the agents whom a note names. */
  mentions: readonly string[] = [];

  constructor(
    readonly text: string,
    readonly audience: Audience,
  ) {
    super(SendEvent.type, { bubbles: true, composed: true, cancelable: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'inbox-write': WriteEvent;
    'inbox-send': SendEvent;
  }
}
