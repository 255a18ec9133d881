import { createHmac } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import sharp from 'sharp';
import { ADMIN, ApiProcess } from './support/api-process.js';
import { createTestDatabase, type TestDatabase } from './support/databases.js';
import { EventReader } from './support/event-reader.js';
import { Caller, createVisitor, signIn } from './support/http.js';
import { cameraPicture, SECRET } from './support/pictures.js';
import { startConversation } from './support/talk.js';

let database: TestDatabase;
let api: ApiProcess;
let admin: Awaited<ReturnType<typeof signIn>>;
let anyone: Caller;

beforeAll(async () => {
  database = await createTestDatabase();
  api = await ApiProcess.start(database.env);
  admin = await signIn(api.url, ADMIN);
  anyone = new Caller(api.url);
});

afterAll(async () => {
  await api.stop();
  await database.remove();
});

const PASSWORD = 'a long password';
let accounts = 0;

/** A new agent, signed in. */
async function newAgent(role: 'agent' | 'admin' = 'agent') {
  const email = `agent${++accounts}@example.com`;
  const { body } = await admin.call('createAgent', {}, { email, name: `Agent ${accounts}`, role, password: PASSWORD });
  return Object.assign(await signIn(api.url, { email, password: PASSWORD }), { id: body.id, email });
}

const tokenIn = (url: string) => url.slice(url.indexOf('#') + 1);
const invite = async (email: string, role: 'agent' | 'admin' = 'agent') =>
  (await admin.call('createInvitation', {}, { email, role })).body;

