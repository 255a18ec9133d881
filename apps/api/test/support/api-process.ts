import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';

const MAIN = fileURLToPath(new URL('../../dist/main.js', import.meta.url));

export const ADMIN = { email: 'admin@example.com', password: 'correct horse battery' };

/** The API as its users run it: the built program, in a process of its own. */
export class ApiProcess {
  /** What it printed on its standard and on its error output. */
  log = '';
  errors = '';
  /** What it wrote to descriptor 3, which stands ready for PORCHLIGHT_FIRST_ADMIN_FD. */
  handedOver = '';

  private constructor(
    private readonly child: ChildProcess,
    readonly port: number,
  ) {
    const [, log, errors, handedOver] = child.stdio;
    log?.on('data', (chunk: Buffer) => {
      this.log += chunk.toString();
    });
    errors?.on('data', (chunk: Buffer) => {
      this.errors += chunk.toString();
    });
    handedOver?.on('data', (chunk: Buffer) => {
      this.handedOver += chunk.toString();
    });
  }

  /** Everything it printed. */
  get output(): string {
    return this.log + this.errors;
  }

  get url(): string {
    return `http://localhost:${this.port}`;
  }

  get pid(): number {
    return this.child.pid ?? 0;
  }

  /** Starts it and waits until it is ready. */
  static async start(env: Record<string, string>): Promise<ApiProcess> {
    const api = await ApiProcess.spawn(env);
    const deadline = Date.now() + 60_000;
    for (;;) {
      if (api.child.exitCode !== null) throw new Error(`The API ended with ${api.child.exitCode}:\n${api.output}`);
      const ready = await fetch(`${api.url}/health/ready`).catch(() => undefined);
      if (ready?.ok) return api;
      if (Date.now() > deadline) throw new Error(`The API does not get ready:\n${api.output}`);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }

  /** Starts it without waiting, as another user where one is given. An empty variable counts as none. */
  static async spawn(env: Record<string, string>, user: { uid?: number; gid?: number } = {}): Promise<ApiProcess> {
    const port = env['PORT'] ?? String(await freePort());
    const child = spawn(process.execPath, [MAIN], {
      env: {
        PATH: process.env['PATH'],
        HOST: 'localhost',
        DEMO_SITE: 'true',
        RATE_LIMIT_FACTOR: '0',
        ADMIN_EMAIL: ADMIN.email,
        ADMIN_PASSWORD: ADMIN.password,
        LOG_LEVEL: 'info',
        ...env,
        PORT: port,
      },
      stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
      ...user,
    });
    return new ApiProcess(child, Number(port));
  }

  /** Waits for the line of the log that says where it listens, and returns the address. */
  async listening(): Promise<string> {
    for (;;) {
      const line = this.log.split('\n').find((each) => each.includes('"msg":"listening"'));
      if (line) return JSON.parse(line).url;
      if (!this.isRunning) throw new Error(`The API ended with ${this.child.exitCode}:\n${this.output}`);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }

  get isRunning(): boolean {
    return this.child.exitCode === null && this.child.signalCode === null;
  }

  /** Waits for its end and returns the exit code, or null after a signal. */
  async ended(): Promise<number | null> {
    if (this.isRunning) await once(this.child, 'close');
    return this.child.exitCode;
  }

  /** SIGTERM, as a service manager sends it. */
  stop(): Promise<number | null> {
    this.child.kill('SIGTERM');
    return this.ended();
  }

  /** The end that leaves no time for anything. */
  kill(): Promise<number | null> {
    this.child.kill('SIGKILL');
    return this.ended();
  }
}

export function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, 'localhost', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
