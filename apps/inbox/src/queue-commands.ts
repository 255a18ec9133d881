import type { ChatState } from '@porchlight/client';
import type { Agent, Conversation } from '@porchlight/protocol';
import type { CommandPalette } from './command-palette.js';
import { nameOf, statusWords } from './conversation-words.js';
import type { Decision } from './decision.js';
import type { Assignment } from './menus.js';
import { assignMenu, commandMenu, filterMenu, snoozeMenu, spanWords, teamMenu } from './menus.js';
import { sortsByWaiting } from './queue.js';
import type { QueueController } from './queue-controller.js';
import type { Router } from './router.js';
import type { Filters } from './routes.js';
import { takesStatus } from './routes.js';
import type { Command } from './shortcuts.js';
import type { TransferDialog } from './transfer-dialog.js';
import type { Workspace } from './workspace.js';

export interface QueueCommandsOptions {
  state(): ChatState;
  queue: QueueController;
  workspace: Workspace;
  router: Router;
  /** What a command is about when nothing is selected: the conversation that is shown, else the one at the cursor. */
  current(): Conversation | undefined;
  palette(): CommandPalette | null;
  transfer(): TransferDialog | null;
  run(command: Command): void;
}

/** What the commands about conversations do: to all that are selected, else to the one at hand. Rooms take part in none. */
export class QueueCommands {
  constructor(private readonly options: QueueCommandsOptions) {}

  /** Fetches whom and what one chooses from, so that it is there at the first press. */
  prepare(): void {
    const { workspace } = this.options;
    for (const name of ['agents', 'teams', 'sites', 'tags'] as const) workspace.list(name);
  }

  /** Closes, or opens again when all of them are closed. */
  toggleStatus(): void {
    const targets = this.#targets();
    const closed = targets.every(({ status }) => status === 'closed');
    this.#decide(targets, { status: closed ? 'open' : 'closed' }, closed ? 'Reopened' : 'Closed');
  }

  claim(): void {
    const { agent } = this.options.state();
    if (agent)
      this.#give(this.#targets(), { decision: { assigneeId: agent.id }, to: 'you', assignee: authorOf(agent) });
  }

  assign(): void {
    this.#choose('Assign to', (targets, assignment) => this.#give(targets, assignment));
  }

