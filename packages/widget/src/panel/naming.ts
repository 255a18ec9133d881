import { ChatError } from '@porchlight/client';
import type { ReactiveControllerHost, TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import type { PanelOptions } from '../panel-contract.js';
import type { NameEvent } from './name-form.js';
import { Part } from './part.js';
import type { Session } from './session.js';

/** How a visitor of a room takes a name, and another one later. */
export class Naming {
  /** Whether the visitor is changing the name. */
  #open = false;
  #error: string | undefined;
  #busy = false;
  readonly #form: Part<unknown>;

  /** `done`: the form has gone away. */
  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly options: PanelOptions,
    private readonly session: Session,
    private readonly done: () => void,
  ) {
    this.#form = new Part(host, () => import('./in-room.js'));
  }

  /** Whether the form is shown, or will be. */
  get due(): boolean {
    return this.#open || this.session.needsName;
  }

  /** Asks for another name, or no longer. */
  toggle(open = !this.#open): void {
    this.#open = open;
    this.#error = undefined;
    this.host.requestUpdate();
    this.done();
  }

  render(): TemplateResult | typeof nothing {
    if (!this.#form.now) return nothing;
    const { visitor, site } = this.session.client.store.get();
    return html`<chat-name-form
      .room=${this.session.room?.name ?? ''}
      .name=${visitor?.named ? visitor.name : undefined}
      .maxLength=${site?.limits.name ?? 60}
      .busy=${this.#busy}
      .error=${this.#error}
      .strings=${this.options.strings.room}
      @chat-name=${({ name }: NameEvent) => this.#take(name)}
      @chat-cancel=${() => this.toggle(false)}
    ></chat-name-form>`;
  }

  /** Resolves once the form can take the focus. */
  async ready(): Promise<void> {
    await this.#form.fetch();
    await this.host.updateComplete;
  }

  async #take(name: string): Promise<void> {
    this.#busy = true;
    this.#error = undefined;
    this.host.requestUpdate();
    try {
      await this.session.enter(name);
      this.toggle(false);
    } catch (error) {
      if (!(error instanceof ChatError)) throw error;
      const { strings } = this.options;
      this.#error = error.code === 'network' ? strings.unreachableHint : strings.room.nameRefused;
    } finally {
      this.#busy = false;
      this.host.requestUpdate();
    }
  }
}
