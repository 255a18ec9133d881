import { ChatError } from '@porchlight/client';
import type { Agent } from '@porchlight/protocol';
import { avatar } from '@porchlight/ui';
import { css, html, nothing } from 'lit';
import { SettingsSection, valuesOf } from './section.js';

/** One's name, picture, and whether one is there. */
export class ProfileSection extends SettingsSection {
  static override styles = [
    ...SettingsSection.styles,
    css`
      .person {
        display: flex;
        flex-wrap: wrap;
        gap: var(--pl-space-4);
        align-items: center;
        --pl-avatar-size: 72px;
      }
    `,
  ];

  static override properties = { ...SettingsSection.properties, typed: { state: true } };

  /** The name as it is typed, until that is the name; another name that comes meanwhile does not take its place. */
  declare private typed: string | undefined;

  override willUpdate(): void {
    if (this.typed === this.me.name) this.typed = undefined;
  }

  override render() {
    const { me } = this;
    return html`
      <div class="title"><h1>Profile</h1></div>
      ${this.notices()}
      <div class="card">
        <div class="person">
          ${avatar(me)}
          <div>
            <h2>Picture</h2>
            <p class="hint">Visitors see it beside what you say. It is cut to a square.</p>
          </div>
          <div class="actions">
            <button class="button small" aria-disabled=${this.busy} @click=${this.#choose}>
              ${me.avatarUrl ? 'Change picture' : 'Choose picture'}
            </button>
            ${
              me.avatarUrl
                ? html`<button class="button quiet small" aria-disabled=${this.busy} @click=${this.#remove}>Remove</button>`
                : nothing
            }
            <input
              type="file"
              hidden
              accept="image/jpeg,image/png,image/webp,image/gif,image/avif"
              aria-label="Picture"
              @change=${this.#chosen}
            />
          </div>
        </div>
      </div>
      <div class="card">
        <form @submit=${this.#save}>
          <label class="field">
            <span class="label">Name</span>
            <input
              class="input"
              name="name"
              required
              maxlength="60"
              autocomplete="name"
              dir="auto"
              .value=${this.typed ?? me.name}
              @input=${(event: InputEvent) => {
                this.typed = (event.target as HTMLInputElement).value;
              }}
            />
            <span class="hint">Visitors see it too.</span>
          </label>
          <div class="field">
            <span class="label">Email</span>
            <span>${me.email}</span>
          </div>
          ${this.submitButton('Save')}
        </form>
      </div>
    `;
  }

  async #save(event: SubmitEvent) {
    const { name = '' } = valuesOf(event);
    await this.attempt(
      async () => {
        this.typed = (await this.client.call('updateProfile', {}, { body: { name } })).name;
      },
      { told: 'Saved' },
    );
  }

  #choose() {
    this.renderRoot.querySelector<HTMLInputElement>('input[type=file]')?.click();
  }

  #chosen(event: Event) {
    const input = event.target as HTMLInputElement;
    const [file] = input.files ?? [];
    input.value = '';
    if (file) void this.attempt(() => uploadPicture(file), { told: 'Picture changed' });
  }

  async #remove() {
    const { avatarUrl } = this.me;
    let before: File | undefined;
    await this.attempt(
      async () => {
        // Kept here, to be put back: on the server it is gone.
        before = avatarUrl ? await pictureAt(avatarUrl) : undefined;
        await this.client.call('deletePicture', {});
      },
      { told: 'Picture removed', undo: async () => before && uploadPicture(before) },
    );
  }
}

/** What is shown there, as a file. */
async function pictureAt(url: string): Promise<File> {
  const response = await fetch(url).catch((error: unknown) => {
    throw new ChatError(String(error), { code: 'network', status: 0 });
  });
  const picture = await response.blob();
  return new File([picture], 'picture', { type: picture.type });
}

/** The client's calls are JSON; this one is a form. */
async function uploadPicture(file: File): Promise<Agent> {
  const body = new FormData();
  body.append('file', file);
  let response: Response;
  try {
    response = await fetch('/v1/auth/me/picture', { method: 'PUT', body });
  } catch (error) {
    throw new ChatError(String(error), { code: 'network', status: 0 });
  }
  const answer = await response.json().catch(() => ({}));
  if (!response.ok)
    throw new ChatError(answer.detail ?? '', { code: answer.code ?? 'internal', status: response.status });
  return answer;
}

customElements.define('profile-section', ProfileSection);

declare global {
  interface HTMLElementTagNameMap {
    'profile-section': ProfileSection;
  }
}
