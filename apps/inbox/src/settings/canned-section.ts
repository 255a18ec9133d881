import type { CannedReply } from '@porchlight/protocol';
import { html, nothing } from 'lit';
import { bothValues } from './both-values.js';
import { cannedVariables, exampleOf, unknownVariables } from './canned-help.js';
import { cannedStyles } from './canned-section.styles.js';
import { RowEditor } from './row-editor.js';
import { SettingsSection } from './section.js';
import { toggled } from './toggled.js';

/** From so many on there is a field to find one. */
const MANY = 10;

interface Draft {
  title: string;
  shortcut: string;
  text: string;
  shared: boolean;
  /** Keys; none: all sites. */
  sites: readonly string[];
}

/** Texts that agents answer with again and again: those that all share, and one's own. */
export class CannedSection extends SettingsSection {
  static override styles = [...SettingsSection.styles, cannedStyles];
  static override properties = {
    ...SettingsSection.properties,
    words: { state: true },
  };

  /** What is looked for. */
  declare private words: string;
  readonly #editor = new RowEditor<CannedReply, Draft>(this);

  constructor() {
    super();
    this.words = '';
  }

  override render() {
    const all = this.workspace.list('canned');
    const { row, draft, adding } = this.#editor;
    // What is typed is kept when somebody else has removed it meanwhile.
    const gone = this.workspace.has('canned') && this.#editor.isGone(all);
    const words = this.words.trim().toLowerCase();
    const found = all.filter(
      (reply) =>
        reply.id === row?.id ||
        [reply.title, reply.shortcut ?? '', reply.text].some((text) => text.toLowerCase().includes(words)),
    );
    return html`
      <div class="title">
        <div>
          <h1>Canned replies</h1>
          <p class="lead">Texts that you send again and again. Type / in an answer to put one in.</p>
        </div>
        ${
          adding
            ? nothing
            : html`<button class="button primary" data-of="new" @click=${() => this.#open(undefined)}>Add a reply</button>`
        }
      </div>
      ${this.notices()}
      ${
        draft && (adding || gone)
          ? html`<div class="card">
              <h2>${gone ? row?.title : 'Add a reply'}</h2>
              ${gone ? html`<p class="lead" role="alert">Somebody has removed it meanwhile. Saving adds it anew.</p>` : nothing}
              ${this.#form(draft)}
            </div>`
          : nothing
      }
      ${
        all.length > MANY
          ? html`<input
              class="input small filter"
              type="search"
              aria-label="Find a reply"
              placeholder="Find a reply"
              autocomplete="off"
              .value=${this.words}
              @input=${(event: InputEvent) => {
                this.words = (event.target as HTMLInputElement).value;
              }}
            />`
          : nothing
      }
      ${this.#lists(all, found)}
    `;
  }

  #lists(all: readonly CannedReply[], found: readonly CannedReply[]) {
    if (!this.workspace.has('canned')) return html`<div class="card flush empty"><strong>Loading…</strong></div>`;
    if (all.length === 0) {
      return html`<div class="card flush empty">
        <strong>There is no canned reply yet</strong>
        <p>Add what you find yourself typing twice.</p>
      </div>`;
    }
    if (found.length === 0) return html`<div class="card flush empty"><strong>Nothing found</strong></div>`;
    const isOwn = ({ ownerId }: CannedReply) => ownerId !== undefined;
    return [
      this.#list(
        'For everybody',
        found.filter((reply) => !isOwn(reply)),
      ),
      this.#list('Only yours', found.filter(isOwn)),
    ];
  }

  #list(label: string, replies: readonly CannedReply[]) {
    if (replies.length === 0) return nothing;
    return html`<div class="card flush">
      <ul class="rows" role="list" aria-label=${label}>
        <li class="head"><div class="what"><h2>${label}</h2></div></li>
        ${replies.map((reply) => this.#reply(reply))}
      </ul>
    </div>`;
  }

  #reply(reply: CannedReply) {
    const { id, title, shortcut, text, sites, ownerId } = reply;
    const editing = this.#editor.draftOf(reply);
    const mayChange = ownerId !== undefined || this.me.role === 'admin';
    return html`<li>
      <div class="what">
        <p class="name" dir="auto">${title}</p>
        ${editing ? nothing : html`<p class="more said" dir="auto">${text}</p>`}
      </div>
      ${
        editing
          ? html`<div class="editing">${this.#form(editing, reply)}</div>`
          : html`<div class="side long">
              ${sites ? html`<span class="badge" dir="auto">${this.#namesOf(sites)}</span>` : nothing}
              ${shortcut ? html`<span class="badge">/${shortcut}</span>` : nothing}
              ${
                mayChange
                  ? html`<button class="button small" data-of=${id} aria-label="Edit ${title}" @click=${() => this.#open(reply)}>
                        Edit
                      </button>
                      <button class="button quiet small" aria-label="Remove ${title}" @click=${() => this.#remove(reply)}>
                        Remove
                      </button>`
                  : nothing
              }
            </div>`
      }
    </li>`;
  }

  #form(draft: Draft, reply?: CannedReply) {
    const known = this.workspace.list('sites');
    const unknown = unknownVariables(draft.text);
    const site = known.find(({ key }) => draft.sites.length === 0 || draft.sites.includes(key))?.name;
    const textOf = (event: Event) => (event.target as HTMLInputElement | HTMLTextAreaElement).value;
    return html`<form @submit=${(event: SubmitEvent) => this.#save(event, reply)}>
      ${reply && this.#editor.crossed ? this.#both(draft, reply) : nothing}
      <label class="field">
        <span class="label">Title</span>
        <input
          class="input"
          name="title"
          required
          maxlength="80"
          autocomplete="off"
          dir="auto"
          placeholder="Shipping abroad"
          .value=${draft.title}
          @input=${(event: InputEvent) => this.#editor.type({ title: textOf(event) })}
        />
      </label>
      <label class="field">
        <span class="label">Shortcut</span>
        <span class="shortcut">
          <input
            class="input"
            name="shortcut"
            maxlength="32"
            pattern="[\\p{L}\\p{N}][\\p{L}\\p{N}_\\-]*"
            title="Letters, digits, and inner hyphens or underscores"
            autocomplete="off"
            autocapitalize="off"
            spellcheck="false"
            placeholder="ship"
            .value=${draft.shortcut}
            @input=${(event: InputEvent) => this.#editor.type({ shortcut: textOf(event) })}
          />
        </span>
        <span class="hint">Letters, digits and hyphens. May stay empty: the title finds it too.</span>
      </label>
      <label class="field text">
        <span class="label">Text</span>
        <textarea
          class="input"
          name="text"
          required
          dir="auto"
          .value=${draft.text}
          @input=${(event: InputEvent) => this.#editor.type({ text: textOf(event) })}
        ></textarea>
      </label>
      <div class="field text">
        <div class="actions" role="group" aria-label="Put into the text">
          ${cannedVariables.map(
            ({
              name,
              label,
            }) => html`<button class="button small" type="button" @click=${() => this.#insert(`{{${name}}}`)}>
              ${label}
            </button>`,
          )}
        </div>
        <span class="hint">
          Filled in when it is used. What your site tells of a visitor goes by its name, such as
          <code>{{visitor.plan}}</code>. What is not known then is left for you to type.
        </span>
        <span class="error" role="status">
          ${unknown.length > 0 ? `Nothing is filled in for ${unknown.join(' ')}: it is sent as it stands.` : nothing}
        </span>
      </div>
      ${
        draft.text.includes('{{')
          ? html`<p class="example" dir="auto"><span class="label">For example</span>${exampleOf(draft.text, { agent: this.me.name, site })}</p>`
          : nothing
      }
      ${
        known.length > 1 || draft.sites.length > 0
          ? html`<fieldset>
              <legend>Sites</legend>
              ${known.map(
                ({ key, name }) => html`<label class="choice">
                  <input
                    type="checkbox"
                    .checked=${draft.sites.includes(key)}
                    @change=${() => this.#editor.type({ sites: toggled(draft.sites, key) })}
                  /><span dir="auto">${name}</span>
                </label>`,
              )}
              <span class="hint">${draft.sites.length === 0 ? 'None chosen: it is for all of them.' : 'It is for these only.'}</span>
            </fieldset>`
          : nothing
      }
      ${
        this.me.role === 'admin' && !this.#editor.row
          ? html`<fieldset>
              <legend>Who has it</legend>
              ${[
                { shared: true, label: 'Everybody' },
                { shared: false, label: 'Only you' },
              ].map(
                ({ shared, label }) => html`<label class="choice">
                  <input
                    type="radio"
                    name="shared"
                    .checked=${draft.shared === shared}
                    @change=${() => this.#editor.type({ shared })}
                  /><span>${label}</span>
                </label>`,
              )}
            </fieldset>`
          : nothing
      }
      <div class="actions">
        ${this.submitButton(reply ? 'Save' : 'Add reply')}
        <button class="button quiet" type="button" @click=${() => this.#leave()}>Cancel</button>
      </div>
    </form>`;
  }

  /** Both values of what differs, when two have edited the same reply. */
  #both(draft: Draft, reply: CannedReply) {
    const there = draftOf(reply);
    return bothValues([
      ['Title', there.title, draft.title],
      ['Shortcut', there.shortcut, draft.shortcut],
      ['Text', there.text, draft.text],
      ['Sites', this.#namesOf(there.sites), this.#namesOf(draft.sites)],
    ]);
  }

  #namesOf(keys: readonly string[]): string {
    const names = new Map(this.workspace.list('sites').map(({ key, name }) => [key, name]));
    return keys.map((key) => names.get(key) ?? key).join(', ');
  }

  #insert(variable: string) {
    const input = this.renderRoot.querySelector('textarea');
    if (!input) return;
    input.focus();
    input.setRangeText(variable, input.selectionStart, input.selectionEnd, 'end');
    this.#editor.type({ text: input.value });
  }

  #open(reply: CannedReply | undefined) {
    this.hush();
    this.#editor.begin(
      reply,
      reply ? draftOf(reply) : { title: '', shortcut: '', text: '', shared: this.me.role === 'admin', sites: [] },
    );
    void this.focusOn('[name=title]');
  }

  #leave() {
    const of = this.#editor.row?.id ?? 'new';
    this.#editor.end();
    void this.focusOn(`[data-of="${of}"]`);
  }

