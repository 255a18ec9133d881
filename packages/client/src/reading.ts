import type { Conversation, Message } from '@porchlight/protocol';

/** The most that the wire contract counts to. */
const MOST = 99;

/**
 * What the number of unread messages of one conversation is computed from. Each part only grows, or is replaced by a
 * later one, so events and answers may come twice or cross each other and the number is the same.
 */
export interface Reading {
  /** The server's count of unread messages when `baseSeq` was the last message. */
  readonly baseUnread: number;
  readonly baseSeq: number;
  /** Messages of the other side after `baseSeq`, by `seq`, and whether each is still there. */
  readonly arrivals: ReadonlyMap<number, boolean>;
  /** How far our side has read, as far as we heard; 0 while unknown. */
  readonly read: number;
}

/** Takes the server's count in. */
export function counted(known: Reading | undefined, { lastSeq, unread }: Conversation): Reading {
  if (!known) return { baseSeq: lastSeq, baseUnread: unread, arrivals: new Map(), read: 0 };
  if (lastSeq < known.baseSeq) return known;
  return {
    baseSeq: lastSeq,
    // With no message in between, a count can only have fallen.
    baseUnread: lastSeq === known.baseSeq ? Math.min(unread, known.baseUnread) : unread,
    arrivals: new Map([...known.arrivals].filter(([seq]) => seq > lastSeq)),
    read: known.read,
  };
}

/** Takes a message of the other side in, or that it was taken back. */
export function arrived(known: Reading, { seq, deletedAt }: Message): Reading {
  if (seq <= known.baseSeq || seq <= known.read || known.arrivals.get(seq) === false) return known;
  return { ...known, arrivals: new Map(known.arrivals).set(seq, !deletedAt) };
}

/** Takes in that our side has read up to `upTo`. */
export function read(known: Reading, upTo: number): Reading {
  if (upTo <= known.read) return known;
  return { ...known, read: upTo, arrivals: new Map([...known.arrivals].filter(([seq]) => seq > upTo)) };
}

/**
 * How many are unread. An upper bound where only a part of what the server had counted was read, or taken back, since;
 * exact otherwise.
 */
export function unreadOf({ baseSeq, baseUnread, arrivals, read }: Reading): number {
  let unread = Math.min(baseUnread, Math.max(0, baseSeq - read));
  for (const present of arrivals.values()) if (present) unread++;
  return Math.min(MOST, unread);
}
