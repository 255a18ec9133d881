import { createHash } from 'node:crypto';

/** A document that is made when first asked for, and then always the same. */
export class ServedDocument {
  private made: { content: string; etag: string } | undefined;

  constructor(
    readonly mediaType: string,
    private readonly make: () => string,
  ) {}

  get content(): string {
    return this.ready().content;
  }

  /** A strong validator (RFC 9110 section 8.8.3). */
  get etag(): string {
    return this.ready().etag;
  }

  /** Whether an `If-None-Match` names this version; compared weakly, as RFC 9110 section 13.1.2 asks. */
  isNamedBy(ifNoneMatch: string | undefined): boolean {
    const named = ifNoneMatch?.split(',').map((tag) => tag.trim().replace(/^W\//, '')) ?? [];
    return named.includes('*') || named.includes(this.etag);
  }

  private ready(): { content: string; etag: string } {
    if (!this.made) {
      const content = this.make();
      this.made = { content, etag: `"${createHash('sha256').update(content).digest('base64url').slice(0, 22)}"` };
    }
    return this.made;
  }
}
