import { once } from 'node:events';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { Agent, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Random } from '../random.js';
import { integer, pick } from '../random.js';
import type { MessagePost, ProxiedRequest } from './requests.js';
import { bytesOf, messagePostOf, send } from './requests.js';
import { StreamRelay } from './stream-relay.js';
import type { Tampering } from './tampering.js';

export interface FaultProxyOptions {
  /** Ports of the API's processes; each request goes to any of them, as without sticky sessions. */
  upstreams: readonly number[];
  random: Random;
  /** The API has said yes to a message, whether the client gets to know or not. `body` is the answer. */
  onAcknowledged(post: MessagePost, body: Buffer): void;
  /** Bytes on their way to the client. */
  onBytes(bytes: Buffer): void;
  /** A bug to play, for testing whether the checker notices. */
  tampering?: Tampering;
}

/** Faults that wait for a POST. */
type Armed = 'drop' | 'duplicate' | 'reorder';

/** What stands between one client and the API. */
export class FaultProxy {
  readonly #agent = new Agent({ keepAlive: true });
  readonly #armed: Record<Armed, number> = { drop: 0, duplicate: 0, reorder: 0 };
  readonly #relays = new Set<StreamRelay>();
  /** Answers under way to ordinary requests; dark ones are never given. */
  readonly #dark = new WeakSet<ServerResponse>();
  readonly #open = new Set<ServerResponse>();
  readonly #late = new Set<NodeJS.Timeout>();
  #buffering = false;
  #stalling = false;
  #reach: 'all' | 'none' | 'dark' = 'all';

  private constructor(
    private readonly server: Server,
    private readonly options: FaultProxyOptions,
  ) {}

  static async open(options: FaultProxyOptions): Promise<FaultProxy> {
    const server = createServer({ keepAliveTimeout: 60_000 });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const proxy = new FaultProxy(server, options);
    server.on('request', (request: IncomingMessage, response: ServerResponse) => {
      proxy.#handle(request, response).catch(() => response.destroy());
    });
    return proxy;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  /** Cuts open streams in the middle of what comes next. */
  cutStreams(): void {
    for (const relay of this.#relays) relay.cut(this.options.random());
  }

  /** The next POSTs of messages meet a fault. */
  arm(fault: Armed, count: number): void {
    this.#armed[fault] += count;
  }

  /** Holds streams back, those to come as well. */
  buffer(on: boolean): void {
    this.#buffering = on;
    for (const relay of this.#relays) relay.buffer(on);
  }

  /** The reader of the streams takes nothing. */
  stall(on: boolean): void {
    this.#stalling = on;
    for (const relay of this.#relays) relay.stall(on);
  }

  /** Whatever is open hangs from now on, for good and without a sign; new connections too, while `on`. */
  blackhole(on: boolean): void {
    this.#reach = on ? 'dark' : 'all';
    if (!on) return;
    for (const relay of this.#relays) relay.goDark();
    for (const response of this.#open) this.#dark.add(response);
  }

  /** Cuts what is open, and refuses what comes, while `on`. */
  disconnect(on: boolean): void {
    this.#reach = on ? 'none' : 'all';
    if (on) this.server.closeAllConnections();
  }

  /** Forgets copies of POSTs that were to be sent later. */
  forgetLate(): void {
    for (const timer of this.#late) clearTimeout(timer);
    this.#late.clear();
  }

  /** Ends all faults that last. */
  heal(): void {
    this.#reach = 'all';
    for (const fault of Object.keys(this.#armed) as Armed[]) this.#armed[fault] = 0;
    this.buffer(false);
    this.stall(false);
  }

  close(): void {
    this.forgetLate();
    this.server.closeAllConnections();
    this.server.close();
    this.#agent.destroy();
  }

  async #handle(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    const { random, tampering } = this.options;
    if (this.#reach === 'dark') return;
    if (this.#reach === 'none') {
      incoming.socket.resetAndDestroy();
      return;
    }
    this.#open.add(response);
    response.on('close', () => this.#open.delete(response));

    const taken: ProxiedRequest = {
      method: incoming.method ?? 'GET',
      path: incoming.url ?? '/',
      headers: incoming.headers,
      body: await bytesOf(incoming),
    };
    const request = tampering?.request?.(taken) ?? taken;
    const post = messagePostOf(request);

    if (post && this.#takes('reorder')) {
      response.destroy();
      this.#later(request, integer(random, 500, 4_000));
      return;
    }
    if (post && this.#takes('duplicate')) {
      const copy = tampering?.duplicate?.(request) ?? request;
      void this.#quietly(copy);
      this.#later(copy, integer(random, 500, 4_000));
    }
    const fabricated = post && tampering?.answer?.(request, (held) => void this.#quietly(held));
    if (fabricated) {
      this.options.onAcknowledged(post, fabricated);
      response.writeHead(201, { 'content-type': 'application/json' }).end(fabricated);
      return;
    }
    await this.#answer(request, post, response);
  }

  async #answer(request: ProxiedRequest, post: MessagePost | undefined, response: ServerResponse): Promise<void> {
    const answer = await this.#send(request).catch(() => undefined);
    if (!answer) return this.#refuse(response);
    const { statusCode = 502, headers } = answer;
    const { connection: _, 'transfer-encoding': __, ...rest } = headers;
    if (headers['content-type']?.startsWith('text/event-stream')) {
      response.writeHead(statusCode, rest);
      this.#relay(answer, response);
      return;
    }
    const body = await bytesOf(answer);
    if (post && statusCode < 300) this.options.onAcknowledged(post, body);
    if (post && this.#takes('drop')) {
      response.destroy();
    } else if (!this.#dark.has(response)) {
      this.options.onBytes(body);
      response.writeHead(statusCode, rest).end(body);
    }
  }

  #relay(answer: IncomingMessage, response: ServerResponse): void {
    const { tampering, onBytes } = this.options;
    const frames = tampering?.frames?.();
    const relay = new StreamRelay(answer, response, (bytes) => {
      const given = frames ? frames(bytes) : bytes;
      onBytes(given);
      return given;
    });
    if (this.#dark.has(response)) relay.goDark();
    if (this.#buffering) relay.buffer(true);
    if (this.#stalling) relay.stall(true);
    this.#relays.add(relay);
    response.on('close', () => this.#relays.delete(relay));
  }

  /** No process was there: what a load balancer says then, or nothing at all. */
  #refuse(response: ServerResponse): void {
    if (this.#dark.has(response)) return;
    if (this.options.random() < 0.5) response.destroy();
    else response.writeHead(502, { 'content-type': 'text/html' }).end('<h1>Bad Gateway</h1>');
  }

  #send(request: ProxiedRequest): Promise<IncomingMessage> {
    return send(request, pick(this.options.random, this.options.upstreams), this.#agent);
  }

  #later(request: ProxiedRequest, ms: number): void {
    const timer = setTimeout(() => {
      this.#late.delete(timer);
      void this.#quietly(request);
    }, ms);
    this.#late.add(timer);
  }

  /** Sends the POST of a message, of whose answer the client hears nothing. */
  async #quietly(request: ProxiedRequest): Promise<void> {
    const post = messagePostOf(request);
    try {
      const answer = await this.#send(request);
      const body = await bytesOf(answer);
      if (post && (answer.statusCode ?? 500) < 300) this.options.onAcknowledged(post, body);
    } catch {
      // Nobody waits for it.
    }
  }

  #takes(fault: Armed): boolean {
    if (this.#armed[fault] === 0) return false;
    this.#armed[fault]--;
    return true;
  }
}
