import type { Tag } from '@porchlight/protocol';
import { css, html, nothing } from 'lit';
import { hrefOf } from '../routes.js';
import { tagChip, tagStyles } from '../tag-chip.js';
import { bothValues } from './both-values.js';
import { RowEditor } from './row-editor.js';
import { SettingsSection } from './section.js';
import { nearestColour, tagColours } from './tag-colours.js';
import './confirm-dialog.js';

/** As the server has it. */
const MAX_LENGTH = 40;

interface Draft {
  name: string;
  /** Absent for a new one: the server chooses by its name. */
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
  readonly #editor = new RowEditor<Tag, Draft>(this);

  override willUpdate(): void {
    if (!this.workspace.has('tags') || !this.#editor.isGone(this.workspace.list('tags'))) return;
    this.#editor.end();
    this.problem = 'Somebody has removed this tag meanwhile.';
  }

  override render() {
    const tags = this.workspace.list('tags');
    const isAdmin = this.me.role === 'admin';
    const { adding, draft } = this.#editor;
    return html`
      <div class="title">
        <div>
          <h1>Tags</h1>
          <p class="lead">Words that conversations are sorted by. A new word on a conversation becomes one by itself.</p>
        </div>
        ${
          adding
            ? nothing
            : html`<button class="button primary" data-of="new" @click=${() => this.#open(undefined)}>Add a tag</button>`
        }
      </div>
      ${this.notices()}
      ${adding && draft ? html`<div class="card"><h2>Add a tag</h2>${this.#form(draft)}</div>` : nothing}
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
    const editing = this.#editor.draftOf(tag);
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
    const { hue } = draft;
    const shown = hue === undefined ? [] : [{ name: draft.name, hue } as Tag];
    return html`<form @submit=${(event: SubmitEvent) => this.#save(event, tag)}>
      ${tag && this.#editor.crossed ? this.#both(draft, tag) : nothing}
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
          @input=${(event: InputEvent) => this.#editor.type({ name: (event.target as HTMLInputElement).value })}
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
              @change=${() => this.#editor.type({ hue: colour.hue })}
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
    const ours: Tag = { ...tag, name: draft.name, hue: draft.hue ?? tag.hue };
    return bothValues([['Tag', tagChip(tag.name, [tag]), tagChip(ours.name, [ours])]]);
  }

  #open(tag: Tag | undefined) {
    this.hush();
    this.#editor.begin(tag, { name: tag?.name ?? '', hue: tag?.hue });
    void this.focusOn('[name=name]');
  }

  #leave() {
    const of = this.#editor.row?.id ?? 'new';
    this.#editor.end();
    void this.focusOn(`[data-of="${of}"]`);
  }

  async #save(event: SubmitEvent, tag?: Tag) {
    event.preventDefault();
    const { draft } = this.#editor;
    if (!draft) return;
    const body = { name: draft.name.trim(), hue: draft.hue };
    const done = await this.attempt(
      () =>
        this.#editor.save(tag, (version) =>
          tag
            ? this.client.call('updateTag', { tag: tag.id }, { body: { ...body, version } })
            : this.client.call('createTag', {}, { body }),
        ),
      { told: tag ? 'Saved' : 'Tag added', refused: 'There is a tag with this name.' },
    );
    if (done) this.#leave();
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
