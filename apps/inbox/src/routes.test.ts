import { expect, test } from '@jest/globals';
import type { Route } from './routes.js';
import { hrefOf, parseRoute, views } from './routes.js';

const id = '0197a0c2-7e7f-7000-8000-000000000001';
const at = (path: string) => parseRoute(new URL(path, 'https://chat.example.com'));

test('every route survives its address', () => {
  for (const view of views) {
    const filters = { team: id, assignee: id, site: 'demo', tag: 'a & b', days: 7, sort: 'waiting' as const };
    const place = view === 'team' ? { view, team: id } : { view };
    const routes: Route[] = [
      place,
      { ...place, conversation: id },
      { ...place, conversation: id, ...filters, status: 'snoozed', assignee: 'none' },
    ];
    for (const route of routes) expect(at(hrefOf(route))).toEqual(route);
  }
});

test('a plain deep link opens the conversation beside the open ones', () => {
  expect(at(`/inbox/c/${id}`)).toEqual({ view: 'open', conversation: id });
  expect(at(`/inbox/c/${id.toUpperCase()}/`)).toEqual({ view: 'open', conversation: id });
});

test('an address that means nothing is the list of open conversations', () => {
  for (const path of [
    '/inbox',
    '/inbox/',
    '/inbox/c/',
    '/inbox/c/<script>',
    '/inbox/?view=toString',
    '/inbox/?view=team',
    '/inbox/?view=team&team=x&status=new',
    '/inbox/?team=x&site=%00&days=2&sort=x&assignee=<i>&tag=%20',
    `/other/c/${id}`,
  ]) {
    expect(at(path)).toEqual({ view: 'open' });
  }
});
