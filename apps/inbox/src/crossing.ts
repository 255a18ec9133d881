import type { Author, Message } from '@porchlight/protocol';

/** Notices when another agent answers while one writes, so that two answers do not cross unawares. */
export class Crossing {
  #begun: { conversation: string; seq: number } | undefined;

  /** One has written so far: empty is not begun. `lastSeq`: the latest message there was. */
  write(conversation: string, text: string, lastSeq: number): void {
    if (text.trim() === '') this.#begun = undefined;
    else if (this.#begun?.conversation !== conversation) this.#begun = { conversation, seq: lastSeq };
  }

  /** The agent who has answered since one began, if any. */
  by(conversation: string, messages: readonly Message[], me: string): Author | undefined {
    const begun = this.#begun;
    if (begun?.conversation !== conversation) return undefined;
    return messages.findLast(
      ({ seq, author, audience, deletedAt }) =>
        seq > begun.seq && author.kind === 'agent' && author.id !== me && audience === 'everyone' && !deletedAt,
    )?.author;
  }

  /** One has seen it, or has sent what one wrote. */
  clear(): void {
    this.#begun = undefined;
  }
}
