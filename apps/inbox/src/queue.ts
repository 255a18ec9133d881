import type { Conversation } from '@porchlight/protocol';
import type { Route } from './routes.js';
import { statusOf } from './routes.js';

/** Whose queue it is, and when. */
interface Reader {
  /** The agent's own id. */
  me: string;
  /** Epoch milliseconds. */
  now: number;
}

const DAY_MS = 86_400_000;

/** Whether a view shows a conversation. Rooms neither open nor close: they have a view of their own. */
function isIn({ view }: Route, { kind, assignee, mentions = [] }: Conversation, me: string): boolean {
  switch (view) {
    case 'mine':
      return kind === 'support' && assignee?.id === me;
    case 'unassigned':
      return kind === 'support' && !assignee;
    case 'open':
    case 'team':
    case 'snoozed':
    case 'closed':
      return kind === 'support';
    case 'mentions':
      return mentions.some(({ agentId }) => agentId === me);
    case 'rooms':
      return kind === 'room';
    case 'all':
      return true;
  }
}

/** Whether a list shows a conversation: what the API answers to {@link queryOf}, of what is known here. */
export function belongsTo(route: Route, conversation: Conversation, { me, now }: Reader): boolean {
  const { team, assignee, site, tag, days } = route;
  const status = statusOf(route);
  return (
    isIn(route, conversation, me) &&
    (status === undefined || conversation.status === status) &&
    (team === undefined || conversation.team === team) &&
    (assignee === undefined || (conversation.assignee?.id ?? 'none') === assignee) &&
    (site === undefined || conversation.site === site) &&
    (tag === undefined || (conversation.tags ?? []).includes(tag)) &&
    (days === undefined || Date.parse(activeAt(conversation)) >= sinceOf(days, now))
  );
}

/** What to ask the API for, to see what {@link belongsTo} a list. */
export function queryOf(route: Route, now: number): Record<string, string | undefined> {
  const { view, team, assignee, site, tag, days, sort } = route;
  const kind = view === 'rooms' ? 'room' : view === 'mentions' || view === 'all' ? undefined : 'support';
  return {
    status: statusOf(route),
    kind,
    ...(view === 'mentions' && { mentions: 'me' }),
    ...(view === 'mine' && { assignee: 'me' }),
    ...(view === 'unassigned' && { assignee: 'none' }),
    ...(assignee && view !== 'mine' && view !== 'unassigned' && { assignee }),
    team,
    site,
    tag,
    ...(days && { since: new Date(sinceOf(days, now)).toISOString() }),
    ...(sortsByWaiting(route) && { sort }),
  };
}

/** From the hour on, so that it is the same for as long as a page is looked at. */
function sinceOf(days: number, now: number): number {
  return Math.floor(now / 3_600_000) * 3_600_000 - days * DAY_MS;
}

/** Only what is open waits. */
export function sortsByWaiting(route: Route): boolean {
  return route.sort === 'waiting' && statusOf(route) === 'open';
}

function activeAt({ lastMessage, createdAt }: Conversation): string {
  return lastMessage?.createdAt ?? createdAt;
}

/** Compares as the API sorts. */
export function orderOf(route: Route): (one: Conversation, other: Conversation) => number {
  const key = sortsByWaiting(route)
    ? ({ waitingSince, id }: Conversation) => `${waitingSince ?? '~'}${id}`
    : (conversation: Conversation) => `${activeAt(conversation)}${conversation.id}`;
  const sign = sortsByWaiting(route) ? 1 : -1;
  return (one, other) => {
    const [a, b] = [key(one), key(other)];
    return a === b ? 0 : a < b ? -sign : sign;
  };
}

/**
 * The rows of a list. The conversation `kept` stays among them after it was closed or handed on, until one moves on: what
 * one works with does not vanish. Beyond `last`, where the pages that were fetched end, more may be missing than is known.
 */
export function rowsOf(
  conversations: Iterable<Conversation>,
  route: Route,
  reader: Reader,
  { kept, last }: { kept?: string | undefined; last?: Conversation | undefined } = {},
): readonly Conversation[] {
  const compare = orderOf(route);
  const rows: Conversation[] = [];
  for (const conversation of conversations) {
    if (conversation.id !== kept && !belongsTo(route, conversation, reader)) continue;
    if (last && conversation.id !== kept && compare(conversation, last) > 0) continue;
    rows.push(conversation);
  }
  return rows.sort(compare);
}

/**
 * The rows in the order in which they were `before`, as far as they were there; newcomers are left out. Used while
 * the pointer is among them, so that nothing moves under it.
 */
export function heldRows(rows: readonly Conversation[], before: readonly string[]): readonly Conversation[] {
  const byId = new Map(rows.map((row) => [row.id, row]));
  return before.flatMap((id) => byId.get(id) ?? []);
}

/** The row `step` rows away from the one with `id`, stopping at the ends; without `id` the first. */
export function neighbourOf(rows: readonly Conversation[], id: string | undefined, step: 1 | -1): string | undefined {
  const index = rows.findIndex((row) => row.id === id);
  if (index < 0) return rows[0]?.id;
  return rows[Math.min(Math.max(index + step, 0), rows.length - 1)]?.id;
}

/** Where the cursor stands after the rows changed: on its row or, when that is gone, on the one in its place. */
export function cursorAfter(
  rows: readonly Conversation[],
  before: readonly string[],
  cursor: string,
): string | undefined {
  if (rows.some(({ id }) => id === cursor)) return cursor;
  return rows[Math.min(Math.max(before.indexOf(cursor), 0), rows.length - 1)]?.id;
}
