import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Author, ChatEvent, Conversation, Message, SiteSettings, Visitor } from '@porchlight/protocol';
import { formatCursor, parseCursor } from '@porchlight/protocol';

interface Principal {
  kind: 'visitor' | 'agent';
  author: Author;
}

interface LogRow {
  event: ChatEvent & { position: number };
  conversationId: string;
}

/** What a test does to one request instead of, or around, the right answer. */
export type Fault =
  /** Cut the connection without doing anything. */
  | 'refuse'
  /** Do it, then cut the connection instead of answering. */
  | 'lose answer'
  /** Do it at once, and answer a moment later. */
  | 'answer late'
  /** Say nothing for ever. */
  | 'hang'
  | { status: number; headers?: Record<string, string>; body?: object };

export type Intercept = (request: { route: string; body: Record<string, unknown>; url: URL }) => Fault | undefined;

const settings = {
  key: 'demo',
  name: 'Demo',
  texts: { heading: 'Demo', greeting: '' },
  theme: { hue: 0 },
  languages: ['en'],
  availability: { available: true, agents: 1 },
  preChat: [],
  rooms: [],
  limits: { text: 10_000, name: 60, attachment: 10_485_760 },
} satisfies SiteSettings;

/** The least server that speaks the contract, on a real socket, with its timing and its faults in the test's hands. */
export class ContractServer {
  readonly #server = createServer((request, response) => void this.#serve(request, response));
  readonly #tokens = new Map<string, Principal>();
  readonly conversations = new Map<string, Conversation>();
  readonly messages = new Map<string, Message[]>();
  readonly members = new Map<string, Set<string>>();
  readonly reads = new Map<string, number>();
  readonly streams = new Set<{ response: ServerResponse; principal: Principal }>();
  readonly #wakeups = new Set<() => void>();
  readonly requests: string[] = [];
  /** By the site's own id. */
  readonly persons = new Map<string, Author>();
  /** By the visitor's id: the attributes that were set last. */
  readonly attributes: Record<string, object> = {};
  /** `<visitor's id> <event>` of each event. */
  readonly tracked: string[] = [];
  log: LogRow[] = [];
  epoch = 'e1';
  intercept: Intercept = () => undefined;
  pingMs = 520;
  /** What a stream tells first; a test may hold it back. */
  hello = true;
  cutAfterHello = false;
  ping = true;
  #ids = 0;

