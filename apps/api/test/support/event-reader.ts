import { createParser } from 'eventsource-parser';

export interface ReadEvent {
  event: string;
  id: string | undefined;
  // biome-ignore lint/suspicious/noExplicitAny: tests look at events of every type.
  data: any;
}

/** Reads a stream with a parser that is not ours, and lets a test wait for what it expects. */
export class EventReader {
  readonly events: ReadEvent[] = [];
  readonly comments: { text: string; at: number }[] = [];
  readonly openedAt = Date.now();
  status = 0;
  ended = false;
  private readonly abort = new AbortController();
  private readonly waiting = new Set<() => void>();

  static async open(
    api: string,
    token: string,
    cursor?: string,
    headers: Record<string, string> = {},
  ): Promise<EventReader> {
    const reader = new EventReader();
    const response = await fetch(`${api}/v1/events/stream`, {
      headers: { Authorization: `Bearer ${token}`, ...(cursor && { 'Last-Event-ID': cursor }), ...headers },
      signal: reader.abort.signal,
    });
    reader.status = response.status;
    if (response.body) void reader.read(response.body);
    return reader;
  }

  get lastId(): string | undefined {
    return this.events.findLast((event) => event.id !== undefined)?.id;
  }

  of(type: string): ReadEvent[] {
    return this.events.filter(({ event }) => event === type);
  }

  /** Waits until the condition holds; throws after `ms` with what has come. */
  async until(condition: (reader: EventReader) => boolean, ms = 8_000): Promise<void> {
    const deadline = Date.now() + ms;
    while (!condition(this)) {
      const left = deadline - Date.now();
      if (left <= 0)
        throw new Error(`Not seen in ${ms} ms; seen: ${this.events.map((event) => event.event).join(', ')}`);
      await new Promise<void>((resolve) => {
        const timer = setTimeout(done, left);
        const waiting = this.waiting;
        function done() {
          clearTimeout(timer);
          waiting.delete(done);
          resolve();
        }
        waiting.add(done);
      });
    }
  }

  close(): void {
    this.abort.abort();
  }

  private async read(body: ReadableStream<Uint8Array>): Promise<void> {
    const parser = createParser({
      onEvent: ({ event, id, data }) => this.events.push({ event: event ?? 'message', id, data: JSON.parse(data) }),
      onComment: (text) => this.comments.push({ text, at: Date.now() }),
    });
    try {
      for await (const chunk of body.pipeThrough(new TextDecoderStream() as never)) {
        parser.feed(chunk as unknown as string);
        for (const wake of [...this.waiting]) wake();
      }
    } catch {
      // Aborted, or cut by the server.
    }
    this.ended = true;
    for (const wake of [...this.waiting]) wake();
  }
}
