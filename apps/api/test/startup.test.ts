import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { ADMIN, ApiProcess, freePort } from './support/api-process.js';
import { createTestDatabase, query, type TestDatabase } from './support/databases.js';
import { EventReader } from './support/event-reader.js';
import { Caller, createVisitor, signIn } from './support/http.js';

/** How long a start that fails may take, in milliseconds, on a busy machine too. */
const SOON_MS = 15_000;
const uuid = () => crypto.randomUUID();
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

let scratch: string;

beforeAll(() => {
  scratch = mkdtempSync(join(tmpdir(), 'porchlight-startup-'));
});

afterAll(() => {
  rmSync(scratch, { recursive: true, force: true });
});

/** Starts the API where it cannot start; returns the one line it says. */
async function complaintOf(env: Record<string, string>, user?: { uid: number; gid: number }): Promise<string> {
  const started = Date.now();
  const api = await ApiProcess.spawn({ DATA_DIR: join(scratch, 'unused'), ...env }, user);
  const late = setTimeout(() => void api.kill(), SOON_MS);
  const code = await api.ended();
  clearTimeout(late);
  expect({ code, printed: api.output }).toEqual({ code: 1, printed: expect.any(String) });
  expect(Date.now() - started).toBeLessThan(SOON_MS);
  expect(api.log).toBe('');
  expect(api.errors).toMatch(/^porchlight: [^\n]+\n$/);
  return api.errors;
}

