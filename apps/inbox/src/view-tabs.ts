import type { ConversationCounts, Team } from '@porchlight/protocol';
import { icons } from '@porchlight/ui';
import { html, nothing } from 'lit';
import type { Route, View } from './routes.js';
import { hrefOf } from './routes.js';
import type { Command } from './shortcuts.js';
import { shortcuts } from './shortcuts.js';
import './tip.js';

interface Words {
  label: string;
  command: Command;
}

/** A team's view has the name of the team. */
type NamedView = Exclude<View, 'team'>;

/** In the order of their keys. */
const viewWords: Record<NamedView, Words> = {
  mine: { label: 'Mine', command: 'viewMine' },
  unassigned: { label: 'Unassigned', command: 'viewUnassigned' },
  open: { label: 'Open', command: 'viewOpen' },
  mentions: { label: 'Mentions', command: 'viewMentions' },
  snoozed: { label: 'Snoozed', command: 'viewSnoozed' },
  closed: { label: 'Closed', command: 'viewClosed' },
  rooms: { label: 'Rooms', command: 'viewRooms' },
  all: { label: 'All', command: 'viewAll' },
};

const named = Object.entries(viewWords) as [NamedView, Words][];

/** Links to the views, that of `route` among them, with how much there is to do in each. `teams`: those with a tab. */
export function viewTabs(
  { view: current, sort, team: currentTeam }: Route,
  counts: ConversationCounts | undefined,
  teams: readonly Team[],
) {
  return html`<nav aria-label="Conversations">
    ${named.map(([view, { label, command }]) => {
      const [key] = shortcuts[command].keys;
      const page = view === current ? 'page' : nothing;
      return html`<inbox-tip .command=${command}>
        <a href=${hrefOf({ view, ...(sort && { sort }) })} aria-current=${page} aria-keyshortcuts=${key}
          >${label}${count(numberOf(view, counts), counts?.limit)}</a
        >
      </inbox-tip>`;
    })}
    ${teams.map(({ id, name }) => {
      const page = current === 'team' && id === currentTeam ? 'page' : nothing;
      return html`<a class="team" href=${hrefOf({ view: 'team', team: id, ...(sort && { sort }) })} aria-current=${page}
        >${icons.people}<bdi>${name}</bdi>${count(counts?.teams[id], counts?.limit)}</a
      >`;
    })}
  </nav>`;
}

function numberOf(view: NamedView, counts: ConversationCounts | undefined): number | undefined {
  return view === 'closed' || view === 'rooms' || view === 'all' ? undefined : counts?.[view];
}

function count(number: number | undefined, limit = Number.POSITIVE_INFINITY) {
  if (!number) return nothing;
  return html` <span class="count">${number >= limit ? `${limit - 1}+` : number}</span>`;
}

/** What narrows the list, each with a way to take it away. */
export function filterChips(chips: readonly { label: string; remove: () => void }[]) {
  if (chips.length === 0) return nothing;
  return html`<ul class="chips" aria-label="Filters">
    ${chips.map(
      ({ label, remove }) => html`<li>
        <button @click=${remove} aria-label="Take away the filter ${label}">
          <span dir="auto">${label}</span>${icons.close}
        </button>
      </li>`,
    )}
  </ul>`;
}
