import type { Conversation } from '@porchlight/protocol';
import { avatar, icons } from '@porchlight/ui';
import { html, nothing } from 'lit';
import { lastLineOf, nameOf } from './conversation-words.js';
import type { Route } from './routes.js';
import { hrefOf } from './routes.js';
import { ageOf, dateTime } from './time.js';

/** Whoever has waited for so long has waited too long, in milliseconds. */
const LATE_MS = 15 * 60_000;

interface RowContext {
  route: Route;
  me: string;
  now: number;
  current: boolean;
  tabStop: boolean;
  selected: boolean;
  /** Its place in the list, from 1, and how many there are; -1 while more may follow. */
  place: number;
  count: number;
  select(id: string): void;
}

/** One conversation in the list: a link, so that it can be opened in a tab of its own. */
export function conversationRow(conversation: Conversation, context: RowContext) {
  const { route, me, now, current, tabStop, selected, place, count, select } = context;
  const { id, kind, unread, lastMessage } = conversation;
  const at = lastMessage?.createdAt ?? conversation.createdAt;
  const name = nameOf(conversation);
  return html`<li aria-setsize=${count} aria-posinset=${place}>
    <a
      class="row"
      href=${hrefOf({ ...route, conversation: id })}
      data-id=${id}
      aria-current=${current ? 'true' : nothing}
      tabindex=${tabStop ? 0 : -1}
      ?data-unread=${unread > 0}
      ?data-selected=${selected}
    >
      ${kind === 'room' ? html`<span class="avatar room">${icons.people}</span>` : avatar({ name })}
      <span class="name" dir="auto">${name}</span>
      <time datetime=${at} title=${dateTime(at)}>${ageOf(at, now)}</time>
      <span class="line" dir="auto">${lastLineOf(conversation, me)}</span>
      <span class="marks"
        >${named(conversation, me)} ${waiting(conversation, now)} ${assignment(conversation, me)} ${state(conversation, route)}</span
      >
    </a>
    ${
      kind === 'room'
        ? nothing
        : html`<button
            class="select"
            role="checkbox"
            tabindex="-1"
            aria-checked=${selected}
            aria-label="Select ${name}"
            @click=${() => select(id)}
          >${selected ? icons.check : nothing}</button>`
    }
  </li>`;
}

/** A note names the agent, who has not read it. */
function named({ mentions = [] }: Conversation, me: string) {
  if (!mentions.some(({ agentId, unread }) => agentId === me && unread)) return nothing;
  return html`<span class="named" title="A note names you"
    ><span aria-hidden="true">@</span><span class="visually-hidden">A note names you</span></span
  >`;
}

/** How long the visitor has waited for an answer. */
function waiting({ status, waitingSince }: Conversation, now: number) {
  if (!waitingSince || status !== 'open') return nothing;
  const late = now - Date.parse(waitingSince) >= LATE_MS;
  const age = ageOf(waitingSince, now);
  if (age === 'now') return nothing;
  return html`<span class="waiting" ?data-late=${late} title="Waits for an answer since ${dateTime(waitingSince)}"
    >${icons.clock}<span class="visually-hidden">Waits for </span>${age}</span
  >`;
}

/** Whose it is, where that is somebody else. */
function assignment({ assignee }: Conversation, me: string) {
  if (!assignee || assignee.id === me) return nothing;
  return html`<span class="whose" title="Assigned to ${assignee.name}"
    ><span class="visually-hidden">Assigned to ${assignee.name}</span>${avatar({ name: assignee.name })}</span
  >`;
}

function state({ unread, status }: Conversation, { view }: Route) {
  if (unread > 0) {
    return html`<span class="mark unread"><span class="visually-hidden">${unread > 98 ? '99+' : unread} unread</span></span>`;
  }
  if (status === 'closed' && view !== 'closed') {
    return html`<span class="mark">${icons.check}<span class="visually-hidden">Closed</span></span>`;
  }
  if (status === 'snoozed' && view !== 'snoozed') {
    return html`<span class="mark">${icons.clock}<span class="visually-hidden">Snoozed</span></span>`;
  }
  return nothing;
}
