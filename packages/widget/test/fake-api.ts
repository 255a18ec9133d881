import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type {
  Author,
  ChatEvent,
  Conversation,
  Member,
  Membership,
  Message,
  Receipt,
  SiteSettings,
  Visitor,
} from '@porchlight/protocol';
import { FakeFiles } from './fake-files.js';

/** What a listener may do instead of answering as usual. */
export type Trouble = { status: number; code: string; raw?: Raw } | 'cut' | 'never';

/** An answer word by word. */
interface Raw {
  body: string;
  type: string;
  encoding?: string;
  location?: string;
}

/**
 * The visitors' part of the API, in memory and with one visitor, so that a browser can be brought into every state.
 * It serves the built widget too.
 */
export class FakeApi {
  site: SiteSettings = {
    key: 'demo',
    name: 'Kiln & Co',
    texts: {
      heading: 'Kiln & Co',
      greeting: 'Say hello. We usually answer within an hour.',
      replyTime: 'Answers within an hour',
    },
    theme: { hue: 262 },
    languages: ['en'],
    availability: { available: true, agents: 2 },
    preChat: [],
    rooms: [{ key: 'lobby', name: 'The kiln room' }],
    limits: { text: 10_000, name: 60, attachment: 10_485_760 },
  };
  readonly agent: Author = { kind: 'agent', id: randomUUID(), name: 'Ada Lovelace' };
  readonly files = new FakeFiles();
  visitor: Visitor | undefined;
  readonly conversations = new Map<string, Conversation>();
  /** Who is in every room. */
  members: Member[] = [];
  /** Whether the visitor is banned from every room. */
  banned = false;
  readonly messages = new Map<string, Message[]>();
  /** How many pages of messages have been asked for. */
  pages = 0;
  /** What came as identities, with attributes, and as events. */
  readonly identities: string[] = [];
  attributes: Record<string, unknown> = {};
  readonly tracked: string[] = [];
  /** Every request, as `GET /v1/…`. */
  readonly log: string[] = [];
  /** Called before each answer. */
  trouble: (method: string, path: string) => Trouble | undefined = () => undefined;
  /** So long between one part of an answer and the next, in milliseconds; 0 for all at once. */
  dripMs = 0;
  readonly #streams = new Set<ServerResponse>();
  /** What is kept, by position: the first is position 1. */
  readonly #kept: ChatEvent[] = [];
  /** What passes: it has no position, and a stream that opens a moment later is told of it too. */
  readonly #passing: ChatEvent[] = [];
  readonly #server: Server = createServer((request, response) => {
    this.#handle(request, response).catch(() => response.destroy());
  });
  /** `dist`: where the built widget is, ending with a slash. */
  constructor(private readonly dist: URL) {}

  async listen(port = 0): Promise<string> {
    await new Promise<void>((resolve) => this.#server.listen(port, '127.0.0.1', resolve));
    return this.origin;
  }

  get origin(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  /** How many streams are open. */
  get streams(): number {
    return this.#streams.size;
  }

  /** Waits until a stream is open, or until none is; fails with what has been asked for instead. */
  async untilStreams(open: boolean): Promise<void> {
    const end = Date.now() + 20_000;
    while (this.streams > 0 !== open) {
      if (Date.now() > end) throw new Error(`waited in vain for streams: ${open}\n${this.log.join('\n')}`);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }

  /** Says something on all streams, as it is. */
  say(frames: string): void {
    for (const stream of this.#streams) stream.write(frames);
  }

  /** Ends all streams. */
  cut(): void {
    for (const stream of this.#streams) stream.destroy();
  }

  addConversation(extra: Partial<Conversation> = {}): Conversation {
    const now = new Date().toISOString();
    const conversation: Conversation = {
      id: randomUUID(),
      kind: 'support',
      site: 'demo',
      status: 'open',
      lastSeq: 0,
      unread: 0,
      createdAt: now,
      updatedAt: now,
      ...extra,
    };
    this.conversations.set(conversation.id, conversation);
    this.messages.set(conversation.id, []);
    this.#publish({ type: 'conversation.created', ...this.#stamp(conversation.id), data: conversation });
    return conversation;
  }

  addMessage(conversationId: string, author: Author, text: string, extra: Partial<Message> = {}): Message {
    const messages = this.messages.get(conversationId) ?? [];
    const message: Message = {
      id: randomUUID(),
      conversationId,
      clientId: randomUUID(),
      seq: messages.length + 1,
      author,
      audience: 'everyone',
      text,
      attachments: [],
      createdAt: new Date().toISOString(),
      ...extra,
    };
    messages.push(message);
    const conversation = this.conversations.get(conversationId);
    if (conversation) {
      const own = author.id === this.visitor?.id;
      if (own && conversation.status === 'closed') this.updateConversation(conversationId, { status: 'open' });
      this.conversations.set(conversationId, {
        ...conversation,
        ...(own && { status: 'open' }),
        lastMessage: message,
        lastSeq: message.seq,
        unread: own ? 0 : conversation.unread + 1,
        updatedAt: message.createdAt,
      });
    }
    this.#publish({ type: 'message.created', ...this.#stamp(conversationId), data: message });
    return message;
  }

  updateConversation(id: string, change: Partial<Conversation>): void {
    const conversation = this.conversations.get(id);
    if (!conversation) return;
    const data = { ...conversation, ...change };
    this.conversations.set(id, data);
    this.#publish({ type: 'conversation.updated', ...this.#stamp(id), data });
  }

  read(conversationId: string, seq: number): void {
    this.deliver(conversationId, seq, seq);
  }

  /** The agent has received messages up to `delivered`. */
  deliver(conversationId: string, delivered: number, read = 0): void {
    const data: Receipt = { conversationId, principal: { kind: 'agent', id: this.agent.id }, delivered, read };
    this.#publish({ type: 'receipt.updated', ...this.#stamp(conversationId), data });
  }

  type(conversationId: string, author: Author): void {
    const until = new Date(Date.now() + 6_000).toISOString();
    this.#publish({ type: 'typing', at: new Date().toISOString(), conversationId, data: { author, until } });
  }

  /** Tells how many are here. */
  count(conversationId: string, here: number): void {
    this.#publish({ type: 'room.presence', at: new Date().toISOString(), conversationId, data: { here } });
  }

  /** Ends the visitor's part in a room, or lets it join again. */
  setMembership(conversationId: string, state: Membership['state']): void {
    this.banned = state === 'banned';
    this.conversations.delete(conversationId);
    this.#publish({
      type: 'membership.updated',
      ...this.#stamp(conversationId),
      data: { conversationId, visitor: this.author, state },
    });
  }

  becomeVisitor(name?: string): Visitor {
    this.visitor ??= {
      id: randomUUID(),
      site: 'demo',
      name: 'Visitor 4711',
      named: false,
      verified: false,
      createdAt: new Date().toISOString(),
    };
    if (name) this.visitor = { ...this.visitor, name, named: true };
    return this.visitor;
  }

  get author(): Author {
    const { id, name } = this.becomeVisitor();
    return { kind: 'visitor', id, name };
  }

  get #cursor(): string {
    return `e.${this.#kept.length}`;
  }

  #stamp(conversationId: string) {
    return { at: new Date().toISOString(), conversationId, position: this.#kept.length + 1 };
  }

  #publish(event: ChatEvent): void {
    if ('position' in event) this.#kept.push(event);
    else this.#passing.push(event);
    for (const stream of this.#streams) stream.write(frameOf(event));
  }

  async #handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost');
    const method = request.method ?? 'GET';
    response.setHeader('access-control-allow-origin', '*');
    response.setHeader('access-control-allow-headers', '*');
    response.setHeader('access-control-allow-methods', '*');
    if (method === 'OPTIONS') return void response.writeHead(204).end();
    this.log.push(`${method} ${pathname}`);
    if (pathname.startsWith('/widget')) return this.#serveFile(pathname, response);
    const trouble = this.trouble(method, pathname);
    if (trouble === 'cut') return void response.destroy();
    if (trouble === 'never') return;
    if (trouble?.raw) return sendRaw(response, trouble.status, trouble.raw);
    if (trouble) return send(response, trouble.status, { ...trouble, title: trouble.code });
    if (this.dripMs > 0) drip(response, this.dripMs);
    const file = /^\/v1\/attachments(?:\/(.+))?$/.exec(pathname);
    if (file) return file[1] ? this.files.serve(file[1], response) : this.files.upload(request, response);
    const body = await readJson(request);
    const [, , resource, id, part, messageId] = pathname.split('/');
    if (resource === 'sites' && !part) return send(response, 200, this.site);
    if (resource === 'sites') {
      if (body.identity) {
        this.identities.push(body.identity);
        if (body.identity.includes('late')) {
          return send(response, 401, { code: 'identity_expired', title: 'Expired', status: 401 });
        }
      }
      const visitor = this.becomeVisitor(body.name);
      return send(response, 201, { token: 'token', visitor, cursor: this.#cursor });
    }
    if (resource === 'visitors' && part === 'export') return send(response, 200, this.#export());
    if (resource === 'visitors' && method === 'DELETE') {
      this.visitor = undefined;
      this.conversations.clear();
      this.messages.clear();
      return void response.writeHead(204).end();
    }
    if (resource === 'auth') {
      this.visitor = undefined;
      this.conversations.clear();
      return void response.writeHead(204).end();
    }
    if (part === 'events') {
      this.tracked.push(...(body.events ?? []).map(({ name }) => name));
      return void response.writeHead(204).end();
    }
    Object.assign(this.attributes, body.attributes);
    if (resource === 'visitors') return send(response, 200, this.becomeVisitor(body.name));
    if (resource === 'events')
      return id ? this.#stream(request, response) : this.#poll(searchParams.get('after') ?? this.#cursor, response);
    if (!id) return this.#conversations(method, body, response);
    const conversation = this.conversations.get(id);
    if (!conversation) return send(response, 404, { code: 'not_found', title: 'Not found', status: 404 });
    if (part === 'messages' && messageId) return this.#change(method, id, messageId, body, response);
    if (part === 'members') return send(response, 200, { items: this.members, here: this.members.length });
    if (part === 'membership') this.setMembership(id, 'left');
    if (part === 'messages') return this.#messages(method, id, body, searchParams, response);
    if (part === 'receipt') {
      if (body.read) this.conversations.set(id, { ...conversation, unread: 0 });
      const principal = { kind: 'visitor', id: this.visitor?.id };
      return send(response, 200, { conversationId: id, principal, delivered: 0, read: 0, ...body });
    }
    return part ? void response.writeHead(204).end() : send(response, 200, conversation);
  }

  #export() {
    const conversations = [...this.conversations.values()].map((conversation) => ({
      conversation,
      messages: this.messages.get(conversation.id) ?? [],
    }));
    return { visitor: this.becomeVisitor(), conversations };
  }

  /** Edits or deletes a message. */
  change(conversationId: string, messageId: string, change: Partial<Message>): Message | undefined {
    const messages = this.messages.get(conversationId) ?? [];
    const index = messages.findIndex(({ id }) => id === messageId);
    const known = messages[index];
    if (!known) return undefined;
    const data = { ...known, ...change };
    messages[index] = data;
    const conversation = this.conversations.get(conversationId);
    if (conversation?.lastMessage?.id === messageId) conversation.lastMessage = data;
    this.#publish({ type: 'message.updated', ...this.#stamp(conversationId), data });
    return data;
  }

  #conversations(method: string, body: Body, response: ServerResponse): void {
    if (method === 'GET') {
      send(response, 200, { items: [...this.conversations.values()] });
      return;
    }
    const { room, message } = body;
    if (room && this.banned) {
      send(response, 403, { code: 'banned', title: 'Banned', status: 403 });
      return;
    }
    const conversation = this.addConversation(room ? { kind: 'room', room } : {});
    if (message) {
      const attachments = this.files.of(message.attachments);
      this.addMessage(conversation.id, this.author, message.text, { clientId: message.clientId, attachments });
    }
    send(response, 201, this.conversations.get(conversation.id));
  }

  #messages(method: string, id: string, body: Body, query: URLSearchParams, response: ServerResponse): void {
    const all = this.messages.get(id) ?? [];
    if (method === 'POST') {
      const known = all.find(({ clientId }) => clientId === body.clientId);
      const { clientId = '', replyTo } = body;
      const extra = { clientId, replyTo, attachments: this.files.of(body.attachments) };
      const message = known ?? this.addMessage(id, this.author, body.text ?? '', extra);
      send(response, 201, message);
      return;
    }
    const before = Number(query.get('before') ?? Number.POSITIVE_INFINITY);
    const after = Number(query.get('after') ?? 0);
    const limit = Number(query.get('limit') ?? 50);
    this.pages++;
    const place = all.findIndex((message) => message.id === query.get('around'));
    if (place >= 0) {
      const [start, end] = [Math.max(0, place - limit / 2), place + limit / 2];
      send(response, 200, { items: all.slice(start, end), hasMore: start > 0, hasNewer: end < all.length });
      return;
    }
    const range = all.filter(({ seq }) => seq < before && seq > after);
    const items = query.has('after') ? range.slice(0, limit) : range.slice(-limit);
    send(response, 200, { items, hasMore: items.length < range.length });
  }

  #change(method: string, id: string, messageId: string, body: Body, response: ServerResponse): void {
    const now = new Date().toISOString();
    const change = method === 'DELETE' ? { text: '', deletedAt: now } : { text: body.text ?? '', editedAt: now };
    send(response, 200, this.change(id, messageId, change));
  }

  #after(cursor: string): ChatEvent[] {
    return this.#kept.slice(Number(cursor.slice(2)));
  }

  /** Answers after a second at most, so that no test waits for long. */
  #poll(after: string, response: ServerResponse): void {
    const events = this.#after(after);
    setTimeout(
      () => send(response, 200, { events: this.#after(after), cursor: this.#cursor }),
      events.length > 0 ? 0 : 1_000,
    );
  }

  #stream(request: IncomingMessage, response: ServerResponse): void {
    const after = request.headers['last-event-id'];
    const cursor = typeof after === 'string' ? after : this.#cursor;
    const hello = { protocol: 1, cursor, heartbeatMs: 15_000, resumed: typeof after === 'string' };
    response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
    response.write(`event: hello\nid: ${cursor}\ndata: ${JSON.stringify(hello)}\n\n`);
    for (const event of this.#after(cursor)) response.write(frameOf(event));
    const justNow = Date.now() - 5_000;
    for (const event of this.#passing) if (Date.parse(event.at) > justNow) response.write(frameOf(event));
    const ping = setTimeout(() => response.write(': ping\n\n'), 1_000);
    this.#streams.add(response);
    response.on('close', () => {
      clearTimeout(ping);
      this.#streams.delete(response);
    });
  }

  async #serveFile(path: string, response: ServerResponse): Promise<void> {
    const file = await readFile(new URL(`.${path}`, this.dist)).catch(() => undefined);
    if (!file) return void response.writeHead(404).end();
    response.writeHead(200, { 'content-type': 'text/javascript' }).end(file);
  }
}

