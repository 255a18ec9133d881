import { revisionOf } from '@porchlight/client';
import type { Agent, CreatedInvitation, Invitation, ResetLink, Role } from '@porchlight/protocol';
import { avatar } from '@porchlight/ui';
import { css, html, nothing } from 'lit';
import { bothValues } from './both-values.js';
import { RowEditor } from './row-editor.js';
import { SettingsSection, valuesOf } from './section.js';
import { ago } from './time-words.js';
import './confirm-dialog.js';
import './copy-field.js';

const ROLES: Record<Role, string> = { agent: 'Agent', admin: 'Admin' };

/** What is typed about an agent. */
interface Draft {
  role: Role;
  /** Empty: no limit. */
  capacity: string;
}

/** Who answers, and who has been invited to. */
export class PeopleSection extends SettingsSection {
  static override styles = [
    ...SettingsSection.styles,
    css`
      .rows {
        --pl-avatar-size: 36px;
      }

      .dim .name {
        color: var(--pl-text-muted);
      }
    `,
  ];
  static override properties = {
    ...SettingsSection.properties,
    inviting: { state: true },
    made: { state: true },
    reset: { state: true },
  };

  declare private inviting: boolean;
  declare private made: CreatedInvitation | undefined;
  declare private reset: { agent: Agent; link: ResetLink } | undefined;
  readonly #editor = new RowEditor<Agent, Draft>(this);
  // They are for admins only.
  readonly #invitations = this.pagedList<Invitation>(
    (query) => this.client.call('listInvitations', {}, { query }),
    () => (this.me.role === 'admin' ? revisionOf(this.client.store.get(), 'invitations') : undefined),
  );

  override render() {
    const { items: invitations = [] } = this.#invitations;
    const agents = this.workspace.list('agents');
    const isAdmin = this.me.role === 'admin';
    return html`
      <div class="title">
        <div>
          <h1>People</h1>
          <p class="lead">Agents answer visitors. Admins manage sites and people besides.</p>
        </div>
        ${
          isAdmin && !this.inviting
            ? html`<button class="button primary" @click=${() => this.#startInviting()}>Invite somebody</button>`
            : nothing
        }
      </div>
      ${this.notices()} ${this.inviting ? this.#inviteForm() : nothing} ${this.made ? this.#link(this.made) : nothing}
      ${
        this.reset
          ? html`<div class="card">
              <h2>A new password for ${this.reset.agent.name}</h2>
              <p class="lead">
                ${this.reset.link.mailed ? 'The link has been mailed. You can also hand it over yourself.' : 'Hand this link over.'}
                It works once, for a day, and is not shown again.
              </p>
              <copy-field label="Link to a new password" .text=${this.reset.link.url}></copy-field>
              <div class="actions"><button class="button" @click=${() => (this.reset = undefined)}>Done</button></div>
            </div>`
          : nothing
      }
      <div class="card flush">
        <ul class="rows" role="list" aria-label="Agents">
          ${agents.map((agent) => this.#agent(agent, isAdmin))}
        </ul>
      </div>
      ${
        invitations.length > 0
          ? html`<div class="card flush">
              <ul class="rows" role="list" aria-label="Invitations">
                <li class="head"><div class="what"><h2>Invited</h2></div></li>
                ${invitations.map((invitation) => this.#invitation(invitation))}
              </ul>
            </div>`
          : nothing
      }
      ${this.moreButton(this.#invitations)}
      <confirm-dialog></confirm-dialog>
    `;
  }

  #inviteForm() {
    return html`<div class="card">
      <h2>Invite somebody</h2>
      <form @submit=${this.#invite}>
        <label class="field">
          <span class="label">Email</span>
          <input class="input" name="email" type="email" required autocomplete="off" />
        </label>
        ${this.#roles('agent')}
        <div class="actions">
          ${this.submitButton('Make invitation', 'Inviting…')}
          <button class="button quiet" type="button" @click=${() => (this.inviting = false)}>Cancel</button>
        </div>
      </form>
    </div>`;
  }

  #roles(chosen: Role) {
    return html`<fieldset>
      <legend>Role</legend>
      <label class="choice">
        <input type="radio" name="role" value="agent" .checked=${chosen === 'agent'} />
        <span>Agent<span class="hint">Answers visitors.</span></span>
      </label>
      <label class="choice">
        <input type="radio" name="role" value="admin" .checked=${chosen === 'admin'} />
        <span>Admin<span class="hint">Manages sites and people besides.</span></span>
      </label>
    </fieldset>`;
  }

  #link({ invitation, url, mailed }: CreatedInvitation) {
    return html`<div class="card">
      <h2>Invitation for ${invitation.email}</h2>
      <p class="lead">
        ${mailed ? 'It has been mailed. You can also hand over the link yourself.' : 'Hand this link over.'} It works once,
        for seven days, and is not shown again.
      </p>
      <copy-field label="Invitation link" .text=${url}></copy-field>
      <div class="actions"><button class="button" @click=${() => (this.made = undefined)}>Done</button></div>
    </div>`;
  }

  #agent(agent: Agent, isAdmin: boolean) {
    const editing = this.#editor.draftOf(agent);
    return html`<li class=${agent.disabled ? 'dim' : ''}>
      ${avatar(agent)}
      <div class="what">
        <p class="name" dir="auto">${agent.name}${agent.id === this.me.id ? ' (you)' : ''}</p>
        <p class="more">${agent.email}</p>
      </div>
      <div class="side">
        ${
          agent.capacity === undefined
            ? nothing
            : html`<span class="badge" title="Most open conversations that are given by turns">Up to ${agent.capacity} open</span>`
        }
        ${agent.disabled ? html`<span class="badge">No access</span>` : html`<span class="badge">${ROLES[agent.role]}</span>`}
        ${agent.twoFactor ? html`<span class="badge">Two-factor</span>` : nothing}
        ${
          isAdmin && !editing
            ? html`<button class="button small" aria-label="Edit ${agent.name}" @click=${() => this.#edit(agent)}>Edit</button>`
            : nothing
        }
      </div>
      ${editing ? this.#form(agent, editing) : nothing}
    </li>`;
  }

  #form(agent: Agent, draft: Draft) {
    return html`<div class="editing">
      <form @submit=${(event: SubmitEvent) => this.#save(event, agent)} @input=${this.#typed}>
        ${this.#editor.crossed ? this.#both(agent, draft) : nothing} ${this.#roles(draft.role)}
        <label class="field">
          <span class="label">Open conversations at most</span>
          <input
            class="input"
            name="capacity"
            type="text"
            inputmode="numeric"
            pattern="[0-9]{0,3}|1000"
            title="A number up to 1000"
            .value=${draft.capacity}
          />
          <span class="hint">How many are given by turns. Empty: no limit.</span>
        </label>
        <div class="actions">
          ${this.submitButton('Save')}
          <button class="button quiet" type="button" @click=${() => this.#editor.end()}>Cancel</button>
        </div>
      </form>
      <div class="actions">
        ${
          agent.disabled
            ? html`<button class="button small" @click=${() => this.#setDisabled(agent, false)}>Give access back</button>`
            : html`
                <button class="button small" @click=${() => this.#makeReset(agent)}>Make a link to a new password</button>
                ${
                  agent.twoFactor
                    ? html`<button class="button small" @click=${() => this.#endTwoFactor(agent)}>Turn off two-factor</button>`
                    : nothing
                }
                <button class="button danger small" @click=${() => this.#disable(agent)}>Take access away</button>
              `
        }
      </div>
    </div>`;
  }

  #both(agent: Agent, { role, capacity }: Draft) {
    return bothValues([
      ['Role', ROLES[agent.role], ROLES[role]],
      ['Limit', String(agent.capacity ?? 'None'), capacity || 'None'],
    ]);
  }

  #invitation({ id, email, role, invitedBy, expiresAt }: Invitation) {
    return html`<li>
      <div class="what">
        <p class="name">${email}</p>
        <p class="more">By ${invitedBy} · Ends ${ago(expiresAt)}</p>
      </div>
      <div class="side">
        <span class="badge">${ROLES[role]}</span>
        <button class="button small" aria-label="Take back the invitation of ${email}" @click=${() => this.#takeBack(id, email)}>
          Take back
        </button>
      </div>
    </li>`;
  }

  async #startInviting() {
    this.inviting = true;
    this.made = undefined;
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLInputElement>('[name=email]')?.focus();
  }

  #edit(agent: Agent) {
    this.hush();
    this.#editor.begin(agent, { role: agent.role, capacity: String(agent.capacity ?? '') });
  }

  readonly #typed = ({ currentTarget }: Event) => {
    const data = new FormData(currentTarget as HTMLFormElement);
    this.#editor.type({ role: data.get('role') as Role, capacity: String(data.get('capacity')).trim() });
  };

  #invite(event: SubmitEvent) {
    const { email = '', role } = valuesOf(event);
    void this.attempt(
      async () => {
        this.made = await this.client.call('createInvitation', {}, { body: { email, role: role as Role } });
        this.inviting = false;
      },
      { refused: 'Somebody with this email is an agent already.' },
    );
  }

  async #save(event: SubmitEvent, agent: Agent) {
    event.preventDefault();
    const { draft } = this.#editor;
    if (!draft) return;
    const body = { role: draft.role, capacity: draft.capacity ? Number(draft.capacity) : null };
    const done = await this.attempt(
      () =>
        this.#editor.save(agent, (version) =>
          this.client.call('updateAgent', { agent: agent.id }, { body: { ...body, version } }),
        ),
      { told: 'Saved', refused: 'Somebody must stay an admin.' },
    );
    if (done) this.#editor.end();
  }

  async #disable(agent: Agent) {
    const go = await this.renderRoot.querySelector('confirm-dialog')?.ask({
      title: `Take access away from ${agent.name}?`,
      text: 'They are signed out at once, and what they had to answer goes back to everybody. What they said stays.',
      action: 'Take access away',
    });
    if (go) await this.#setDisabled(agent, true);
  }

  async #setDisabled({ id, name }: Agent, disabled: boolean) {
    const done = await this.attempt(() => this.client.call('updateAgent', { agent: id }, { body: { disabled } }), {
      told: disabled ? `${name} no longer has access` : `${name} can sign in again`,
      refused: 'Somebody must stay an admin.',
    });
    if (done) this.#editor.end();
  }

  #makeReset(agent: Agent) {
    void this.attempt(async () => {
      this.reset = { agent, link: await this.client.call('createReset', { agent: agent.id }) };
      this.#editor.end();
    });
  }

  async #endTwoFactor({ id, name }: Agent) {
    const go = await this.renderRoot.querySelector('confirm-dialog')?.ask({
      title: `Turn off two-factor for ${name}?`,
      text: 'Their password alone signs them in from then on. Do it for somebody who has lost the app, and whom you know.',
      action: 'Turn off',
    });
    if (go)
      await this.attempt(() => this.client.call('updateAgent', { agent: id }, { body: { twoFactor: false } }), {
        told: 'Two-factor is off',
      });
  }

  async #takeBack(invitation: string, email: string) {
    const go = await this.renderRoot.querySelector('confirm-dialog')?.ask({
      title: `Take back the invitation of ${email}?`,
      text: 'Its link no longer works. You can invite them again, with another link.',
      action: 'Take back',
    });
    if (go)
      await this.attempt(() => this.client.call('deleteInvitation', { invitation }), { told: 'Invitation taken back' });
  }
}

customElements.define('people-section', PeopleSection);

declare global {
  interface HTMLElementTagNameMap {
    'people-section': PeopleSection;
  }
}
