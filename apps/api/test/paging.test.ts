import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { ADMIN, ApiProcess } from './support/api-process.js';
import { createTestDatabase, type TestDatabase } from './support/databases.js';
import { type Caller, signIn } from './support/http.js';
import { inParallel, uuid } from './support/talk.js';

/** In this order they are added; one of them has in it what an address has to escape. */
const NAMES = ['delta', 'Alpha', 'echo & 100% + ü/?', 'Bravo', 'charlie'];

type Route =
  | 'listAgents'
  | 'listTeams'
  | 'listTags'
  | 'listSites'
  | 'listTokens'
  | 'listInvitations'
  | 'listSessions'
  | 'listCannedReplies';

interface List {
  order: 'oldest first' | 'newest first' | 'by name';
  /** Adds an item and answers what it is known by. */
  add: (name: string) => Promise<string>;
  /** Absent where nothing is ever deleted. */
  remove?: (key: string) => Promise<{ status: number }>;
  /** What is no place, beside `nonsense`, which is the key of no site either. */
  wrong?: string[];
}

let database: TestDatabase;
let api: ApiProcess;
let admin: Caller;
let made = 0;

beforeAll(async () => {
  database = await createTestDatabase();
  api = await ApiProcess.start(database.env);
  admin = await signIn(api.url, ADMIN);
});

afterAll(async () => {
  await api?.stop();
  await database?.remove();
});

const email = () => `somebody${++made}@example.com`;
const noPlaceByName = [uuid(), `${uuid()}.`, `${uuid()}.${'x'.repeat(81)}`, `${uuid()}.a\u0000b`];

const lists: Record<Route, List> = {
  listAgents: {
    order: 'oldest first',
    add: async (name) =>
      (await admin.call('createAgent', {}, { name, email: email(), role: 'agent', password: 'a long password' })).body
        .id,
  },
  listTeams: {
    order: 'by name',
    add: async (name) => (await admin.call('createTeam', {}, { name })).body.id,
    remove: (team) => admin.call('deleteTeam', { team }),
    wrong: noPlaceByName,
  },
  listTags: {
    order: 'by name',
    add: async (name) => (await admin.call('createTag', {}, { name })).body.id,
    remove: (tag) => admin.call('deleteTag', { tag }),
    wrong: noPlaceByName,
  },
  listSites: {
    order: 'oldest first',
    add: async (name) => (await admin.call('createSite', {}, { key: `site-${++made}`, name, origins: ['*'] })).body.key,
    remove: (site) => admin.call('deleteSite', { site }),
    wrong: ['No key'],
  },
  listTokens: {
    order: 'newest first',
    add: async (name) => (await admin.call('createToken', {}, { name, scopes: ['read'] })).body.id,
    remove: (token) => admin.call('deleteToken', { token }),
  },
  listInvitations: {
    order: 'newest first',
    add: async () => (await admin.call('createInvitation', {}, { email: email(), role: 'agent' })).body.invitation.id,
    remove: (invitation) => admin.call('deleteInvitation', { invitation }),
  },
  listSessions: {
    order: 'newest first',
    add: async () => {
      const { items } = (await (await signIn(api.url, ADMIN)).call('listSessions', {})).body;
      return items.find(({ current }) => current)?.id ?? '';
    },
    remove: (session) => admin.call('deleteSession', { session }),
  },
  listCannedReplies: {
    order: 'by name',
    add: async (title) => (await admin.call('createCannedReply', {}, { title, text: 'Hello' })).body.id,
    remove: (canned) => admin.call('deleteCannedReply', { canned }),
    wrong: noPlaceByName,
  },
};

const page = async (route: Route, query: Record<string, string>) => {
  const { status, body, problem } = await admin.call(route, {}, undefined, `?${new URLSearchParams(query)}`);
  return { status, problem, keys: body.items?.map((item) => ('key' in item ? item.key : item.id)), next: body.next };
};

/** All keys of a list, by pages of two. */
async function walk(route: Route, between: (last: string) => Promise<unknown> = async () => {}): Promise<string[]> {
  const found: string[] = [];
  let after: string | undefined;
  do {
    const { status, keys, next } = await page(route, { limit: '2', ...(after !== undefined && { after }) });
    expect(status).toBe(200);
    if (next !== undefined) expect(keys).toHaveLength(2);
    found.push(...keys);
    after = next;
    if (after !== undefined) await between(keys.at(-1) ?? '');
  } while (after !== undefined);
  return found;
}

/** Adds one item after the other; answers the keys of the whole list in its order. */
async function fill(route: Route): Promise<{ added: string[]; all: string[] }> {
  const { order, add } = lists[route];
  const before = await walk(route);
  const added: string[] = [];
  for (const name of NAMES) added.push(await add(name));
  if (order === 'oldest first') return { added, all: [...before, ...added] };
  if (order === 'newest first') return { added, all: [...added.toReversed(), ...before] };
  expect(before).toEqual([]);
  const byName = NAMES.map((name, index) => ({ name: name.toLowerCase(), key: added[index] ?? '' }));
  return { added, all: byName.sort((a, b) => (a.name < b.name ? -1 : 1)).map(({ key }) => key) };
}

describe.each(Object.keys(lists) as Route[])('%s', (route) => {
  const { order, remove, wrong = [] } = lists[route];

  test(`has everything once, ${order}, also when the last of each page is deleted before the next`, async () => {
    const { added, all } = await fill(route);
    expect(await walk(route)).toEqual(all);
    if (!remove) return;
    const removeLast = async (key: string) => {
      if (added.includes(key)) expect(await remove(key)).toMatchObject({ status: 204 });
    };
    expect(await walk(route, removeLast)).toEqual(all);
    for (const key of await walk(route)) await removeLast(key);
  });

  test('refuses what is no place and no size, by its name', async () => {
    const refused: [parameter: string, value: string][] = [
      ...['nonsense', '', ...wrong].map((value): [string, string] => ['after', value]),
      ...['0', '101', 'all'].map((value): [string, string] => ['limit', value]),
    ];
    for (const [path, value] of refused) {
      const { status, problem } = await page(route, { [path]: value });
      expect({ value, status, problem }).toMatchObject({
        value,
        status: 400,
        problem: { code: 'invalid', errors: [{ path }] },
      });
    }
  });
});

test('a page holds 50 items unless it is said how many', async () => {
  await inParallel(51, 8, (index) => lists.listTags.add(`tag ${index}`));
  expect(await page('listTags', {})).toMatchObject({ keys: { length: 50 }, next: expect.any(String) });
  const whole = await page('listTags', { limit: '100' });
  expect([whole.keys.length, whole.next]).toEqual([51, undefined]);
});
