import { once } from 'node:events';
import { Agent, type IncomingMessage, request } from 'node:http';
import { createParser } from 'eventsource-parser';

/** Each reader has a connection of its own. */
const agent = new Agent({ maxSockets: Number.POSITIVE_INFINITY });

/** A reader of a stream so small that a test can have thousands. Remembers places in the log, and the rest as text. */
export class LeanReader {
  /** Places in the log of the kept events, as they came. */
  readonly positions: number[] = [];
  /** The last `id:` seen. */
  cursor = '';
  /** The data of `hello`, `reset` and `bye`. */
  readonly control: Record<string, string> = {};
  ended = false;
  private waiting: (() => void) | undefined;

  private constructor(
    private readonly response: IncomingMessage,
    private readonly onEvent: ((type: string, data: string) => void) | undefined,
  ) {}

  /** Resolves when the answer has begun; rejects when there is no connection. */
  static async open(
    api: string,
    token: string,
    cursor?: string,
    onEvent?: (type: string, data: string) => void,
  ): Promise<LeanReader> {
    const sending = request(`${api}/v1/events/stream`, {
      agent,
      headers: { Authorization: `Bearer ${token}`, ...(cursor && { 'Last-Event-ID': cursor }) },
    });
    sending.end();
    const [response] = (await once(sending, 'response')) as [IncomingMessage];
    sending.on('error', () => undefined);
    const reader = new LeanReader(response, onEvent);
    reader.read();
    return reader;
  }

  get status(): number {
    return this.response.statusCode ?? 0;
  }

  /** Leaves in the socket what comes from now on. */
  stall(): void {
    this.response.pause();
  }

  /** Reads on after `stall()`. */
  goOn(): void {
    this.response.resume();
  }

  /** Waits until the condition holds; throws after `ms`, and when the stream ends before. */
  async until(condition: (reader: LeanReader) => boolean, ms = 30_000): Promise<void> {
    const deadline = Date.now() + ms;
    while (!condition(this)) {
      const left = deadline - Date.now();
      if (left <= 0 || this.ended) {
        const how = this.ended ? 'The stream has ended' : `Not seen in ${ms} ms`;
        throw new Error(`${how}; at ${this.cursor} after ${this.positions.length} events`);
      }
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, left);
        this.waiting = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
  }

  close(): void {
    this.response.destroy();
  }

  private read(): void {
    const parser = createParser({
      onEvent: ({ event = 'message', id, data }) => {
        if (id !== undefined) this.cursor = id;
        if (event === 'hello' || event === 'reset' || event === 'bye') this.control[event] = data;
        else if (id !== undefined) this.positions.push(Number(id.split('.')[1]));
        this.onEvent?.(event, data);
      },
    });
    this.response.setEncoding('utf8');
    this.response.on('data', (text: string) => {
      parser.feed(text);
      this.waiting?.();
    });
    this.response.on('error', () => undefined);
    this.response.on('close', () => {
      this.ended = true;
      this.waiting?.();
    });
  }
}
