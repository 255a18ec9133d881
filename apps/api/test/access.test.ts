import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Operation, operations, type RouteName, routes, tokenRoutes } from '@porchlight/protocol';
import { ADMIN, ApiProcess } from './support/api-process.js';
import { createTestDatabase, type TestDatabase } from './support/databases.js';
import { Caller, createVisitor, signIn } from './support/http.js';

/**
 * What every route answers to every kind of principal (AU3). `other visitor` is one of the same site, `other site` a
 * visitor of another; `visitor` is the one whose conversation and message the paths name.
 */
const PRINCIPALS = ['none', 'other visitor', 'other site', 'visitor', 'agent', 'admin'] as const;
/** What programs prove themselves with: a token for each scope. */
const SCOPES = ['read', 'write', 'manage'] as const;
type Principal = (typeof PRINCIPALS)[number];

interface Row {
  body?: (unique: string) => unknown;
  query?: string;
  /** Whether the body is a form with a file. */
  form?: boolean;
  answers: readonly [
    none: number,
    otherVisitor: number,
    otherSite: number,
    visitor: number,
    agent: number,
    admin: number,
  ];
}

const text = 'It is allowed';
const TABLE: Record<RouteName, Row> = {
  getSite: { answers: [200, 200, 200, 200, 200, 200] },
  getSnippet: { answers: [200, 200, 200, 200, 200, 200] },
  createVisitor: { body: () => ({}), answers: [201, 200, 403, 200, 403, 403] },
  getMe: { answers: [401, 200, 200, 200, 403, 403] },
  updateMe: { body: () => ({ locale: 'en' }), answers: [401, 200, 200, 200, 403, 403] },
  trackEvents: { body: () => ({ events: [{ name: 'looked' }] }), answers: [401, 204, 204, 204, 403, 403] },
  getVisitor: { answers: [401, 403, 403, 403, 200, 200] },
  listVisitorEvents: { answers: [401, 403, 403, 403, 200, 200] },
  exportMe: { answers: [401, 200, 200, 200, 403, 403] },
  listConversations: { answers: [401, 200, 200, 200, 200, 200] },
  createConversation: { body: (clientId) => ({ clientId }), answers: [401, 201, 201, 201, 403, 403] },
  getConversation: { answers: [401, 404, 404, 200, 200, 200] },
  updateConversation: { body: () => ({ status: 'open' }), answers: [401, 403, 403, 403, 200, 200] },
  updateConversations: {
    body: () => ({ ids: [crypto.randomUUID()], tags: [] }),
    answers: [401, 403, 403, 403, 200, 200],
  },
  countConversations: { answers: [401, 403, 403, 403, 200, 200] },
  putViewing: { answers: [401, 403, 403, 403, 204, 204] },
  deleteViewing: { answers: [401, 403, 403, 403, 204, 204] },
  listMessages: { answers: [401, 404, 404, 200, 200, 200] },
  createMessage: { body: (clientId) => ({ clientId, text }), answers: [401, 404, 404, 201, 201, 201] },
  updateMessage: { body: () => ({ text }), answers: [401, 404, 404, 200, 403, 200] },
  listMessageEdits: { answers: [401, 403, 403, 403, 200, 200] },
  putReceipt: { body: () => ({ read: 1 }), answers: [401, 404, 404, 200, 200, 200] },
  createTyping: { body: () => ({}), answers: [401, 404, 404, 204, 204, 204] },
  // The conversation is none that has members; what rooms answer is in rooms.test.ts.
  listMembers: { answers: [401, 404, 404, 422, 422, 422] },
  leaveRoom: { answers: [401, 404, 404, 422, 403, 403] },
  listBans: { answers: [401, 403, 403, 403, 422, 422] },
  putBan: { body: () => ({}), answers: [401, 403, 403, 403, 422, 422] },
  deleteBan: { answers: [401, 403, 403, 403, 422, 422] },
  createAttachment: { form: true, answers: [401, 201, 201, 201, 201, 201] },
  // The link is the credential, whoever brings it.
  getAttachment: { query: '?expires=9999999999&signature=made-up', answers: [403, 403, 403, 403, 403, 403] },
  login: {
    body: () => ({ email: 'nobody@example.com', password: 'wrong-password' }),
    answers: [401, 401, 401, 401, 401, 401],
  },
  whoAmI: { answers: [401, 403, 403, 403, 200, 200] },
  streamEvents: { answers: [401, 200, 200, 200, 200, 200] },
  pollEvents: { query: '?wait=0', answers: [401, 200, 200, 200, 200, 200] },
  listSites: { answers: [401, 403, 403, 403, 200, 200] },
  createSite: { body: (key) => ({ key, name: 'New', origins: [] }), answers: [401, 403, 403, 403, 403, 201] },
  updateSite: { body: () => ({ heading: 'Hello' }), answers: [401, 403, 403, 403, 403, 200] },
  listIdentityKeys: { answers: [401, 403, 403, 403, 403, 200] },
  createIdentityKey: { body: () => ({ algorithm: 'HS256' }), answers: [401, 403, 403, 403, 403, 201] },
  deleteIdentityKey: { answers: [401, 403, 403, 403, 403, 204] },
  listAgents: { answers: [401, 403, 403, 403, 200, 200] },
  createAgent: {
    body: (name) => ({ email: `${name}@example.com`, name, role: 'agent', password: 'long enough' }),
    answers: [401, 403, 403, 403, 403, 201],
  },
  updateAgent: { body: () => ({ name: 'Renamed' }), answers: [401, 403, 403, 403, 403, 200] },
  updateProfile: { body: () => ({}), answers: [401, 403, 403, 403, 200, 200] },
  setPresence: { body: () => ({ away: false }), answers: [401, 403, 403, 403, 204, 204] },
  setPassword: { body: () => ({ current: 'wrong', password: 'long enough' }), answers: [401, 403, 403, 403, 422, 422] },
  putPicture: { form: true, answers: [401, 403, 403, 403, 415, 415] },
  deletePicture: { answers: [401, 403, 403, 403, 200, 200] },
  getPicture: { answers: [404, 404, 404, 404, 404, 404] },
  listSessions: { answers: [401, 403, 403, 403, 200, 200] },
  // Nobody ends the session of somebody else.
  deleteSession: { answers: [401, 403, 403, 403, 404, 404] },
  beginTwoFactor: { body: () => ({ password: 'wrong' }), answers: [401, 403, 403, 403, 422, 422] },
  confirmTwoFactor: { body: () => ({ code: '000000' }), answers: [401, 403, 403, 403, 422, 422] },
  endTwoFactor: { body: () => ({ password: 'wrong' }), answers: [401, 403, 403, 403, 422, 422] },
  requestReset: { body: () => ({ email: 'nobody@example.com' }), answers: [200, 200, 200, 200, 200, 200] },
  useReset: { body: () => ({ token: 'made_up', password: 'long enough' }), answers: [404, 404, 404, 404, 404, 404] },
  openInvitation: { body: () => ({ token: 'made_up' }), answers: [404, 404, 404, 404, 404, 404] },
  acceptInvitation: {
    body: (name) => ({ token: 'made_up', name, password: 'long enough' }),
    answers: [404, 404, 404, 404, 404, 404],
  },
  createReset: { answers: [401, 403, 403, 403, 403, 201] },
  listInvitations: { answers: [401, 403, 403, 403, 403, 200] },
  createInvitation: {
    body: (name) => ({ email: `${name}@example.com`, role: 'agent' }),
    answers: [401, 403, 403, 403, 403, 201],
  },
  deleteInvitation: { answers: [401, 403, 403, 403, 403, 204] },
  listTokens: { answers: [401, 403, 403, 403, 403, 200] },
  createToken: { body: (name) => ({ name, scopes: ['read'] }), answers: [401, 403, 403, 403, 403, 201] },
  deleteToken: { answers: [401, 403, 403, 403, 403, 204] },
  listAudit: { answers: [401, 403, 403, 403, 403, 200] },
  listTeams: { answers: [401, 403, 403, 403, 200, 200] },
  createTeam: { body: (name) => ({ name }), answers: [401, 403, 403, 403, 403, 201] },
  updateTeam: { body: () => ({ members: [] }), answers: [401, 403, 403, 403, 403, 200] },
  deleteTeam: { answers: [401, 403, 403, 403, 403, 204] },
  listCannedReplies: { answers: [401, 403, 403, 403, 200, 200] },
  createCannedReply: { body: (title) => ({ title, text }), answers: [401, 403, 403, 403, 201, 201] },
  // It is shared: agents use it, and admins look after it.
  updateCannedReply: { body: () => ({ text }), answers: [401, 403, 403, 403, 403, 200] },
  deleteCannedReply: { answers: [401, 403, 403, 403, 403, 204] },
  listTags: { answers: [401, 403, 403, 403, 200, 200] },
  createTag: { body: (name) => ({ name }), answers: [401, 403, 403, 403, 201, 201] },
  updateTag: { body: () => ({ hue: 20 }), answers: [401, 403, 403, 403, 403, 200] },
  deleteTag: { answers: [401, 403, 403, 403, 403, 204] },
  search: { query: '?q=allowed', answers: [401, 403, 403, 403, 200, 200] },
  listBlocks: { answers: [401, 403, 403, 403, 200, 200] },
  // Lifted at once, for the others need the visitor; what a blocked one may do is in blocks.test.ts.
  putBlock: { body: () => ({}), answers: [401, 403, 403, 403, 200, 200] },
  deleteBlock: { answers: [401, 403, 403, 403, 204, 204] },
  // Last, for they end what the others need.
  deleteMessage: { answers: [401, 404, 404, 200, 403, 200] },
  eraseMe: { answers: [401, 204, 204, 204, 403, 403] },
  logout: { answers: [401, 204, 204, 204, 204, 204] },
  deleteSite: { answers: [401, 403, 403, 403, 403, 204] },
};

