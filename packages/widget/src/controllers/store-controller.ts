import type { Store } from '@porchlight/client';
import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Renders its host anew whenever a store changes, for as long as the host is in the page. */
export class StoreController<Value> implements ReactiveController {
  #unsubscribe: (() => void) | undefined;

  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly store: Store<Value>,
    private readonly onChange: (value: Value) => void,
  ) {
    host.addController(this);
  }

  get value(): Value {
    return this.store.get();
  }

  hostConnected(): void {
    this.#unsubscribe = this.store.subscribe((value) => {
      this.onChange(value);
      this.host.requestUpdate();
    });
    this.host.requestUpdate();
  }

  hostDisconnected(): void {
    this.#unsubscribe?.();
  }
}
