import type { Agent, Author, Conversation, Site, Team } from '@porchlight/protocol';
import { icons } from '@porchlight/ui';
import type { Choice, Menu } from './command-palette.js';
import { lastLineOf, nameOf, statusWords } from './conversation-words.js';
import type { Decision } from './decision.js';
import type { Filters, Route } from './routes.js';
import { spans, statuses, statusOf, takesStatus } from './routes.js';
import type { Command } from './shortcuts.js';
import { commands, shortcuts } from './shortcuts.js';
import { snoozeTimes, typedTime } from './snooze-times.js';
import { dateTime } from './time.js';

/** Whom conversations can be given to. */
export interface Assignment {
  decision: Decision;
  /** To whom, in words. */
  to: string;
  assignee?: Author;
}

interface People {
  me: Agent;
  agents: readonly Agent[];
  teams: readonly Team[];
}

/** Oneself first, then those who are there. */
function assignments({ me, agents, teams }: People): { group: string; online: boolean; assignment: Assignment }[] {
  const rank = ({ id, presence }: Agent) => (id === me.id ? 0 : presence === 'online' ? 1 : 2);
  const people = agents.filter(({ disabled }) => !disabled).sort((a, b) => rank(a) - rank(b));
  return [
    ...people.map(({ id, name, presence }) => ({
      group: 'Agents',
      online: presence === 'online' || id === me.id,
      assignment: {
        decision: { assigneeId: id },
        to: id === me.id ? 'yourself' : name,
        assignee: { kind: 'agent' as const, id, name },
      },
    })),
    ...teams.map(({ id, name }) => ({
      group: 'Teams',
      online: true,
      assignment: { decision: { teamId: id }, to: name },
    })),
    { group: 'Nobody', online: true, assignment: { decision: { assigneeId: null }, to: 'nobody' } },
  ];
}

/** Whom to give conversations to. `current`: who has the only one of them now. */
export function assignMenu(
  title: string,
  people: People,
  current: Conversation | undefined,
  choose: (assignment: Assignment) => void,
): Menu {
  const choices = assignments(people).map(({ group, online, assignment }): Choice => {
    const { assignee, decision, to } = assignment;
    const isTeam = decision.teamId !== undefined;
    return {
      group,
      label: assignee ? assignee.name : isTeam ? to : 'Nobody',
      detail: assignee?.id === people.me.id ? 'You' : assignee && !online ? 'Not here now' : undefined,
      person: assignee?.name,
      icon: isTeam ? icons.people : icons.close,
      current: isTeam
        ? current?.team === decision.teamId
        : current !== undefined && (current.assignee?.id ?? null) === decision.assigneeId,
      run: () => choose(assignment),
    };
  });
  return { title, choices: () => choices };
}

/** Until when to snooze. */
export function snoozeMenu(title: string, choose: (label: string, at: Date) => void): Menu {
  const choice = (label: string, at: Date): Choice => ({
    group: 'Until',
    label,
    detail: dateTime(at.toISOString()),
    icon: icons.clock,
    run: () => choose(label, at),
  });
  return {
    title: `${title}, or type a time such as 3 d`,
    choices: () => snoozeTimes(new Date()).map(({ label, at }) => choice(label, at)),
    typed: (typed) => {
      const time = typedTime(typed, new Date());
      return time && choice(time.label, time.at);
    },
  };
}

/** What a list can be narrowed by, and how it can be sorted. */
export function filterMenu(
  route: Route,
  { me, agents, teams, sites, tags }: People & { sites: readonly Site[]; tags: readonly string[] },
  choose: (filters: Filters) => void,
): Menu {
  const one = (group: string, label: string, name: keyof Filters, value: Filters[keyof Filters]): Choice => {
    const current = route[name] === value;
    // To choose what holds already takes it away.
    return { group, label, icon: icons.tag, current, run: () => choose({ [name]: current ? undefined : value }) };
  };
  const icon = (choice: Choice, drawing: Choice['icon']): Choice => ({ ...choice, icon: drawing });
  const ofAgents = route.view !== 'mine' && route.view !== 'unassigned';
  const ofTeams = route.view !== 'team';
  const status = (name: (typeof statuses)[number]): Choice => {
    // What holds without being chosen is not chosen.
    const chosen = statusOf({ view: route.view, status: undefined }) === name ? undefined : name;
    const current = statusOf(route) === name;
    const run = () => choose({ status: current && route.status ? undefined : chosen });
    return { group: 'Status', label: statusWords[name], icon: icons.check, current, run };
  };
  const choices = [
    ...(statusOf(route) === 'open' ? [icon(one('Sort', 'Longest waiting first', 'sort', 'waiting'), icons.clock)] : []),
    ...(takesStatus(route.view) ? statuses.map(status) : []),
    ...(ofTeams ? teams : []).map(({ id, name }) => icon(one('Team', name, 'team', id), icons.people)),
    ...(ofAgents ? [icon(one('Assigned to', 'Nobody', 'assignee', 'none'), icons.close)] : []),
    ...(ofAgents ? agents : [])
      .filter(({ disabled }) => !disabled)
      .map(({ id, name }) => ({
        ...one('Assigned to', id === me.id ? `${name} (you)` : name, 'assignee', id),
        person: name,
      })),
    ...sites.map(({ key, name }) => icon(one('Site', name, 'site', key), icons.inbox)),
    ...tags.map((tag) => one('Tag', tag, 'tag', tag)),
    ...spans.map((days) => icon(one('Spoken in', spanWords(days), 'days', days), icons.clock)),
  ];
  return { title: 'Filter and sort', choices: () => choices };
}

