import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { ADMIN, ApiProcess } from './support/api-process.js';
import { selfSigned } from './support/certificate.js';
import { createTestDatabase, type TestDatabase } from './support/databases.js';
import { Caller, signIn } from './support/http.js';
import { SmtpServer } from './support/smtp-server.js';
import { eventually } from './support/talk.js';

const PUBLIC_URL = 'https://chat.example.com';
const MAIL_FROM = 'Acme Ceramics <chat@acme.example>';
const ACCOUNT = { user: 'porch@acme.example', password: 'p/ss: "word"' };

let database: TestDatabase;
let directory: string;
let trusted: string;
const certificate = selfSigned();

beforeAll(async () => {
  directory = mkdtempSync(join(tmpdir(), 'porchlight-mail-'));
  trusted = join(directory, 'certificate.pem');
  writeFileSync(trusted, certificate.cert);
  database = await createTestDatabase();
});

afterAll(async () => {
  await database.remove();
  rmSync(directory, { recursive: true });
});

/** An API that mails by `url`. */
const startApi = (url: string, env: Record<string, string> = {}) =>
  ApiProcess.start({ ...database.env, SMTP_URL: url, MAIL_FROM, PUBLIC_URL, ...env });

/** Runs with an API of its own. */
async function withApi<Result>(
  url: string,
  work: (admin: Caller, api: ApiProcess) => Promise<Result>,
  env: Record<string, string> = {},
): Promise<Result> {
  const api = await startApi(url, env);
  try {
    return await work(await signIn(api.url, ADMIN), api);
  } finally {
    await api.stop();
  }
}

const invite = async (admin: Caller, email: string) => {
  const { status, body } = await admin.call('createInvitation', {}, { email, role: 'agent' });
  expect(status).toBe(201);
  return body;
};
const linkIn = (text: string, page: string) => new RegExp(`${PUBLIC_URL}/inbox/${page}#\\S+`).exec(text)?.[0] ?? '';
const tokenIn = (url: string) => url.slice(url.indexOf('#') + 1);
const verbs = (server: SmtpServer, secure: boolean) =>
  server.commands.filter((command) => command.secure === secure).map(({ verb }) => verb);

describe('a mail server in the same house, without TLS', () => {
  let server: SmtpServer;
  let api: ApiProcess;
  let admin: Caller;

  beforeAll(async () => {
    server = new SmtpServer();
    api = await startApi(`smtp://localhost:${await server.listen()}`);
    admin = await signIn(api.url, ADMIN);
  });
  afterAll(async () => {
    await api.stop();
    await server.close();
  });

  test('an invitation and a new password arrive, and their links work', async () => {
    const anyone = new Caller(api.url);
    await admin.call('updateProfile', {}, { name: 'Zoë, “the” Admin' });
    const made = await invite(admin, 'jo@example.com');
    expect(made.mailed).toBe(true);
    const mail = await server.mailTo('jo@example.com');
    expect(mail).toMatchObject({ from: 'chat@acme.example', to: ['jo@example.com'] });
    expect(mail.headers).toMatchObject({
      from: MAIL_FROM,
      to: 'jo@example.com',
      subject: 'Zoë, “the” Admin invites you to the inbox',
    });
    expect(linkIn(mail.text, 'join')).toBe(made.url);
    expect(mail.text).toContain('once, for seven days');
    const accepted = await anyone.call(
      'acceptInvitation',
      {},
      { token: tokenIn(linkIn(mail.text, 'join')), name: 'Jö', password: 'the first password' },
    );
    expect(accepted.status).toBe(201);

    expect((await anyone.call('requestReset', {}, { email: 'jo@example.com' })).body).toEqual({ mail: true });
    const reset = await eventually('the second mail is there', () =>
      server.mails.find(
        ({ to, headers }) => to[0] === 'jo@example.com' && headers['subject'] === 'Choose a new password',
      ),
    );
    expect(reset.text).toContain('Hello Jö,');
    expect(reset.text).toContain('once, for one hour');
    const token = tokenIn(linkIn(reset.text, 'reset'));
    expect((await anyone.call('useReset', {}, { token, password: 'the second password' })).status).toBe(204);
    await signIn(api.url, { email: 'jo@example.com', password: 'the second password' });
  });

  test('a link that an admin makes is mailed as well, and says how long it is good', async () => {
    const account = { email: 'kim@example.com', password: 'a long password', name: 'Kim', role: 'agent' } as const;
    const agent = (await admin.call('createAgent', {}, account)).body.id;
    const { body } = await admin.call('createReset', { agent });
    expect(body.mailed).toBe(true);
    const { text } = await server.mailTo('kim@example.com');
    expect(linkIn(text, 'reset')).toBe(body.url);
    expect(text).toContain('once, for 24 hours');
  });

  test('whoever is no agent gets no mail, and the answer does not tell', async () => {
    const anyone = new Caller(api.url);
    const asked = await anyone.call('requestReset', {}, { email: 'nobody@example.com' });
    expect(asked.body).toEqual({ mail: true });
    // What is mailed afterwards has overtaken nothing: the server takes one after the other.
    await invite(admin, 'after@example.com');
    await server.mailTo('after@example.com');
    expect(server.mails.filter(({ to }) => to.includes('nobody@example.com'))).toEqual([]);
  });

  test('a server that refuses breaks nothing: the link is there to be handed over, and the log keeps the address to itself', async () => {
    server.refusal = '550 5.1.1 <refused@example.com> is not known here';
    const { url: link, mailed } = await invite(admin, 'refused@example.com');
    expect(mailed).toBe(false);
    const opened = await new Caller(api.url).call('openInvitation', {}, { token: tokenIn(link) });
    expect(opened.body).toMatchObject({ email: 'refused@example.com' });
    await eventually('the log tells', () => api.output.includes('a mail could not be sent (EENVELOPE)'));
    expect(api.output).not.toContain('refused@example.com');
    // And goes on with the next.
    server.refusal = undefined;
    expect((await invite(admin, 'refused@example.com')).mailed).toBe(true);
  });
});

