import { expect, test } from '@jest/globals';
import type { Conversation } from '@porchlight/protocol';
import { belongsTo, cursorAfter, heldRows, neighbourOf, queryOf, rowsOf } from './queue.js';
import { views } from './routes.js';

const time = '2026-01-31T12:00:00.000Z';
const reader = { me: 'ada', now: Date.parse(time) };

function conversation(id: string, rest: Partial<Conversation> = {}): Conversation {
  const base = { kind: 'support', site: 'demo', status: 'open', lastSeq: 0, unread: 0 } as const;
  return { id, ...base, createdAt: time, updatedAt: time, ...rest };
}

const agent = (id: string) => ({ kind: 'agent' as const, id, name: id });
const mine = conversation('mine', { assignee: agent('ada'), team: 't1', tags: ['vip'] });
const free = conversation('free', { site: 'shop' });
const mention = (agentId: string) => ({ agentId, seq: 1, unread: true });
const hers = conversation('hers', {
  mentions: [mention('ada')],
  assignee: agent('jo'),
  createdAt: '2026-01-20T12:00:00.000Z',
});
const snoozed = conversation('snoozed', { status: 'snoozed', assignee: agent('ada') });
const closed = conversation('closed', { status: 'closed', mentions: [mention('jo')] });
const lobby = conversation('lobby', { kind: 'room' });
const all = [mine, free, hers, snoozed, closed, lobby];
const ids = (rows: readonly Conversation[]) => rows.map((row) => row.id);
const shown = (route: Parameters<typeof belongsTo>[0]) => ids(all.filter((row) => belongsTo(route, row, reader)));

test('each view shows its own', () => {
  expect(
    Object.fromEntries(views.map((view) => [view, shown({ view, ...(view === 'team' && { team: 't1' }) })])),
  ).toEqual({
    mine: ['mine'],
    unassigned: ['free'],
    open: ['mine', 'free', 'hers'],
    team: ['mine'],
    mentions: ['hers'],
    snoozed: ['snoozed'],
    closed: ['closed'],
    rooms: ['lobby'],
    all: ids(all),
  });
});

test('filters narrow a view', () => {
  expect(shown({ view: 'open', site: 'shop' })).toEqual(['free']);
  expect(shown({ view: 'open', team: 't1' })).toEqual(['mine']);
  expect(shown({ view: 'open', assignee: 'jo' })).toEqual(['hers']);
  expect(shown({ view: 'all', tag: 'vip' })).toEqual(['mine']);
  expect(shown({ view: 'open', days: 7 })).toEqual(['mine', 'free']);
  expect(shown({ view: 'open', assignee: 'none' })).toEqual(['free']);
});

test('a status takes the place of the open ones where the view is not that of a status', () => {
  expect(shown({ view: 'mine', status: 'snoozed' })).toEqual(['snoozed']);
  expect(shown({ view: 'all', status: 'closed' })).toEqual(['closed']);
  expect(shown({ view: 'closed', status: 'open' })).toEqual(['closed']);
  expect(queryOf({ view: 'mine', status: 'snoozed', sort: 'waiting' }, reader.now)).toMatchObject({
    status: 'snoozed',
  });
  expect(queryOf({ view: 'mine', status: 'snoozed', sort: 'waiting' }, reader.now)).not.toHaveProperty('sort');
  expect(queryOf({ view: 'all', status: 'open', sort: 'waiting' }, reader.now)).toMatchObject({ sort: 'waiting' });
});

test('what is asked of the API is what is shown', () => {
  expect(queryOf({ view: 'mine', sort: 'waiting' }, reader.now)).toMatchObject({
    status: 'open',
    kind: 'support',
    assignee: 'me',
    sort: 'waiting',
  });
  expect(queryOf({ view: 'closed', sort: 'waiting', days: 1 }, reader.now)).toMatchObject({
    status: 'closed',
    since: '2026-01-30T12:00:00.000Z',
  });
  expect(queryOf({ view: 'closed', sort: 'waiting' }, reader.now)).not.toHaveProperty('sort');
  expect(queryOf({ view: 'all' }, reader.now)['status']).toBeUndefined();
  expect(queryOf({ view: 'mentions' }, reader.now)).toMatchObject({
    mentions: 'me',
    status: undefined,
    kind: undefined,
  });
  expect(queryOf({ view: 'team', team: 't1' }, reader.now)).toMatchObject({ team: 't1', status: 'open' });
});

test('who has waited longest comes first, who does not wait last', () => {
  const rows = [
    conversation('a'),
    conversation('b', { waitingSince: '2026-01-31T11:00:00.000Z' }),
    conversation('c', { waitingSince: '2026-01-31T10:00:00.000Z' }),
  ];
  expect(ids(rowsOf(rows, { view: 'open', sort: 'waiting' }, reader))).toEqual(['c', 'b', 'a']);
});

test('the conversation one works with stays among the rows when it leaves the view', () => {
  expect(ids(rowsOf(all, { view: 'unassigned' }, reader, { kept: 'closed' })).sort()).toEqual(['closed', 'free']);
  expect(ids(rowsOf(all, { view: 'unassigned' }, reader))).toEqual(['free']);
});

test('beyond the last that was fetched nothing is shown: something may be missing there', () => {
  const at = (id: string, minute: number) => conversation(id, { createdAt: `2026-01-31T12:0${minute}:00.000Z` });
  const rows = [at('a', 3), at('b', 2), at('c', 1)];
  expect(ids(rowsOf(rows, { view: 'open' }, reader, { last: at('b', 2) }))).toEqual(['a', 'b']);
});

test('held rows keep their order, lose what is gone and wait with what is new', () => {
  expect(ids(heldRows([lobby, snoozed, free], ['free', 'closed', 'snoozed']))).toEqual(['free', 'snoozed']);
});

test('moving stops at the ends and begins at the first', () => {
  expect(neighbourOf(all, 'closed', 1)).toBe('lobby');
  expect(neighbourOf(all, 'closed', -1)).toBe('snoozed');
  expect(neighbourOf(all, 'mine', -1)).toBe('mine');
  expect(neighbourOf(all, 'lobby', 1)).toBe('lobby');
  expect(neighbourOf(all, undefined, -1)).toBe('mine');
  expect(neighbourOf(all, 'elsewhere', 1)).toBe('mine');
  expect(neighbourOf([], undefined, 1)).toBeUndefined();
});

test('the cursor stays with its row, else in its place', () => {
  const before = ['free', 'closed', 'lobby', 'snoozed'];
  expect(cursorAfter([lobby, free, closed], before, 'closed')).toBe('closed');
  expect(cursorAfter([free, lobby, snoozed], before, 'closed')).toBe('lobby');
  expect(cursorAfter([free], before, 'snoozed')).toBe('free');
  expect(cursorAfter([free], before, 'elsewhere')).toBe('free');
  expect(cursorAfter([], before, 'free')).toBeUndefined();
});