/** Routes after which a credential is no longer good: each gets one of its own. */
const ENDING = new Set<RouteName>(['logout', 'eraseMe']);
const AGENT = { email: 'agent@example.com', password: 'a long password' };

let database: TestDatabase;
let api: ApiProcess;
let callers: Record<Principal, Caller>;
let params: Record<string, string>;

beforeAll(async () => {
  database = await createTestDatabase();
  api = await ApiProcess.start(database.env);
  const admin = await signIn(api.url, ADMIN);
  const created = await admin.call('createAgent', {}, { ...AGENT, name: 'Agnes', role: 'agent' });
  await admin.call('createSite', {}, { key: 'elsewhere', name: 'Elsewhere', origins: ['*'] });
  const visitor = await createVisitor(api.url);
  callers = {
    none: new Caller(api.url),
    'other visitor': await createVisitor(api.url),
    'other site': await createVisitor(api.url, undefined, 'elsewhere'),
    visitor,
    agent: await signIn(api.url, AGENT),
    admin,
  };
  const { body } = await visitor.call(
    'createConversation',
    {},
    {
      clientId: 'access',
      message: { clientId: 'access', text: 'Mine' },
    },
  );
  const key = await admin.call('createIdentityKey', { site: 'demo' }, { algorithm: 'HS256' });
  const team = await admin.call('createTeam', {}, { name: 'Access' });
  const invited = await admin.call('createInvitation', {}, { email: 'invited@example.com', role: 'agent' });
  const spare = await admin.call('createToken', {}, { name: 'Spare', scopes: ['read'] });
  const canned = await admin.call('createCannedReply', {}, { title: 'Access', text, shared: true });
  const tag = await admin.call('createTag', {}, { name: 'Access' });
  params = {
    token: spare.body.id,
    invitation: invited.body.invitation.id,
    session: crypto.randomUUID(),
    picture: crypto.randomUUID(),
    team: team.body.id,
    canned: canned.body.id,
    tag: tag.body.id,
    key: key.body.id,
    site: 'demo',
    conversation: body.id,
    message: body.lastMessage?.id ?? '',
    agent: created.body.id,
    attachment: created.body.id,
    visitor: visitor.id,
  };
});

