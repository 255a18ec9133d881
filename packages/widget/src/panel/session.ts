import type { ChatClient, ChatState, SendOptions, UploadOptions } from '@porchlight/client';
import { ChatError, conversationOf, createChatClient, sortedConversations, timelineOf } from '@porchlight/client';
import type { Attachment, Conversation, ErrorCode } from '@porchlight/protocol';
import type { Note } from '../panel-contract.js';
import { Device } from './device.js';
import { tell } from './tell.js';
import { whereabouts } from './whereabouts.js';

/** Why there is nothing to show. */
export interface Problem {
  code: ErrorCode | 'network';
  detail: string;
  /** What could not be done. */
  during: 'site' | 'start' | 'room';
}

export interface SessionOptions {
  /** What the page has told before. */
  notes: Note[];
  api: string;
  site: string;
  room: string | undefined;
  /** BCP 47 tag. */
  locale: string;
  /** A value of the session changed; the client's own state has its store. */
  changed(): void;
  /** Something that the page had told was not taken. */
  refused(error: Pick<ChatError, 'code' | 'detail'>): void;
  /** Somebody else is here now, or nobody. */
  replaced(): void;
}

/**
 * One visitor's use of the chat: decides when the client is started, which conversation is shown, and what stands in
 * the way. Nothing is created on the server before the visitor has written something or chosen a name.
 */
export class Session {
  readonly client: ChatClient;
  readonly device: Device;
  /** Under which the client keeps the conversation that is shown; undefined before the first message. */
  key: string | undefined;
  problem: Problem | undefined;
  /** Whether it is not known yet what to show. */
  loading = true;
  /** Whether an earlier visit has left something to come back to. */
  returning = false;
  #started = false;
  #visitor: string | undefined;
  #resuming: Promise<void> | undefined;
  /** Whose use this is, counted: what failed for one who has left stands in nobody's way. */
  #user = 0;
  #rooms: ChatState['rooms'] | undefined;

  constructor(private readonly options: SessionOptions) {
    this.device = new Device(options.site);
    const { api, site, notes, refused: onError } = options;
    this.client = createChatClient({ api, site, onError });
    this.client.store.subscribe(() => this.#heed());
    for (const note of [...notes]) this.tell(note);
  }

  /** The conversation that is shown, once the server knows it. */
  get conversation(): Conversation | undefined {
    return this.key === undefined ? undefined : conversationOf(this.client.store.get(), this.key);
  }

  /** The room that this is about, by its key while nothing else is known. */
  get room(): { key: string; name: string } | undefined {
    const { room } = this.options;
    if (room === undefined) return undefined;
    return this.client.store.get().site?.rooms.find(({ key }) => key === room) ?? { key: room, name: room };
  }

  /** Whether a room waits for the visitor's name. */
  get needsName(): boolean {
    return this.options.room !== undefined && this.key === undefined;
  }

  /** Fetches the site's settings and goes on with the session of an earlier visit, if there is one. */
  resume(): Promise<void> {
    this.#resuming ??= this.#resume();
    return this.#resuming;
  }

  /** Tries again what stood in the way. */
  retry(): Promise<void> {
    this.problem = undefined;
    this.loading = true;
    this.#resuming = undefined;
    this.options.changed();
    return this.resume();
  }

  /** The visitor's conversations with the site, latest first. */
  get conversations(): Conversation[] {
    return sortedConversations(this.client.store.get()).filter(({ kind }) => kind === 'support');
  }

  /** Sends a message; the first one begins the conversation. */
  send(text: string, options: SendOptions = {}): void {
    if (this.key === undefined) {
      this.key = this.client.startConversation(text, options);
      void this.#start();
    } else {
      this.client.send(this.key, text, options);
    }
    this.options.changed();
  }

  /** Throws ChatError. */
  async upload(file: File, options: UploadOptions): Promise<Attachment> {
    await this.#connect();
    return this.client.upload(file, options);
  }

  /** Leaves the conversation that is shown; the next message begins a new one. */
  startConversation(): void {
    if (this.options.room !== undefined) return;
    this.key = undefined;
    this.device.keep('conversation', undefined);
    this.options.changed();
  }

  /** Shows another conversation, now and on the next visit. */
  async show(id: string): Promise<void> {
    this.key = id;
    this.device.keep('conversation', id);
    this.options.changed();
    await this.#attempt('start', () => this.client.openConversation(id));
    this.options.changed();
  }

  /** Takes a name and enters the room with it. Throws ChatError when the name is refused. */
  async enter(name: string): Promise<void> {
    const known = this.#started || (await this.client.hasSession());
    await this.#connect({ name });
    if (known) await this.client.updateVisitor({ name });
    if (this.needsName) await this.#join();
  }

  /** Forgets the session that has ended, and begins anew. */
  async forget(): Promise<void> {
    await this.client.logout();
    await this.#anew();
  }

  /** Erases all that is kept about the visitor, and begins anew. Throws ChatError when that fails. */
  async erase(): Promise<void> {
    await this.client.eraseVisitor();
    await this.#anew();
  }

  async #anew(): Promise<void> {
    this.#user++;
    this.key = undefined;
    this.returning = false;
    this.device.keep('conversation', undefined);
    this.#started = false;
    await this.retry();
  }

