import type { RequestBody } from '@porchlight/protocol';
import type { Core } from './core.js';
import type { ChatError } from './errors.js';

export type Attributes = NonNullable<RequestBody<'updateMe'>['attributes']>;

/** Something that the visitor did on the site. */
export type TrackedEvent = Omit<RequestBody<'trackEvents'>['events'][number], 'ago'> & {
  /** Epoch milliseconds, by the clock of this device; now unless given. */
  at?: number;
};

/** What the server keeps of events. */
const MAX_EVENTS = 50;
/** The most events of one request. */
const BATCH = 20;
const RETRY_MS = 5_000;
const DAY_S = 86_400;

/** What the page tells of the visitor: kept here until there is a session, then sent in the order told. */
export class VisitorNotes {
  #notes = { attributes: {} as Attributes, events: [] as TrackedEvent[] };
  #sending = false;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly core: Core,
    /** Whether it is certain who the visitor is. */
    private readonly isCertain: () => boolean,
    private readonly onError: (error: ChatError) => void,
  ) {}

  setAttributes(attributes: Attributes): void {
    Object.assign(this.#notes.attributes, attributes);
    this.flush();
  }

  track(event: TrackedEvent): void {
    this.#notes.events = [...this.#notes.events, { at: Date.now(), ...event }].slice(-MAX_EVENTS);
    this.flush();
  }

  /** Forgets what has not been sent. */
  clear(): void {
    this.#notes = { attributes: {}, events: [] };
  }

  /** Sends what there is, if there is somebody whom it is about. */
  flush(): void {
    const { core } = this;
    const { attributes, events } = this.#notes;
    const any = events.length > 0 || Object.keys(attributes).length > 0;
    if (!any || this.#sending || !core.state.visitor || core.running.signal.aborted || !this.isCertain()) return;
    clearTimeout(this.#timer);
    this.#sending = true;
    void this.#send().finally(() => {
      this.#sending = false;
      if (!this.#timer) this.flush();
    });
  }

  async #send(): Promise<void> {
    this.#timer = undefined;
    const notes = this.#notes;
    const { attributes } = notes;
    const named = Object.keys(attributes).length > 0;
    const batch = named ? [] : notes.events.slice(0, BATCH);
    notes.attributes = {};
    notes.events = notes.events.slice(batch.length);
    try {
      if (named) await this.core.call('updateMe', {}, { body: { attributes } });
      else await this.core.call('trackEvents', {}, { body: { events: batch.map(sent) } });
    } catch (error) {
      const { temporary, status, retryAfterMs } = error as ChatError;
      if (!temporary && status !== 401) return this.onError(error as ChatError);
      notes.attributes = { ...attributes, ...notes.attributes };
      notes.events = [...batch, ...notes.events].slice(-MAX_EVENTS);
      this.#timer = setTimeout(() => this.flush(), retryAfterMs ?? RETRY_MS);
    }
  }
}

function sent({ at = Date.now(), ...event }: TrackedEvent) {
  return { ...event, ago: Math.min(DAY_S, Math.max(0, Math.round((Date.now() - at) / 1_000))) };
}
