import type { Message, Receipt } from '@porchlight/protocol';

/** How far messages have come on the visitor's side: the highest such mark of any visitor's receipt. */
export function upTo(mark: 'delivered' | 'read', receipts: readonly Receipt[]): number {
  const visitors = receipts.filter(({ principal }) => principal.kind === 'visitor');
  return Math.max(0, ...visitors.map((receipt) => receipt[mark]));
}

/**
 * The seq after which everything is new, when the last `unread` messages of visitors are unread. Undefined when nothing
 * is, and when more is unread than is loaded: then the latest message is a better place to begin than none in particular.
 */
export function newAfter(messages: readonly Message[], unread: number): number | undefined {
  if (unread < 1) return undefined;
  const first = messages.filter(({ author }) => author.kind === 'visitor').at(-unread);
  return first && first.seq - 1;
}