  /** Takes in what the page tells of the visitor. What makes no sense is told the page. */
  tell(note: Note): void {
    const { notes, refused } = this.options;
    if (note[0] !== 'identify' && note[0] !== 'setAttributes') notes.splice(notes.indexOf(note), 1);
    try {
      if (note[0] === 'logout') void this.forget();
      else tell(this.client, note);
    } catch (error) {
      refused({ code: 'invalid', detail: String(error) });
    }
  }

  /** Leaves what was shown when it was another's: this tab, or another one, has signed in or out. */
  check(): void {
    const state = this.client.store.get();
    const before = this.#visitor;
    this.#visitor = state.visitor?.id;
    if (before === undefined || before === this.#visitor) return;
    const gone = this.key !== undefined && !timelineOf(state, this.key);
    if (gone || this.#visitor === undefined) {
      this.key = undefined;
      this.device.keep('conversation', undefined);
      this.options.replaced();
    }
    if (this.#visitor === undefined) this.#started = false;
    else
      this.client.start().then(
        () => this.#start(),
        () => {},
      );
  }

  /** Connects again, if it was, after the element came back into the page. */
  wake(): void {
    if (!this.#started) return;
    this.#started = false;
    void this.#start();
  }

  /** Of a room one may have left in another tab; an agent may end one's part in it, and give it back. */
  #heed(): void {
    const { rooms } = this.client.store.get();
    if (rooms === this.#rooms) return;
    this.#rooms = rooms;
    const banned = rooms.get(this.key ?? '')?.banned;
    if (banned !== undefined && !this.conversation) {
      this.key = undefined;
      if (banned) this.problem = { code: 'banned', detail: '', during: 'room' };
      this.options.changed();
    } else if (this.problem?.code === 'banned' && [...rooms.values()].some((room) => room.banned === false)) {
      void this.retry();
    }
  }

  async #resume(): Promise<void> {
    this.returning = await this.client.hasSession();
    this.options.changed();
    await this.#attempt('site', async () => {
      await this.client.loadSite();
    });
    if (!this.problem && (await this.client.hasSession())) await this.#start();
    this.loading = false;
    this.options.changed();
  }

  async #start(): Promise<void> {
    await this.#attempt('start', () => this.#connect());
    if (!this.problem) {
      if (this.options.room === undefined) await this.#showLatest();
      else if (this.client.store.get().visitor?.named) await this.#join();
    }
    this.options.changed();
  }

  async #connect(profile: { name?: string } = {}): Promise<void> {
    if (this.#started) return;
    this.#started = true;
    try {
      await this.client.start({ ...profile, locale: this.options.locale, ...whereabouts() });
      if (this.client.store.get().visitor?.blocked) this.problem = { code: 'blocked', detail: '', during: 'start' };
    } catch (error) {
      this.#started = false;
      throw error;
    }
  }

  async #join(): Promise<void> {
    const { room } = this.options;
    if (room === undefined) return;
    await this.#attempt('room', async () => {
      this.key = await this.client.joinRoom(room);
    });
    this.options.changed();
  }

  async #showLatest(): Promise<void> {
    this.key ??= this.#latest()?.id;
    const { key } = this;
    if (key !== undefined) await this.#attempt('start', () => this.client.openConversation(key));
  }

  #latest(): Conversation | undefined {
    const { conversations } = this;
    const remembered = this.device.recall('conversation');
    return conversations.find(({ id }) => id === remembered) ?? conversations[0];
  }

  async #attempt(during: Problem['during'], action: () => Promise<void>): Promise<void> {
    const user = this.#user;
    try {
      await action();
    } catch (error) {
      if (!(error instanceof ChatError)) throw error;
      if (user === this.#user) this.problem = { code: error.code, detail: error.detail, during };
    }
  }
}
