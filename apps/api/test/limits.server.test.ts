import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { routes } from '@porchlight/protocol';
import { ADMIN, ApiProcess } from './support/api-process.js';
import { createTestDatabase, type TestDatabase } from './support/databases.js';
import { Caller, createVisitor, signIn } from './support/http.js';
import { expectProblem } from './support/problems.js';
import { type RawReply, sendRaw } from './support/raw-http.js';

const SHOP = 'https://shop.example';
const ELSEWHERE = 'https://elsewhere.example';
const uuid = () => crypto.randomUUID();

let database: TestDatabase;
let api: ApiProcess;
let admin: Caller;

beforeAll(async () => {
  database = await createTestDatabase();
  api = await ApiProcess.start({ ...database.env, RATE_LIMIT_FACTOR: '1' });
  admin = await signIn(api.url, ADMIN);
  await admin.call('createSite', {}, { key: 'shop', name: 'Shop', origins: [SHOP] });
  await admin.call('createSite', {}, { key: 'open', name: 'Open', origins: ['*'] });
});

afterAll(async () => {
  await api.stop();
  await database.remove();
});

/** A caller behind the proxy on loopback, which tells its address. */
const from = (address: string, token?: string) => new Caller(api.url, token, { 'X-Forwarded-For': address });

/** Calls so often at once, and counts the answers of each status. */
async function countAnswers(times: number, call: (index: number) => Promise<{ status: number; headers: Headers }>) {
  const replies = await Promise.all(Array.from({ length: times }, (_, index) => call(index)));
  const counts: Record<number, number> = {};
  for (const { status, headers } of replies) {
    counts[status] = (counts[status] ?? 0) + 1;
    if (status !== 429) continue;
    const seconds = Number(headers.get('retry-after'));
    expect(seconds).toBeGreaterThanOrEqual(1);
    expect(seconds).toBeLessThanOrEqual(300);
  }
  return counts;
}

describe('rate limits answer 429 with Retry-After (ER1)', () => {
  test('new visitors of one address', async () => {
    const create = (address: string) => from(address).call('createVisitor', { site: 'demo' }, {});
    expect(await countAnswers(65, () => create('192.0.2.1'))).toEqual({ 201: 60, 429: 5 });
    expect((await create('192.0.2.2')).status).toBe(201);
  });

  test('messages of one visitor, whatever its address', async () => {
    const visitor = await createVisitor(api.url);
    const { body } = await visitor.call('createConversation', {}, { clientId: uuid() });
    const post = (address: string, token = visitor.token) =>
      from(address, token).call('createMessage', { conversation: body.id }, { clientId: uuid(), text: 'Hello' });
    expect(await countAnswers(63, (index) => post(`192.0.2.${index}`))).toEqual({ 201: 59, 429: 4 });
    expect((await post('192.0.2.1', admin.token)).status).toBe(201);
    expect((await visitor.call('listMessages', { conversation: body.id })).status).toBe(200);
  });

  test('sign-ins to one account, from wherever, however its address is written', async () => {
    const attempt = (index: number) =>
      from(`198.51.100.${index}`).call(
        'login',
        {},
        {
          email: index % 2 === 0 ? 'victim@example.com' : 'Victim@Example.com',
          password: 'a guess',
        },
      );
    expect(await countAnswers(13, attempt)).toEqual({ 401: 10, 429: 3 });
    expect((await from('198.51.100.1').call('login', {}, ADMIN)).status).toBe(200);
  });

  test('sign-ins from one address, to whichever account', async () => {
    // The account is over its limit already, so these cost nothing; they count for the address all the same.
    const attempt = () => from('203.0.113.1').call('login', {}, { email: 'victim@example.com', password: 'a guess' });
    expect(await countAnswers(30, attempt)).toEqual({ 429: 30 });
    const refused = await from('203.0.113.1').call('login', {}, ADMIN);
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get('retry-after'))).toBeLessThanOrEqual(60);
    expect((await from('203.0.113.2').call('login', {}, ADMIN)).status).toBe(200);
  });
});

test('signing in does not tell an unknown account from a wrong password', async () => {
  const attempt = async (email: string) => {
    const started = performance.now();
    const { status, body } = await from('198.51.100.99').call('login', {}, { email, password: 'not the password' });
    return { ms: performance.now() - started, status, body: { ...body, requestId: '' } };
  };
  await attempt('warm-up@example.com');
  const [unknown, wrong] = [await attempt('nobody@example.com'), await attempt(ADMIN.email)];
  expect(unknown.status).toBe(401);
  expect(wrong.body).toEqual(unknown.body);
  // Both take the time of one hash; without it the unknown would be some thirty times as fast.
  expect(unknown.ms).toBeGreaterThan(wrong.ms / 8);
});

