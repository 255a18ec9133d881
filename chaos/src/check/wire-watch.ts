/** Longer than any label. */
const CARRY = 64;
const LABEL = /for:([a-z0-9-]+);/g;

/** The beginning of a text: says who may read it, so that it can be told by its bytes alone. */
export function labelFor(audience: string): string {
  return `for:${audience};`;
}

/** Looks at all bytes that reach somebody, however they are cut, for labels of texts that are for others. */
export class WireWatch {
  readonly leaks = new Set<string>();
  #carry = '';

  /** `audiences`: to which this one belongs; `undefined` for one who may read everything. */
  constructor(
    private readonly reader: string,
    private readonly audiences: ReadonlySet<string> | undefined,
  ) {}

  see(bytes: Buffer): void {
    if (!this.audiences) return;
    const text = this.#carry + bytes.toString('latin1');
    for (const [, audience = ''] of text.matchAll(LABEL)) {
      if (!this.audiences.has(audience)) this.leaks.add(`${this.reader} was sent something for ${audience}`);
    }
    this.#carry = text.slice(-CARRY);
  }
}
