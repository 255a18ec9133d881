import type { AddressInfo, Socket } from 'node:net';
import { connect, createServer } from 'node:net';
import { parentPort, workerData } from 'node:worker_threads';

/** What a thread of a proxy can be told. */
export type ProxyCommand = 'refuse' | 'admit';

const target = workerData as { host: string; port: number };
const sockets = new Set<Socket>();
let refusing = false;

const server = createServer({ noDelay: true }, (client) => {
  if (refusing) client.resetAndDestroy();
  else join(client, connect({ ...target, noDelay: true }));
});

function join(client: Socket, upstream: Socket): void {
  for (const [socket, other] of [
    [client, upstream],
    [upstream, client],
  ] as const) {
    sockets.add(socket);
    socket.on('error', () => undefined);
    socket.on('close', () => {
      sockets.delete(socket);
      other.destroy();
    });
    socket.on('data', (bytes) => {
      if (!other.destroyed) other.write(bytes);
    });
  }
}

parentPort?.on('message', (command: ProxyCommand) => {
  refusing = command === 'refuse';
  if (refusing) for (const socket of sockets) socket.destroy();
});

server.listen(0, '127.0.0.1', () => parentPort?.postMessage((server.address() as AddressInfo).port));
