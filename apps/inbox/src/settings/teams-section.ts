import type { Team } from '@porchlight/protocol';
import { html, nothing } from 'lit';
import { bothValues } from './both-values.js';
import { RowEditor } from './row-editor.js';
import { SettingsSection } from './section.js';
import { toggled } from './toggled.js';
import './confirm-dialog.js';

interface Draft {
  name: string;
  members: readonly string[];
  byTurns: boolean;
}

/** Who answers the same kind of question. */
export class TeamsSection extends SettingsSection {
  readonly #editor = new RowEditor<Team, Draft>(this);

  override willUpdate(): void {
    if (!this.workspace.has('teams') || !this.#editor.isGone(this.workspace.list('teams'))) return;
    this.#editor.end();
    this.problem = 'Somebody has removed this team meanwhile.';
  }

  override render() {
    const teams = this.workspace.list('teams');
    const isAdmin = this.me.role === 'admin';
    const { adding, draft } = this.#editor;
    return html`
      <div class="title">
        <div>
          <h1>Teams</h1>
          <p class="lead">A conversation can be given to a team; whoever of it is free takes it.</p>
        </div>
        ${
          isAdmin && !adding
            ? html`<button class="button primary" data-of="new" @click=${() => this.#open(undefined)}>Add a team</button>`
            : nothing
        }
      </div>
      ${this.notices()} ${adding && draft ? html`<div class="card">${this.#form(draft)}</div>` : nothing}
      <div class="card flush">
        ${
          teams.length === 0
            ? html`<div class="empty">
                <strong>${this.workspace.has('teams') ? 'There is no team yet' : 'Loading…'}</strong>
                ${this.workspace.has('teams') ? html`<p>Small places do well without.</p>` : nothing}
              </div>`
            : html`<ul class="rows" role="list" aria-label="Teams">
                ${teams.map((team) => this.#team(team, isAdmin))}
              </ul>`
        }
      </div>
      <confirm-dialog></confirm-dialog>
    `;
  }

  #team(team: Team, isAdmin: boolean) {
    const editing = this.#editor.draftOf(team);
    return html`<li>
      <div class="what">
        <p class="name" dir="auto">${team.name}</p>
        <p class="more">${this.#namesOf(team.members) || 'Nobody yet'}</p>
      </div>
      <div class="side long">
        ${team.byTurns ? html`<span class="badge">By turns</span>` : nothing}
        ${
          isAdmin && !editing
            ? html`<button class="button small" data-of=${team.id} aria-label="Edit ${team.name}" @click=${() => this.#open(team)}>
                  Edit
                </button>
                <button class="button quiet small" aria-label="Remove ${team.name}" @click=${() => this.#remove(team)}>
                  Remove
                </button>`
            : nothing
        }
      </div>
      ${editing ? html`<div class="editing">${this.#form(editing, team)}</div>` : nothing}
    </li>`;
  }

  #form(draft: Draft, team?: Team) {
    const agents = this.workspace.list('agents').filter(({ id, disabled }) => !disabled || draft.members.includes(id));
    return html`<form @submit=${(event: SubmitEvent) => this.#save(event, team)}>
      ${
        team && this.#editor.crossed
          ? bothValues([
              ['Name', team.name, draft.name],
              ['Members', this.#namesOf(team.members), this.#namesOf(draft.members)],
              ['Given', turns(team), turns(draft)],
            ])
          : nothing
      }
      <label class="field">
        <span class="label">Name</span>
        <input class="input" name="name" required maxlength="60" autocomplete="off" dir="auto" .value=${draft.name}
          @input=${(event: InputEvent) => this.#editor.type({ name: (event.target as HTMLInputElement).value })} />
      </label>
      <fieldset>
        <legend>Members</legend>
        ${agents.map(
          ({ id, name }) => html`<label class="choice">
            <input
              type="checkbox"
              .checked=${draft.members.includes(id)}
              @change=${() => this.#editor.type({ members: toggled(draft.members, id) })}
            /><span dir="auto">${name}</span>
          </label>`,
        )}
      </fieldset>
      <label class="choice">
        <input
          type="checkbox"
          .checked=${draft.byTurns}
          @change=${() => this.#editor.type({ byTurns: !draft.byTurns })}
        />
        <span>Give by turns<span class="hint">New conversations go to whoever is online and has room.</span></span>
      </label>
      <div class="actions">
        ${this.submitButton(team ? 'Save' : 'Add team')}
        <button class="button quiet" type="button" @click=${() => this.#leave()}>Cancel</button>
      </div>
    </form>`;
  }

  #namesOf(ids: readonly string[]): string {
    const names = new Map(this.workspace.list('agents').map(({ id, name }) => [id, name]));
    return ids.flatMap((id) => names.get(id) ?? []).join(', ');
  }

  #open(team: Team | undefined) {
    this.hush();
    const { name, members, byTurns } = team ?? { name: '', members: [], byTurns: false };
    this.#editor.begin(team, { name, members, byTurns });
    void this.focusOn('[name=name]');
  }

  #leave() {
    const of = this.#editor.row?.id ?? 'new';
    this.#editor.end();
    void this.focusOn(`[data-of="${of}"]`);
  }

  async #save(event: SubmitEvent, team?: Team) {
    event.preventDefault();
    const { draft } = this.#editor;
    if (!draft) return;
    const body = { ...draft, name: draft.name.trim(), members: [...draft.members] };
    const done = await this.attempt(
      () =>
        this.#editor.save(team, (version) =>
          team
            ? this.client.call('updateTeam', { team: team.id }, { body: { ...body, version } })
            : this.client.call('createTeam', {}, { body }),
        ),
      { told: 'Saved', refused: 'There is a team with this name.' },
    );
    if (done) this.#leave();
  }

  async #remove({ id, name }: Team) {
    const go = await this.renderRoot.querySelector('confirm-dialog')?.ask({
      title: `Remove ${name}?`,
      text: 'Its members stay. What it had to answer belongs to no team from then on.',
      action: 'Remove',
    });
    if (go) await this.attempt(() => this.client.call('deleteTeam', { team: id }), { told: 'Team removed' });
  }
}

const turns = ({ byTurns }: Pick<Team, 'byTurns'>) => (byTurns ? 'By turns' : 'By hand');

customElements.define('teams-section', TeamsSection);

declare global {
  interface HTMLElementTagNameMap {
    'teams-section': TeamsSection;
  }
}
