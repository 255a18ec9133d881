import type { Attachment, Audience } from '@porchlight/protocol';

const PREFIX = 'porchlight.inbox.draft.';
/** The server keeps a file for a day until its message comes; after so long it may be gone before that, in milliseconds. */
const FILES_FOR_MS = 23 * 3_600_000;

/** A file, and when it was uploaded, in epoch milliseconds. */
interface KeptFile {
  file: Attachment;
  at: number;
}

/**
 * What an agent has written but not sent, per conversation and audience. It lives in the browser's storage and so
 * outlives a reload and a session that ran out; where storage is refused it lives as long as the page.
 */
export class Drafts {
  readonly #memory = new Map<string, string>();

  /**
   * @param storage may throw, as `localStorage` does where it is forbidden
   * @param owner id of the agent who is signed in: nobody finds the draft of another
   */
  constructor(
    private readonly storage: () => Storage,
    private readonly owner: () => string,
  ) {}

  get(conversation: string, audience: Audience): string {
    const key = this.#key(conversation, audience);
    return this.#memory.get(key) ?? this.#try((storage) => storage.getItem(key)) ?? '';
  }

  /** Keeps `text`; one without anything but white space is forgotten. */
  set(conversation: string, audience: Audience, text: string): void {
    const key = this.#key(conversation, audience);
    const kept = text.trim() === '' ? '' : text;
    this.#memory.set(key, kept);
    this.#try((storage) => (kept ? storage.setItem(key, kept) : storage.removeItem(key)));
  }

  /** What was uploaded to go along, as long as the server keeps it. */
  files(conversation: string, audience: Audience): readonly Attachment[] {
    return (
      this.#try((storage) => {
        const kept: KeptFile[] = JSON.parse(storage.getItem(this.#filesKey(conversation, audience)) ?? '[]');
        return kept.filter(({ at }) => Date.now() - at < FILES_FOR_MS).map(({ file }) => file);
      }) ?? []
    );
  }

  setFiles(conversation: string, audience: Audience, files: readonly Attachment[]): void {
    const key = this.#filesKey(conversation, audience);
    this.#try((storage) => {
      const known: KeptFile[] = JSON.parse(storage.getItem(key) ?? '[]');
      const kept = files.map((file) => known.find((other) => other.file.id === file.id) ?? { file, at: Date.now() });
      if (kept.length > 0) storage.setItem(key, JSON.stringify(kept));
      else storage.removeItem(key);
    });
  }

  /** Forgets everything, for signing out on a computer that others use too. */
  clear(): void {
    this.#memory.clear();
    this.#try((storage) => {
      for (const key of Object.keys(storage)) if (key.startsWith(PREFIX)) storage.removeItem(key);
    });
  }

  #filesKey(conversation: string, audience: Audience): string {
    return `${this.#key(conversation, audience)}.files`;
  }

  #key(conversation: string, audience: Audience): string {
    return `${PREFIX}${this.owner()}.${conversation}.${audience}`;
  }

  /** Storage may be missing, forbidden or full, and each of these throws. */
  #try<Result>(use: (storage: Storage) => Result): Result | undefined {
    try {
      return use(this.storage());
    } catch {
      return undefined;
    }
  }
}
