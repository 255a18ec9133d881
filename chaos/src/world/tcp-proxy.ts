import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { ProxyCommand } from './tcp-proxy.worker.js';

/** Stands in front of a server and can cut and refuse its connections. Has a thread of its own, so as not to slow them. */
export class TcpProxy {
  private constructor(
    private readonly worker: Worker,
    readonly port: number,
  ) {}

  static async open(target: { host: string; port: number }): Promise<TcpProxy> {
    const worker = new Worker(new URL('./tcp-proxy.worker.js', import.meta.url), { workerData: target });
    const [port] = (await once(worker, 'message')) as [number];
    return new TcpProxy(worker, port);
  }

  /** Cuts what is open and refuses what comes, until {@link admit}. */
  refuse(): void {
    this.worker.postMessage('refuse' satisfies ProxyCommand);
  }

  admit(): void {
    this.worker.postMessage('admit' satisfies ProxyCommand);
  }

  async close(): Promise<void> {
    await this.worker.terminate();
  }
}
