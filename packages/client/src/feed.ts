import type { ChatEvent } from '@porchlight/protocol';
import type { ConnectionState } from './state.js';

/** Where a connection puts what it hears: into the client's own state, and to the other tabs. */
export interface Feed {
  event(event: ChatEvent): void;
  /** All up to `cursor` has been told, starting from `previous`. Events that are not kept move nothing (EV2). */
  moved(cursor: string, previous: string): void;
  /** What was missed cannot be told (RS2): everything is to be fetched anew, and events go on from `cursor`. */
  reset(cursor: string): void;
  connection(connection: ConnectionState): void;
  /** The credential is no longer good (RS5). */
  signedOut(): void;
}
