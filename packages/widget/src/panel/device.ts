import type { Hint } from '../hint.js';

/**
 * What the panel remembers on this device, once the visitor has acted. Where storage is refused nothing is remembered.
 */
export class Device {
  readonly #prefix: string;

  constructor(site: string) {
    this.#prefix = `porchlight:${site}:`;
  }

  recall(name: 'conversation' | 'sound'): string | undefined {
    try {
      return localStorage.getItem(this.#prefix + name) ?? undefined;
    } catch {
      return undefined;
    }
  }

  /** Without a value it is forgotten. */
  keep(name: 'conversation' | 'sound' | 'hint', value: string | undefined): void {
    try {
      if (value === undefined) localStorage.removeItem(this.#prefix + name);
      else localStorage.setItem(this.#prefix + name, value);
    } catch {}
  }

  /** For the launcher of the next visit. */
  hint(hint: Hint): void {
    this.keep('hint', JSON.stringify(hint));
  }
}