interface Body {
  name?: string;
  identity?: string;
  attributes?: Record<string, unknown>;
  events?: { name: string }[];
  room?: string;
  text?: string;
  clientId?: string;
  replyTo?: string;
  attachments?: string[];
  read?: number;
  delivered?: number;
  message?: { text: string; clientId: string; attachments?: string[] };
}

function send(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': status < 400 ? 'application/json' : 'application/problem+json' });
  response.end(JSON.stringify(body));
}

function frameOf(event: ChatEvent): string {
  const id = 'position' in event ? `id: e.${event.position}\n` : '';
  return `event: ${event.type}\n${id}data: ${JSON.stringify(event)}\n\n`;
}

/** Lets an answer out in pieces of 40 characters. */
function drip(response: ServerResponse, ms: number): void {
  const end = response.end.bind(response);
  response.end = ((body = '') => {
    const pieces = String(body).match(/.{1,40}/gs) ?? [];
    const next = () => {
      const piece = pieces.shift();
      if (piece === undefined) return end();
      response.write(piece);
      setTimeout(next, ms);
    };
    next();
    return response;
  }) as ServerResponse['end'];
}

function sendRaw(response: ServerResponse, status: number, { body, type, encoding, location }: Raw): void {
  response.writeHead(status, {
    ...(type && { 'content-type': type }),
    ...(encoding && { 'content-encoding': encoding }),
    ...(location !== undefined && { location }),
  });
  response.end(body);
}

async function readJson(request: IncomingMessage): Promise<Body> {
  let text = '';
  for await (const part of request) text += part;
  return text.startsWith('{') ? JSON.parse(text) : {};
}
