import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { Child } from './child.js';

const program = (name: string) => fileURLToPath(new URL(`../../../apps/api/dist/${name}.js`, import.meta.url));

/** How long a start may take on a busy machine, in milliseconds. */
const START_MS = 60_000;

/** One process of the API, at the same port through all of its lives. */
export class ApiProcess {
  #child: Child | undefined;

  constructor(
    readonly port: number,
    private readonly env: Record<string, string>,
    private readonly log: string,
  ) {}

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  /** Starts it and waits until it is ready. */
  async start(): Promise<void> {
    const env = { ...this.env, PORT: String(this.port), HOST: '127.0.0.1' };
    const deadline = performance.now() + START_MS;
    while (performance.now() < deadline) {
      const child = Child.start(process.execPath, [program('main')], env, this.log);
      this.#child = child;
      while (child.running && performance.now() < deadline) {
        const ready = await fetch(`${this.url}/health/ready`).catch(() => undefined);
        if (ready?.ok) return;
        await sleep(50);
      }
      // It gives up when its database is away at the start, and whoever runs it starts it again.
      await sleep(200);
    }
    throw new Error(`The API does not start; see ${this.log}`);
  }

  async end(signal: 'SIGTERM' | 'SIGKILL'): Promise<void> {
    await this.#child?.end(signal);
  }
}

/** Runs the program that is to be run after a restore, with the environment of the API. */
export async function beginEpoch(env: Record<string, string>, log: string): Promise<void> {
  const code = await Child.start(process.execPath, [program('new-epoch')], env, log).ended();
  if (code !== 0) throw new Error(`new-epoch.js ended with ${code}; see ${log}`);
}
