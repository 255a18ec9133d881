import type { Attachment } from '@porchlight/protocol';
import { MAX_ATTACHMENTS } from '@porchlight/protocol';

/** A file that is to be sent with the next message. */
export interface UploadItem {
  key: number;
  /** One that was uploaded before a reload is here by its name alone. */
  file: File | Pick<File, 'name' | 'size' | 'type'>;
  status: 'uploading' | 'ready' | 'refused';
  /** From 0 to 1. */
  progress: number;
  /** Why it was refused: a code of the API, `too_many_pixels`, `too_many` or `empty`. */
  code?: string;
  attachment?: Attachment;
}

export interface UploadsOptions {
  /** Rejects with an error that has a `code`. */
  upload(file: File, options: { signal: AbortSignal; onProgress(share: number): void }): Promise<Attachment>;
  /** Largest file, in bytes. */
  maxBytes(): number;
  /** An item came, went or changed. */
  changed(): void;
}

/** The files that are on their way up while a message is written. */
export class Uploads {
  items: readonly UploadItem[] = [];
  readonly #running = new Map<number, AbortController>();
  #last = 0;

  constructor(private readonly options: UploadsOptions) {}

  /** Largest file, in bytes. */
  get maxBytes(): number {
    return this.options.maxBytes();
  }

  /** Whether sending has to wait. */
  get waiting(): boolean {
    return this.items.some(({ status }) => status === 'uploading');
  }

  /** Whether there is something to send. */
  get some(): boolean {
    return this.items.some(({ status }) => status === 'ready');
  }

  add(files: readonly File[]): void {
    for (const file of files) this.#begin(file);
    this.options.changed();
  }

  /** Takes in what was uploaded before, and not sent. */
  restore(attachments: readonly Attachment[]): void {
    const items = attachments.map((attachment): UploadItem => {
      const { name, size, mediaType: type } = attachment;
      return { key: ++this.#last, file: { name, size, type }, status: 'ready', progress: 1, attachment };
    });
    this.items = [...this.items, ...items];
  }

  /** Takes a file out; an upload under way is given up. */
  remove(key: number): void {
    this.#running.get(key)?.abort();
    this.#running.delete(key);
    this.items = this.items.filter((item) => item.key !== key);
    this.options.changed();
  }

  /** What the message takes along; nothing is left here. */
  take(): Attachment[] {
    const taken = this.items.flatMap(({ attachment }) => attachment ?? []);
    for (const running of this.#running.values()) running.abort();
    this.#running.clear();
    this.items = [];
    this.options.changed();
    return taken;
  }

  #begin(file: File): void {
    const code = this.#refusalOf(file);
    const item: UploadItem = {
      key: ++this.#last,
      file,
      status: code ? 'refused' : 'uploading',
      progress: 0,
      ...(code && { code }),
    };
    this.items = [...this.items, item];
    if (!code) void this.#run(item.key, file);
  }

  #refusalOf(file: File): string | undefined {
    if (file.size === 0) return 'empty';
    if (file.size > this.maxBytes) return 'too_large';
    const accepted = this.items.filter(({ status }) => status !== 'refused').length;
    return accepted >= MAX_ATTACHMENTS ? 'too_many' : undefined;
  }

  async #run(key: number, file: File): Promise<void> {
    const running = new AbortController();
    this.#running.set(key, running);
    const onProgress = (progress: number) => this.#change(key, { progress });
    try {
      const attachment = await this.options.upload(file, { signal: running.signal, onProgress });
      this.#change(key, { status: 'ready', progress: 1, attachment });
    } catch (error) {
      const { code = 'internal' } = error as { code?: string };
      // The file itself is small enough: what was too large is what it unpacks to.
      this.#change(key, { status: 'refused', code: code === 'too_large' ? 'too_many_pixels' : code });
    } finally {
      this.#running.delete(key);
    }
  }

  #change(key: number, change: Partial<UploadItem>): void {
    this.items = this.items.map((item) => (item.key === key ? { ...item, ...change } : item));
    this.options.changed();
  }
}
