import type { ConversationStatus } from '@porchlight/protocol';

/** Which conversations the list shows. */
export type View = 'mine' | 'unassigned' | 'open' | 'team' | 'mentions' | 'snoozed' | 'closed' | 'rooms' | 'all';

export const views: readonly View[] = [
  'mine',
  'unassigned',
  'open',
  'team',
  'mentions',
  'snoozed',
  'closed',
  'rooms',
  'all',
];

export const statuses: readonly ConversationStatus[] = ['open', 'snoozed', 'closed'];

/** How far back the list goes, in days. */
export const spans = [1, 7, 30] as const;

/** What narrows a view, and how it is sorted; each is absent where it does neither. */
export interface Filters {
  status?: ConversationStatus;
  /** Id of a team; in the view of a team, of that one. */
  team?: string;
  /** Id of an agent, or `none` for what nobody has taken. */
  assignee?: string;
  /** Key of a site. */
  site?: string;
  tag?: string;
  /** Spoken in within so many days. */
  days?: number;
  sort?: 'waiting';
}

/** A place in the inbox: what the address bar says. */
export interface Route extends Filters {
  view: View;
  /** The conversation that is open. */
  conversation?: string;
}

/** The API serves the inbox below this path. */
const BASE = '/inbox/';
const ID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Reads an address; whatever it does not know becomes the list of open conversations. */
export function parseRoute(url: URL): Route {
  const asked = url.searchParams;
  const conversation = /^c\/([0-9a-f-]{36})\/?$/i.exec(url.pathname.slice(BASE.length))?.[1]?.toLowerCase();
  const id = (name: string) => (ID.test(asked.get(name) ?? '') ? (asked.get(name) as string) : undefined);
  const team = id('team');
  const view = views.find((name) => name === asked.get('view') && (name !== 'team' || team)) ?? 'open';
  const status = statuses.find((name) => name === asked.get('status'));
  const assignee = asked.get('assignee') === 'none' ? 'none' : id('assignee');
  const site = /^[a-z0-9-]{1,40}$/.exec(asked.get('site') ?? '')?.[0];
  const tag = asked.get('tag')?.trim().slice(0, 40);
  const days = spans.find((span) => String(span) === asked.get('days'));
  return {
    view,
    ...(status && { status }),
    ...(team && { team }),
    ...(assignee && { assignee }),
    ...(site && { site }),
    ...(tag && { tag }),
    ...(days && { days }),
    ...(asked.get('sort') === 'waiting' && { sort: 'waiting' as const }),
    ...(url.pathname.startsWith(BASE) && conversation && { conversation }),
  };
}

/** The address of a route: `/inbox/c/<id>?view=closed`. The first view needs no word. */
export function hrefOf({ view, conversation, status, team, assignee, site, tag, days, sort }: Route): string {
  const query = new URLSearchParams();
  if (view !== 'open') query.set('view', view);
  for (const [name, value] of Object.entries({ status, team, assignee, site, tag, days, sort })) {
    if (value !== undefined) query.set(name, String(value));
  }
  const search = query.size > 0 ? `?${query}` : '';
  return `${BASE}${conversation ? `c/${conversation}` : ''}${search}`;
}

/** Which status a list shows; undefined for any. Some views are that of a status, others can be narrowed by one. */
export function statusOf({ view, status }: Pick<Route, 'view' | 'status'>): ConversationStatus | undefined {
  switch (view) {
    case 'open':
    case 'snoozed':
    case 'closed':
      return view;
    case 'mine':
    case 'unassigned':
    case 'team':
      return status ?? 'open';
    case 'mentions':
    case 'all':
      return status;
    case 'rooms':
      return undefined;
  }
}

/** Whether a view can be narrowed by status. */
export const takesStatus = (view: View): boolean => !['open', 'snoozed', 'closed', 'rooms'].includes(view);

/** The filters of a route, without where it is. */
export function filtersOf({ view: _view, conversation: _conversation, ...filters }: Route): Filters {
  return filters;
}
