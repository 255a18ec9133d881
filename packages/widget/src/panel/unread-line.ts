import type { Author, Message } from '@porchlight/protocol';

/**
 * The seq after which messages are new to a reader who has `unread` messages of others before him; undefined when
 * nothing is new.
 */
export function unreadLine(
  messages: readonly Message[],
  unread: number,
  isOwn: (author: Author) => boolean,
): number | undefined {
  let left = unread;
  for (const message of messages.toReversed()) {
    if (left === 0) return undefined;
    if (isOwn(message.author)) continue;
    left--;
    if (left === 0) return message.seq - 1;
  }
  // More is unread than is here: all of it is new.
  const first = messages[0];
  return left > 0 && first ? first.seq - 1 : undefined;
}
