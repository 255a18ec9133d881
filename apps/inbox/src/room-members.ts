import type { ChatClient } from '@porchlight/client';
import { banVisitor, liftBan, listBans, listMembers } from '@porchlight/client';
import type { Author, Ban, Member } from '@porchlight/protocol';
import { avatar, avatarStyles, base, controls } from '@porchlight/ui';
import type { PropertyValues } from 'lit';
import { html, LitElement, nothing } from 'lit';
import { styles } from './room-members.styles.js';

/** How far back a ban deletes when that is asked for, in minutes. */
const DELETE_MINUTES = 60;

const NOT_LOADED = 'The members could not be loaded.';

type Person = Pick<Author, 'id' | 'name'>;

/** Who is in a room, who is banned from it, and the way from one to the other. */
export class RoomMembers extends LitElement {
  static override styles = [base, controls, avatarStyles, styles];
  static override properties = {
    client: { attribute: false },
    room: {},
    revision: { attribute: false },
    members: { state: true },
    bans: { state: true },
    banning: { state: true },
    busy: { state: true },
    failure: { state: true },
    said: { state: true },
  };

  declare client: ChatClient;
  /** Id of the room's conversation. */
  declare room: string;
  /** Another one: the lists may be others too. */
  declare revision: number;
  declare private members: readonly Member[];
  declare private bans: readonly Ban[];
  /** Whom to ban, while one is asked whether. */
  declare private banning: Person | undefined;
  declare private busy: boolean;
  declare private failure: string | undefined;
  /** What has been done, for screen readers. */
  declare private said: string;

  #next: string | undefined;
  #round = 0;

  constructor() {
    super();
    this.members = [];
    this.bans = [];
    this.busy = false;
    this.said = '';
  }

  override willUpdate(changed: PropertyValues<RoomMembers>): void {
    if (changed.has('room')) {
      this.banning = this.failure = this.#next = undefined;
      this.members = this.bans = [];
    }
    if (changed.has('room') || changed.has('revision')) void this.#fetch();
  }

  override render() {
    const visitors = this.members.filter(({ kind }) => kind === 'visitor');
    return html`
      ${this.failure ? html`<p class="failure" role="alert">${this.failure}</p>` : nothing}
      <p class="visually-hidden" role="status">${this.said}</p>
      <h3>Members</h3>
      ${visitors.length === 0 ? html`<p class="hint">Nobody is in this room.</p>` : nothing}
      <ul role="list">
        ${visitors.map((member) => this.#member(member))}
      </ul>
      ${this.#next ? html`<button class="button small" @click=${() => this.#fetch(this.#next)}>Show more</button>` : nothing}
      ${
        this.bans.length === 0
          ? nothing
          : html`<h3>Banned</h3>
              <ul role="list">
                ${this.bans.map((ban) => this.#banned(ban))}
              </ul>`
      }
    `;
  }

  #member({ id, name, here }: Member) {
    if (this.banning?.id === id) return html`<li class="asking">${this.#question({ id, name })}</li>`;
    return html`<li>
      ${avatar({ name })} ${named({ id, name })} ${here ? html`<span class="here">Here</span>` : nothing}
      <button class="button quiet small" aria-label="Ban ${name}" @click=${() => this.#ask({ id, name })}>Ban</button>
    </li>`;
  }

  #banned({ visitor, by, reason }: Ban) {
    return html`<li>
      ${avatar(visitor)}
      <div class="who">${named(visitor)}<p class="hint" dir="auto">By ${by.name}${reason ? `: ${reason}` : ''}</p></div>
      <button
        class="button quiet small"
        aria-label="Lift the ban of ${visitor.name}"
        aria-disabled=${this.busy}
        @click=${() => this.#lift(visitor)}
      >
        Lift
      </button>
    </li>`;
  }

  #question(person: Person) {
    return html`<form @submit=${(event: SubmitEvent) => this.#ban(event, person)} @keydown=${this.#onKey}>
      <p><strong>Ban ${named(person)} from this room?</strong></p>
      <p class="hint">They can no longer read or write here. Their own conversations go on.</p>
      <label class="field">
        <span class="label">Reason, for agents only</span>
        <input class="input" name="reason" maxlength="200" autocomplete="off" dir="auto" />
      </label>
      <label class="choice"><input type="checkbox" name="delete" /> Delete what they wrote in the last hour, for good</label>
      <div class="actions">
        <button class="button small" type="button" @click=${() => this.#cancel()}>Cancel</button>
        <button class="button danger small" aria-disabled=${this.busy}>Ban</button>
      </div>
    </form>`;
  }

  async #ask(person: Person): Promise<void> {
    this.banning = person;
    await this.updateComplete;
    this.renderRoot.querySelector('input')?.focus();
  }

  async #cancel(): Promise<void> {
    const { banning } = this;
    this.banning = undefined;
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>(`[aria-label="Ban ${CSS.escape(banning?.name ?? '')}"]`)?.focus();
  }

  readonly #onKey = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    void this.#cancel();
  };

  async #ban(event: SubmitEvent, { id, name }: Person): Promise<void> {
    event.preventDefault();
    const form = new FormData(event.target as HTMLFormElement);
    const reason = String(form.get('reason') ?? '').trim();
    const done = await this.#attempt(`ban ${name}`, () =>
      banVisitor(this.client, this.room, id, {
        ...(reason && { reason }),
        ...(form.has('delete') && { deleteMinutes: DELETE_MINUTES }),
      }),
    );
    if (!done) return;
    this.banning = undefined;
    this.said = `${name} is banned`;
  }

  async #lift({ id, name }: Person): Promise<void> {
    if (await this.#attempt(`lift the ban of ${name}`, () => liftBan(this.client, this.room, id))) {
      this.said = `${name} may join again`;
    }
  }

  async #attempt(what: string, action: () => Promise<unknown>): Promise<boolean> {
    if (this.busy) return false;
    this.busy = true;
    this.failure = undefined;
    try {
      await action();
      await this.#fetch();
      return true;
    } catch {
      this.failure = `Could not ${what}. Try again.`;
      return false;
    } finally {
      this.busy = false;
    }
  }

  /** Both lists from their beginning, or the next page of the members. */
  async #fetch(after?: string): Promise<void> {
    const round = ++this.#round;
    try {
      const [members, bans] = await Promise.all([
        listMembers(this.client, this.room, after),
        after === undefined ? this.#allBans() : undefined,
      ]);
      // Asked again meanwhile, or for another room.
      if (round !== this.#round) return;
      const known = after === undefined ? [] : this.members;
      this.members = [...new Map([...known, ...members.items].map((member) => [member.id, member])).values()];
      if (bans) this.bans = bans;
      if (this.failure === NOT_LOADED) this.failure = undefined;
      this.#next = members.next;
    } catch {
      if (round === this.#round) this.failure = NOT_LOADED;
    }
  }

  /** Few, one hopes; each must be there to be lifted. */
  async #allBans(): Promise<Ban[]> {
    const bans: Ban[] = [];
    let after: string | undefined;
    do {
      const { items, next } = await listBans(this.client, this.room, after);
      bans.push(...items);
      after = next;
    } while (after !== undefined);
    return bans;
  }
}

/** Names may be alike; the end of the id tells them apart. */
function named({ id, name }: Person) {
  return html`<bdi class="name" title="${name} #${id.slice(-4).toUpperCase()}">${name}</bdi>`;
}

customElements.define('room-members', RoomMembers);

declare global {
  interface HTMLElementTagNameMap {
    'room-members': RoomMembers;
  }
}
