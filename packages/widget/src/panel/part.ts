import type { ReactiveControllerHost } from 'lit';

/** A part of the panel that few use: fetched when it is asked for, and then its host renders anew. */
export class Part<Module> {
  #module: Module | undefined;
  #loading: Promise<Module> | undefined;

  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly load: () => Promise<Module>,
  ) {}

  /** The part if it has been fetched. */
  get loaded(): Module | undefined {
    return this.#module;
  }

  /** The part if it is there; otherwise it is on its way. */
  get now(): Module | undefined {
    if (!this.#module) this.fetch().catch(() => {});
    return this.#module;
  }

  /** Rejects when it cannot be fetched; asked for again, it is tried again. */
  fetch(): Promise<Module> {
    this.#loading ??= this.load().then(
      (module) => {
        this.#module = module;
        this.host.requestUpdate();
        return module;
      },
      (error: unknown) => {
        this.#loading = undefined;
        throw error;
      },
    );
    return this.#loading;
  }
}