describe('the session cookie', () => {
  let cookie: string;

  const signInAsBrowser = async (headers: Record<string, string> = {}) => {
    const body = JSON.stringify(ADMIN);
    const reply = await sendRaw(api.url, {
      method: 'POST',
      path: routes.login.path,
      headers: { 'Content-Type': 'application/json', ...headers },
      body,
    });
    return { reply, cookie: reply.headers['set-cookie']?.[0] ?? '' };
  };
  const as = (method: string, path: string, headers: Record<string, string>, body?: string) =>
    sendRaw(api.url, {
      method,
      path,
      headers: { Cookie: cookie, ...(body && { 'Content-Type': 'application/json' }), ...headers },
      body,
    });

  beforeAll(async () => {
    cookie = (await signInAsBrowser({ Origin: api.url })).cookie.split(';', 1)[0] ?? '';
  });

  test('is out of reach of scripts and of other sites, and travels encrypted where the page does', async () => {
    const { cookie: plain } = await signInAsBrowser({ Origin: api.url });
    expect(plain).toMatch(/^porchlight_session=pla_[\w-]{43};/);
    const attributes = plain.split('; ').slice(1);
    expect(attributes).toEqual(expect.arrayContaining(['HttpOnly', 'SameSite=Lax', 'Path=/v1']));
    expect(attributes).not.toContain('Secure');
    const expires = Date.parse(/Expires=([^;]+)/.exec(plain)?.[1] ?? '');
    expect((expires - Date.now()) / 86_400_000).toBeCloseTo(30, 0);

    const { cookie: encrypted } = await signInAsBrowser({ 'X-Forwarded-Proto': 'https' });
    expect(encrypted.split('; ')).toContain('Secure');
  });

  test('AU2: opens what only reads, from anywhere', async () => {
    expect((await as('GET', '/v1/auth/me', {})).status).toBe(200);
    expect((await as('GET', '/v1/auth/me', { Origin: ELSEWHERE })).headers).not.toHaveProperty(
      'access-control-allow-origin',
    );
  });

  test('AU2: changes something only with the Origin of the API itself', async () => {
    const site = JSON.stringify({ heading: 'Changed' });
    for (const origin of [
      undefined,
      ELSEWHERE,
      SHOP,
      'null',
      `${api.url}.evil.example`,
      api.url.replace('http', 'https'),
    ]) {
      const reply = await as('PATCH', '/v1/sites/shop', origin === undefined ? {} : { Origin: origin }, site);
      // The scheme is the proxy's to know: without PUBLIC_URL only the host is compared.
      if (origin?.startsWith('https://localhost')) expect(reply.status).toBe(200);
      else expectProblem(reply, [403], `Origin ${origin}`);
    }
    expect((await as('PATCH', '/v1/sites/shop', { Origin: api.url }, site)).status).toBe(200);
    const bearer = { Authorization: `Bearer ${admin.token}`, Cookie: '', Origin: ELSEWHERE };
    expect((await as('PATCH', '/v1/sites/shop', bearer, site)).status).toBe(200);
  });

  test('AU2: no other site signs a browser in, or out', async () => {
    const { reply, cookie: given } = await signInAsBrowser({ Origin: ELSEWHERE });
    expectProblem(reply, [403], 'login from elsewhere');
    expect(given).toBe('');
    expectProblem(await as('POST', '/v1/auth/logout', { Origin: ELSEWHERE }), [403], 'logout from elsewhere');
    expect((await as('GET', '/v1/auth/me', {})).status).toBe(200);
  });

  test('signing out takes it back and ends the session', async () => {
    const reply = await as('POST', '/v1/auth/logout', { Origin: api.url });
    expect(reply.status).toBe(204);
    expect(reply.headers['set-cookie']?.[0]).toMatch(
      /^porchlight_session=; Max-Age=0; Path=\/v1;|Expires=Thu, 01 Jan 1970/,
    );
    expectProblem(await as('GET', '/v1/auth/me', {}), [401], 'after signing out');
  });
});