  async #save(event: SubmitEvent, reply?: CannedReply) {
    event.preventDefault();
    const { draft } = this.#editor;
    if (!draft) return;
    const { title, text, shared } = draft;
    const shortcut = draft.shortcut.trim();
    const sites = draft.sites.length > 0 ? [...draft.sites] : undefined;
    const done = await this.attempt(
      () =>
        this.#editor.save(reply, (version) => {
          if (!reply) {
            const body = { title, shortcut: shortcut || undefined, text, sites, shared };
            return this.client.call('createCannedReply', {}, { body });
          }
          const body = { title, shortcut: shortcut || null, text, sites: sites ?? null, version };
          return this.client.call('updateCannedReply', { canned: reply.id }, { body });
        }),
      { told: reply ? 'Saved' : 'Reply added' },
    );
    if (done) this.#leave();
  }

  async #remove({ id, title, shortcut, text, sites, ownerId }: CannedReply) {
    const body = { title, shortcut, text, sites, shared: ownerId === undefined };
    await this.attempt(() => this.client.call('deleteCannedReply', { canned: id }), {
      told: `${title} is removed`,
      undo: () => this.client.call('createCannedReply', {}, { body }),
    });
  }
}

function draftOf({ title, shortcut = '', text, ownerId, sites = [] }: CannedReply): Draft {
  return { title, shortcut, text, shared: ownerId === undefined, sites };
}

customElements.define('canned-section', CannedSection);

declare global {
  interface HTMLElementTagNameMap {
    'canned-section': CannedSection;
  }
}
