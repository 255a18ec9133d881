import type { ConversationCounts } from '@porchlight/protocol';
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

export const viewWords: Record<View, Words> = {
  mine: { label: 'Mine', command: 'viewMine' },
  unassigned: { label: 'Unassigned', command: 'viewUnassigned' },
  open: { label: 'Open', command: 'viewOpen' },
  snoozed: { label: 'Snoozed', command: 'viewSnoozed' },
  closed: { label: 'Closed', command: 'viewClosed' },
  rooms: { label: 'Rooms', command: 'viewRooms' },
  all: { label: 'All', command: 'viewAll' },
};

/** Those with work in them come first, on a line of their own. */
const lines: readonly (readonly View[])[] = [
  ['mine', 'unassigned', 'open'],
  ['snoozed', 'closed', 'rooms', 'all'],
];

/** Links to the views, that of `route` among them, with how much there is to do in each. */
export function viewTabs({ view: current, sort }: Route, counts: ConversationCounts | undefined) {
  return html`<nav aria-label="Conversations">
    ${lines.map(
      (line) => html`<div>
        ${line.map((view) => {
          const { label, command } = viewWords[view];
          const [key] = shortcuts[command].keys;
          const page = view === current ? 'page' : nothing;
          return html`<inbox-tip .command=${command}>
            <a href=${hrefOf({ view, ...(sort && { sort }) })} aria-current=${page} aria-keyshortcuts=${key}
              >${label}${count(view, counts)}</a
            >
          </inbox-tip>`;
        })}
      </div>`,
    )}
  </nav>`;
}

function count(view: View, counts: ConversationCounts | undefined) {
  if (!counts || view === 'closed' || view === 'rooms' || view === 'all' || counts[view] === 0) return nothing;
  const number = counts[view] >= counts.limit ? `${counts.limit - 1}+` : counts[view];
  return html` <span class="count">${number}</span>`;
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
