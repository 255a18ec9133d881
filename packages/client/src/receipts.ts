import type { ChatEvent } from '@porchlight/protocol';
import type { Core } from './core.js';
import { ChatError } from './errors.js';
import { isFromOthers } from './merge.js';
import { timelineOf } from './selectors.js';

/** Marks of one conversation within this time are one request. In milliseconds. */
const COALESCE_MS = { read: 300, delivered: 1_000 };
const RETRY_MS = 5_000;

type Marks = { [Kind in keyof typeof COALESCE_MS]?: number };

/** Tells the server how far our side has received and read. */
export class Receipts {
  readonly #waiting = new Map<string, Marks>();
  /** What this tab has said to have arrived, by conversation. */
  readonly #delivered = new Map<string, number>();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #due = Number.POSITIVE_INFINITY;

  constructor(private readonly core: Core) {}

  /** Shows at once that everything up to `seq` is read; never moves backwards. */
  read(id: string, seq: number): void {
    const { conversations, readings, standings, visitor, agent } = this.core.state;
    const us = visitor ?? agent;
    const upTo = Math.min(seq, conversations.get(id)?.lastSeq ?? 0);
    if (!us) return;
    // Agents read as one, but whom a note names has to read it.
    const known = standings ? standings.get(id)?.read.get(us.id) : readings?.get(id)?.read;
    if (upTo <= (known ?? 0)) return;
    const principal = { kind: visitor ? ('visitor' as const) : ('agent' as const), id: us.id };
    this.core.dispatch({ type: 'receipt', receipt: { conversationId: id, principal, delivered: upTo, read: upTo } });
    this.#wait(id, 'read', upTo);
  }

  /** Says that an event's message has arrived. To be called by one tab of a browser only. */
  heard({ type, data }: ChatEvent): void {
    if (type !== 'message.created' || !isFromOthers(this.core.state, data)) return;
    this.#arrived(data.conversationId, data.seq);
  }

  /** Says so of what came while nobody was connected. */
  catchUp(): void {
    for (const { id, unread, lastMessage } of this.core.state.conversations.values()) {
      if (unread > 0 && lastMessage) this.#arrived(id, lastMessage.seq);
    }
  }

  /** Forgets what has not been told yet. */
  clear(): void {
    clearTimeout(this.#timer);
    this.#due = Number.POSITIVE_INFINITY;
    this.#waiting.clear();
    this.#delivered.clear();
  }

  /** In rooms nobody is told; agents receive as one. */
  #arrived(id: string, seq: number): void {
    const { state } = this.core;
    const ours = state.visitor ? 'visitor' : 'agent';
    const told = timelineOf(state, id)?.receipts.some(
      ({ principal, delivered }) => principal.kind === ours && delivered >= seq,
    );
    if (told || state.conversations.get(id)?.kind !== 'support' || seq <= (this.#delivered.get(id) ?? 0)) return;
    this.#delivered.set(id, seq);
    this.#wait(id, 'delivered', seq);
  }

  #wait(id: string, kind: keyof Marks, seq: number, delay = COALESCE_MS[kind]): void {
    const marks = this.#waiting.get(id);
    this.#waiting.set(id, { ...marks, [kind]: Math.max(seq, marks?.[kind] ?? 0) });
    const due = performance.now() + delay;
    if (due >= this.#due) return;
    this.#due = due;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#flush(), delay);
  }

  async #flush(): Promise<void> {
    const waiting = [...this.#waiting];
    this.#waiting.clear();
    this.#due = Number.POSITIVE_INFINITY;
    for (const [id, { delivered = 0, read = 0 }] of waiting) {
      // What is read has arrived; the server knows that.
      await this.#put(id, { ...(read && { read }), ...(delivered > read && { delivered }) });
    }
  }

  async #put(id: string, marks: Marks): Promise<void> {
    try {
      await this.core.call('putReceipt', { conversation: id }, { body: marks });
    } catch (error) {
      if (!(error instanceof ChatError && error.temporary) || this.core.running.signal.aborted) return;
      for (const kind of ['read', 'delivered'] as const) {
        const seq = marks[kind];
        if (seq) this.#wait(id, kind, seq, error.retryAfterMs ?? RETRY_MS);
      }
    }
  }
}