afterAll(async () => {
  await api.stop();
  await database.remove();
});

describe('AU3: what every route answers to whom', () => {
  test('the table has every route', () => {
    expect(Object.keys(TABLE).sort()).toEqual(Object.keys(routes).sort());
  });

  for (const [name, { body, form, query = '', answers }] of Object.entries(TABLE) as [RouteName, Row][]) {
    test.each(PRINCIPALS.map((principal, index) => [principal, answers[index] ?? 0] as const))(
      `${name}: %s gets %i`,
      async (principal, status) => {
        const { api: url, token } = ENDING.has(name) ? await another(principal) : callers[principal];
        const response = await fetch(`${url}${fill(name)}${query}`, {
          method: routes[name].method,
          headers: {
            ...(token && { Authorization: `Bearer ${token}` }),
            ...(body && { 'Content-Type': 'application/json' }),
          },
          ...(body && { body: JSON.stringify(body(`x${crypto.randomUUID().slice(0, 8)}`)) }),
          ...(form && { body: formWithFile() }),
        });
        const isStream = response.headers.get('content-type')?.startsWith('text/event-stream');
        const answer = isStream ? '' : await response.text();
        await response.body?.cancel().catch(() => undefined);
        expect({ status: response.status, answer }).toMatchObject({ status });
        if (status >= 400) expect(JSON.parse(answer)).toMatchObject({ status, code: expect.any(String) });
      },
    );
  }
});

