import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync } from 'node:fs';

/** None of them outlives this program. */
const running = new Set<ChildProcess>();
process.on('exit', () => {
  for (const child of running) child.kill('SIGKILL');
});

/** A program that this one starts and ends. */
export class Child {
  private constructor(private readonly process: ChildProcess) {}

  /** What it prints goes to the end of `log`. */
  static start(command: string, args: readonly string[], env: Record<string, string>, log: string): Child {
    const output = openSync(log, 'a');
    const child = spawn(command, args, {
      env: { PATH: process.env['PATH'], ...env },
      stdio: ['ignore', output, output],
    });
    running.add(child);
    child.on('error', () => undefined);
    child.on('exit', () => running.delete(child));
    closeSync(output);
    return new Child(child);
  }

  get running(): boolean {
    return this.process.pid !== undefined && this.process.exitCode === null && this.process.signalCode === null;
  }

  /** Waits for its end; returns the exit code, null after a signal. */
  async ended(): Promise<number | null> {
    if (this.running) await once(this.process, 'exit');
    return this.process.exitCode;
  }

  async end(signal: 'SIGTERM' | 'SIGKILL'): Promise<void> {
    this.process.kill(signal);
    // No program of ours takes longer to stop; one that does must not outlive the run.
    const timer = setTimeout(() => this.process.kill('SIGKILL'), 15_000);
    await this.ended();
    clearTimeout(timer);
  }
}
