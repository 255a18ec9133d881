import { backoff, pause } from './backoff.js';
import { ChatError, networkError } from './errors.js';
import { exclusively } from './locks.js';
import type { OutboxEntry, OutboxStorage } from './outbox-storage.js';
import { MemoryStorage } from './outbox-storage.js';

/** The wait after another tab took the lock away, in milliseconds. */
const LOCK_LOST_MS = 1_000;

export interface OutboxOptions {
  /** Absent where nothing lasts longer than the program. */
  storage?: OutboxStorage;
  /** Of the lock under which one tab at a time sends. */
  lockName: string;
  locks?: LockManager;
  /** Sends one entry. When that has made a conversation, answers its id. Throws ChatError. */
  send(entry: OutboxEntry): Promise<string | undefined>;
  /** An entry is new or has changed. */
  show(entry: OutboxEntry): void;
  /** The browser's storage has failed: entries now last only as long as the page. */
  onVolatile(): void;
}

/**
 * Sends messages in the order typed, one conversation not waiting for another, each until the server has it or refuses
 * it. An entry is stored before it is sent and keeps its `clientId`, so nothing is lost and nothing is said twice (MS1).
 */
export class Outbox {
  readonly #options: OutboxOptions;
  #storage: OutboxStorage;
  /** What this tab knows, by clientId. */
  readonly #entries = new Map<string, OutboxEntry>();
  #owner = '';
  /** Storage work happens in the order asked for. */
  #stored: Promise<void> = Promise.resolve();
  /** Changes of this tab that are not stored yet. */
  #changes = 0;
  #running = new AbortController();
  #sending = false;
  #again = false;
  #wait = new AbortController();
  /** What is kept waiting: a conversation by its key, or all under the empty string. */
  readonly #delays = new Map<string, { until: number; failures: number; told: boolean }>();

  constructor(options: OutboxOptions) {
    this.#options = options;
    this.#storage = options.storage ?? new MemoryStorage();
    this.#running.abort();
  }