describe('CORS (AU5)', () => {
  const allowOrigin = (reply: RawReply) => reply.headers['access-control-allow-origin'];
  const ask = (method: string, path: string, headers: Record<string, string>) =>
    sendRaw(api.url, {
      method,
      path,
      headers: { ...(method === 'POST' && { 'Content-Type': 'application/json' }), ...headers },
      ...(method === 'POST' && { body: '{}' }),
    });
  const preflight = (path: string, origin: string, method = 'POST') =>
    ask('OPTIONS', path, {
      Origin: origin,
      'Access-Control-Request-Method': method,
      'Access-Control-Request-Headers': 'authorization,content-type',
    });

  test('a listed origin may read the answers of visitor routes, errors too', async () => {
    const created = await ask('POST', '/v1/sites/shop/visitors', { Origin: SHOP });
    expect(created.status).toBe(201);
    expect(allowOrigin(created)).toBe(SHOP);
    expect(created.headers['vary']).toMatch(/\bOrigin\b/);
    expect(created.headers['access-control-expose-headers']).toMatch(/Retry-After/);
    const { token } = JSON.parse(created.text);
    const Authorization = `Bearer ${token}`;
    for (const [path, status] of [
      ['/v1/conversations', 200],
      ['/v1/visitors/me', 200],
      ['/v1/events?wait=0', 200],
      ['/v1/conversations/nothing', 404],
    ] as const) {
      const reply = await ask('GET', path, { Origin: SHOP, Authorization });
      expect([path, reply.status, allowOrigin(reply)]).toEqual([path, status, SHOP]);
    }
    const refused = await ask('GET', '/v1/conversations', { Origin: SHOP, Authorization: 'Bearer plv_wrong' });
    expect([refused.status, allowOrigin(refused)]).toEqual([401, SHOP]);
  });

  test('an origin that the site does not list is refused, and reads nothing', async () => {
    for (const origin of [ELSEWHERE, 'null', `${SHOP}:8443`, 'http://shop.example', `${SHOP}.evil.example`]) {
      const created = await ask('POST', '/v1/sites/shop/visitors', { Origin: origin });
      expect(expectProblem(created, [403], origin).code).toBe('origin_not_allowed');
      expect(allowOrigin(created)).toBeUndefined();
      expect(allowOrigin(await ask('GET', '/v1/sites/shop', { Origin: origin }))).toBeUndefined();
      expect(allowOrigin(await preflight('/v1/sites/shop/visitors', origin))).toBeUndefined();
    }
  });

  test("a visitor's token opens nothing from a page of an origin that only another site lists", async () => {
    const visitor = await createVisitor(api.url, undefined, 'shop');
    for (const path of ['/v1/conversations', '/v1/events/stream', '/v1/events?wait=0']) {
      const headers = { Origin: ELSEWHERE, Authorization: `Bearer ${visitor.token}` };
      const reply = await ask('GET', path, headers);
      expect(expectProblem(reply, [403], path).code).toBe('origin_not_allowed');
      expect(allowOrigin(reply)).toBeUndefined();
    }
  });

  test('`*` lists every origin, `localhost:*` every port of this machine', async () => {
    for (const origin of [ELSEWHERE, SHOP, 'null']) {
      const reply = await ask('POST', '/v1/sites/open/visitors', { Origin: origin });
      expect([reply.status, allowOrigin(reply)]).toEqual([201, origin]);
    }
    for (const origin of ['http://localhost:5173', 'http://127.0.0.1:8080', 'https://localhost']) {
      const reply = await ask('POST', '/v1/sites/demo/visitors', { Origin: origin });
      expect([reply.status, allowOrigin(reply)]).toEqual([201, origin]);
    }
    expect((await ask('POST', '/v1/sites/demo/visitors', { Origin: 'http://localhost.evil.example' })).status).toBe(
      403,
    );
  });

  test('a preflight is answered for what visitors may do, and lasts', async () => {
    for (const [path, method] of [
      ['/v1/sites/shop/visitors', 'POST'],
      ['/v1/visitors/me', 'DELETE'],
      ['/v1/conversations/any/messages/any', 'PATCH'],
      ['/v1/events/stream', 'GET'],
    ] as const) {
      const reply = await preflight(path, SHOP, method);
      expect([path, reply.status, allowOrigin(reply)]).toEqual([path, 204, SHOP]);
      expect(reply.headers['access-control-allow-methods']?.split(', ')).toContain(method);
      expect(reply.headers['access-control-allow-headers']).toMatch(/authorization/i);
      expect(Number(reply.headers['access-control-max-age'])).toBeGreaterThanOrEqual(3_600);
    }
  });

  test('nobody is allowed credentials, and agent routes answer no other origin at all', async () => {
    const Authorization = `Bearer ${admin.token}`;
    const agentPaths = ['/v1/auth/me', '/v1/agents', '/v1/sites', `/v1/visitors/${uuid()}`, '/v1/conversations'];
    for (const origin of [SHOP, ELSEWHERE, 'http://localhost:5173']) {
      for (const path of agentPaths) {
        const reply = await ask('GET', path, { Origin: origin, Authorization });
        expect([path, allowOrigin(reply)]).toEqual([path, undefined]);
      }
      for (const [path, method] of [
        ['/v1/auth/login', 'POST'],
        ['/v1/agents', 'POST'],
        ['/v1/sites/shop', 'PATCH'],
        [`/v1/conversations/${uuid()}`, 'PATCH'],
      ] as const) {
        expect([path, allowOrigin(await preflight(path, origin, method))]).toEqual([path, undefined]);
      }
      const visitors = await ask('GET', '/v1/sites/open', { Origin: origin });
      expect(visitors.headers).not.toHaveProperty('access-control-allow-credentials');
    }
  });
});
