/** What a stream of Server-Sent Events can say. */
export interface EventStreamHandlers {
  /** `id` is the last id that the stream has named so far, in this event or before; empty at first. */
  event(type: string, data: string, id: string): void;
  comment?(text: string): void;
  /** How long to wait before a reconnect, in milliseconds. */
  retry?(ms: number): void;
}

/** Reads `text/event-stream` bytes, however they are cut, as section 9.2 of the HTML standard says. */
export class EventStreamParser {
  // Ignores one byte order mark at the start and replaces what is not UTF-8, as the standard wants.
  readonly #decoder = new TextDecoder();
  /** The line under way, in the pieces in which it came. */
  #line = '';
  /** The last character was CR: an LF that follows ends no second line. */
  #afterCarriageReturn = false;
  #type = '';
  #data: string[] = [];
  #id = '';

  constructor(private readonly handlers: EventStreamHandlers) {}

  push(bytes: Uint8Array): void {
    let text = this.#decoder.decode(bytes, { stream: true });
    if (!text) return;
    if (this.#afterCarriageReturn && text.startsWith('\n')) text = text.slice(1);
    this.#afterCarriageReturn = text.endsWith('\r');
    const lines = text.split(/\r\n|[\r\n]/);
    lines[0] = this.#line + lines[0];
    this.#line = lines.pop() as string;
    for (const line of lines) this.#read(line);
  }

  #read(line: string): void {
    if (line === '') {
      this.#dispatch();
      return;
    }
    const colon = line.indexOf(':');
    const field = colon < 0 ? line : line.slice(0, colon);
    const value = colon < 0 ? '' : line.slice(colon + (line[colon + 1] === ' ' ? 2 : 1));
    switch (field) {
      case '':
        this.handlers.comment?.(value);
        break;
      case 'event':
        this.#type = value;
        break;
      case 'data':
        this.#data.push(value);
        break;
      case 'id':
        if (!value.includes('\0')) this.#id = value;
        break;
      case 'retry':
        if (/^\d+$/.test(value)) this.handlers.retry?.(Number(value));
        break;
    }
  }

  #dispatch(): void {
    const type = this.#type || 'message';
    const data = this.#data;
    this.#type = '';
    this.#data = [];
    if (data.length) this.handlers.event(type, data.join('\n'), this.#id);
  }
}
