import { fork } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { env } from 'node:process';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { startDemoSite } from '@porchlight/demo-site/server';
import { agents, HOME } from './story.js';

const main = fileURLToPath(new URL('../../apps/api/dist/main.js', import.meta.url));
const clock = new URL('./clock.js', import.meta.url).href;
const PASSWORD = 'four thousand herrings';

/** The built API with an empty database, and the demo site on another port. */
export class Studio {
  /** Closes both and removes the data. */
  close;
  #api;

  static async open() {
    const directory = mkdtempSync(join(tmpdir(), 'porchlight-screenshots-'));
    const [apiPort, demoPort] = [await freePort(), await freePort()];
    const studio = new Studio(`http://localhost:${apiPort}`, `http://localhost:${demoPort}`);
    studio.#api = fork(main, [], {
      execArgv: ['--import', clock],
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
      env: {
        PATH: env.PATH,
        HOST: 'localhost',
        PORT: String(apiPort),
        DATA_DIR: directory,
        DEMO_SITE: 'true',
        RATE_LIMIT_FACTOR: '0',
        ADMIN_EMAIL: agents.Wren.email,
        ADMIN_PASSWORD: PASSWORD,
      },
    });
    const demo = await startDemoSite({ port: demoPort, host: 'localhost', apiOrigin: studio.apiUrl });
    studio.close = async () => {
      demo.close();
      demo.closeAllConnections();
      if (studio.#api.kill()) await once(studio.#api, 'exit');
      rmSync(directory, { recursive: true });
    };
    try {
      await studio.#ready();
    } catch (error) {
      await studio.close();
      throw error;
    }
    return studio;
  }

  constructor(apiUrl, demoUrl) {
    this.apiUrl = apiUrl;
    this.demoUrl = demoUrl;
  }

  async #ready() {
    while (!(await fetch(`${this.apiUrl}/health/ready`).catch(() => undefined))?.ok) {
      if (this.#api.exitCode !== null) throw new Error(`The API ended with ${this.#api.exitCode}.`);
      await sleep(50);
    }
  }

  /** Puts the API's clock to `time`, in ISO 8601. */
  async setTime(time) {
    this.#api.send(time);
    await once(this.#api, 'message');
  }

  async call(method, path, body, token) {
    const reply = await fetch(`${this.apiUrl}/v1${path}`, {
      method,
      headers: {
        'Content-Type': 'application/json',
        ...(token && { Authorization: `Bearer ${token}` }),
      },
      body: body && JSON.stringify(body),
    });
    const text = await reply.text();
    if (!reply.ok) throw new Error(`${method} ${path}: ${reply.status} ${text}`);
    return text && JSON.parse(text);
  }

  /** Signs an agent in; anyone but the first has to be added before. */
  async signIn({ email }) {
    const { agent, token } = await this.call('POST', '/auth/login', { email, password: PASSWORD });
    return { id: agent.id, token };
  }

  async addAgent({ name, email }, admin) {
    await this.call('POST', '/agents', { name, email, role: 'agent', password: PASSWORD }, admin.token);
  }

  /** Somebody who has just come to a page of the studio. */
  async welcome({ page, ...profile }) {
    const body = { ...profile, page: HOME + page };
    const { token } = await this.call('POST', '/sites/demo/visitors', body);
    return { token, profile: body };
  }

  /** What is known of a visitor is again what the story says: a browser tells where it is, and its language. */
  async remember({ token, profile }) {
    await this.call('PATCH', '/visitors/me', profile, token);
  }

  async say(person, conversation, text, audience, mentions = []) {
    const body = { clientId: randomUUID(), text, audience, ...(mentions.length > 0 && { mentions }) };
    return this.call('POST', `/conversations/${conversation}/messages`, body, person.token);
  }

  async start(visitor, text) {
    const body = { clientId: randomUUID(), message: { clientId: randomUUID(), text } };
    return this.call('POST', '/conversations', body, visitor.token);
  }

  async join(visitor, room) {
    return this.call('POST', '/conversations', { clientId: randomUUID(), room }, visitor.token);
  }

  /** The person has seen everything up to `seq`. */
  async read(person, conversation, seq) {
    await this.call('PUT', `/conversations/${conversation}/receipt`, { delivered: seq, read: seq }, person.token);
  }

  async change(agent, conversation, body) {
    await this.call('PATCH', `/conversations/${conversation}`, body, agent.token);
  }
}

async function freePort() {
  const probe = createServer().listen(0, 'localhost');
  await once(probe, 'listening');
  const { port } = probe.address();
  probe.close();
  return port;
}