  /** Gives a conversation to somebody else, with a note about it. */
  transfer(): void {
    const give = (targets: readonly Conversation[], assignment: Assignment) =>
      this.options.transfer()?.ask(assignment.to, (note) => this.#give(targets, assignment, note));
    this.#choose('Hand over to', (targets, assignment) => void give(targets, assignment), false);
  }

  snooze(): void {
    const targets = this.#targets();
    if (targets.length === 0) return;
    const menu = snoozeMenu('Snooze until', (label, at) =>
      this.#decide(targets, { snoozedUntil: at.toISOString() }, `Snoozed: ${label.toLowerCase()}`),
    );
    void this.options.palette()?.show(menu);
  }

  filter(): void {
    const { palette, router } = this.options;
    const { route } = router;
    const lists = this.#lists();
    if (!lists) return;
    const menu = filterMenu(route, lists, (filters) => this.#narrow(filters));
    void palette()?.show(menu);
  }

  /** Goes to the view of a team. */
  team(): void {
    const { palette, router } = this.options;
    const lists = this.#lists();
    if (lists) void palette()?.show(teamMenu(lists, router.route, (team) => this.#toTeam(team)));
  }

  #toTeam(team: string): void {
    const { router } = this.options;
    const { sort } = router.route;
    router.go({ view: 'team', team, ...(sort && { sort }) });
  }

  toggleSort(): void {
    this.#narrow({ sort: this.options.router.route.sort ? undefined : 'waiting' } as Filters);
  }

  /** Any command, any conversation. */
  find(): void {
    const { palette, queue, router, run, state } = this.options;
    const lists = this.#lists();
    if (!lists) return;
    const latest = [...state().conversations.values()].sort((a, b) => (at(a) < at(b) ? 1 : -1));
    const targets = this.#targets();
    const menu = commandMenu({
      conversations: latest,
      people: lists,
      route: router.route,
      current: targets[0],
      run,
      open: (conversation) => router.go({ ...router.route, conversation }),
      team: (team) => this.#toTeam(team),
      assign: (assignment) => this.#give(targets, assignment),
    });
    void palette()?.show(menu);
    queue.dismiss();
  }

  /** What narrows the list, in words. */
  chips(): { label: string; remove: () => void }[] {
    const { route } = this.options.router;
    const { view, status, team, assignee, site, tag, days } = route;
    const lists = team || assignee || site ? this.#lists() : undefined;
    const chip = (label: string | undefined, name: keyof Filters) =>
      label === undefined ? [] : [{ label, remove: () => this.#narrow({ [name]: undefined }) }];
    return [
      ...chip(sortsByWaiting(route) ? 'Longest waiting first' : undefined, 'sort'),
      ...chip(takesStatus(view) ? status && statusWords[status] : undefined, 'status'),
      ...chip(
        view === 'team' ? undefined : team && (lists?.teams.find(({ id }) => id === team)?.name ?? 'Team'),
        'team',
      ),
      ...chip(assignee && nameOfAssignee(assignee, lists?.agents ?? []), 'assignee'),
      ...chip(site && (lists?.sites.find(({ key }) => key === site)?.name ?? site), 'site'),
      ...chip(tag, 'tag'),
      ...chip(days === undefined ? undefined : spanWords(days), 'days'),
    ];
  }

  #narrow(filters: Partial<Record<keyof Filters, Filters[keyof Filters]>>): void {
    const { router } = this.options;
    const route = { ...router.route, ...filters };
    const kept = Object.fromEntries(Object.entries(route).filter(([, value]) => value !== undefined));
    router.go(kept as unknown as typeof route & typeof router.route);
  }

  /** `self`: whether one can be chosen oneself. */
  #choose(title: string, then: (targets: readonly Conversation[], assignment: Assignment) => void, self = true): void {
    const targets = this.#targets();
    const lists = this.#lists();
    if (targets.length === 0 || !lists) return;
    const [only] = targets;
    const current = targets.length === 1 ? only : undefined;
    const agents = lists.agents.filter(({ id }) => self || id !== lists.me.id);
    const menu = assignMenu(title, { ...lists, agents }, current, (assignment) => then(targets, assignment));
    void this.options.palette()?.show(menu);
  }

  #give(targets: readonly Conversation[], { decision, to, assignee }: Assignment, note?: string): void {
    const given = decision.assigneeId === null ? 'Assigned to nobody' : `Assigned to ${to === 'yourself' ? 'you' : to}`;
    this.#decide(targets, decision, given, { assignee, note });
  }

  #decide(
    targets: readonly Conversation[],
    decision: Decision,
    words: string,
    more: { assignee?: Assignment['assignee']; note?: string | undefined } = {},
  ): void {
    const [first] = targets;
    if (!first) return;
    const { queue } = this.options;
    const what = targets.length === 1 ? nameOf(first) : `${targets.length} conversations`;
    const ids = targets.map(({ id }) => id);
    queue.clearSelection();
    void queue.decide(ids, decision, { words: `${words} · ${what}`, ...more });
  }

  #targets(): readonly Conversation[] {
    const { current, queue } = this.options;
    const selected = [...queue.selected].flatMap((id) => queue.conversation(id) ?? []);
    const targets = selected.length > 0 ? selected : [current()].flatMap((one) => one ?? []);
    return targets.filter(({ kind }) => kind === 'support');
  }

  #lists() {
    const { state, workspace } = this.options;
    const me = state().agent;
    if (!me) return undefined;
    return {
      me,
      agents: workspace.list('agents'),
      teams: workspace.list('teams'),
      sites: workspace.list('sites'),
      tags: workspace.list('tags').map(({ name }) => name),
    };
  }
}

const nameOfAssignee = (id: string, agents: readonly Agent[]) =>
  id === 'none' ? 'Nobody' : (agents.find((agent) => agent.id === id)?.name ?? 'Agent');

const at = ({ lastMessage, createdAt }: Conversation) => lastMessage?.createdAt ?? createdAt;

const authorOf = ({ id, name }: Agent) => ({ kind: 'agent' as const, id, name });
