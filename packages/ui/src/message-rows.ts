import type { Attachment, Author, Message } from '@porchlight/protocol';
import { isSameDay } from './time.js';

/** An own message under way; the client's `OutgoingMessage` is one. */
export interface OutgoingView {
  clientId: string;
  text: string;
  attachments?: readonly Attachment[];
  /** ISO 8601. */
  createdAt: string;
  status: 'sending' | 'failed';
  failure?: { code: string; detail: string };
  audience?: 'everyone' | 'agents';
  /** Id of the message that it answers. */
  replyTo?: string;
}

/** Messages of one author that lie closer together than this stand as one group. In milliseconds. */
export const GROUP_SPAN_MS = 2 * 60_000;

export type DeliveryStatus = 'sending' | 'sent' | 'delivered' | 'read' | 'failed';

/** One line of the list: a message, the start of a day, or the start of what is new. */
export type Row =
  | { kind: 'day'; key: string; date: Date }
  | { kind: 'new'; key: string }
  | {
      kind: 'message';
      key: string;
      own: boolean;
      /** Whether it begins and ends a group. */
      first: boolean;
      last: boolean;
      date: Date;
      text: string;
      deleted: boolean;
      edited: boolean;
      /** Id of the message that it answers. */
      replyTo?: string;
      attachments: readonly Attachment[];
      audience: 'everyone' | 'agents';
      /** Of own messages. */
      status?: DeliveryStatus;
      /** Whether `status` is shown: on failed ones and on the last own one. */
      showStatus: boolean;
      /** Absent on messages under way. */
      message?: Message;
      outgoing?: OutgoingView;
    };

export type MessageRow = Extract<Row, { kind: 'message' }>;

export interface RowSource {
  /** All that are known, by ascending seq. */
  messages: readonly Message[];
  /** Those of them that become rows, by index, the second one excluded; all by default. */
  shown?: readonly [start: number, end: number];
  /** Shown after `messages`, in order. */
  outgoing: readonly OutgoingView[];
  isOwn(author: Author): boolean;
  /** The other side has read own messages up to this seq. */
  readUpTo: number;
  /** They have arrived on the other side up to this seq. */
  deliveredUpTo: number;
  /** What messages are about to become, by their ids: another text or, without one, deleted. */
  changes?: ReadonlyMap<string, { text?: string }>;
  /** What the others wrote after this seq is new to the reader; undefined for no line. */
  newAfter?: number;
}

/** What is not shown counts too: a row is the same whatever else is shown, so that nothing moves when more is. */
export function messageRows(source: RowSource): Row[] {
  const { messages, outgoing, isOwn, newAfter } = source;
  const [start, end] = source.shown ?? [0, messages.length];
  const firstNew =
    newAfter === undefined ? undefined : messages.find(({ seq, author }) => seq > newAfter && !isOwn(author));
  const startsNew = ({ message }: MessageRow) => message !== undefined && message === firstNew;
  const rows: Row[] = [];
  let previous: MessageRow | undefined;

  const join = (row: MessageRow): boolean => {
    const sameDay = previous !== undefined && isSameDay(previous.date, row.date);
    row.first = !sameDay || startsNew(row) || !previous || !sameGroup(previous, row);
    if (previous) previous.last = row.first;
    previous = row;
    return sameDay;
  };
  const add = (row: MessageRow) => {
    if (!join(row)) rows.push({ kind: 'day', key: `day ${row.key}`, date: row.date });
    if (startsNew(row)) rows.push({ kind: 'new', key: 'new' });
    rows.push(row);
  };

  const before = messages[start - 1];
  if (before) join(storedRow(before, source));
  for (const message of messages.slice(start, end)) add(storedRow(message, source));
  const after = messages[end];
  if (after) join(storedRow(after, source));
  for (const item of outgoing) add(outgoingRow(item));
  showStatuses(rows, after !== undefined);
  return rows;
}

function storedRow(message: Message, source: RowSource): MessageRow {
  const own = source.isOwn(message.author);
  const change = source.changes?.get(message.id);
  const deleted = change ? change.text === undefined : message.deletedAt !== undefined;
  return {
    ...blank,
    key: keyOf(own, message.author.id, message.clientId),
    own,
    date: new Date(message.createdAt),
    text: change ? (change.text ?? '') : message.text,
    deleted,
    edited: !deleted && (change !== undefined || message.editedAt !== undefined),
    attachments: deleted ? [] : message.attachments,
    audience: message.audience,
    replyTo: message.replyTo,
    message,
    ...(own && { status: statusOf(message, source) }),
  };
}

function outgoingRow(item: OutgoingView): MessageRow {
  return {
    ...blank,
    key: keyOf(true, '', item.clientId),
    own: true,
    date: new Date(item.createdAt),
    text: item.text,
    attachments: item.attachments ?? [],
    audience: item.audience ?? 'everyone',
    replyTo: item.replyTo,
    status: item.status,
    outgoing: item,
  };
}

const blank = { kind: 'message', first: true, last: true, showStatus: false, deleted: false, edited: false } as const;

function statusOf({ seq }: Message, { readUpTo, deliveredUpTo }: RowSource): DeliveryStatus {
  if (seq <= readUpTo) return 'read';
  return seq <= deliveredUpTo ? 'delivered' : 'sent';
}

/** The same for a message under way and the stored one that it becomes, so that its element stays. */
function keyOf(own: boolean, authorId: string, clientId: string): string {
  return own ? `own ${clientId}` : `${authorId} ${clientId}`;
}

function sameGroup(a: MessageRow, b: MessageRow): boolean {
  if (a.own !== b.own || a.audience !== b.audience) return false;
  // Messages under way have no author yet; they are the reader's.
  if (a.message && b.message) {
    const [one, other] = [a.message.author, b.message.author];
    if (one.kind !== other.kind || one.id !== other.id) return false;
  }
  // A device whose clock is behind may be answered "earlier" than it wrote.
  return Math.abs(b.date.getTime() - a.date.getTime()) < GROUP_SPAN_MS;
}

/** `more`: something comes after them, so that none of them is the last word. */
function showStatuses(rows: Row[], more: boolean): void {
  let lastShown = more;
  for (const row of rows.toReversed()) {
    if (row.kind !== 'message') continue;
    if (row.status === 'failed') row.showStatus = true;
    else if (!lastShown && row.own) row.showStatus = lastShown = true;
    if (!row.own) lastShown = true;
  }
}
