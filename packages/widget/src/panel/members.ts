import type { ReactiveControllerHost, TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import type { ToolStrings } from '../locales/tools/strings.js';
import type { PanelOptions } from '../panel-contract.js';
import { Part } from './part.js';
import type { Session } from './session.js';

/** Who is in the room: how many in the header, and who they are when somebody asks. */
export class Members {
  #open = false;
  readonly #list: Part<ToolStrings>;

  /** `done`: the list has gone away. */
  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly options: PanelOptions,
    private readonly session: Session,
    private readonly done: () => void,
  ) {
    this.#list = new Part(host, async () => {
      const [strings] = await Promise.all([options.tools(), import('./in-room.js')]);
      return strings;
    });
  }

  /** Whether the list is shown, or will be. */
  get due(): boolean {
    return this.#open && this.session.conversation !== undefined;
  }

  /** Stands in the header of a room. */
  button(): TemplateResult | typeof nothing {
    const { client, conversation, room } = this.session;
    if (!room || !conversation) return nothing;
    const { here } = client.store.get().rooms.get(conversation.id) ?? {};
    const { strings } = this.options;
    return html`<button class="presence here" aria-expanded=${this.due} @click=${() => this.toggle()}>
      <span class="dot"></span>${here ? strings.room.here(here) : strings.room.members}
    </button>`;
  }

  render(): TemplateResult | typeof nothing {
    const { client, conversation } = this.session;
    const words = this.#list.now?.members;
    if (!words || !conversation) return nothing;
    const { visitor, rooms } = client.store.get();
    return html`<chat-member-list
      .client=${client}
      .room=${conversation.id}
      .revision=${rooms.get(conversation.id)?.revision ?? 0}
      .me=${visitor?.id}
      .heading=${this.options.strings.room.members}
      .strings=${words}
      @chat-members-close=${() => this.toggle(false)}
    ></chat-member-list>`;
  }

  toggle(open = !this.#open): void {
    this.#open = open;
    this.host.requestUpdate();
    if (!open) this.done();
  }
}
