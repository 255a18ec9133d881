import { connect, createServer, type Server, type Socket } from 'node:net';

/** Two sockets that belong together: the one that a client opened, and ours to the server. */
interface Pair {
  client: Socket;
  server: Socket;
  /** The server answers with a stream on it. */
  streams: boolean;
  /** What the server has sent and the client does not get yet. */
  held?: Buffer[];
}

/** Stands between a client and a server, and is as bad as networks are when a test says so. */
export class TcpProxy {
  /** Keeps back what is streamed until the response is over, as some virus scanners and proxies do. */
  holdsStreams = false;
  private readonly pairs = new Set<Pair>();
  private listener: Server | undefined;
  private port = 0;
  private losing: (() => void) | undefined;

  private constructor(private target: { host: string; port: number }) {}

  static async start(target: { host: string; port: number }): Promise<TcpProxy> {
    const proxy = new TcpProxy(target);
    await proxy.restore();
    return proxy;
  }

  /** `host:port` at which the server seems to be. */
  get host(): string {
    return `127.0.0.1:${this.port}`;
  }

  get url(): string {
    return `http://${this.host}`;
  }

  /** Breaks every connection and refuses new ones. */
  async cut(): Promise<void> {
    const closed = new Promise<void>((resolve) => this.listener?.close(() => resolve()));
    for (const { client, server } of this.pairs) {
      client.resetAndDestroy();
      server.resetAndDestroy();
    }
    await closed;
  }

  /** Takes connections again, at the same port. */
  restore(): Promise<void> {
    return new Promise((resolve, reject) => {
      const listener = createServer((client) => this.join(client));
      listener.once('error', reject);
      listener.listen(this.port, '127.0.0.1', () => {
        this.port = (listener.address() as { port: number }).port;
        resolve();
      });
      this.listener = listener;
    });
  }

  /** Takes new connections to another server. */
  lead(target: { host: string; port: number }): void {
    this.target = target;
  }

  /** Carries nothing any more for the streams that are open, and tells neither side. New ones are as they should be. */
  freezeStreams(): void {
    for (const { client, server, streams } of this.pairs) {
      if (!streams) continue;
      for (const socket of [client, server]) socket.removeAllListeners('data').pause();
    }
  }

  /** Breaks the connection on which the server answers next, instead of passing the answer on. Resolves when it has. */
  loseNextResponse(): Promise<void> {
    return new Promise((resolve) => {
      this.losing = resolve;
    });
  }

  private join(client: Socket): void {
    const pair: Pair = { client, server: connect(this.target), streams: false };
    const { server } = pair;
    this.pairs.add(pair);
    const end = () => {
      this.pairs.delete(pair);
      client.destroy();
      server.destroy();
    };
    for (const socket of [client, server]) {
      socket.setNoDelay(true);
      socket.on('error', () => undefined);
      socket.on('close', end);
    }
    client.on('data', (bytes: Buffer) => server.write(bytes));
    client.on('end', () => server.end());
    server.on('data', (bytes: Buffer) => this.answer(pair, bytes));
    server.on('end', () => client.end(Buffer.concat(pair.held ?? [])));
  }

  private answer(pair: Pair, bytes: Buffer): void {
    if (this.losing) {
      this.losing();
      this.losing = undefined;
      pair.client.resetAndDestroy();
      return;
    }
    pair.streams ||= bytes.includes('text/event-stream');
    if (this.holdsStreams && pair.streams) pair.held ??= [];
    if (pair.held) pair.held.push(bytes);
    else pair.client.write(bytes);
  }
}
