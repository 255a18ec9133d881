import { Subject } from 'rxjs';
import { Bus, type BusMessage } from './bus.js';

/** The bus of a process that is alone on its database. */
export class InProcessBus extends Bus {
  readonly wakes = new Subject<void>();
  readonly messages = new Subject<BusMessage>();

  wake(): void {
    this.wakes.next();
  }

  send(message: BusMessage): void {
    this.messages.next(message);
  }

  async close(): Promise<void> {}
}