describe('AU9: what an API token may call, by its scope', () => {
  const needed: Partial<Record<RouteName, (typeof SCOPES)[number]>> = tokenRoutes;
  const bots = new Map<string, Caller>();

  beforeAll(async () => {
    for (const scope of SCOPES) {
      const { body } = await callers.admin.call('createToken', {}, { name: scope, scopes: [scope] });
      bots.set(scope, new Caller(api.url, body.token));
    }
  });

  const cases = SCOPES.flatMap((scope) => (Object.keys(TABLE) as RouteName[]).map((name) => [scope, name] as const));
  test.each(cases)('%s: %s', async (scope, name) => {
    const { who } = operations[name] as Operation;
    const response = await fetch(`${api.url}${fill(name)}`, {
      method: routes[name].method,
      headers: { Authorization: `Bearer ${bots.get(scope)?.token}` },
    });
    const isStream = response.headers.get('content-type')?.startsWith('text/event-stream');
    const answer = isStream ? '' : await response.text();
    await response.body?.cancel().catch(() => undefined);
    // What an operation itself refuses says why; what no scope allows does not.
    const outside = response.status === 403 && JSON.parse(answer).detail === undefined;
    if (!who.includes('anyone')) expect({ outside, answer }).toMatchObject({ outside: needed[name] !== scope });
    expect(response.status).toBeLessThan(500);
  });
});

function formWithFile(): FormData {
  const form = new FormData();
  form.append('file', new File(['Hello'], 'hello.txt'));
  return form;
}

function fill(name: RouteName): string {
  return routes[name].path.replace(/\{(\w+)\}/g, (_, key: string) => params[key] ?? '');
}

/** A principal of the same kind with a credential that nothing else uses. */
async function another(principal: Principal): Promise<Caller> {
  switch (principal) {
    case 'none':
      return callers.none;
    case 'visitor':
    case 'other visitor':
      return createVisitor(api.url);
    case 'other site':
      return createVisitor(api.url, undefined, 'elsewhere');
    case 'agent':
      return signIn(api.url, AGENT);
    case 'admin':
      return signIn(api.url, ADMIN);
  }
}
