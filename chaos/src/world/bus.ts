import { spawnSync } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { Child } from './child.js';
import { freePort } from './free-port.js';
import { TcpProxy } from './tcp-proxy.js';

/** What wakes the processes, and what can happen to it. */
export interface EventBus {
  env: Record<string, string>;
  /** Is away for a time. */
  goAway(ms: number): Promise<void>;
  close(): Promise<void>;
}

/** Whether this machine has the program. */
export function hasRedis(): boolean {
  return spawnSync('redis-server', ['--version']).status === 0;
}

/** A Redis server of our own, which can be killed. */
export async function ownRedis(log: string): Promise<EventBus> {
  const port = await freePort();
  const url = `redis://127.0.0.1:${port}`;
  const start = () =>
    Child.start(
      'redis-server',
      ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'],
      {},
      log,
    );
  let child = start();
  await sleep(300);
  if (!child.running) throw new Error(`redis-server does not start; see ${log}`);
  return {
    env: { EVENT_BUS_URL: url },
    async goAway(ms) {
      await child.end('SIGKILL');
      await sleep(ms);
      child = start();
    },
    close: () => child.end('SIGTERM'),
  };
}

/** A Redis server of others, reached through a proxy that cuts and refuses. */
export async function sharedRedis(address: string): Promise<EventBus> {
  const server = new URL(address);
  const proxy = await TcpProxy.open({ host: server.hostname, port: Number(server.port || 6379) });
  const url = new URL(address);
  url.host = `127.0.0.1:${proxy.port}`;
  return {
    env: { EVENT_BUS_URL: url.href },
    async goAway(ms) {
      proxy.refuse();
      await sleep(ms);
      proxy.admit();
    },
    async close() {
      await proxy.close();
    },
  };
}
