import type { Site, Team } from '@porchlight/protocol';
import { html, nothing } from 'lit';
import { isOutdated, SettingsSection } from './section.js';
import { settingsHref } from './sections.js';

interface Draft {
  /** Id; empty for none. */
  team: string;
  byTurns: boolean;
  /** What it was made of: refused when somebody else changes it meanwhile. */
  site: Site;
  of: Team | undefined;
}

/** Which team gets the new conversations of a site, and whether it gives them by turns. */
export class SiteAnswers extends SettingsSection {
  static override properties = { ...SettingsSection.properties, site: { attribute: false }, draft: { state: true } };

  declare site: Site;
  /** What is chosen, while it is not saved. */
  declare private draft: Draft | undefined;

  get #teams(): readonly Team[] {
    return this.workspace.list('teams');
  }

  #teamOf(id: string | undefined): Team | undefined {
    return this.#teams.find((team) => team.id === id);
  }

  override render() {
    const { site, draft } = this;
    const isAdmin = this.me.role === 'admin';
    const id = draft?.team ?? site.team ?? '';
    const team = this.#teamOf(id);
    const byTurns = draft?.byTurns ?? team?.byTurns ?? false;
    return html`<div class="card">
      <h2>Who answers</h2>
      <form @submit=${this.#save}>
        <label class="field">
          <span class="label">New conversations go to</span>
          <select class="input" name="team" ?disabled=${!isAdmin} @change=${this.#choose}>
            <option value="" .selected=${id === ''}>Everybody</option>
            ${this.#teams.map((each) => html`<option value=${each.id} .selected=${each.id === id}>${each.name}</option>`)}
          </select>
          <span class="hint">${whoTakes(team, byTurns)}</span>
        </label>
        ${
          team
            ? html`<label class="choice">
                <input type="checkbox" name="byTurns" ?disabled=${!isAdmin} .checked=${byTurns} @change=${this.#turn} />
                <span>
                  Give by turns
                  <span class="hint">
                    Holds for everything that ${team.name} gets.
                    <a href=${settingsHref({ section: 'people' })}>How many each agent has at most</a>
                  </span>
                </span>
              </label>`
            : nothing
        }
        ${this.notices()}
        ${
          draft && isAdmin
            ? html`<div class="actions">
                ${this.submitButton('Save')}
                <button class="button quiet" type="button" @click=${this.#discard}>Discard changes</button>
              </div>`
            : nothing
        }
        ${this.#teams.length === 0 && isAdmin ? html`<a href=${settingsHref({ section: 'teams' })}>Add a team</a>` : nothing}
      </form>
    </div>`;
  }

  #choose(event: Event) {
    const of = this.#teamOf((event.target as HTMLSelectElement).value);
    this.#take({ team: of?.id ?? '', byTurns: of?.byTurns ?? false, of, site: this.draft?.site ?? this.site });
  }

  #turn(event: Event) {
    const { draft, site } = this;
    const team = draft?.team ?? site.team ?? '';
    const of = draft?.of ?? this.#teamOf(team);
    this.#take({ team, byTurns: (event.target as HTMLInputElement).checked, of, site: draft?.site ?? site });
  }

  /** What is chosen as it is saved already needs no saving. */
  #take(draft: Draft) {
    this.hush();
    const isSame = draft.team === (draft.site.team ?? '') && draft.byTurns === (draft.of?.byTurns ?? false);
    this.draft = isSame ? undefined : draft;
  }

  readonly #discard = () => {
    this.draft = undefined;
    this.hush();
  };

  async #save(event: SubmitEvent) {
    event.preventDefault();
    const { draft } = this;
    if (!draft) return;
    const { team, byTurns, of, site } = draft;
    const done = await this.attempt(
      async () => {
        if (of && of.byTurns !== byTurns) {
          await this.client.call('updateTeam', { team: of.id }, { body: { byTurns, version: of.version } });
        }
        if (team !== (site.team ?? '')) {
          await this.client.call(
            'updateSite',
            { site: site.key },
            { body: { team: team || null, version: site.version } },
          );
        }
      },
      { told: 'Saved', refused: 'This team is no longer there. Choose another.' },
    );
    if (done) this.draft = undefined;
  }

  /** What is there now is shown, to be looked at before anybody chooses again. */
  protected override settle(error: unknown): boolean {
    if (!isOutdated(error)) return false;
    this.draft = undefined;
    this.problem = 'Somebody else has changed this meanwhile. Here is what they chose.';
    return true;
  }
}

function whoTakes(team: Team | undefined, byTurns: boolean): string {
  if (!team) return 'Whoever is free takes them.';
  return byTurns
    ? `Each goes to whoever of ${team.name} is online, has room, and has waited longest.`
    : `Whoever of ${team.name} is free takes them.`;
}

customElements.define('site-answers', SiteAnswers);

declare global {
  interface HTMLElementTagNameMap {
    'site-answers': SiteAnswers;
  }
}
