import type { Tag } from '@porchlight/protocol';
import { css, html, nothing } from 'lit';
import { hrefOf } from '../routes.js';
import { tagChip, tagStyles } from '../tag-chip.js';
import { isOutdated, SettingsSection } from './section.js';
import { nearestColour, tagColours } from './tag-colours.js';
import './confirm-dialog.js';

/** As the server has it. */
const MAX_LENGTH = 40;

interface Draft {
  name: string;
  /** Absent: the one that the tag has, or for a new one, any. */
  hue?: number | undefined;
}

/** The words that conversations are sorted by. */
export class TagsSection extends SettingsSection {
  static override styles = [
    ...SettingsSection.styles,
    tagStyles,
    css`
      .tag {
        max-width: min(100%, 32ch);
      }

      .rows .what {
        flex-basis: auto;
      }

      .colours {
        display: flex;
        flex-wrap: wrap;
        gap: var(--pl-space-2);
      }

      .colours input[type='radio'] {
        width: 28px;
        height: 28px;
        margin: 0;
        border-color: transparent;
        background: oklch(0.62 0.13 var(--hue));
      }

      .colours input[type='radio']:checked {
        box-shadow:
          0 0 0 2px var(--pl-surface),
          0 0 0 4px oklch(0.62 0.13 var(--hue));
      }

      .colours input[type='radio']:focus-visible {
        outline-offset: 5px;
      }

      .colours input[type='radio']:checked::before {
        width: 10px;
        height: 10px;
        background: oklch(1 0 0);
      }
    `,
  ];
  static override properties = {
    ...SettingsSection.properties,
    editing: { state: true },
    draft: { state: true },
    crossed: { state: true },
  };

  /** As it was when editing it began; absent for a new one. */
  declare private editing: Tag | undefined;
  /** What is typed, while something is. */
  declare private draft: Draft | undefined;
  /** Whether somebody else had changed it when it was to be saved. */
  declare private crossed: boolean;

  override willUpdate(): void {
    if (!this.editing || !this.workspace.has('tags')) return;
    if (this.workspace.list('tags').some(({ id }) => id === this.editing?.id)) return;
    this.#close();
    this.problem = 'Somebody has removed this tag meanwhile.';
  }

