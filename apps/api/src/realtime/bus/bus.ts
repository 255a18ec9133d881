import type { TransientEvent } from '@porchlight/protocol';
import type { Observable } from 'rxjs';

/** What processes tell each other beside the log: an event that is not kept, or who of the agents is connected to one. */
export type BusMessage =
  | { kind: 'signal'; feeds: readonly string[]; event: TransientEvent }
  | { kind: 'roster'; process: string; agents: readonly string[] };

/**
 * Carries wake-ups between processes, and the events that are not kept. A wake-up has no content: the log has it, and
 * losing one costs at most one interval of the tail's poll.
 */
export abstract class Bus {
  abstract readonly wakes: Observable<void>;
  /** Messages of all processes, this one's own included. */
  abstract readonly messages: Observable<BusMessage>;
  /** Says that the log has grown. Never throws. */
  abstract wake(): void;
  /** Never throws; a message may be lost. */
  abstract send(message: BusMessage): void;
  abstract close(): Promise<void>;
}
