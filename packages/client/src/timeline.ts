import type { Message, MessagePage, Receipt, TransientEvent } from '@porchlight/protocol';
import type { ChatState, MessageChange, OutgoingMessage, Timeline } from './state.js';

export const emptyTimeline: Timeline = {
  messages: [],
  outgoing: [],
  hasOlder: false,
  loading: 'none',
  receipts: [],
  typing: [],
};

/** Of two versions of one message the later one; `known` when they are the same. */
export function latestVersion(known: Message, other: Message): Message {
  return compareVersions(known, other) < 0 ? other : known;
}

function compareVersions(a: Message, b: Message): number {
  return (
    Number(!!a.deletedAt) - Number(!!b.deletedAt) ||
    (a.editedAt ?? '').localeCompare(b.editedAt ?? '') ||
    Number(!!b.streaming) - Number(!!a.streaming) ||
    (a.streaming ? a.text.length - b.text.length : 0)
  );
}

export const lastSeqOf = (messages: readonly Message[]): number => messages.at(-1)?.seq ?? 0;

/** Puts messages among those known: by `seq`, each id once, in its latest version. */
function join(known: readonly Message[], others: readonly Message[]): readonly Message[] {
  if (isOrdered(others)) {
    const [first] = others;
    if (!first || first.seq > lastSeqOf(known)) return [...known, ...others];
    if (lastSeqOf(others) < (known[0]?.seq ?? 0)) return [...others, ...known];
  }
  const byId = new Map(known.map((message) => [message.id, message]));
  for (const message of others) {
    const twin = byId.get(message.id);
    byId.set(message.id, twin ? latestVersion(twin, message) : message);
  }
  return [...byId.values()].sort((a, b) => a.seq - b.seq);
}

function isOrdered(messages: readonly Message[]): boolean {
  return messages.every(({ seq }, index) => seq > (messages[index - 1]?.seq ?? 0));
}

/** Takes one message in, from an event or an answer. Beyond what is loaded, it waits for its page. */
export function withMessage(timeline: Timeline, message: Message): Timeline {
  const { messages } = timeline;
  const [first] = messages;
  const outgoing = timeline.outgoing.filter(({ clientId }) => clientId !== message.clientId);
  const typing = timeline.typing.filter(({ author }) => author.id !== message.author.id);
  const wanted = timeline.opened || timeline.loading === 'latest';
  const before = timeline.hasOlder && first && message.seq < first.seq;
  const outside = timeline.opened && (before || (timeline.hasNewer && message.seq > lastSeqOf(messages)));
  return {
    ...timeline,
    ...(wanted && !outside && { messages: join(messages, [message]) }),
    ...(outgoing.length < timeline.outgoing.length && { outgoing }),
    ...(typing.length < timeline.typing.length && { typing }),
  };
}

/** Takes a page in, in a state that is otherwise as it was. */
export type TakePage = (timeline: Timeline, page: MessagePage, state: ChatState) => Timeline;

/** Takes in the latest page, to which what came meanwhile is joined. */
export function withLatestPage(timeline: Timeline, { items, hasMore }: MessagePage): Timeline {
  const first = items[0]?.seq ?? 0;
  const meanwhile = timeline.messages.filter(({ seq }) => seq >= first);
  const opened = { ...timeline, opened: true, messages: join(meanwhile, items), hasOlder: hasMore, hasNewer: false };
  return withoutSent({ ...opened, loading: 'none' });
}

/** Takes in the page before the oldest known message. */
export function withOlderPage(timeline: Timeline, { items, hasMore }: MessagePage): Timeline {
  return { ...timeline, messages: join(timeline.messages, items), hasOlder: hasMore, loading: 'none' };
}

/** Drops what is under way although it has arrived: the answer to an earlier try was lost. */
function withoutSent(timeline: Timeline): Timeline {
  const sent = new Set(timeline.messages.map(({ clientId }) => clientId));
  return { ...timeline, outgoing: timeline.outgoing.filter(({ clientId }) => !sent.has(clientId)) };
}

/** Adds a message under way, or changes it in its place. */
export function withOutgoing(timeline: Timeline, message: OutgoingMessage): Timeline {
  const known = timeline.outgoing.some(({ clientId }) => clientId === message.clientId);
  const outgoing = known
    ? timeline.outgoing.map((other) => (other.clientId === message.clientId ? message : other))
    : [...timeline.outgoing, message];
  return { ...timeline, outgoing };
}

export function withChange(timeline: Timeline, messageId: string, change: MessageChange): Timeline {
  return { ...timeline, changes: new Map(timeline.changes).set(messageId, change) };
}

/** Ends `change`, unless another one has taken its place. */
export function withoutChange(timeline: Timeline, messageId: string, change: MessageChange): Timeline {
  if (timeline.changes?.get(messageId) !== change) return timeline;
  return { ...timeline, changes: new Map([...timeline.changes].filter(([id]) => id !== messageId)) };
}

/** Receipts never move backwards. */
export function withReceipt(timeline: Timeline, receipt: Receipt): Timeline {
  const isTwin = ({ principal }: Receipt) =>
    principal.id === receipt.principal.id && principal.kind === receipt.principal.kind;
  const twin = timeline.receipts.find(isTwin);
  const merged = twin
    ? {
        ...receipt,
        delivered: Math.max(twin.delivered, receipt.delivered),
        read: Math.max(twin.read, receipt.read),
      }
    : receipt;
  return { ...timeline, receipts: [...timeline.receipts.filter((other) => other !== twin), merged] };
}

/** Appends a part of a streaming message; parts that come twice or leave a hole change nothing. */
export function withDelta(
  timeline: Timeline,
  { messageId, offset, text }: Extract<TransientEvent, { type: 'message.delta' }>['data'],
): Timeline {
  const messages = timeline.messages.map((message) =>
    message.id === messageId &&
    message.streaming &&
    offset <= message.text.length &&
    offset + text.length > message.text.length
      ? { ...message, text: message.text.slice(0, offset) + text }
      : message,
  );
  return { ...timeline, messages };
}
