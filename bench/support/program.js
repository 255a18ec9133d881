import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { connect, createServer } from 'node:net';
import { fileURLToPath } from 'node:url';
import { atEnd } from './benchmark.js';

const PROBE = new URL('probe.js', import.meta.url).href;
const API = fileURLToPath(new URL('../../apps/api/dist/main.js', import.meta.url));

export const ADMIN = { email: 'admin@example.com', password: 'correct horse battery' };

/** A Node program in a process of its own, which ends with the benchmark at the latest. */
export class Program {
  #child;
  #asked = new Map();
  #output = '';

  /** `file`: a path. `env` is all of its environment but PATH. */
  constructor(file, { env = {}, args = [], flags = [] } = {}) {
    this.#child = spawn(process.execPath, ['--enable-source-maps', `--import=${PROBE}`, ...flags, file, ...args], {
      env: { PATH: process.env.PATH, NODE_ENV: 'production', ...env },
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    for (const stream of [this.#child.stdout, this.#child.stderr]) {
      stream.on('data', (data) => {
        this.#output = (this.#output + data).slice(-4_000);
      });
    }
    this.#child.on('message', ({ id, value, error }) => {
      const { resolve, reject } = this.#asked.get(id) ?? {};
      this.#asked.delete(id);
      if (error) reject?.(new Error(error));
      else resolve?.(value);
    });
    this.#child.on('exit', () => {
      for (const { reject } of this.#asked.values()) reject(new Error(`${file} has ended:\n${this.#output}`));
    });
    this.forget = atEnd(() => this.kill());
  }

  get running() {
    return this.#child.exitCode === null && this.#child.signalCode === null;
  }

  get pid() {
    return this.#child.pid;
  }

  /** Calls one of its answers; see answers.js. */
  ask(name, argument) {
    return new Promise((resolve, reject) => {
      if (!this.running) return reject(new Error(`A program has ended:\n${this.#output}`));
      const id = crypto.randomUUID();
      this.#asked.set(id, { resolve, reject });
      this.#child.send({ id, name, argument }, (error) => error && reject(error));
    });
  }

  /** Waits until the address answers 200. */
  async answering(url, ms = 60_000) {
    for (const deadline = Date.now() + ms; ; ) {
      if (!this.running) throw new Error(`A program has ended:\n${this.#output}`);
      if ((await fetch(url).catch(() => undefined))?.ok) return this;
      if (Date.now() > deadline) throw new Error(`${url} does not answer:\n${this.#output}`);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }

  /** Waits until it listens on the port. */
  async listening(port, ms = 20_000) {
    for (const deadline = Date.now() + ms; ; ) {
      if (!this.running) throw new Error(`A program has ended:\n${this.#output}`);
      const probe = connect(port, '127.0.0.1');
      const connected = await once(probe, 'connect').then(
        () => true,
        () => false,
      );
      probe.destroy();
      if (connected) return;
      if (Date.now() > deadline) throw new Error(`Nothing listens on ${port}:\n${this.#output}`);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }

  stop() {
    return this.#end('SIGTERM');
  }

  kill() {
    return this.#end('SIGKILL');
  }

  async #end(signal) {
    this.forget();
    if (!this.running) return;
    const ended = once(this.#child, 'exit');
    this.#child.kill(signal);
    await ended;
  }
}

/** The API as its owners run it, with the rate limits off. `settings`: variables of its environment. */
export async function startApi(settings, flags = []) {
  const port = Number(settings.PORT ?? (await freePort()));
  const program = new Program(API, {
    flags,
    env: {
      PORT: String(port),
      HOST: '127.0.0.1',
      DEMO_SITE: 'true',
      RATE_LIMIT_FACTOR: '0',
      ADMIN_EMAIL: ADMIN.email,
      ADMIN_PASSWORD: ADMIN.password,
      LOG_LEVEL: 'warn',
      ...settings,
    },
  });
  await program.answering(`http://127.0.0.1:${port}/health/ready`);
  return Object.assign(program, { port });
}

export async function freePort() {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address();
  probe.close();
  await once(probe, 'close');
  return port;
}