describe('invitations', () => {
  test('AU6: a link makes an agent, once', async () => {
    const { url, mailed, invitation } = await invite('jo@example.com');
    expect({ url, mailed }).toEqual({
      url: expect.stringMatching(/^http:\/\/localhost:\d+\/inbox\/join#pli_/),
      mailed: false,
    });
    expect(JSON.stringify((await admin.call('listInvitations', {})).body)).not.toContain(tokenIn(url));
    const token = tokenIn(url);
    expect((await anyone.call('openInvitation', {}, { token })).body).toMatchObject({
      email: 'jo@example.com',
      role: 'agent',
    });

    const answers = await Promise.all(
      ['Jo', 'Joe'].map((name) => anyone.call('acceptInvitation', {}, { token, name, password: PASSWORD })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 404]);
    const accepted = answers.find(({ status }) => status === 201);
    expect(accepted?.headers.get('set-cookie')).toMatch(/^porchlight_session=.*HttpOnly/);
    expect((await new Caller(api.url, accepted?.body.token).call('whoAmI', {})).body.agent).toMatchObject({
      role: 'agent',
    });
    await signIn(api.url, { email: 'jo@example.com', password: PASSWORD });
    expect((await admin.call('listInvitations', {})).body.items.map(({ id }) => id)).not.toContain(invitation.id);
  });

  test('one that is taken back, or made anew, no longer works', async () => {
    const first = await invite('kim@example.com');
    const second = await invite('KIM@example.com');
    expect((await anyone.call('openInvitation', {}, { token: tokenIn(first.url) })).status).toBe(404);
    await admin.call('deleteInvitation', { invitation: second.invitation.id });
    expect((await anyone.call('openInvitation', {}, { token: tokenIn(second.url) })).status).toBe(404);
  });

  test('nobody is invited twice', async () => {
    const { email } = await newAgent();
    const again = await admin.call('createInvitation', {}, { email: email.toUpperCase(), role: 'admin' });
    expect(again).toMatchObject({ status: 409, problem: { code: 'conflict' } });
  });

  test('AU2: another site cannot accept one', async () => {
    const { url } = await invite('lee@example.com');
    const foreign = new Caller(api.url, undefined, { Origin: 'https://elsewhere.example' });
    const body = { token: tokenIn(url), name: 'Lee', password: PASSWORD };
    expect((await foreign.call('acceptInvitation', {}, body)).status).toBe(403);
    expect((await anyone.call('acceptInvitation', {}, body)).status).toBe(201);
  });
});

describe('AU8: an agent who goes', () => {
  test('AU4: loses sessions and streams at once, and leaves its conversations to the others', async () => {
    const agent = await newAgent();
    const visitor = await createVisitor(api.url);
    const conversation = await startConversation(visitor);
    await admin.call('updateConversation', { conversation }, { assigneeId: agent.id });
    const [gone, staying] = await Promise.all([
      EventReader.open(api.url, agent.token ?? ''),
      EventReader.open(api.url, admin.token ?? ''),
    ]);
    await Promise.all([gone, staying].map((reader) => reader.until(() => reader.of('hello').length > 0)));
    await admin.call('updateAgent', { agent: agent.id }, { disabled: true });
    await gone.until(() => gone.ended, 5_000);
    expect(gone.of('bye')[0]?.data.reason).toBe('revoked');
    expect((await agent.call('whoAmI', {})).status).toBe(401);
    await staying.until(() => staying.of('conversation.updated').length > 0);
    expect(staying.of('conversation.updated')[0]?.data.data.assignee).toBeUndefined();
    expect((await admin.call('getConversation', { conversation })).body.assignee).toBeUndefined();
    staying.close();
  });

  test('the last admin stays one, whoever asks at the same time', async () => {
    const second = await newAgent('admin');
    const demoted = await Promise.all([
      admin.call('updateAgent', { agent: second.id }, { role: 'agent' }),
      second.call('updateAgent', { agent: admin.id }, { role: 'agent' }),
    ]);
    const { items } = (await admin.call('listAgents', {})).body;
    const admins = items.filter(({ role, disabled }) => role === 'admin' && !disabled);
    expect({ statuses: demoted.map(({ status }) => status).sort(), admins: admins.length }).toMatchObject({
      admins: 1,
    });
    const [last] = admins;
    const survivor = last?.id === admin.id ? admin : second;
    for (const change of [{ role: 'agent' as const }, { disabled: true }]) {
      expect((await survivor.call('updateAgent', { agent: survivor.id }, change)).problem).toMatchObject({
        code: 'refused',
      });
    }
    if (survivor !== admin) await survivor.call('updateAgent', { agent: admin.id }, { role: 'admin' });
  });
});

describe('passwords', () => {
  test('changing it takes the present one, and ends the other sessions only', async () => {
    const agent = await newAgent();
    const other = await signIn(api.url, { email: agent.email, password: PASSWORD });
    const wrong = await agent.call('setPassword', {}, { current: 'not it at all', password: 'another password' });
    expect(wrong).toMatchObject({ status: 422, problem: { code: 'refused', errors: [{ path: 'current' }] } });
    expect((await agent.call('setPassword', {}, { current: PASSWORD, password: 'another password' })).status).toBe(204);
    expect([(await agent.call('whoAmI', {})).status, (await other.call('whoAmI', {})).status]).toEqual([200, 401]);
    await signIn(api.url, { email: agent.email, password: 'another password' });
  });

  test('AU6: the link of an admin sets it, once, and ends all sessions', async () => {
    const agent = await newAgent();
    const first = (await admin.call('createReset', { agent: agent.id })).body;
    const { url } = (await admin.call('createReset', { agent: agent.id })).body;
    expect(url).toMatch(/\/inbox\/reset#plr_/);
    const use = (link: string) => anyone.call('useReset', {}, { token: tokenIn(link), password: 'a new password' });
    expect((await use(first.url)).status).toBe(404);
    expect((await use(url)).status).toBe(204);
    expect((await use(url)).status).toBe(404);
    expect((await agent.call('whoAmI', {})).status).toBe(401);
    await signIn(api.url, { email: agent.email, password: 'a new password' });
  });

  test('AU6: asking for a mail tells nothing of who has an account', async () => {
    const { email } = await newAgent();
    const answers = await Promise.all(
      [email, 'nobody@example.com'].map((each) => anyone.call('requestReset', {}, { email: each })),
    );
    for (const { status, body } of answers) expect({ status, body }).toEqual({ status: 200, body: { mail: false } });
  });
});

describe('sessions', () => {
  test('are listed with their device, and can be ended one by one', async () => {
    const agent = await newAgent();
    const phone = new Caller(api.url, undefined, {
      'User-Agent': 'Mozilla/5.0 (Android 16; Mobile; rv:140.0) Gecko/140.0 Firefox/140.0 <b>hostile</b>',
    });
    const token = (await phone.call('login', {}, { email: agent.email, password: PASSWORD })).body.token;
    const { items } = (await agent.call('listSessions', {})).body;
    expect(items.map(({ device, current }) => [device, current]).sort()).toEqual([
      ['A program', true],
      ['Firefox on Android', false],
    ]);
    expect(items[0]?.address).toMatch(/^127\.0\.0\.0\/24$|^0:0:0::\/48$/);
    const session = items.find(({ current }) => !current)?.id ?? '';
    const stream = await EventReader.open(api.url, token);
    await stream.until(() => stream.of('hello').length > 0);
    expect((await admin.call('deleteSession', { session })).status).toBe(404);
    expect((await agent.call('deleteSession', { session })).status).toBe(204);
    await stream.until(() => stream.ended, 5_000);
    expect((await new Caller(api.url, token).call('whoAmI', {})).status).toBe(401);
    expect((await agent.call('whoAmI', {})).status).toBe(200);
  });
});

describe('AU7: two-factor', () => {
  /** The code of an authenticator app; RFC 6238 read once more, by somebody else. */
  function appCode(secret: string, at = Date.now()): string {
    const bits = [...secret]
      .map((c) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(c).toString(2).padStart(5, '0'))
      .join('');
    const key = Buffer.from(bits.match(/.{8}/g)?.map((byte) => Number.parseInt(byte, 2)) ?? []);
    const time = Buffer.from(
      Math.floor(at / 30_000)
        .toString(16)
        .padStart(16, '0'),
      'hex',
    );
    const digest = createHmac('sha1', key).update(time).digest();
    const offset = (digest[19] ?? 0) % 16;
    return String((digest.readUInt32BE(offset) % 2 ** 31) % 1_000_000).padStart(6, '0');
  }

  test('is on once a code has proved the app; then a password alone lets nobody in, and a code only once', async () => {
    const agent = await newAgent();
    const login = (code?: string) =>
      anyone.call('login', {}, { email: agent.email, password: PASSWORD, ...(code !== undefined && { code }) });
    expect((await agent.call('beginTwoFactor', {}, { password: 'wrong' })).status).toBe(422);
    const { secret, uri } = (await agent.call('beginTwoFactor', {}, { password: PASSWORD })).body;
    expect(uri).toContain(`secret=${secret}`);
    expect((await login()).status).toBe(200);
    expect((await agent.call('confirmTwoFactor', {}, { code: '000000' })).status).toBe(422);
    const { recoveryCodes } = (await agent.call('confirmTwoFactor', {}, { code: appCode(secret) })).body;
    expect(new Set(recoveryCodes).size).toBe(10);

    expect(await login()).toMatchObject({ status: 401, problem: { code: 'code_required' } });
    const wrongPassword = await anyone.call('login', {}, { email: agent.email, password: 'not the password' });
    expect(wrongPassword.problem).toMatchObject({ code: 'unauthenticated' });
    // The code that has turned it on has been taken.
    expect(await login(appCode(secret))).toMatchObject({ status: 401, problem: { code: 'unauthenticated' } });
    const next = appCode(secret, Date.now() + 30_000);
    const both = await Promise.all([login(next), login(next)]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 401]);

    const [recovery = ''] = recoveryCodes;
    expect((await login(recovery.toUpperCase())).status).toBe(200);
    expect((await login(recovery)).status).toBe(401);

    expect((await admin.call('updateAgent', { agent: agent.id }, { twoFactor: false })).body.twoFactor).toBe(false);
    expect((await login()).status).toBe(200);
  });
});

test('a picture is cut to a square without what a camera noted, and anyone may keep it for ever', async () => {
  const agent = await newAgent();
  const form = new FormData();
  form.append('file', new File([new Uint8Array(await cameraPicture('jpeg'))], 'me.jpg', { type: 'image/jpeg' }));
  const put = await fetch(`${api.url}/v1/auth/me/picture`, {
    method: 'PUT',
    headers: { Authorization: `Bearer ${agent.token}` },
    body: form,
  });
  const { avatarUrl } = (await put.json()) as { avatarUrl: string };
  expect(avatarUrl).toMatch(/^\/v1\/pictures\/[0-9a-f-]{36}$/);
  const got = await fetch(`${api.url}${avatarUrl}`);
  expect([got.headers.get('content-type'), got.headers.get('cache-control')]).toEqual([
    'image/webp',
    'public, max-age=31536000, immutable',
  ]);
  const bytes = Buffer.from(await got.arrayBuffer());
  expect(bytes.includes(SECRET)).toBe(false);
  expect(await sharp(bytes).metadata()).toMatchObject({ format: 'webp', width: 256, height: 256 });

  const visitor = await createVisitor(api.url);
  const conversation = await startConversation(visitor);
  await agent.call('createMessage', { conversation }, { clientId: 'pictured', text: 'Hello' });
  const { items } = (await visitor.call('listMessages', { conversation })).body;
  expect(items.at(-1)?.author).toMatchObject({ kind: 'agent', avatarUrl });

  await agent.call('deletePicture', {});
  expect((await fetch(`${api.url}${avatarUrl}`)).status).toBe(404);
  expect((await visitor.call('listMessages', { conversation })).body.items.at(-1)?.author.avatarUrl).toBeUndefined();
});

test('who changed what is written down, latest first and page by page', async () => {
  const agent = await newAgent();
  await admin.call('updateAgent', { agent: agent.id }, { role: 'admin' });
  await admin.call('updateAgent', { agent: agent.id }, { password: 'yet another password' });
  const first = (await admin.call('listAudit', {}, undefined, '?limit=2')).body;
  expect(first.items.map(({ action, actor, target }) => [action, actor.id, target.id])).toEqual([
    ['agent.password_changed', admin.id, agent.id],
    ['agent.changed', admin.id, agent.id],
  ]);
  expect(first.items[1]?.changes).toEqual({ role: { from: 'agent', to: 'admin' } });
  const second = (await admin.call('listAudit', {}, undefined, `?limit=2&before=${first.next}`)).body;
  expect(second.items[0]).toMatchObject({ action: 'agent.created', target: { id: agent.id } });
  expect(JSON.stringify([first, second])).not.toContain('password"');
});
