import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import {
  type Operation,
  operations,
  pathOf,
  problem,
  type RequestBody,
  type RouteName,
  type RouteParams,
  routes,
} from '@porchlight/protocol';
import fc from 'fast-check';
import { ADMIN, ApiProcess } from './support/api-process.js';
import { createTestDatabase, type TestDatabase } from './support/databases.js';
import { EventReader } from './support/event-reader.js';
import { hostileBodies, withEachString } from './support/hostile-bodies.js';
import { type Caller, createVisitor, signIn } from './support/http.js';
import { expectProblem } from './support/problems.js';
import { exchangeBytes, type RawReply, sendRaw } from './support/raw-http.js';

/** The routes with a JSON body; the forms of uploads are tried in attachments.test.ts. */
type BodyRoute = Exclude<
  { [Name in RouteName]: (typeof operations)[Name] extends { body: unknown } ? Name : never }[RouteName],
  'createAttachment' | 'putPicture'
>;

const CLIENT_ID = '6f1c8a52-0d3b-4e7f-9a64-2b8e5c7d1f03';
/** For every route with a body, one that it takes, with as many of its fields as can be. */
const BODIES: { [Name in BodyRoute]: RequestBody<Name> } = {
  createVisitor: { name: 'Ann', email: 'ann@example.com', locale: 'en', page: 'https://shop.example/', answers: {} },
  updateMe: {
    name: 'Ann',
    email: 'ann@example.com',
    locale: 'en',
    page: 'https://shop.example/',
    attributes: { plan: 'pro' },
  },
  trackEvents: { events: [{ name: 'looked', data: { sku: 'mug' }, page: 'https://shop.example/', ago: 1 }] },
  createConversation: { clientId: CLIENT_ID, message: { clientId: CLIENT_ID, text: 'Hello' } },
  updateConversation: {
    status: 'open',
    tags: ['shipping'],
    subject: 'Mugs',
    note: { clientId: CLIENT_ID, text: 'Hello' },
  },
  updateConversations: { ids: [CLIENT_ID], status: 'open', tags: ['shipping'], subject: 'Mugs' },
  createMessage: { clientId: CLIENT_ID, text: 'Hello', replyTo: CLIENT_ID, audience: 'everyone' },
  updateMessage: { text: 'Hello' },
  putReceipt: { delivered: 1, read: 1 },
  putBan: { reason: 'Shouts', deleteMinutes: 60 },
  createTyping: {},
  login: { email: 'nobody@example.com', password: 'not the password' },
  createSite: {
    key: 'acme',
    name: 'Acme',
    origins: ['https://acme.example'],
    heading: 'Hello',
    greeting: 'Hello',
    replyTime: 'soon',
    hue: 62,
    rooms: [{ key: 'lobby', name: 'Lobby' }],
  },
  updateSite: {
    name: 'Demo',
    origins: ['https://acme.example'],
    heading: 'Hello',
    greeting: 'Hello',
    replyTime: 'soon',
    hue: 62,
    rooms: [{ key: 'lobby', name: 'Lobby' }],
  },
  createIdentityKey: { algorithm: 'HS256', kid: 'bad-input' },
  createAgent: { email: 'bo@example.com', name: 'Bo', role: 'agent', password: 'a long password' },
  updateAgent: { name: 'Bo', role: 'agent', disabled: false, password: 'a long password', capacity: 5, version: 1 },
  updateProfile: { name: 'Bo' },
  setPresence: { away: true, idle: true },
  createToken: { name: 'Bad input', scopes: ['read'] },
  setPassword: { current: 'a long password', password: 'a long password' },
  beginTwoFactor: { password: 'a long password' },
  confirmTwoFactor: { code: '123456' },
  endTwoFactor: { password: 'a long password' },
  requestReset: { email: 'bo@example.com' },
  useReset: { token: 'plr_bad', password: 'a long password' },
  openInvitation: { token: 'pli_bad' },
  acceptInvitation: { token: 'pli_bad', name: 'Bo', password: 'a long password' },
  createInvitation: { email: 'bea@example.com', role: 'agent' },
  createTeam: { name: 'Bad input', members: [] },
  updateTeam: { name: 'Bad input', members: [], version: 1 },
  createCannedReply: { title: 'Bad input', shortcut: 'bad', text: 'Hello', shared: true, sites: ['demo'] },
  updateCannedReply: { title: 'Bad input', shortcut: 'bad', text: 'Hello', sites: ['demo'], version: 1 },
  createTag: { name: 'Bad input', hue: 20 },
  updateTag: { name: 'Bad input', hue: 20, version: 1 },
  putBlock: { reason: 'Shouts' },
};
const bodyRoutes = Object.keys(BODIES) as BodyRoute[];
const bodies: Record<BodyRoute, object> = BODIES as Record<BodyRoute, object>;
const contract: Record<RouteName, Operation> = operations;