export const spanWords = (days: number) => (days === 1 ? 'In the last day' : `In the last ${days} days`);

/** The teams, each of which has a view; those of the agent come first. */
function teamChoices({ me, teams }: Pick<People, 'me' | 'teams'>, route: Route, go: (team: string) => void): Choice[] {
  const own = ({ members }: Team) => (members.includes(me.id) ? 0 : 1);
  return [...teams]
    .sort((a, b) => own(a) - own(b))
    .map((team) => ({
      group: 'Teams',
      label: team.name,
      detail: own(team) === 0 ? 'Yours' : undefined,
      icon: icons.people,
      current: route.view === 'team' && route.team === team.id,
      run: () => go(team.id),
    }));
}

/** Which team's conversations to look at. */
export function teamMenu(...options: Parameters<typeof teamChoices>): Menu {
  const choices = teamChoices(...options);
  return { title: 'Go to a team', choices: () => choices };
}

/** Every command, every conversation that is known, and whom the one that is shown can be given to. */
export function commandMenu({
  conversations,
  people,
  current,
  route,
  run,
  open,
  team,
  assign,
}: {
  conversations: readonly Conversation[];
  people: People;
  route: Route;
  current: Conversation | undefined;
  run: (command: Command) => void;
  open: (id: string) => void;
  team: (id: string) => void;
  assign: (assignment: Assignment) => void;
}): Menu {
  const ofCommands = commands
    .filter((command) => command !== 'palette' && command !== 'open')
    .map(
      (command): Choice => ({
        group: shortcuts[command].group,
        label: shortcuts[command].label,
        icon: drawings[command] ?? icons.chevronRight,
        keys: shortcuts[command].keys,
        run: () => run(command),
      }),
    );
  const ofPeople =
    current?.kind === 'support'
      ? assignments(people).map(
          ({ assignment }): Choice => ({
            group: 'Assign',
            label: `Assign to ${assignment.to}`,
            person: assignment.assignee?.name,
            icon: icons.people,
            run: () => assign(assignment),
          }),
        )
      : [];
  const ofConversations = conversations.map(
    (conversation): Choice => ({
      group: 'Conversations',
      label: nameOf(conversation),
      detail: lastLineOf(conversation, people.me.id),
      person: conversation.kind === 'room' ? undefined : nameOf(conversation),
      icon: icons.people,
      run: () => open(conversation.id),
    }),
  );
  const resting = [...ofCommands, ...ofConversations.slice(0, 20)];
  const ofTeams = teamChoices(people, route, team);
  const all = [...ofCommands, ...ofTeams, ...ofPeople, ...ofConversations];
  return {
    title: 'Find a command or a conversation',
    choices: (typed) => (typed.trim() === '' ? resting : all),
  };
}

const drawings: Partial<Record<Command, Choice['icon']>> = {
  reply: icons.reply,
  note: icons.lock,
  status: icons.check,
  claim: icons.person,
  assign: icons.person,
  transfer: icons.people,
  snooze: icons.clock,
  tag: icons.tag,
  details: icons.info,
  undo: icons.retry,
  filter: icons.search,
  sort: icons.clock,
  signOut: icons.signOut,
  viewMine: icons.inbox,
  viewUnassigned: icons.inbox,
  viewOpen: icons.inbox,
  viewMentions: icons.message,
  teams: icons.people,
  viewSnoozed: icons.inbox,
  viewClosed: icons.archive,
  viewRooms: icons.people,
  viewAll: icons.inbox,
};