  static async start(): Promise<ContractServer> {
    const server = new ContractServer();
    await new Promise<void>((resolve) => server.#server.listen(0, '127.0.0.1', resolve));
    return server;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  async stop(): Promise<void> {
    this.cutStreams();
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  get cursor(): string {
    return formatCursor({ epoch: this.epoch, position: this.log.at(-1)?.event.position ?? 0 });
  }

  /** No credential is good any more. */
  revoke(): void {
    this.#tokens.clear();
  }

  cutStreams(): void {
    for (const { response } of this.streams) response.destroy();
    this.streams.clear();
  }

  /** Lets somebody else say something. */
  say(conversationId: string, text: string, author: Author = agentAuthor, clientId = this.id()): Message {
    const conversation = this.conversations.get(conversationId);
    const list = this.messages.get(conversationId);
    if (!conversation || !list) throw new Error('no such conversation');
    const message: Message = {
      id: this.id(),
      conversationId,
      clientId,
      seq: conversation.lastSeq + 1,
      author,
      audience: 'everyone',
      text,
      attachments: [],
      createdAt: new Date().toISOString(),
    };
    list.push(message);
    conversation.lastSeq = message.seq;
    conversation.lastMessage = message;
    conversation.updatedAt = message.createdAt;
    this.append('message.created', conversationId, message);
    return message;
  }

  append(type: string, conversationId: string, data: object): void {
    const position = (this.log.at(-1)?.event.position ?? 0) + 1;
    const at = new Date().toISOString();
    const event = { type, at, conversationId, position, data: structuredClone(data) } as LogRow['event'];
    this.log.push({ event, conversationId });
    for (const { response, principal } of this.streams) {
      if (this.#maySee(principal, conversationId)) response.write(this.#frame(this.#told(principal, event)));
    }
    for (const wake of this.#wakeups) wake();
  }

  /** An event that is not kept (EV2). */
  mention(type: string, conversationId: string, data: object): void {
    const event = { type, at: new Date().toISOString(), conversationId, data };
    for (const { response } of this.streams) response.write(`event: ${type}\ndata: ${JSON.stringify(event)}\n\n`);
  }

  id(): string {
    return `00000000-0000-7000-8000-${String(++this.#ids).padStart(12, '0')}`;
  }

  open(visitor: Author, room?: string): Conversation {
    const now = new Date().toISOString();
    const conversation: Conversation = {
      id: this.id(),
      kind: room ? 'room' : 'support',
      site: 'demo',
      ...(room ? { room } : { visitor }),
      status: 'open',
      lastSeq: 0,
      unread: 0,
      createdAt: now,
      updatedAt: now,
    };
    this.conversations.set(conversation.id, conversation);
    this.messages.set(conversation.id, []);
    this.members.set(conversation.id, new Set([visitor.id]));
    this.append('conversation.created', conversation.id, conversation);
    return conversation;
  }

  #maySee(principal: Principal, conversationId: string): boolean {
    return principal.kind === 'agent' || this.members.get(conversationId)?.has(principal.author.id) === true;
  }

  /** As this principal is told of it: the count of unread messages is its own. */
  #told(principal: Principal, event: LogRow['event']): LogRow['event'] {
    if (event.type !== 'conversation.created' && event.type !== 'conversation.updated') return event;
    return { ...event, data: this.#view(principal, event.data) };
  }

  #frame(event: LogRow['event']): string {
    const cursor = formatCursor({ epoch: this.epoch, position: event.position });
    return `id: ${cursor}\nevent: ${event.type}\ndata: ${JSON.stringify(event)}\n\n`;
  }

  #view(principal: Principal, conversation: Conversation): Conversation {
    const read =
      this.reads.get(`${conversation.id}:${principal.kind === 'agent' ? 'agents' : principal.author.id}`) ?? 0;
    const others = (this.messages.get(conversation.id) ?? []).filter(
      ({ seq, author }) =>
        seq > read &&
        seq <= conversation.lastSeq &&
        (principal.kind === 'agent' ? author.kind === 'visitor' : author.id !== principal.author.id),
    );
    return { ...conversation, unread: others.length };
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '', 'http://server');
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const body = chunks.length ? JSON.parse(Buffer.concat(chunks).toString()) : {};
    const route = `${request.method} ${url.pathname.replace('/v1/', '')}`;
    this.requests.push(route);
    const fault = this.intercept({ route, body, url });
    if (fault === 'hang') return;
    if (fault === 'refuse') {
      request.socket.destroy();
      return;
    }
    if (fault === 'lose answer') {
      await this.#answer(route, body, url, request);
      request.socket.destroy();
      return;
    }
    if (fault === 'answer late') {
      const [status, answer] = await this.#answer(route, body, url, request);
      await new Promise((resolve) => setTimeout(resolve, 60));
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(answer));
      return;
    }
    if (fault) {
      response.writeHead(fault.status, { 'content-type': 'application/problem+json', ...fault.headers });
      response.end(JSON.stringify(fault.body ?? {}));
      return;
    }
    const principal = this.#tokens.get(request.headers.authorization?.replace('Bearer ', '') ?? '');
    if (route.startsWith('GET events')) {
      if (!principal) {
        response.writeHead(401).end();
      } else if (route === 'GET events') {
        await this.#poll(principal, url, response);
      } else {
        this.#stream(principal, request.headers['last-event-id'] as string | undefined, response);
      }
      return;
    }
    const [status, answer] = await this.#answer(route, body, url, request);
    response.writeHead(status, { 'content-type': 'application/json' });
    response.end(status === 204 ? undefined : JSON.stringify(answer));
  }