  override render() {
    const tags = this.workspace.list('tags');
    const isAdmin = this.me.role === 'admin';
    return html`
      <div class="title">
        <div>
          <h1>Tags</h1>
          <p class="lead">Words that conversations are sorted by. A new word on a conversation becomes one by itself.</p>
        </div>
        ${
          this.draft && !this.editing
            ? nothing
            : html`<button class="button primary" data-of="new" @click=${() => this.#open(undefined)}>Add a tag</button>`
        }
      </div>
      ${this.notices()}
      ${this.draft && !this.editing ? html`<div class="card"><h2>Add a tag</h2>${this.#form(this.draft)}</div>` : nothing}
      <div class="card flush">
        ${
          tags.length === 0
            ? html`<div class="empty">
                <strong>${this.workspace.has('tags') ? 'There is no tag yet' : 'Loading…'}</strong>
                ${this.workspace.has('tags') ? html`<p>Add one here, or type it beside a conversation.</p>` : nothing}
              </div>`
            : html`<ul class="rows" role="list" aria-label="Tags">
                ${tags.map((tag) => this.#tag(tag, tags, isAdmin))}
              </ul>`
        }
      </div>
      <confirm-dialog></confirm-dialog>
    `;
  }

  #tag(tag: Tag, tags: readonly Tag[], isAdmin: boolean) {
    const { id, name } = tag;
    const editing = this.editing?.id === id && this.draft;
    return html`<li>
      <div class="what">${tagChip(name, tags)}</div>
      ${
        editing
          ? html`<div class="editing">${this.#form(editing, tag)}</div>`
          : html`<div class="side">
              <a class="button quiet small" href=${hrefOf({ view: 'all', tag: name })} aria-label="Show conversations with ${name}">
                Show
              </a>
              ${
                isAdmin
                  ? html`<button class="button small" data-of=${id} aria-label="Edit ${name}" @click=${() => this.#open(tag)}>
                        Edit
                      </button>
                      <button class="button quiet small" aria-label="Remove ${name}" @click=${() => this.#remove(tag)}>
                        Remove
                      </button>`
                  : nothing
              }
            </div>`
      }
    </li>`;
  }

  #form(draft: Draft, tag?: Tag) {
    const hue = draft.hue ?? this.editing?.hue;
    const shown = hue === undefined ? [] : [{ name: draft.name, hue } as Tag];
    return html`<form @submit=${(event: SubmitEvent) => this.#save(event, tag)}>
      ${tag && this.crossed ? this.#both(draft, tag) : nothing}
      <label class="field">
        <span class="label">Name</span>
        <input
          class="input"
          name="name"
          required
          maxlength=${MAX_LENGTH}
          autocomplete="off"
          dir="auto"
          .value=${draft.name}
          @input=${(event: InputEvent) => this.#type({ name: (event.target as HTMLInputElement).value })}
        />
        ${tag ? html`<span class="hint">A new name holds for all conversations that carry the tag.</span>` : nothing}
      </label>
      <fieldset>
        <legend>Colour</legend>
        <div class="colours">
          ${tagColours.map(
            (colour) => html`<input
              type="radio"
              name="hue"
              aria-label=${colour.label}
              title=${colour.label}
              .style=${`--hue:${colour.hue}`}
              .checked=${hue !== undefined && nearestColour(hue) === colour.hue}
              @change=${() => this.#type({ hue: colour.hue })}
            />`,
          )}
        </div>
        ${hue === undefined ? html`<span class="hint">Without a choice, it gets one by its name.</span>` : nothing}
      </fieldset>
      ${draft.name.trim() ? html`<div>${tagChip(draft.name.trim(), shown)}</div>` : nothing}
      <div class="actions">
        ${this.submitButton(tag ? 'Save' : 'Add tag')}
        <button class="button quiet" type="button" @click=${() => this.#leave()}>Cancel</button>
      </div>
    </form>`;
  }

  /** Both, when two admins have edited the same tag. */
  #both(draft: Draft, tag: Tag) {
    const ours: Tag = { ...tag, name: draft.name, hue: draft.hue ?? this.editing?.hue ?? tag.hue };
    return html`<div class="both" role="alert">
      <p>Somebody else has changed this meanwhile. Saving again replaces what is there with yours.</p>
      <dl>
        <dt></dt>
        <dd class="head">There now</dd>
        <dd class="head">Yours</dd>
        <dt>Tag</dt>
        <dd>${tagChip(tag.name, [tag])}</dd>
        <dd>${tagChip(ours.name, [ours])}</dd>
      </dl>
    </div>`;
  }

  #type(part: Partial<Draft>) {
    if (this.draft) this.draft = { ...this.draft, ...part };
  }

  #open(tag: Tag | undefined) {
    this.#close();
    this.hush();
    this.editing = tag;
    this.draft = { name: tag?.name ?? '' };
    void this.focusOn('[name=name]');
  }

  #close() {
    this.editing = this.draft = undefined;
    this.crossed = false;
  }

  #leave() {
    const of = this.editing?.id ?? 'new';
    this.#close();
    void this.focusOn(`[data-of="${of}"]`);
  }

  async #save(event: SubmitEvent, tag?: Tag) {
    event.preventDefault();
    const { draft, editing } = this;
    if (!draft) return;
    const name = draft.name.trim();
    // To the version that was shown: the one from the beginning, or the one beside ours.
    const version = this.crossed ? tag?.version : editing?.version;
    const hue = draft.hue ?? (this.crossed ? editing?.hue : undefined);
    const done = await this.attempt(
      async () => {
        this.crossed = false;
        try {
          if (tag) await this.client.call('updateTag', { tag: tag.id }, { body: { name, hue, version } });
          else await this.client.call('createTag', {}, { body: { name, hue } });
        } catch (error) {
          this.crossed = isOutdated(error);
          throw error;
        }
      },
      { told: tag ? 'Saved' : 'Tag added', refused: 'There is a tag with this name.' },
    );
    if (done) this.#leave();
  }

  protected override settle(error: unknown): boolean {
    return isOutdated(error);
  }

  async #remove({ id, name }: Tag) {
    const go = await this.renderRoot.querySelector('confirm-dialog')?.ask({
      title: `Remove ${name}?`,
      text: 'It is taken from every conversation that carries it. This cannot be undone.',
      action: 'Remove',
    });
    if (go && (await this.attempt(() => this.client.call('deleteTag', { tag: id }), { told: 'Tag removed' }))) {
      void this.focusOn('[data-of=new]');
    }
  }
}

customElements.define('tags-section', TagsSection);

declare global {
  interface HTMLElementTagNameMap {
    'tags-section': TagsSection;
  }
}