if (globalThis.testDatabase === 'embedded') {
  describe('a start that cannot succeed ends with one clear line', () => {
    test('wrong variables are named, their values not shown', async () => {
      const wrong = { PORT: 'hunter2-port', LOG_LEVEL: 'hunter2-level', DATABASE_URL: 'mysql://root:hunter2@db/chat' };
      const line = await complaintOf(wrong);
      for (const name of Object.keys(wrong)) expect(line).toContain(name);
      expect(line).not.toMatch(/hunter2|mysql/);
    });

    test('the port is taken', async () => {
      const taken = createServer();
      const port = await new Promise<number>((resolve) => {
        taken.listen(0, 'localhost', () => resolve((taken.address() as { port: number }).port));
      });
      expect(await complaintOf({ PORT: String(port) })).toContain('PORT is taken');
      taken.close();
    });

    test('the host is not this machine', async () => {
      expect(await complaintOf({ HOST: '192.0.2.1' })).toContain('HOST');
    });

    test('a file is where the data directory should be', async () => {
      const file = join(scratch, 'file');
      writeFileSync(file, '');
      expect(await complaintOf({ DATA_DIR: file })).toContain('DATA_DIR cannot be written to');
    });

    test('the data directory belongs to somebody else', async () => {
      const directory = join(scratch, 'not-yours');
      mkdirSync(directory, { mode: 0o555 });
      chmodSync(scratch, 0o755);
      // Root may write everywhere, so it becomes somebody else.
      const user = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : undefined;
      expect(await complaintOf({ DATA_DIR: directory }, user)).toContain('DATA_DIR cannot be written to');
    });

    test('the embedded database is damaged', async () => {
      const directory = join(scratch, 'damaged');
      mkdirSync(join(directory, 'postgres'), { recursive: true });
      writeFileSync(join(directory, 'postgres', 'PG_VERSION'), '9\n');
      expect(await complaintOf({ DATA_DIR: directory })).toContain('DATA_DIR: the database in it cannot be opened');
    });
  });
} else {
  describe('a database server', () => {
    let database: TestDatabase;
    let url: string;

    beforeAll(async () => {
      database = await createTestDatabase();
      url = database.env['DATABASE_URL'] ?? '';
    });

    afterAll(() => database.remove());

    const changed = (change: (address: URL) => void) => {
      const address = new URL(url);
      change(address);
      return { ...database.env, DATABASE_URL: address.href };
    };

    test('that is not there', async () => {
      const port = String(await freePort());
      const lines = await Promise.all(
        [`127.0.0.1:${port}`, 'nowhere.invalid'].map((host) =>
          complaintOf(changed((address) => Object.assign(address, { host }))),
        ),
      );
      for (const line of lines) expect(line).toContain('DATABASE_URL: the database cannot be reached');
    });

    test('that hangs up or says nothing it should', async () => {
      const rude: Server = createServer((socket) => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n'));
      const port = await new Promise<number>((resolve) => {
        rude.listen(0, '127.0.0.1', () => resolve((rude.address() as { port: number }).port));
      });
      const line = await complaintOf(changed((address) => Object.assign(address, { host: `127.0.0.1:${port}` })));
      expect(line).toContain('DATABASE_URL');
      rude.close();
    });

    test('that does not know the user, the password or the database', async () => {
      const wrong = [{ username: 'hunter2' }, { pathname: '/hunter2' }];
      // A server may be set to trust whoever is on its machine; then no password is wrong.
      const guessed = Object.assign(new URL(url), { password: 'hunter2' }).href;
      const asks = await query(guessed, 'SELECT 1').then(
        () => false,
        () => true,
      );
      const [user, name, password = user] = await Promise.all(
        [...wrong, ...(asks ? [{ password: 'hunter2' }] : [])].map((part) =>
          complaintOf(changed((address) => Object.assign(address, part))),
        ),
      );
      expect(user).toContain('DATABASE_URL: the database refuses this user or password');
      expect(password).toBe(user);
      expect(name).toContain('DATABASE_URL: there is no such database');
      for (const line of [user, password, name]) expect(line).not.toContain('hunter2');
    });

    test('that does not let the user make tables', async () => {
      const role = `guest_${process.pid}`;
      await query(url, `CREATE ROLE ${role} LOGIN PASSWORD 'guest'`);
      await query(url, 'REVOKE CREATE ON SCHEMA public FROM PUBLIC');
      const env = changed((address) => Object.assign(address, { username: role, password: 'guest' }));
      expect(await complaintOf(env)).toContain('DATABASE_URL: this user may not create tables');
      await query(url, `DROP OWNED BY ${role}`);
      await query(url, `DROP ROLE ${role}`);
    });

    test('with a database that is newer than the program', async () => {
      const unnamed = { ADMIN_EMAIL: '', ADMIN_PASSWORD: '', PORCHLIGHT_FIRST_ADMIN_FD: '3' };
      const api = await ApiProcess.start({ ...database.env, ...unnamed });
      // The first admin's sign-in went to whoever started the program, and nowhere else.
      await signIn(api.url, JSON.parse(api.handedOver));
      expect([api.errors, api.handedOver.split('\n').length]).toEqual(['', 2]);
      await api.stop();
      await query(url, `INSERT INTO "migrations" ("timestamp", "name") VALUES (9999999999999, 'Later9999999999999')`);
      expect(await complaintOf(database.env)).toContain('newer version of Porchlight');
    });
  });
}

/** Each test goes on where the one before it has left the database. */
describe('the life of one database', () => {
  let database: TestDatabase;
  let api: ApiProcess;
  let generated: { email: string; password: string };
  let visitor: Caller;
  let conversation: string;
  const acknowledged: string[] = [];

  beforeAll(async () => {
    database = await createTestDatabase();
  });

  afterAll(async () => {
    await api.kill();
    await database.remove();
  });

  const start = async (env: Record<string, string> = {}) => {
    api = await ApiProcess.start({ ...database.env, ...env });
  };
  const post = async (text: string) => {
    const to = new Caller(api.url, visitor.token);
    const reply = await to.call('createMessage', { conversation }, { clientId: uuid(), text });
    if (reply.status === 201) acknowledged.push(text);
  };
  const postTen = (what: string) => Promise.all(Array.from({ length: 10 }, (_, index) => post(`${what} ${index}`)));
  const unnamed = { ADMIN_EMAIL: '', ADMIN_PASSWORD: '' };

  if (globalThis.testDatabase === 'embedded') {
    test('a first start that is killed half-way leaves nothing that is in the way', async () => {
      api = await ApiProcess.spawn(database.env);
      while (!existsSync(join(database.dataDirectory, 'postgres.new'))) await pause(5);
      await api.kill();
      expect(existsSync(join(database.dataDirectory, 'postgres'))).toBe(false);
    });
  }

  test('the first start tells of the generated sign-in, once, and it works', async () => {
    await start(unnamed);
    const shown = /^First sign-in, shown only now: (\S+) with password (\S+)\n$/.exec(api.errors);
    generated = { email: shown?.[1] ?? '', password: shown?.[2] ?? '' };
    expect(generated.password.length).toBeGreaterThanOrEqual(16);
    await signIn(api.url, generated);
    expect(api.log).not.toContain(generated.password);
    const ordinary = api.log.split('\n').filter((line) => line && !line.includes('"msg":"request"'));
    expect(ordinary.map((line) => JSON.parse(line).msg)).toEqual(['listening']);
    expect(await api.stop()).toBe(0);
  });

  test('the second start tells nothing', async () => {
    await start({ ...unnamed, PORCHLIGHT_FIRST_ADMIN_FD: '3' });
    await signIn(api.url, generated);
    expect([api.errors, api.handedOver]).toEqual(['', '']);
    visitor = await createVisitor(api.url, 'Ann');
    conversation = (await visitor.call('createConversation', {}, { clientId: uuid() })).body.id;
    await postTen('before the stop');
  });

  if (globalThis.testDatabase === 'embedded') {
    test('a second process on the data directory ends with one clear line, and the first one goes on', async () => {
      expect(await complaintOf(database.env)).toContain('DATA_DIR is in use by another Porchlight process');
      expect((await fetch(`${api.url}/health/ready`)).status).toBe(200);
    });
  }

  test('SIGTERM says goodbye to the streams, answers who waits, and is done in two seconds (EV6)', async () => {
    const streams = await Promise.all(Array.from({ length: 20 }, () => EventReader.open(api.url, visitor.token ?? '')));
    for (const stream of streams) await stream.until((reader) => reader.of('presence').length > 0);
    const poll = new Caller(api.url, visitor.token).call('pollEvents', {}, undefined, '?wait=25');
    // Time for the poll to arrive.
    await pause(200);

    const asked = Date.now();
    expect(await api.stop()).toBe(0);
    expect(Date.now() - asked).toBeLessThan(2_000);
    expect(await poll).toMatchObject({ status: 200, body: { events: [] } });
    for (const stream of streams) {
      await stream.until((reader) => reader.ended);
      const [bye] = stream.of('bye');
      expect(stream.events.at(-1)).toBe(bye);
      expect(bye?.id).toBeUndefined();
      expect(bye?.data).toEqual({ reason: 'shutdown', retryMs: expect.any(Number) });
      expect(bye?.data.retryMs).toBeGreaterThanOrEqual(500);
      expect(bye?.data.retryMs).toBeLessThanOrEqual(10_000);
    }
    const spread = new Set(streams.map((stream) => stream.of('bye')[0]?.data.retryMs));
    expect(spread.size).toBeGreaterThan(10);
    expect(api.errors).toBe('');
  });

  test('kill -9 loses nothing that was acknowledged, and the next start works at once (MS2)', async () => {
    await start();
    await postTen('before the kill');
    expect(acknowledged).toHaveLength(20);
    // Some of these are under way when it dies, and may or may not be stored.
    const underWay = Array.from({ length: 10 }, (_, index) => post(`under way ${index}`).catch(() => undefined));
    await api.kill();
    await Promise.all(underWay);

    api = await ApiProcess.spawn({ ...database.env, PORT: '0' });
    const found = await new Caller(await api.listening(), visitor.token).call(
      'listMessages',
      { conversation },
      undefined,
      '?limit=100',
    );
    const texts = found.body.items.map(({ text }) => text);
    expect(texts).toEqual(expect.arrayContaining(acknowledged));
    expect(new Set(texts).size).toBe(texts.length);
    expect(found.body.items.map(({ seq }) => seq)).toEqual(texts.map((_, index) => index + 1));
  });

  test('the log keeps every secret, and hashes addresses (it was started with PORT=0)', async () => {
    const url = await api.listening();
    const address = '203.0.113.77';
    const secrets = {
      email: 'quiet.visitor@example.com',
      name: 'Quiet Visitor',
      text: 'the text of a message that nobody logs',
      password: 'the wrong password',
      page: 'https://shop.example/quiet-page',
    };
    const from = { 'X-Forwarded-For': address };
    const { body: session } = await new Caller(url, undefined, from).call(
      'createVisitor',
      { site: 'demo' },
      { name: secrets.name, email: secrets.email, page: secrets.page },
    );
    const quiet = new Caller(url, session.token, from);
    const { body } = await quiet.call(
      'createConversation',
      {},
      { clientId: uuid(), message: { clientId: uuid(), text: secrets.text } },
    );
    await quiet.call('createMessage', { conversation: body.id }, { clientId: 'same', text: secrets.text });
    await quiet.call('createMessage', { conversation: body.id }, { clientId: 'same', text: `other ${secrets.text}` });
    await new Caller(url, undefined, from).call('login', {}, { email: secrets.email, password: secrets.password });
    const agent = await signIn(url, generated);
    await agent.call('listConversations', {}, undefined, `?q=${encodeURIComponent(secrets.text)}`);
    const stream = await EventReader.open(url, session.token, session.cursor);
    await stream.until((reader) => reader.of('message.created').length === 2);
    stream.close();
    await fetch(`${url}/v1/nothing/${secrets.text}?token=${session.token}`);
    await fetch(`${url}/v1/conversations`, { headers: { Cookie: `porchlight_session=${agent.token}` } });
    expect(await api.stop()).toBe(0);

    const hidden = [...Object.values(secrets), session.token, agent.token ?? '', generated.password, generated.email];
    for (const secret of [...hidden, ADMIN.password, address, body.id, session.visitor.id, session.cursor]) {
      expect(secret.length).toBeGreaterThan(5);
      expect(api.output).not.toContain(secret);
    }
    const requests = api.log.split('\n').filter((line) => line.includes('"msg":"request"'));
    expect(requests.length).toBeGreaterThan(8);
    for (const line of requests) expect(line).not.toMatch(/127\.0\.0\.1|::1|\?/);
    const peers = new Set(requests.map((line) => JSON.parse(line).peer));
    expect(peers.size).toBe(2);
  });
});