  // biome-ignore lint/suspicious/noExplicitAny: bodies of all operations come through here.
  async #answer(route: string, body: any, url: URL, request: IncomingMessage): Promise<[number, unknown?]> {
    const token = request.headers.authorization?.replace('Bearer ', '') ?? '';
    const principal = this.#tokens.get(token);
    if (route.endsWith('/visitors')) {
      if (token && !principal) return [401, problem(401, 'unauthenticated')];
      if (body.identity) return this.#identify(token, principal, subjectOf(body.identity));
      const author = principal?.author ?? { kind: 'visitor', id: this.id(), name: body.name ?? 'Visitor' };
      const issued = principal ? token : `token-${author.id}`;
      this.#tokens.set(issued, { kind: 'visitor', author });
      return [principal ? 200 : 201, { token: issued, visitor: this.#visitorOf(author), cursor: this.cursor }];
    }
    if (route === 'GET sites/demo') return [200, settings];
    if (route === 'POST auth/login') {
      if (body.password !== 'right password') return [401, problem(401, 'unauthenticated')];
      this.#tokens.set('agent-token', { kind: 'agent', author: agentAuthor });
      return [200, { agent, token: 'agent-token' }];
    }
    if (!principal) return [401, problem(401, 'unauthenticated')];
    if (route === 'POST auth/logout') {
      this.#tokens.delete(token);
      return [204];
    }
    if (route === 'GET auth/me') return [200, { agent, cursor: this.cursor }];
    if (route === 'POST visitors/me/events') {
      this.tracked.push(...body.events.map((event: { name: string }) => `${principal.author.id} ${event.name}`));
      return [204];
    }
    if (route === 'PATCH visitors/me') {
      Object.assign(this.attributes, body.attributes && { [principal.author.id]: body.attributes });
      if (body.name) principal.author.name = body.name;
      return [200, { ...this.#visitorOf(principal.author), named: true }];
    }
    if (route === 'GET visitors/me/export') {
      const own = [...this.conversations.values()].filter(({ id }) => this.#maySee(principal, id));
      const conversations = own.map((conversation) => ({
        conversation,
        messages: this.messages.get(conversation.id) ?? [],
      }));
      return [200, { visitor: this.#visitorOf(principal.author), conversations }];
    }
    if (route === 'DELETE visitors/me') {
      for (const { id, visitor } of this.conversations.values()) {
        if (visitor?.id === principal.author.id) this.conversations.delete(id);
      }
      this.revoke();
      return [204];
    }
    if (route === 'GET conversations') {
      const items = [...this.conversations.values()]
        .filter(({ id }) => this.#maySee(principal, id))
        .map((conversation) => this.#view(principal, conversation))
        .reverse();
      const from = Number(url.searchParams.get('before') ?? 0);
      const to = from + Number(url.searchParams.get('limit'));
      return [200, { items: items.slice(from, to), ...(to < items.length && { next: String(to) }) }];
    }
    if (route === 'POST conversations') return this.#create(principal, body);
    const [, , id = '', part] = route.split(/[ /]/);
    const conversation = this.conversations.get(id);
    if (!conversation || !this.#maySee(principal, id)) return [404, problem(404, 'not_found')];
    const messages = this.messages.get(id) ?? [];
    if (route === `GET conversations/${id}`) return [200, this.#view(principal, conversation)];
    if (route === `PATCH conversations/${id}`) {
      Object.assign(conversation, body, { updatedAt: new Date().toISOString() });
      this.append('conversation.updated', id, conversation);
      return [200, this.#view(principal, conversation)];
    }
    if (part === 'typing') return [204];
    if (part === 'receipt') {
      const reader = principal.kind === 'agent' ? 'agents' : principal.author.id;
      const read = Math.max(body.read ?? 0, this.reads.get(`${id}:${reader}`) ?? 0);
      if (body.read) this.reads.set(`${id}:${reader}`, read);
      const receipt = {
        conversationId: id,
        principal: { kind: principal.kind, id: principal.author.id },
        delivered: Math.max(read, body.delivered ?? 0),
        read,
      };
      this.append('receipt.updated', id, receipt);
      return [200, receipt];
    }
    if (request.method === 'GET') {
      return pageOf(messages, url.searchParams);
    }
    if (request.method === 'POST') return this.#say(principal, id, body);
    const message = messages.find((other) => route.endsWith(other.id));
    if (!message) return [404, problem(404, 'not_found')];
    const now = new Date().toISOString();
    Object.assign(
      message,
      request.method === 'PATCH' ? { text: body.text, editedAt: now } : { text: '', deletedAt: now },
    );
    this.append('message.updated', id, message);
    return [200, message];
  }

  /** Rules ID2 to ID4, without a signature: the words `bad` and `late` are refused. */
  #identify(token: string, holder: Principal | undefined, sub: string): [number, unknown] {
    if (sub === 'bad') return [401, problem(401, 'identity_invalid')];
    if (sub === 'late') return [401, problem(401, 'identity_expired')];
    const person = this.persons.get(sub);
    const own = holder && [...this.persons.values()].includes(holder.author);
    if (holder && holder.author === person) {
      return [200, { token, visitor: this.#visitorOf(holder.author), cursor: this.cursor }];
    }
    const author: Author = person ??
      (own ? undefined : holder?.author) ?? { kind: 'visitor', id: this.id(), name: `Person ${sub}` };
    this.persons.set(sub, author);
    this.#tokens.delete(token);
    if (holder && !own && holder.author !== author) this.#merge(holder.author, author);
    const issued = `token-${author.id}-${this.id()}`;
    this.#tokens.set(issued, { kind: 'visitor', author });
    for (const stream of this.streams) if (stream.principal === holder) stream.response.destroy();
    return [201, { token: issued, visitor: this.#visitorOf(author), cursor: this.cursor }];
  }

  #merge(from: Author, into: Author): void {
    for (const [id, members] of this.members) {
      if (!members.delete(from.id)) continue;
      members.add(into.id);
      for (const message of this.messages.get(id) ?? [])
        if (message.author.id === from.id) message.author = { ...into };
      const conversation = this.conversations.get(id);
      if (!conversation?.visitor) continue;
      Object.assign(conversation, { visitor: { ...into }, updatedAt: new Date().toISOString() });
      this.append('conversation.updated', id, conversation);
    }
  }

  #visitorOf({ id, name }: Author): Visitor {
    const sub = [...this.persons].find(([, author]) => author.id === id)?.[0];
    const at = '2026-01-31T12:00:00.000Z';
    return { id, site: 'demo', name, named: false, verified: !!sub, ...(sub && { externalId: sub }), createdAt: at };
  }

  readonly #created = new Map<string, string>();

  #create(principal: Principal, body: { clientId: string; room?: string; message?: Message }): [number, unknown] {
    const room = [...this.conversations.values()].find((other) => body.room && other.room === body.room);
    const known = this.conversations.get(this.#created.get(body.clientId) ?? '') ?? room;
    const conversation = known ?? this.open({ ...principal.author }, body.room);
    this.members.get(conversation.id)?.add(principal.author.id);
    this.#created.set(body.clientId, conversation.id);
    if (!known && body.message) this.#say(principal, conversation.id, body.message);
    return [known ? 200 : 201, this.#view(principal, conversation)];
  }

  /** Rule MS1. */
  #say(principal: Principal, id: string, body: Pick<Message, 'clientId' | 'text'>): [number, unknown] {
    const known = this.messages
      .get(id)
      ?.find(({ clientId, author }) => clientId === body.clientId && author.id === principal.author.id);
    if (known) return known.text === body.text ? [200, known] : [409, problem(409, 'conflict')];
    return [201, this.say(id, body.text, { ...principal.author }, body.clientId)];
  }

  #missed(principal: Principal, after: string | undefined): LogRow['event'][] | 'epoch' | 'ahead' | 'malformed' {
    if (!after) return [];
    const cursor = parseCursor(after);
    if (!cursor) return 'malformed';
    if (cursor.epoch !== this.epoch) return 'epoch';
    if (cursor.position > (this.log.at(-1)?.event.position ?? 0)) return 'ahead';
    return this.log
      .filter(
        ({ event, conversationId }) => event.position > cursor.position && this.#maySee(principal, conversationId),
      )
      .map(({ event }) => this.#told(principal, event));
  }

  #stream(principal: Principal, after: string | undefined, response: ServerResponse): void {
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    response.flushHeaders();
    const missed = this.#missed(principal, after);
    const resumed = after !== undefined && typeof missed !== 'string';
    const data = { protocol: 1, cursor: resumed ? after : this.cursor, heartbeatMs: 15_000, resumed };
    if (!this.hello) return;
    response.write(`id: ${data.cursor}\nevent: hello\ndata: ${JSON.stringify(data)}\n\n`);
    if (this.cutAfterHello) {
      setTimeout(() => response.destroy(), 5);
      return;
    }
    if (typeof missed === 'string') response.write(`event: reset\ndata: {"reason":"${missed}"}\n\n`);
    else for (const event of missed) response.write(this.#frame(event));
    const stream = { response, principal };
    this.streams.add(stream);
    response.on('close', () => this.streams.delete(stream));
    if (this.ping) setTimeout(() => response.writable && response.write(': ping\n\n'), this.pingMs);
  }

  async #poll(principal: Principal, url: URL, response: ServerResponse): Promise<void> {
    const after = url.searchParams.get('after') ?? undefined;
    const wait = Number(url.searchParams.get('wait')) * 1_000;
    if (this.#missed(principal, after).length === 0 && wait > 0) {
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, wait);
        const wake = () => {
          clearTimeout(timer);
          this.#wakeups.delete(wake);
          resolve();
        };
        this.#wakeups.add(wake);
        response.on('close', wake);
      });
    }
    const missed = this.#missed(principal, after);
    const page =
      typeof missed === 'string'
        ? { events: [], cursor: this.cursor, reset: missed }
        : { events: missed, cursor: this.cursor };
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(page));
  }
}

export const agentAuthor: Author = { kind: 'agent', id: '00000000-0000-7000-8000-a00000000001', name: 'Ada' };

const agent = {
  id: agentAuthor.id,
  email: 'ada@example.com',
  name: agentAuthor.name,
  role: 'agent',
  disabled: false,
  teams: [],
  presence: 'online',
  twoFactor: false,
  version: 1,
  createdAt: '2026-01-31T12:00:00.000Z',
};

/** An identity for this server: a JWT without a signature. */
export function identityOf(sub: string): string {
  return `header.${Buffer.from(JSON.stringify({ sub })).toString('base64url')}.signature`;
}

function subjectOf(jwt: string): string {
  return JSON.parse(Buffer.from(jwt.split('.')[1] ?? '', 'base64url').toString()).sub;
}

function problem(status: number, code: string) {
  return { type: `urn:porchlight:problem:${code}`, title: code, status, code, requestId: 'r1' };
}

function pageOf(messages: readonly Message[], asked: URLSearchParams): [number, object] {
  const limit = Number(asked.get('limit'));
  const around = asked.get('around');
  const place = messages.findIndex(({ id }) => id === around);
  if (around !== null) {
    if (place < 0) return [404, problem(404, 'not_found')];
    const [start, end] = [Math.max(0, place - limit / 2), place + limit / 2];
    return [200, { items: messages.slice(start, end), hasMore: start > 0, hasNewer: end < messages.length }];
  }
  const after = asked.get('after');
  if (after !== null) {
    const later = messages.filter(({ seq }) => seq > Number(after));
    return [200, { items: later.slice(0, limit), hasMore: later.length > limit }];
  }
  const before = Number(asked.get('before') ?? Number.POSITIVE_INFINITY);
  const earlier = messages.filter(({ seq }) => seq < before);
  return [200, { items: earlier.slice(-limit), hasMore: earlier.length > limit }];
}