let database: TestDatabase;
let api: ApiProcess;
let visitor: Caller;
let admin: Caller;
let bystander: EventReader;
let bystandersConversation: string;
let params: Record<string, string>;

beforeAll(async () => {
  database = await createTestDatabase();
  api = await ApiProcess.start(database.env);
  admin = await signIn(api.url, ADMIN);
  const speaker = await createVisitor(api.url);
  const { body: conversation } = await speaker.call(
    'createConversation',
    {},
    { clientId: CLIENT_ID, message: { clientId: CLIENT_ID, text: 'First' } },
  );
  const { body: agent } = await admin.call('createAgent', {}, { ...BODIES.createAgent, email: 'cy@example.com' });
  await admin.call('createSite', {}, { key: 'spare', name: 'Spare', origins: ['*'] });
  const { body: key } = await admin.call('createIdentityKey', { site: 'spare' }, { algorithm: 'HS256' });
  const { body: team } = await admin.call('createTeam', {}, { name: 'Spare' });
  visitor = speaker;
  params = {
    team: team.id,
    session: CLIENT_ID,
    token: CLIENT_ID,
    picture: CLIENT_ID,
    invitation: CLIENT_ID,
    site: 'spare',
    key: key.id,
    visitor: (await createVisitor(api.url)).id,
    canned: (await admin.call('createCannedReply', {}, { title: 'Spare', text: 'Hello', shared: true })).body.id,
    tag: (await admin.call('createTag', {}, { name: 'Spare' })).body.id,
    conversation: conversation.id,
    message: conversation.lastMessage?.id ?? '',
    agent: agent.id,
    attachment: agent.id,
  };
  const other = await createVisitor(api.url);
  bystander = await EventReader.open(api.url, other.token ?? '');
  const { body } = await other.call('createConversation', {}, { clientId: CLIENT_ID });
  bystandersConversation = body.id;
  await bystander.until((reader) => reader.of('conversation.created').length === 1);
});

afterAll(async () => {
  bystander.close();
  await api.stop();
  await database.remove();
});

/** Whoever may use a route. */
function callerOf(name: RouteName): Caller {
  return contract[name].who.some((who) => who === 'agent' || who === 'admin') ? admin : visitor;
}

function send(name: RouteName, given: { body?: string | Buffer; headers?: Record<string, string>; chunked?: boolean }) {
  return sendRaw(api.url, {
    method: routes[name].method,
    path: pathOf(name, params as RouteParams<typeof name>),
    ...given,
    headers: { Authorization: `Bearer ${callerOf(name).token}`, ...given.headers },
  });
}

const sendJson = (name: RouteName, body: string) =>
  send(name, { body, headers: { 'Content-Type': 'application/json' } });

test('every route with a body is tried here', () => {
  const withBody = (Object.keys(routes) as RouteName[]).filter(
    (name) => contract[name].body && name !== 'createAttachment' && name !== 'putPicture',
  );
  expect(bodyRoutes.toSorted()).toEqual(withBody.toSorted());
});

