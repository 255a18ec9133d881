import type { IdentityKey, ReplyBody, Site, SiteSnippet } from '@porchlight/protocol';
import type { PropertyValues } from 'lit';
import { html, nothing } from 'lit';
import { bothValues } from './both-values.js';
import { isOutdated, SettingsSection, valuesOf } from './section.js';
import { settingsHref } from './sections.js';
import { siteStyles } from './site-section.styles.js';
import { originOf } from './sites-section.js';
import { ago } from './time-words.js';
import './confirm-dialog.js';
import './copy-field.js';
import './site-answers.js';
import './site-preview.js';

type Draft = Pick<Site, 'name' | 'heading' | 'greeting' | 'hue' | 'origins' | 'rooms'> & { replyTime: string };

const FIELDS = [
  ['name', 'Name'],
  ['heading', 'Heading'],
  ['greeting', 'Greeting'],
  ['replyTime', 'Answers'],
  ['hue', 'Colour'],
  ['origins', 'Websites'],
  ['rooms', 'Rooms'],
] as const;

/** One site: how to install it, how it looks and sounds, its rooms, its keys, and its end. */
export class SiteSection extends SettingsSection {
  static override styles = [...SettingsSection.styles, siteStyles];
  static override properties = {
    ...SettingsSection.properties,
    key: {},
    draft: { state: true },
    base: { state: true },
    crossed: { state: true },
    snippet: { state: true },
    keys: { state: true },
    made: { state: true },
  };

  declare key: string;
  /** What is typed. */
  declare private draft: Draft | undefined;
  /** What it was made of. */
  declare private base: Site | undefined;
  declare private crossed: boolean;
  declare private snippet: SiteSnippet | undefined;
  declare private keys: readonly IdentityKey[];
  declare private made: ReplyBody<'createIdentityKey'> | undefined;

  constructor() {
    super();
    this.keys = [];
  }

