/** The words of the message list. Functions where a language may inflect. */
export interface MessageListStrings {
  /** Name of the log for assistive technology. */
  log: string;
  you: string;
  newMessages: string;
  jumpToLatest: string;
  unseen(count: number): string;
  sending: string;
  sent: string;
  delivered: string;
  read: string;
  failed: string;
  /** Why a message failed, for a code of the API or `network`; empty for nothing more to say. */
  failedBecause(code: string): string;
  retry: string;
  discard: string;
  deleted: string;
  edited: string;
  /** Stands for a message that is answered but not loaded. */
  earlier: string;
  note: string;
  loading: string;
  typing(names: readonly string[]): string;
  /** What assistive technology hears when one message comes. */
  announceOne(name: string, text: string): string;
  announceMany(count: number): string;
}

/** The words of the composer. */
export interface ComposerStrings {
  label: string;
  placeholder: string;
  send: string;
  /** How many characters are too many. */
  tooLong(excess: number): string;
}

export const englishMessageList: MessageListStrings = {
  log: 'Messages',
  you: 'You',
  newMessages: 'New messages',
  jumpToLatest: 'Jump to latest',
  unseen: (count) => (count === 1 ? '1 new message' : `${count} new messages`),
  sending: 'Sending',
  sent: 'Sent',
  delivered: 'Delivered',
  read: 'Read',
  failed: 'Not sent',
  failedBecause(code) {
    switch (code) {
      case 'network':
        return 'No connection';
      case 'rate_limited':
        return 'Too many messages at once';
      case 'too_large':
      case 'invalid':
        return 'The message was not accepted';
      case 'unauthenticated':
        return 'You are signed out';
      case 'attachment_gone':
        return 'A file is no longer there';
      case 'forbidden':
      case 'refused':
        return 'Writing is not allowed here';
      default:
        return '';
    }
  },
  retry: 'Try again',
  discard: 'Remove',
  deleted: 'Message deleted',
  edited: 'edited',
  earlier: 'An earlier message',
  note: 'Note, seen by agents only',
  loading: 'Loading messages',
  typing(names) {
    if (names.length === 1) return `${names[0]} is typing`;
    if (names.length === 2) return `${names[0]} and ${names[1]} are typing`;
    return 'Several people are typing';
  },
  announceOne: (name, text) => `${name}: ${text}`,
  announceMany: (count) => `${count} new messages`,
};

export const englishComposer: ComposerStrings = {
  label: 'Message',
  placeholder: 'Write a message',
  send: 'Send',
  tooLong: (excess) => (excess === 1 ? '1 character too many' : `${excess} characters too many`),
};