describe.each(bodyRoutes)('%s', (name) => {
  test('refuses what is no JSON object of its own (ER1, ER2, ER3)', async () => {
    for (const { what, body, statuses, contentType, contentEncoding, chunked } of hostileBodies(bodies[name])) {
      const headers = {
        ...(contentType !== null && { 'Content-Type': contentType ?? 'application/json' }),
        ...(contentEncoding && { 'Content-Encoding': contentEncoding }),
      };
      expectProblem(await send(name, { body, headers, chunked }), statuses, what);
    }
  });

  test('refuses NUL and lone surrogates in every string (ER3)', async () => {
    for (const bad of ['\0', '\ud800', '\udc00\ud800']) {
      for (const body of withEachString(BODIES[name], (text) => text + bad)) {
        const json = JSON.stringify(body);
        expectProblem(await sendJson(name, json), [400], json);
      }
    }
  });

  test('takes no body for none', async () => {
    const optional = contract[name].body?.safeParse(undefined).success;
    for (const contentType of ['application/json', undefined]) {
      const headers = { 'Content-Length': '0', ...(contentType && { 'Content-Type': contentType }) };
      const reply = await send(name, { headers });
      if (optional) expect(reply.status).toBe(204);
      else expectProblem(reply, [400], `no body as ${contentType}`);
    }
  });

  test('never fails on our side, whatever JSON it gets', async () => {
    await fc.assert(
      fc.asyncProperty(likeJson(bodies[name]), async (body) => {
        const reply = await sendJson(name, JSON.stringify(body));
        if (reply.status >= 400) expectProblem(reply, [400, 401, 403, 404, 409, 422], 'random JSON');
      }),
      { numRuns: 25 },
    );
  });
});

/** JSON that has something in common with what a route takes. */
function likeJson(valid: object): fc.Arbitrary<unknown> {
  const text = fc.string({ unit: fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit)) });
  const value = fc.oneof(text, fc.jsonValue(), fc.double(), fc.bigInt().map(Number));
  const changed = fc
    .tuple(fc.subarray(Object.keys(valid)), fc.array(value, { minLength: 8, maxLength: 8 }))
    .map(([keys, values]) => ({ ...valid, ...Object.fromEntries(keys.map((key, index) => [key, values[index]])) }));
  return fc.oneof(changed, fc.dictionary(text, value, { maxKeys: 4 }), fc.jsonValue());
}

/** What no list takes that goes on after a place. */
const RUBBISH = ['limit=0', 'after=1', 'after=%00', 'nothing=1'];

const QUERIES: Partial<Record<RouteName, readonly string[]>> = {
  listSites: RUBBISH,
  listAgents: RUBBISH,
  listTeams: RUBBISH,
  listTags: RUBBISH,
  listTokens: RUBBISH,
  listInvitations: RUBBISH,
  listSessions: RUBBISH,
  listCannedReplies: RUBBISH,
  search: ['', 'q=', 'q=%00', 'q=%20', 'q=a&limit=21', 'q=a&before=rubbish', 'q=a&status=gone', 'q=a&site=%00'],
  listAudit: ['limit=0', 'before=1', 'before=%00', 'nothing=1'],
  listBlocks: RUBBISH,
  listConversations: [
    'limit=',
    'limit=abc',
    'limit=0',
    'limit=101',
    'limit=-1',
    'limit=1e2',
    'limit=1&limit=2',
    'limit[]=1',
    'before=rubbish',
    'before=1.%00',
    'before=999999999999999.00000000-0000-0000-0000-00000000000g',
    'before=999999999999999.------------------------------------',
    `before=${'9'.repeat(300)}`,
    'status=gone',
    'kind=none',
    'site=%00',
    'assignee=nobody',
    'tag=%00',
    'tag=%0a',
    'q=%00',
    'q=%20',
    `q=${'a'.repeat(201)}`,
    'q=a&q=b',
    'unknown=1',
    '__proto__=1',
    'constructor=1',
    '%=1',
  ],
  listMessages: [
    'before=0',
    'before=-1',
    'before=1.5',
    'before=9007199254740993',
    'after=x',
    'after=1&before=1',
    'around=1',
    'around=0197a2c4-0a6f-7e91-a2d3-6c4b8f1e5d07&after=1',
    'limit=1000',
  ],
  listMembers: [
    'after=here',
    'after=away.-1',
    'after=there.1',
    `after=here.${'9'.repeat(40)}`,
    'limit=101',
    'before=1',
  ],
  listBans: ['after=nobody', 'after=%00', 'limit=0', 'before=1'],
  getAttachment: ['expires=x', 'expires=-1', 'signature=a&signature=b', 'download=yes', 'unknown=1'],
  pollEvents: ['wait=26', 'wait=-1', 'wait=NaN', 'wait=1&wait=1', 'after=a&after=b', 'unknown=1'],
  streamEvents: ['wait=1', 'after=a&after=b', 'unknown=1'],
};

