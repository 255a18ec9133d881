import type { OutgoingMessage } from './state.js';

/** A message that waits to be sent. */
export interface OutboxEntry extends OutgoingMessage {
  /** Place in the order typed, given by the storage. */
  order?: number;
  /** Id of the agent or verified visitor who wrote it; empty for whoever is here, whom nobody has named. */
  owner: string;
  /** Id of the conversation, or with `starts` the key of one that the server does not have yet. */
  key: string;
  starts?: boolean;
}

/** Where entries wait. Any method may reject when the browser's storage fails. */
export interface OutboxStorage {
  /** All entries in the order typed, by whichever tab. */
  all(): Promise<OutboxEntry[]>;
  /** Adds an entry at the end and returns its `order`. */
  add(entry: OutboxEntry): Promise<number>;
  /** Replaces and removes entries by their `order`, all or nothing. */
  write(replaced: readonly OutboxEntry[], removed: readonly OutboxEntry[]): Promise<void>;
}

/** Lasts as long as the page. */
export class MemoryStorage implements OutboxStorage {
  readonly #entries = new Map<number, OutboxEntry>();
  #last = 0;

  /** `entries` of another storage keep their `order` where they have one. */
  constructor(entries: Iterable<OutboxEntry> = []) {
    const list = [...entries];
    for (const { order = 0 } of list) this.#last = Math.max(this.#last, order);
    for (const entry of list) {
      entry.order ??= ++this.#last;
      this.#entries.set(entry.order, entry);
    }
  }

  async all(): Promise<OutboxEntry[]> {
    return [...this.#entries.values()];
  }

  async add(entry: OutboxEntry): Promise<number> {
    const order = ++this.#last;
    this.#entries.set(order, { ...entry, order });
    return order;
  }

  async write(replaced: readonly OutboxEntry[], removed: readonly OutboxEntry[]): Promise<void> {
    for (const entry of replaced) this.#entries.set(entry.order as number, entry);
    for (const entry of removed) this.#entries.delete(entry.order as number);
  }
}

const STORE = 'outbox';
/** Some browsers leave the opening of a database unanswered for ever. */
const OPEN_WITHIN_MS = 3_000;

/** Lasts until it is sent; shared by the tabs of one browser. */
export class IndexedDbStorage implements OutboxStorage {
  #database: Promise<IDBDatabase> | undefined;

  constructor(
    private readonly name: string,
    private readonly openWithinMs = OPEN_WITHIN_MS,
  ) {}

  all(): Promise<OutboxEntry[]> {
    return this.#transact('readonly', (store) => store.getAll());
  }

  add(entry: OutboxEntry): Promise<number> {
    return this.#transact('readwrite', (store) => store.add(entry)) as Promise<number>;
  }

  async write(replaced: readonly OutboxEntry[], removed: readonly OutboxEntry[]): Promise<void> {
    await this.#transact('readwrite', (store) => {
      for (const entry of replaced) store.put(entry);
      for (const { order } of removed) store.delete(order as number);
      return undefined;
    });
  }

  /** Runs one transaction and waits for its commit; once more if the browser had closed the database meanwhile. */
  async #transact<Result>(
    mode: IDBTransactionMode,
    work: (store: IDBObjectStore) => IDBRequest<Result> | undefined,
  ): Promise<Result> {
    const earlier = this.#database;
    this.#database ??= this.#open();
    try {
      const transaction = (await this.#database).transaction(STORE, mode);
      const request = work(transaction.objectStore(STORE));
      return await new Promise<Result>((resolve, reject) => {
        transaction.oncomplete = () => resolve(request?.result as Result);
        transaction.onabort = () => reject(transaction.error);
      });
    } catch (error) {
      this.#database = undefined;
      if (!earlier) throw error;
      return this.#transact(mode, work);
    }
  }

  #open(): Promise<IDBDatabase> {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(reject, this.openWithinMs);
      const request = indexedDB.open(this.name, 1);
      request.onupgradeneeded = () =>
        request.result.createObjectStore(STORE, { keyPath: 'order', autoIncrement: true });
      request.onerror = () => reject(request.error);
      request.onsuccess = () => {
        clearTimeout(timer);
        const database = request.result;
        database.onversionchange = () => database.close();
        resolve(database);
      };
    });
  }
}
