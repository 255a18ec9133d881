import type { ChatClient } from '@porchlight/client';
import type { Attachment, Audience } from '@porchlight/protocol';
import { Uploads } from '@porchlight/ui/files';
import type { Drafts } from './drafts.js';

/** Until a site has said how large a file may be, in bytes. */
const DEFAULT_MAX_BYTES = 10 * 1024 * 1024;

/**
 * The files that go with what an agent has written but not sent, per conversation and audience. One may look elsewhere while
 * a file is on its way; once it has arrived it outlives a reload, as the text does.
 *
 * @fires change - a file came, went or changed
 */
export class DraftFiles extends EventTarget {
  readonly #uploads = new Map<string, Uploads>();
  #maxBytes: number | undefined;

  constructor(
    private readonly client: Pick<ChatClient, 'upload' | 'call'>,
    private readonly drafts: Pick<Drafts, 'files' | 'setFiles'>,
  ) {
    super();
  }

  of(conversation: string, audience: Audience): Uploads {
    const key = `${conversation} ${audience}`;
    const known = this.#uploads.get(key);
    if (known) return known;
    const uploads = new Uploads({
      upload: (file, options) => this.client.upload(file, options),
      maxBytes: () => this.#maxBytes ?? DEFAULT_MAX_BYTES,
      changed: () => {
        const arrived = uploads.items.flatMap(({ attachment }) => attachment ?? []);
        this.drafts.setFiles(conversation, audience, arrived);
        this.dispatchEvent(new Event('change'));
      },
    });
    uploads.restore(this.drafts.files(conversation, audience));
    this.#uploads.set(key, uploads);
    return uploads;
  }

  /** What a message takes along. */
  take(conversation: string, audience: Audience): Attachment[] {
    return this.of(conversation, audience).take();
  }

  /** Gives all of them up, for signing out. */
  clear(): void {
    for (const uploads of this.#uploads.values()) uploads.take();
    this.#uploads.clear();
  }

  /** Asks once how large a file may be; all sites of a server say the same. */
  async learnLimit(site: string): Promise<void> {
    if (this.#maxBytes !== undefined) return;
    const settings = await this.client.call('getSite', { site }).catch(() => undefined);
    this.#maxBytes = settings?.limits.attachment;
  }
}