test('refuses rubbish in a query (ER1)', async () => {
  const withQuery = (Object.keys(routes) as RouteName[]).filter((name) => contract[name].query);
  expect(Object.keys(QUERIES).toSorted()).toEqual(withQuery.toSorted());
  for (const name of withQuery) {
    for (const query of QUERIES[name] ?? []) {
      const path = `${pathOf(name, params as RouteParams<typeof name>)}?${query}`;
      const headers = { Authorization: `Bearer ${admin.token}` };
      expectProblem(await sendRaw(api.url, { method: 'GET', path, headers }), [400], path);
    }
  }
});

test('finds nothing under names that cannot be (ER1)', async () => {
  const names = ['nothing', '%00', '%2e%2e', '..', '%F0%9F%92%A5', "'%20OR%201=1--", 'a'.repeat(5_000), '1e9', '-'];
  const cases = (Object.keys(routes) as RouteName[]).flatMap((name) =>
    Object.keys(contract[name].params?.shape ?? {}).flatMap((key) => names.map((bad) => ({ name, key, bad }))),
  );
  for (const { name, key, bad } of cases) {
    const { method, path } = routes[name];
    const filled = path.replace(/\{(\w+)\}/g, (_, each: string) => (each === key ? bad : (params[each] ?? '')));
    const body = name in BODIES ? JSON.stringify(BODIES[name as BodyRoute]) : undefined;
    const headers = {
      Authorization: `Bearer ${callerOf(name).token}`,
      ...(body && { 'Content-Type': 'application/json' }),
    };
    expectProblem(await sendRaw(api.url, { method, path: filled, headers, body }), [404], `${method} ${filled}`);
  }
  for (const path of ['/v1/sites/%ff', '/v1/conversations/%', '/%c0%af', '/v1/sites/%ED%A0%80']) {
    expectProblem(await sendRaw(api.url, { method: 'GET', path }), [400], path);
  }
  const elsewhere = ['/', '/v1', '/v1/', '//v1/sites/demo', '/v2/sites', '/.env', '/widget/x.js', '/inbox/assets/x.js'];
  for (const path of elsewhere) expectProblem(await sendRaw(api.url, { method: 'GET', path }), [404], path);
  const outside = ['/widget/../../package.json', '/widget/%2e%2e/package.json', '/widget/..%2f..%2fpackage.json'];
  for (const path of outside) expectProblem(await sendRaw(api.url, { method: 'GET', path }), [403, 404], path);
});

test('answers 405 with Allow where an address has other methods', async () => {
  const addresses = new Map<string, Set<string>>();
  for (const { method, path } of Object.values(routes)) {
    const address = path.replace(/\{(\w+)\}/g, (_, key: string) => params[key] ?? '');
    addresses.set(address, (addresses.get(address) ?? new Set()).add(method));
  }
  for (const [path, methods] of addresses) {
    const others = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE', 'PROPFIND', 'SEARCH'];
    for (const method of others.filter((other) => !methods.has(other))) {
      const reply = await sendRaw(api.url, { method, path });
      expectProblem(reply, [405], `${method} ${path}`);
      const allowed = (reply.headers['allow'] ?? '').split(', ').filter((each) => each !== 'HEAD');
      expect(allowed.toSorted()).toEqual([...methods].toSorted());
    }
    const head = await sendRaw(api.url, { method: 'HEAD', path, headers: { Authorization: `Bearer ${admin.token}` } });
    if (!methods.has('GET')) expect(head.status).toBe(405);
    else expect({ path, status: head.status }).not.toMatchObject({ status: 405 });
    // What is not there is not there for GET either.
    if (head.status === 404) {
      const headers = { Authorization: `Bearer ${admin.token}` };
      expect(await sendRaw(api.url, { method: 'GET', path, headers })).toMatchObject({ status: 404 });
    }
  }
});

test('takes no rubbish for a credential (ER1)', async () => {
  const credentials: Record<string, string>[] = [
    { Authorization: 'Bearer' },
    { Authorization: 'Bearer plv_ pla_' },
    { Authorization: `Bearer plv_${'a'.repeat(8_000)}` },
    { Authorization: 'Basic YWRtaW46YWRtaW4=' },
    { Authorization: `${visitor.token}` },
    { Authorization: `Bearer ${visitor.token}x` },
    { Cookie: `porchlight_session=${visitor.token}` },
    { Cookie: 'porchlight_session=%E0%A4%A; porchlight_session=' },
    { Cookie: ';;;=;' },
  ];
  for (const headers of credentials) {
    const reply = await sendRaw(api.url, { method: 'GET', path: '/v1/conversations', headers });
    expectProblem(reply, [401], JSON.stringify(headers).slice(0, 60));
    expect(reply.headers['www-authenticate']).toBe('Bearer');
  }
});

