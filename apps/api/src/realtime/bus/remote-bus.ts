import { randomUUID } from 'node:crypto';
import { Subject } from 'rxjs';
import { Bus, type BusMessage } from './bus.js';

/** Wake-ups of one process go out at most this often, in milliseconds: one says as much as a hundred. */
const COALESCE_MS = 5;

interface Envelope {
  from: string;
  /** Absent: a wake-up. */
  message?: BusMessage;
}

/**
 * A bus through a server. This process hears itself at once and without the server, so that losing the server costs the
 * others only what is not kept, and a moment for what is.
 */
export abstract class RemoteBus extends Bus {
  readonly wakes = new Subject<void>();
  readonly messages = new Subject<BusMessage>();
  private readonly self = randomUUID();
  private waking: NodeJS.Timeout | undefined;

  /** `channel`: what all processes of an instance share, and no other instance. */
  constructor(protected readonly channel: string) {
    super();
  }

  wake(): void {
    this.wakes.next();
    this.waking ??= setTimeout(() => {
      this.waking = undefined;
      this.publish(JSON.stringify({ from: this.self } satisfies Envelope));
    }, COALESCE_MS);
  }

  send(message: BusMessage): void {
    this.messages.next(message);
    this.publish(JSON.stringify({ from: this.self, message } satisfies Envelope));
  }

  /** Sends text to the other processes if the server is there. Never throws. */
  protected abstract publish(text: string): void;

  /** To be called with what the server brings. */
  protected receive(text: string): void {
    const { from, message }: Envelope = JSON.parse(text);
    if (from === this.self) return;
    if (message) this.messages.next(message);
    else this.wakes.next();
  }

  /** To be called when the server is back: what it would have said meanwhile is unknown. */
  protected regained(): void {
    this.wakes.next();
  }
}