  /** Shows what `owner` left here earlier. */
  async load(owner: string): Promise<void> {
    if (owner !== this.#owner) this.#entries.clear();
    this.#owner = owner;
    await this.#store(() => this.#read());
  }

  /** Begins to send; without an effect when it does already. */
  start(): void {
    if (this.#running.signal.aborted) this.#running = new AbortController();
    this.wake();
  }

  /** Ends sending; entries stay. */
  stop(): void {
    this.#running.abort();
    this.#wait.abort();
  }

  /** What failed for the moment is tried now, unless the server has said when. */
  wake(): void {
    for (const [what, { told }] of this.#delays) if (!told) this.#delays.delete(what);
    this.#again = true;
    this.#wait.abort();
    void this.#run();
  }

  add(entry: Omit<OutboxEntry, 'owner' | 'status'>): void {
    const added: OutboxEntry = { ...entry, owner: this.#owner, status: 'sending' };
    this.#show(added);
    void this.#change(async () => {
      added.order ??= await this.#storage.add(added);
    });
    this.#again = true;
    this.#wait.abort();
    void this.#run();
  }

  /** All that waits has failed: there is no way to send it. */
  fail({ code, detail }: ChatError): void {
    for (const entry of this.#entries.values()) {
      if (entry.status === 'sending') void this.#fail(entry, { code, detail });
    }
  }

  retry(clientId: string): void {
    const entry = this.#entries.get(clientId);
    if (entry?.status !== 'failed') return;
    const retried: OutboxEntry = { ...entry, status: 'sending', failure: undefined };
    this.#show(retried);
    void this.#change(() => this.#storage.write([retried], []));
    this.wake();
  }

  /** Gives a failed entry up and returns it. */
  discard(clientId: string): OutboxEntry | undefined {
    const entry = this.#entries.get(clientId);
    if (entry?.status !== 'failed') return undefined;
    this.#entries.delete(clientId);
    void this.#change(() => this.#storage.write([], [entry]));
    return entry;
  }

  /** Forgets all entries. */
  async clear(): Promise<void> {
    this.#entries.clear();
    await this.#change(async () => this.#storage.write([], await this.#storage.all()));
  }

  #show(entry: OutboxEntry): void {
    this.#entries.set(entry.clientId, entry);
    this.#options.show(entry);
  }

  /** Does storage work after all earlier; should the browser's fail, goes on in memory. */
  #store(work: () => Promise<void>): Promise<void> {
    this.#stored = this.#stored.then(work).catch(() => {
      this.#storage = new MemoryStorage(this.#entries.values());
      this.#options.onVolatile();
    });
    return this.#stored;
  }

  async #change(work: () => Promise<void>): Promise<void> {
    this.#changes++;
    await this.#store(work);
    this.#changes--;
  }

  /** Takes over what the storage has: other tabs add to it, send from it, and mark what failed. */
  async #read(): Promise<void> {
    const stored = (await this.#storage.all()).filter(({ owner }) => !owner || owner === this.#owner);
    // This tab has changed something meanwhile that is not in what was read.
    if (this.#changes) return;
    const gone = new Set([...this.#entries.values()].filter(({ order }) => order !== undefined));
    for (const entry of stored) {
      const known = this.#entries.get(entry.clientId);
      if (known) gone.delete(known);
      if (known?.status !== entry.status || known.key !== entry.key) this.#show(entry);
    }
    for (const { clientId } of gone) this.#entries.delete(clientId);
  }

  async #run(): Promise<void> {
    if (this.#sending || this.#running.signal.aborted) return;
    this.#sending = true;
    do {
      this.#again = false;
      this.#wait = new AbortController();
      const wait = this.#wait.signal;
      const { lockName, locks } = this.#options;
      const sent = exclusively(lockName, this.#running.signal, () => this.#sendNext(), locks);
      const delay = await sent.catch(() => LOCK_LOST_MS);
      if (delay === undefined) continue;
      this.#again = true;
      await pause(delay, wait);
    } while (this.#again && !this.#running.signal.aborted);
    this.#sending = false;
  }

  /** Sends the first entry that may go. Returns how long to wait for the next; undefined when there is none. */
  async #sendNext(): Promise<number | undefined> {
    do {
      await this.#store(() => this.#read());
    } while (this.#changes);
    const waiting = [...this.#entries.values()]
      .filter(({ status, order }) => status === 'sending' && order !== undefined)
      .sort((a, b) => (a.order ?? 0) - (b.order ?? 0));
    let soonest: number | undefined;
    const blocked = new Set<string>();
    for (const entry of waiting) {
      if (blocked.has(entry.key)) continue;
      blocked.add(entry.key);
      const delay = Math.max(this.#delayOf(''), this.#delayOf(entry.key));
      if (delay <= 0) {
        await this.#send(entry);
        return 0;
      }
      soonest = Math.min(soonest ?? delay, delay);
    }
    return soonest;
  }

  #delayOf(what: string): number {
    return (this.#delays.get(what)?.until ?? 0) - performance.now();
  }

  async #send(entry: OutboxEntry): Promise<void> {
    try {
      const id = await this.#options.send(entry);
      this.#delays.delete('');
      this.#delays.delete(entry.key);
      await this.#change(async () => {
        this.#entries.delete(entry.clientId);
        await this.#storage.write(id ? await this.#moved(entry, id) : [], [entry]);
      });
    } catch (error) {
      // Its author has left meanwhile.
      if (!this.#entries.has(entry.clientId)) return;
      const reason = error instanceof ChatError ? error : networkError(error);
      if (reason.status === 401) return this.stop();
      if (reason.temporary) return this.#delay(entry, reason);
      await this.#fail(entry, reason);
    }
  }

  async #fail(entry: OutboxEntry, { code, detail }: Pick<ChatError, 'code' | 'detail'>): Promise<void> {
    const failed: OutboxEntry = { ...entry, status: 'failed', failure: { code, detail } };
    this.#show(failed);
    await this.#change(() => this.#storage.write([failed], []));
  }

  /** What else was said under the key of a conversation goes to the id that it has got with `sent`. */
  async #moved(sent: OutboxEntry, id: string): Promise<OutboxEntry[]> {
    const entries = (await this.#storage.all()).filter(({ key, order }) => key === sent.key && order !== sent.order);
    return entries.map((entry) => {
      const moved = { ...entry, key: id, starts: false };
      this.#entries.set(entry.clientId, moved);
      return moved;
    });
  }

  #delay(entry: OutboxEntry, { code, retryAfterMs }: ChatError): void {
    const what = code === 'network' || retryAfterMs !== undefined ? '' : entry.key;
    const failures = this.#delays.get(what)?.failures ?? 0;
    this.#delays.set(what, {
      until: performance.now() + (retryAfterMs ?? backoff(failures)),
      failures: failures + 1,
      told: retryAfterMs !== undefined,
    });
  }
}