test('answers bytes that are no HTTP request in the same form (ER3)', async () => {
  const requests = [
    'hello\r\n\r\n',
    Buffer.from([0x16, 0x03, 0x01, 0x02, 0x00, 0x01, 0x00, 0x01, 0xfc, 0x03, 0x03, 0x0a, 0x0d]),
    'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n',
    'GET / HTTP/9.9\r\nHost: a\r\n\r\n',
    'BREW /v1/sites/demo HTTP/1.1\r\nHost: a\r\n\r\n',
    'CONNECT a:80 HTTP/1.1\r\nHost: a\r\n\r\n',
    'GET /v1/sites/demo HTTP/1.1\r\nConnection: close\r\n\r\n',
    'GET /v1/sites/demo HTTP/1.1\r\nHost: a\r\nBroken\0Name: 1\r\n\r\n',
    `GET /v1/sites/demo HTTP/1.1\r\nHost: a\r\nX-Long: ${'a'.repeat(70_000)}\r\n\r\n`,
    `GET /${'a'.repeat(70_000)} HTTP/1.1\r\nHost: a\r\n\r\n`,
    'POST /v1/auth/login HTTP/1.1\r\nHost: a\r\nContent-Length: many\r\n\r\n{}',
    'POST /v1/auth/login HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n{}',
    'POST /v1/auth/login HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n{}',
  ];
  for (const bytes of requests) {
    const [head = '', body = ''] = (await exchangeBytes(api.url, bytes, 'wait')).split('\r\n\r\n', 2);
    const what = String(bytes).slice(0, 40);
    expect({ what, status: head.split('\r\n', 1)[0] }).toEqual({ what, status: 'HTTP/1.1 400 Bad Request' });
    expect(head).toMatch(/content-type: application\/problem\+json/i);
    expect(problem.parse(JSON.parse(body)).code).toBe('invalid');
  }
});

test('an unknown Expect is no reason to refuse (RFC 9110, section 10.1.1)', async () => {
  const reply = await sendRaw(api.url, {
    method: 'GET',
    path: '/v1/sites/demo',
    headers: { Expect: 'the unexpected' },
  });
  expect(reply.status).toBe(200);
});

test('a client that leaves in the middle of its body leaves nothing behind (ER3)', async () => {
  const head = `POST ${pathOf('createMessage', { conversation: params['conversation'] ?? '' })} HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer ${visitor.token}\r\nContent-Type: application/json\r\n`;
  const cut = `${head}Content-Length: 1000\r\n\r\n{"clientId":"cut","text":"Cut off`;
  const cutChunk = `${head}Transfer-Encoding: chunked\r\n\r\n3e8\r\n{"clientId":"cut","text":"Cut off`;
  for (const bytes of [cut, cutChunk, head]) {
    await exchangeBytes(api.url, bytes, 'destroy');
    await exchangeBytes(api.url, bytes, 'end');
  }
  const { body } = await visitor.call('listMessages', { conversation: params['conversation'] ?? '' });
  expect(body.items.map(({ clientId }) => clientId)).not.toContain('cut');
});

test('after all that the process is the same, and the stream of somebody else goes on (ER3)', async () => {
  const live: RawReply = await sendRaw(api.url, { method: 'GET', path: '/health/ready' });
  expect(live.status).toBe(200);
  expect(api.isRunning).toBe(true);
  expect(bystander.ended).toBe(false);
  await admin.call(
    'createMessage',
    { conversation: bystandersConversation },
    { clientId: 'still', text: 'Still here' },
  );
  await bystander.until((reader) => reader.of('message.created').length === 1);
  expect(bystander.of('hello')).toHaveLength(1);
  expect(api.errors).toBe('');
  expect(api.log.split('\n').filter((line) => /"level":"(error|fatal)"/.test(line))).toEqual([]);
});
