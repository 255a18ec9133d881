import type { Conversation, Mention, Message } from '@porchlight/protocol';

/**
 * What agents see of a conversation that messages and receipts change: since when it waits for an answer, and whom its notes
 * name. What the server said of it when `seq` was its last message, and what has happened since. Events and answers may come
 * twice or cross each other and the result is the same.
 */
export interface Standing {
  readonly seq: number;
  /** `updatedAt` of the conversation that said so. */
  readonly at: string;
  readonly waitingSince: string | undefined;
  readonly mentions: readonly Mention[];
  /** What was said after `seq`, by seq. */
  readonly later: ReadonlyMap<number, Message>;
  /** How far each agent has read, as far as we heard. */
  readonly read: ReadonlyMap<string, number>;
}

/** Takes in what the server says. */
export function settled(known: Standing | undefined, conversation: Conversation): Standing {
  const { lastSeq: seq, updatedAt: at, waitingSince, mentions = [] } = conversation;
  if (known && (seq < known.seq || (seq === known.seq && at < known.at))) return known;
  const later = new Map([...(known?.later ?? [])].filter(([other]) => other > seq));
  return { seq, at, waitingSince, mentions, later, read: known?.read ?? new Map() };
}

/** Takes a message in. Its author has read what was there. */
export function said(known: Standing, message: Message): Standing {
  const { author, seq } = message;
  const standing = author.kind === 'agent' ? hasRead(known, author.id, seq) : known;
  if (seq <= known.seq || (known.later.get(seq)?.deletedAt && !message.deletedAt)) return standing;
  const later = [...new Map(known.later).set(seq, message)];
  // Before the latest answer nobody waits, and who is named stands in notes.
  const answer = Math.max(0, ...later.map(([other, one]) => (isAnswer(one) ? other : 0)));
  return { ...standing, later: new Map(later.filter(([other, one]) => other >= answer || one.audience === 'agents')) };
}

const isAnswer = ({ audience, author }: Message) => audience === 'everyone' && author.kind !== 'visitor';

/** Takes in how far an agent has read. */
export function hasRead(known: Standing, agent: string, upTo: number): Standing {
  if (upTo <= (known.read.get(agent) ?? 0)) return known;
  return { ...known, read: new Map(known.read).set(agent, upTo) };
}

export function standingOf({
  waitingSince,
  mentions,
  later,
  read,
}: Standing): Pick<Conversation, 'waitingSince' | 'mentions'> {
  const since = [...later.values()].sort((a, b) => a.seq - b.seq);
  const named = new Map(mentions.map((mention) => [mention.agentId, mention]));
  let waits = waitingSince;
  for (const { audience, author, createdAt, seq, mentions: agents = [] } of since) {
    if (audience === 'everyone') waits = author.kind === 'visitor' ? (waits ?? createdAt) : undefined;
    for (const agentId of agents) named.set(agentId, { agentId, seq, unread: true });
  }
  const now = [...named.values()].map((mention) =>
    mention.unread && mention.seq <= (read.get(mention.agentId) ?? 0) ? { ...mention, unread: false } : mention,
  );
  return { waitingSince: waits, mentions: now.length > 0 ? now.sort((a, b) => a.seq - b.seq) : undefined };
}
