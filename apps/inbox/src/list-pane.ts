import type { ChatState } from '@porchlight/client';
import { presenceOf } from '@porchlight/client';
import type { Agent, Conversation, Team } from '@porchlight/protocol';
import { icons } from '@porchlight/ui';
import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import type { OpenEvent, SelectEvent } from './conversation-list.js';
import type { PresenceEvent } from './presence-event.js';
import type { QueueController } from './queue-controller.js';
import type { Route } from './routes.js';
import type { Command } from './shortcuts.js';
import { ariaKey, shortcuts } from './shortcuts.js';
import { filterChips, viewTabs } from './view-tabs.js';
import './action-bar.js';
import './agent-bar.js';
import './conversation-list.js';
import './tip.js';

interface ListPane {
  route: Route;
  rows: readonly Conversation[];
  queue: QueueController;
  state: ChatState;
  /** Epoch milliseconds that ages are counted from. */
  now: number;
  /** How many conversations have something new. */
  unread: number;
  me: Agent | undefined;
  /** Those that have a tab. */
  teams: readonly Team[];
  chips: Parameters<typeof filterChips>[0];
  run(command: Command): void;
  /** Shows a conversation instead of the one that is. */
  open(conversation: string): void;
  setAway(away: boolean): void;
}

/** The first column: the views, the conversations of one of them, and who one is. */
export function listPane(pane: ListPane) {
  const { chips, now, open, queue, route, rows, run, state, teams, unread } = pane;
  const { selected } = queue;
  const { loaded, next } = queue.pages(route);
  const tool = (
    command: 'filter' | 'palette' | 'search',
    icon: TemplateResult,
    label: string,
  ) => html`<inbox-tip .command=${command}>
    <button
      class="button quiet icon small"
      aria-label=${label}
      aria-haspopup="dialog"
      aria-keyshortcuts=${ariaKey(shortcuts[command].keys[0])}
      @click=${() => run(command)}
    >${icon}</button>
  </inbox-tip>`;
  return html`
    <section class="list" aria-label="List">
      <header>
        <h2>
          Inbox
          ${unread > 0 ? html`<span class="count">${unread}<span class="visually-hidden"> unread</span></span>` : nothing}
        </h2>
        ${tool('filter', icons.filter, 'Filter and sort')} ${tool('palette', icons.more, 'Find a command')}
        ${tool('search', icons.search, 'Search')}
      </header>
      ${viewTabs(route, queue.counts, teams)} ${filterChips(chips)}
      <conversation-list
        .rows=${rows}
        .route=${route}
        .selected=${selected}
        .current=${route.conversation}
        .me=${state.agent?.id ?? ''}
        .now=${now}
        .loaded=${loaded}
        .hasMore=${next !== undefined}
        @inbox-open=${({ conversation }: OpenEvent) => open(conversation)}
        @inbox-select=${({ conversation }: SelectEvent) => queue.select(conversation)}
        @inbox-more=${() => queue.load(route, true)}
      ></conversation-list>
      ${selected.size > 0 ? actions(queue) : self(pane)}
    </section>
  `;
}

/** What can be done with all that are selected. */
function actions(queue: QueueController) {
  const { selected } = queue;
  return html`<action-bar
    .count=${selected.size}
    .closed=${[...selected].every((id) => queue.conversation(id)?.status === 'closed')}
    @inbox-deselect=${() => queue.clearSelection()}
  ></action-bar>`;
}

function self({ me, setAway, state }: ListPane) {
  const { agent, connection, disconnectedSince } = state;
  return html`<agent-bar
    .agent=${me}
    .presence=${presenceOf(state, agent?.id ?? '')}
    .connection=${connection}
    .disconnectedSince=${disconnectedSince}
    @inbox-presence=${({ away }: PresenceEvent) => setAway(away)}
  ></agent-bar>`;
}