  get #site(): Site | undefined {
    return this.workspace.list('sites').find(({ key }) => key === this.key);
  }

  override willUpdate(changed: PropertyValues<SiteSection>): void {
    if (changed.has('key')) {
      this.draft = this.base = this.snippet = this.made = undefined;
      this.crossed = false;
      void this.#load();
    }
    const site = this.#site;
    // A change of something else about the site is no change of what is typed here.
    if (site && this.base && isSame(draftOf(site), draftOf(this.base))) this.base = site;
    // What somebody else saves shows at once, unless something is being typed over it.
    if (site && (!this.base || (!this.#dirty && site.version !== this.base.version))) {
      this.base = site;
      this.draft = draftOf(site);
    }
  }

  get #dirty(): boolean {
    return this.base !== undefined && !isSame(this.draft, draftOf(this.base));
  }

  override render() {
    const { draft } = this;
    if (!draft) {
      return this.workspace.has('sites')
        ? html`<div class="card empty"><strong>There is no such site</strong></div>`
        : html`<p class="lead">Loading…</p>`;
    }
    const isAdmin = this.me.role === 'admin';
    return html`
      <div class="title"><h1 dir="auto">${draft.name}</h1><span class="badge">${this.key}</span></div>
      ${this.#install()}
      <div class="two">
        <div class="card">
          <h2>Words and colour</h2>
          ${this.#form(draft, isAdmin)}
        </div>
        <site-preview .site=${this.key} .heading=${draft.heading} .greeting=${draft.greeting} .hue=${draft.hue}></site-preview>
      </div>
      ${
        this.#site
          ? html`<site-answers
              .client=${this.client}
              .workspace=${this.workspace}
              .me=${this.me}
              .revision=${this.revision}
              .site=${this.#site}
            ></site-answers>`
          : nothing
      }
      ${isAdmin ? html`${this.#identity()} ${this.#closing()}` : nothing}
      <confirm-dialog></confirm-dialog>
    `;
  }

  #install() {
    return html`<div class="card">
      <h2>Install</h2>
      <p class="lead">Paste this before <code>&lt;/body&gt;</code> of every page that should have the chat.</p>
      ${
        this.snippet
          ? html`<copy-field label="Tag for your pages" .text=${this.snippet.html}></copy-field>
              <details>
                <summary>Pin this version</summary>
                <p class="hint">Loads exactly the widget of today, until this server is updated.</p>
                <copy-field label="Pinned tag" .text=${this.snippet.pinned.html}></copy-field>
              </details>`
          : nothing
      }
    </div>`;
  }

  #form(draft: Draft, isAdmin: boolean) {
    const text = (
      name: 'name' | 'heading' | 'replyTime',
      label: string,
      max: number,
      hint?: string,
    ) => html`<label class="field">
      <span class="label">${label}</span>
      <input
        class="input"
        name=${name}
        maxlength=${max}
        ?required=${name !== 'replyTime'}
        ?readonly=${!isAdmin}
        autocomplete="off"
        dir="auto"
        .value=${draft[name]}
        @input=${(event: InputEvent) => this.#type({ [name]: (event.target as HTMLInputElement).value })}
      />
      ${hint ? html`<span class="hint">${hint}</span>` : nothing}
    </label>`;
    return html`<form @submit=${this.#save}>
      ${text('heading', 'Heading', 80)}
      <label class="field">
        <span class="label">Greeting</span>
        <textarea
          class="input"
          name="greeting"
          required
          maxlength="400"
          ?readonly=${!isAdmin}
          dir="auto"
          .value=${draft.greeting}
          @input=${(event: InputEvent) => this.#type({ greeting: (event.target as HTMLTextAreaElement).value })}
        ></textarea>
      </label>
      ${text('replyTime', 'How soon you answer', 80, 'Such as: We usually answer within an hour. May stay empty.')}
      <label class="field">
        <span class="label">Colour</span>
        <input
          class="hue"
          type="range"
          min="0"
          max="360"
          ?disabled=${!isAdmin}
          .value=${String(draft.hue)}
          aria-valuetext="${Math.round(draft.hue)} degrees"
          @input=${(event: InputEvent) => this.#type({ hue: Number((event.target as HTMLInputElement).value) })}
        />
        <span class="hint">Lightness is chosen so that everything stays readable.</span>
      </label>
      ${text('name', 'Name, for your team', 60)}
      <label class="field">
        <span class="label">Websites that may use it</span>
        <textarea
          class="input"
          name="origins"
          ?readonly=${!isAdmin}
          autocapitalize="off"
          spellcheck="false"
          .value=${draft.origins.join('\n')}
          @change=${(event: InputEvent) => this.#type({ origins: linesOf((event.target as HTMLTextAreaElement).value) })}
        ></textarea>
        <span class="hint">One address a line, such as https://acme.example. A * lets in every website.</span>
      </label>
      <fieldset class="wide">
        <legend>Rooms</legend>
        ${draft.rooms.map((room, index) => this.#room(draft, room, index, isAdmin))}
        ${
          isAdmin
            ? html`<div class="actions">
                <button
                  class="button small"
                  type="button"
                  @click=${() => this.#type({ rooms: [...draft.rooms, { key: '', name: '' }] })}
                >
                  Add a room
                </button>
              </div>`
            : nothing
        }
        <p class="hint">In a room, visitors talk to each other. One that is taken away lets nobody new in.</p>
      </fieldset>
      ${this.crossed ? this.#both(draft) : nothing} ${this.notices()}
      ${
        isAdmin
          ? html`<div class="actions">
              ${this.submitButton('Save')}
              ${
                this.#dirty
                  ? html`<button class="button quiet" type="button" @click=${this.#discard}>Discard changes</button>`
                  : nothing
              }
            </div>`
          : html`<p class="hint">An admin can change this.</p>`
      }
    </form>`;
  }

  #room(draft: Draft, room: Site['rooms'][number], index: number, isAdmin: boolean) {
    const change = (part: Partial<Site['rooms'][number]>) =>
      this.#type({ rooms: draft.rooms.map((each, at) => (at === index ? { ...each, ...part } : each)) });
    const textIn = (event: InputEvent) => (event.target as HTMLInputElement).value;
    return html`<div class="room">
      <input
        class="input small"
        aria-label="Name of room ${index + 1}"
        placeholder="Lobby"
        required
        maxlength="60"
        ?readonly=${!isAdmin}
        dir="auto"
        .value=${room.name}
        @input=${(event: InputEvent) => change({ name: textIn(event) })}
      />
      <input
        class="input small"
        aria-label="Key of room ${index + 1}"
        placeholder="lobby"
        required
        maxlength="40"
        ?readonly=${!isAdmin}
        autocapitalize="off"
        spellcheck="false"
        .value=${room.key}
        @input=${(event: InputEvent) => change({ key: textIn(event) })}
      />
      ${
        isAdmin
          ? html`<button
              class="button quiet small"
              type="button"
              aria-label="Remove ${room.name || `room ${index + 1}`}"
              @click=${() => this.#type({ rooms: draft.rooms.filter((_, at) => at !== index) })}
            >
              Remove
            </button>`
          : nothing
      }
    </div>`;
  }

  /** Both values of what differs, when two admins have edited the site. */
  #both(draft: Draft) {
    const site = this.#site;
    if (!site) return nothing;
    const there = draftOf(site);
    const shown = (value: unknown) =>
      Array.isArray(value) ? value.map((each) => (typeof each === 'object' ? each.name : each)).join(', ') : value;
    return bothValues(
      FIELDS.map(([field, label]) => [label, shown(there[field]), shown(draft[field])]),
      html`<button class="button small" type="button" @click=${this.#discard}>Take what is there</button>`,
    );
  }

  #identity() {
    return html`<div class="card">
      <h2>Identity keys</h2>
      <p class="lead">With a key, your own server signs who a visitor is, so that nobody else can say it.</p>
      ${
        this.made
          ? html`<p>This secret is not shown again. Keep it where your server finds it.</p>
              <copy-field label="Secret of the key" .text=${this.made.secret ?? ''}></copy-field>`
          : nothing
      }
      ${
        this.keys.length > 0
          ? html`<ul class="rows inset" role="list" aria-label="Identity keys">
              ${this.keys.map(
                ({ id, kid, algorithm, createdAt }) => html`<li>
                  <div class="what"><p class="name">${kid}</p><p class="more">${algorithm} · Made ${ago(createdAt)}</p></div>
                  <button class="button quiet small" aria-label="Remove ${kid}" @click=${() => this.#removeKey(id)}>Remove</button>
                </li>`,
              )}
            </ul>`
          : nothing
      }
      <div class="actions">
        <button class="button" aria-disabled=${this.busy} @click=${this.#makeKey}>Make a key</button>
      </div>
    </div>`;
  }

  #closing() {
    return html`<div class="card">
      <h2>Close this site</h2>
      <p class="lead">
        Its tag shows nothing from then on. Visitors who are there are signed out, and open conversations are closed. What
        was said stays in the inbox. The key cannot be used again.
      </p>
      <div class="actions"><button class="button danger" @click=${this.#close}>Close this site…</button></div>
    </div>`;
  }

  #type(part: Partial<Draft>) {
    if (this.draft) this.draft = { ...this.draft, ...part };
    this.told = undefined;
  }

  readonly #discard = () => {
    this.base = this.#site;
    this.draft = this.base && draftOf(this.base);
    this.crossed = false;
    this.hush();
  };

  async #load() {
    const site = this.key;
    const [snippet, keys] = await Promise.all([
      this.client.call('getSnippet', { site }).catch(() => undefined),
      this.me.role === 'admin' ? this.client.call('listIdentityKeys', { site }).catch(() => undefined) : undefined,
    ]);
    if (site !== this.key) return;
    this.snippet = snippet;
    this.keys = keys?.items ?? [];
  }

  async #save(event: SubmitEvent) {
    valuesOf(event);
    const { draft, base } = this;
    if (!draft || !base) return;
    // To the version that was shown: the one from the beginning, or the one beside ours.
    const { version } = this.crossed ? (this.#site ?? base) : base;
    const body = { ...draft, replyTime: draft.replyTime.trim() || null, version };
    await this.attempt(
      async () => {
        this.crossed = false;
        try {
          const saved = await this.client.call('updateSite', { site: this.key }, { body });
          this.base = saved;
          this.draft = draftOf(saved);
        } catch (error) {
          this.crossed = isOutdated(error);
          throw error;
        }
      },
      { told: 'Saved' },
    );
  }

  readonly #makeKey = () => {
    void this.attempt(
      async () => {
        this.made = await this.client.call('createIdentityKey', { site: this.key }, { body: { algorithm: 'HS256' } });
        this.keys = [...this.keys, this.made];
      },
      { refused: 'A site has at most ten keys. Remove one first.' },
    );
  };

  async #removeKey(key: string) {
    const go = await this.#ask({
      title: 'Remove this key?',
      text: 'What your server signs with it is refused from then on.',
      action: 'Remove',
    });
    if (go && (await this.attempt(() => this.client.call('deleteIdentityKey', { site: this.key, key })))) {
      this.keys = this.keys.filter(({ id }) => id !== key);
    }
  }

  readonly #close = async () => {
    const go = await this.#ask({
      title: `Close ${this.base?.name ?? this.key}?`,
      text: 'Visitors who are there are signed out at once, and open conversations are closed. This cannot be undone.',
      action: 'Close this site',
      type: this.key,
    });
    if (!go || !(await this.attempt(() => this.client.call('deleteSite', { site: this.key })))) return;
    history.replaceState(null, '', settingsHref({ section: 'sites' }));
    dispatchEvent(new PopStateEvent('popstate'));
  };

  async #ask(question: Parameters<HTMLElementTagNameMap['confirm-dialog']['ask']>[0]): Promise<boolean> {
    return (await this.renderRoot.querySelector('confirm-dialog')?.ask(question)) ?? false;
  }
}

function draftOf({ name, heading, greeting, replyTime = '', hue, origins, rooms }: Site): Draft {
  return { name, heading, greeting, replyTime, hue, origins, rooms };
}

const isSame = (one: Draft | undefined, other: Draft) => JSON.stringify(one) === JSON.stringify(other);

function linesOf(text: string): string[] {
  const lines = text.split('\n').flatMap((line) => line.trim() || []);
  return [...new Set(lines.map((line) => (line.includes('*') ? line : originOf(line))))];
}

customElements.define('site-section', SiteSection);

declare global {
  interface HTMLElementTagNameMap {
    'site-section': SiteSection;
  }
}
