import type { Conversation } from '@porchlight/protocol';
import { neighbourOf } from './queue.js';

/** What comes next is fetched once one has stayed for so long, in milliseconds. */
const REST_MS = 150;

/** j and k come to what lies beside the conversation that is shown: it is fetched while that one is read. */
export class ReadAhead {
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly prepare: (conversation: string) => void) {}

  /** One has come to a conversation, or to none. */
  rest(conversation: string | undefined, rows: readonly Conversation[]): void {
    clearTimeout(this.#timer);
    if (!conversation) return;
    this.#timer = setTimeout(() => {
      for (const step of [1, -1] as const) {
        const next = neighbourOf(rows, conversation, step);
        if (next && next !== conversation) this.prepare(next);
      }
    }, REST_MS);
  }
}
