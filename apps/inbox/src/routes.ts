/** Which conversations the list shows. */
export type View = 'mine' | 'unassigned' | 'open' | 'snoozed' | 'closed' | 'rooms' | 'all';

export const views: readonly View[] = ['mine', 'unassigned', 'open', 'snoozed', 'closed', 'rooms', 'all'];

/** How far back the list goes, in days. */
export const spans = [1, 7, 30] as const;

/** What narrows a view, and how it is sorted; each is absent where it does neither. */
export interface Filters {
  /** Id of a team. */
  team?: string;
  /** Id of an agent. */
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
  const view = views.find((name) => name === asked.get('view')) ?? 'open';
  const conversation = /^c\/([0-9a-f-]{36})\/?$/i.exec(url.pathname.slice(BASE.length))?.[1]?.toLowerCase();
  const id = (name: string) => (ID.test(asked.get(name) ?? '') ? (asked.get(name) as string) : undefined);
  const [team, assignee] = [id('team'), id('assignee')];
  const site = /^[a-z0-9-]{1,40}$/.exec(asked.get('site') ?? '')?.[0];
  const tag = asked.get('tag')?.trim().slice(0, 40);
  const days = spans.find((span) => String(span) === asked.get('days'));
  return {
    view,
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
export function hrefOf({ view, conversation, team, assignee, site, tag, days, sort }: Route): string {
  const query = new URLSearchParams();
  if (view !== 'open') query.set('view', view);
  for (const [name, value] of Object.entries({ team, assignee, site, tag, days, sort })) {
    if (value !== undefined) query.set(name, String(value));
  }
  const search = query.size > 0 ? `?${query}` : '';
  return `${BASE}${conversation ? `c/${conversation}` : ''}${search}`;
}

/** The filters of a route, without where it is. */
export function filtersOf({ view: _view, conversation: _conversation, ...filters }: Route): Filters {
  return filters;
}
