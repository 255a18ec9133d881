/** A value that can be watched. */
export interface Store<Value> {
  get(): Value;
  /** Calls `listener` after each change, at most once a microtask; returns what ends it. */
  subscribe(listener: (value: Value) => void): () => void;
}

/** A {@link Store} of which its owner may change the value. */
export class WritableStore<Value> implements Store<Value> {
  readonly #listeners = new Set<(value: Value) => void>();
  #value: Value;
  #notifying = false;

  constructor(value: Value) {
    this.#value = value;
  }

  get(): Value {
    return this.#value;
  }

  set(value: Value): void {
    if (Object.is(value, this.#value)) return;
    this.#value = value;
    if (this.#notifying) return;
    this.#notifying = true;
    queueMicrotask(() => {
      this.#notifying = false;
      for (const listener of [...this.#listeners]) listener(this.#value);
    });
  }

  subscribe(listener: (value: Value) => void): () => void {
    // A wrapper of its own, so that the same function may be given twice.
    const entry = (value: Value) => listener(value);
    this.#listeners.add(entry);
    return () => this.#listeners.delete(entry);
  }
}