test('a mail server that is not there breaks nothing', async () => {
  await withApi('smtp://localhost:1', async (admin) => {
    expect((await invite(admin, 'alone@example.com')).mailed).toBe(false);
  });
});

describe('a mail server with TLS and an account', () => {
  const tls = { when: 'upgrade', ...certificate } as const;
  const withServer = async (
    options: ConstructorParameters<typeof SmtpServer>[0],
    work: (server: SmtpServer, port: number) => Promise<void>,
  ) => {
    const server = new SmtpServer(options);
    try {
      await work(server, await server.listen());
    } finally {
      await server.close();
    }
  };
  const credentials = `${encodeURIComponent(ACCOUNT.user)}:${encodeURIComponent(ACCOUNT.password)}`;
  const trust = () => ({ NODE_EXTRA_CA_CERTS: trusted });

  test.each(['start', 'upgrade'] as const)('TLS at the %s: the mail and the password go through it', async (when) => {
    await withServer({ tls: { ...tls, when }, account: ACCOUNT }, async (server, port) => {
      const scheme = when === 'start' ? 'smtps' : 'smtp';
      const url = `${scheme}://${credentials}@localhost:${port}`;
      const { mailed } = await withApi(url, (admin) => invite(admin, 'tls@example.com'), trust());
      expect(mailed).toBe(true);
      expect(server.mails).toMatchObject([{ to: ['tls@example.com'], secure: true, user: ACCOUNT.user }]);
      expect(verbs(server, false)).toEqual(when === 'start' ? [] : ['EHLO', 'STARTTLS']);
      expect(verbs(server, true)).toContain('AUTH');
    });
  });

  test('a certificate that nobody vouches for gets neither password nor mail', async () => {
    for (const when of ['start', 'upgrade'] as const) {
      await withServer({ tls: { ...tls, when }, account: ACCOUNT }, async (server, port) => {
        const url = `${when === 'start' ? 'smtps' : 'smtp'}://${credentials}@localhost:${port}`;
        expect((await withApi(url, (admin) => invite(admin, 'strange@example.com'))).mailed).toBe(false);
        expect(server.mails).toEqual([]);
        expect(server.commands.map(({ verb }) => verb)).not.toContain('AUTH');
      });
    }
  });

  test('where TLS is asked for and not offered, nothing is said', async () => {
    await withServer({ account: ACCOUNT }, async (server, port) => {
      const url = `smtp://${credentials}@localhost:${port}?requireTLS=true`;
      expect((await withApi(url, (admin) => invite(admin, 'stripped@example.com'))).mailed).toBe(false);
      expect(server.mails).toEqual([]);
      expect(server.commands.map(({ verb }) => verb)).not.toContain('AUTH');
    });
  });

  test('a wrong password is refused, and never written to the log', async () => {
    await withServer({ tls, account: { ...ACCOUNT, password: 'another' } }, async (server, port) => {
      const url = `smtp://${credentials}@localhost:${port}`;
      await withApi(
        url,
        async (admin, api) => {
          expect((await invite(admin, 'wrong@example.com')).mailed).toBe(false);
          await eventually('the log tells', () => api.output.includes('a mail could not be sent (EAUTH)'));
          expect(api.output).not.toContain(ACCOUNT.password);
        },
        trust(),
      );
      expect(server.mails).toEqual([]);
    });
  });
});
