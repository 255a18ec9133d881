import { inPage } from './page.js';

/** Keeps one string on this device; for the life of this object where the browser refuses, and outside of pages. */
export class SessionStorage {
  #memory: string | undefined;

  /** `key`: under which name in localStorage. */
  constructor(private readonly key: string) {}

  get(): string | undefined {
    return this.#use((storage) => storage.getItem(this.key)) ?? this.#memory;
  }

  set(value: string): void {
    const stored = this.#use((storage) => {
      storage.setItem(this.key, value);
      return true;
    });
    // Kept twice, it would outlive a tab that logs out for all of them.
    this.#memory = stored ? undefined : value;
  }

  clear(): void {
    this.#memory = undefined;
    this.#use((storage) => storage.removeItem(this.key));
  }

  #use<Result>(access: (storage: Storage) => Result): Result | undefined {
    try {
      // Merely naming localStorage throws where storage is blocked.
      return inPage ? access(localStorage) : undefined;
    } catch {
      return undefined;
    }
  }
}
