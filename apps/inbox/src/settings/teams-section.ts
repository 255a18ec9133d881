import type { Team } from '@porchlight/protocol';
import { html, nothing } from 'lit';
import { isOutdated, SettingsSection } from './section.js';
import './confirm-dialog.js';

interface Draft {
  name: string;
  members: string[];
  byTurns: boolean;
}

/** Who answers the same kind of question. */
export class TeamsSection extends SettingsSection {
  static override properties = {
    ...SettingsSection.properties,
    editing: { state: true },
    adding: { state: true },
    crossed: { state: true },
  };

  /** As it was when editing it began. */
  declare private editing: Team | undefined;
  declare private adding: boolean;
  /** What was to be saved when somebody else had changed it. */
  declare private crossed: Draft | undefined;

  override willUpdate(): void {
    const { editing, workspace } = this;
    if (!editing || !workspace.has('teams') || workspace.list('teams').some(({ id }) => id === editing.id)) return;
    this.#edit(undefined);
    this.problem = 'Somebody has removed this team meanwhile.';
  }

  override render() {
    const teams = this.workspace.list('teams');
    const isAdmin = this.me.role === 'admin';
    return html`
      <div class="title">
        <div>
          <h1>Teams</h1>
          <p class="lead">A conversation can be given to a team; whoever of it is free takes it.</p>
        </div>
        ${
          isAdmin && !this.adding
            ? html`<button class="button primary" @click=${() => this.#edit(undefined, true)}>Add a team</button>`
            : nothing
        }
      </div>
      ${this.notices()} ${this.adding ? html`<div class="card">${this.#form({ name: '', members: [], byTurns: false })}</div>` : nothing}
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
    const editing = this.editing?.id === team.id && this.editing;
    return html`<li>
      <div class="what">
        <p class="name" dir="auto">${team.name}</p>
        <p class="more">${this.#namesOf(team.members) || 'Nobody yet'}</p>
      </div>
      <div class="side long">
        ${team.byTurns ? html`<span class="badge">By turns</span>` : nothing}
        ${
          isAdmin && !editing
            ? html`<button class="button small" aria-label="Edit ${team.name}" @click=${() => this.#edit(team)}>Edit</button>
                <button class="button quiet small" aria-label="Remove ${team.name}" @click=${() => this.#remove(team)}>
                  Remove
                </button>`
            : nothing
        }
      </div>
      ${editing ? html`<div class="editing">${this.#form(this.crossed ?? editing, team)}</div>` : nothing}
    </li>`;
  }

  #form(draft: Draft, team?: Team) {
    const agents = this.workspace.list('agents').filter(({ id, disabled }) => !disabled || draft.members.includes(id));
    return html`<form @submit=${(event: SubmitEvent) => this.#save(event, team)}>
      ${
        team && this.crossed
          ? html`<div class="both" role="alert">
              <p>Somebody else has changed this meanwhile. Saving again replaces what is there with yours.</p>
              <dl>
                <dt></dt>
                <dd class="head">There now</dd>
                <dd class="head">Yours</dd>
                <dt>Name</dt>
                <dd>${team.name}</dd>
                <dd>${this.crossed.name}</dd>
                <dt>Members</dt>
                <dd>${this.#namesOf(team.members)}</dd>
                <dd>${this.#namesOf(this.crossed.members)}</dd>
              </dl>
            </div>`
          : nothing
      }
      <label class="field">
        <span class="label">Name</span>
        <input class="input" name="name" required maxlength="60" autocomplete="off" dir="auto" .value=${draft.name} />
      </label>
      <fieldset>
        <legend>Members</legend>
        ${agents.map(
          ({ id, name }) => html`<label class="choice">
            <input type="checkbox" name="members" value=${id} .checked=${draft.members.includes(id)} /><span dir="auto">${name}</span>
          </label>`,
        )}
      </fieldset>
      <label class="choice">
        <input type="checkbox" name="byTurns" .checked=${draft.byTurns} />
        <span>Give by turns<span class="hint">New conversations go to whoever is online and has room.</span></span>
      </label>
      <div class="actions">
        ${this.submitButton(team ? 'Save' : 'Add team')}
        <button class="button quiet" type="button" @click=${() => this.#edit(undefined)}>Cancel</button>
      </div>
    </form>`;
  }

  #namesOf(ids: readonly string[]): string {
    const names = new Map(this.workspace.list('agents').map(({ id, name }) => [id, name]));
    return ids.flatMap((id) => names.get(id) ?? []).join(', ');
  }

  #edit(team: Team | undefined, adding = false) {
    this.editing = team;
    this.adding = adding;
    this.crossed = undefined;
    this.hush();
  }

  async #save(event: SubmitEvent, team?: Team) {
    event.preventDefault();
    const data = new FormData(event.currentTarget as HTMLFormElement);
    const body = {
      name: String(data.get('name')).trim(),
      members: data.getAll('members').map(String),
      byTurns: data.has('byTurns'),
    };
    const version = this.crossed ? team?.version : this.editing?.version;
    const done = await this.attempt(
      async () => {
        try {
          if (team) await this.client.call('updateTeam', { team: team.id }, { body: { ...body, version } });
          else await this.client.call('createTeam', {}, { body });
        } catch (error) {
          if (isOutdated(error)) this.crossed = body;
          throw error;
        }
      },
      { told: 'Saved', refused: 'There is a team with this name.' },
    );
    if (done) {
      this.editing = this.crossed = undefined;
      this.adding = false;
    }
  }

  protected override settle(error: unknown): boolean {
    return isOutdated(error);
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

customElements.define('teams-section', TeamsSection);

declare global {
  interface HTMLElementTagNameMap {
    'teams-section': TeamsSection;
  }
}
