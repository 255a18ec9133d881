import type { ChatClient } from '@porchlight/client';
import { leaveRoom, listMembers } from '@porchlight/client';
import type { Member } from '@porchlight/protocol';
import { avatar, avatarStyles, base, buttons, icons } from '@porchlight/ui';
import type { PropertyValues, TemplateResult } from 'lit';
import { html, LitElement, nothing } from 'lit';
import type { ToolStrings } from '../locales/tools/strings.js';
import { memberListStyles } from './member-list.styles.js';

/**
 * Who is in a room: agents, then visitors who are here, then the others. Fires `chat-members-close` when it has been looked
 * at.
 */
export class MemberList extends LitElement {
  static override styles = [base, buttons, avatarStyles, memberListStyles];
  static override shadowRootOptions: ShadowRootInit = { ...LitElement.shadowRootOptions, delegatesFocus: true };

  static override properties = {
    client: { attribute: false },
    room: { attribute: false },
    revision: { attribute: false },
    me: { attribute: false },
    heading: { attribute: false },
    strings: { attribute: false },
    members: { state: true },
    failed: { state: true },
  };

  declare client: ChatClient;
  /** Id of the room's conversation. */
  declare room: string;
  /** Another one: the list may be another one too. */
  declare revision: number;
  /** The visitor's own id. */
  declare me: string | undefined;
  declare heading: string;
  declare strings: ToolStrings['members'];
  declare private members: readonly Member[] | undefined;
  declare private failed: boolean;

  #next: string | undefined;
  #pages = 1;
  #fetching = false;
  #again = false;

  constructor() {
    super();
    this.failed = false;
  }

  protected override willUpdate(changed: PropertyValues<MemberList>): void {
    if (changed.has('revision') || changed.has('room')) void this.#fetch();
  }

  protected override render(): TemplateResult {
    const { strings, members = [] } = this;
    const namesakes = new Set(members.map(({ name }) => name).filter((name, at, all) => all.indexOf(name) !== at));
    const group = (title: string, people: readonly Member[]) =>
      people.length === 0
        ? nothing
        : html`<h3>${title}</h3>
            <ul role="list">
              ${people.map((member) => this.#member(member, namesakes.has(member.name)))}
            </ul>`;
    const visitors = members.filter(({ kind }) => kind === 'visitor');
    return html`
      <div class="bar">
        <h2>${this.heading}</h2>
        <button class="button quiet icon" aria-label=${strings.close} title=${strings.close} @click=${this.#close}>
          ${icons.close}
        </button>
      </div>
      <div class="scroll" role="region" aria-label=${this.heading} aria-busy=${!this.members && !this.failed} tabindex="0">
        ${group(
          strings.team,
          members.filter(({ kind }) => kind === 'agent'),
        )}
        ${group(
          strings.present,
          visitors.filter(({ here }) => here),
        )}
        ${group(
          strings.absent,
          visitors.filter(({ here }) => !here),
        )}
        ${this.failed ? html`<p class="failed" role="alert">${strings.failed}</p>` : nothing}
        ${this.#next ? html`<button class="button small" @click=${this.#more}>${strings.more}</button>` : nothing}
      </div>
      <div class="foot"><button class="button quiet small" @click=${this.#leave}>${strings.leave}</button></div>
    `;
  }

  #member({ id, name, here }: Member, namesake: boolean): TemplateResult {
    const { strings } = this;
    return html`<li class=${here ? 'here' : ''}>
      ${avatar({ name })}
      <bdi title=${name}>${name}</bdi>
      ${namesake ? html`<span class="tag">#${id.slice(-4).toUpperCase()}</span>` : nothing}
      ${id === this.me ? html`<span class="tag">${strings.you}</span>` : nothing}
    </li>`;
  }

  /** As many pages as were shown before; what changes meanwhile is fetched right after. */
  async #fetch(): Promise<void> {
    this.#again = true;
    if (this.#fetching) return;
    this.#fetching = true;
    while (this.#again) {
      this.#again = false;
      try {
        const members = new Map<string, Member>();
        let next: string | undefined;
        for (let page = 0; page < this.#pages && (page === 0 || next); page++) {
          const answer = await listMembers(this.client, this.room, next);
          for (const member of answer.items) members.set(member.id, member);
          next = answer.next;
        }
        this.#next = next;
        this.members = [...members.values()];
        this.failed = false;
      } catch {
        this.failed = true;
      }
    }
    this.#fetching = false;
  }

  #more(): void {
    this.#pages++;
    void this.#fetch();
  }

  async #leave(): Promise<void> {
    try {
      await leaveRoom(this.client, this.room);
      this.#close();
    } catch {
      this.failed = true;
    }
  }

  #close(): void {
    this.dispatchEvent(new Event('chat-members-close'));
  }
}

if (!customElements.get('chat-member-list')) customElements.define('chat-member-list', MemberList);
