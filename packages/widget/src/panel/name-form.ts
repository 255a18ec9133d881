import { avatar, avatarStyles, base, controls } from '@porchlight/ui';
import type { TemplateResult } from 'lit';
import { html, LitElement, nothing } from 'lit';
import type { Strings } from '../locales/strings.js';
import { nameFormStyles } from './name-form.styles.js';

/** A name was chosen. */
export class NameEvent extends Event {
  static readonly type = 'chat-name';

  constructor(readonly name: string) {
    super(NameEvent.type, { bubbles: true });
  }
}

/** Where a visitor of a room chooses a name, or another one. Fires `chat-name`, and `chat-cancel` where there is a name. */
export class NameForm extends LitElement {
  static override styles = [base, controls, avatarStyles, nameFormStyles];
  static override shadowRootOptions: ShadowRootInit = { ...LitElement.shadowRootOptions, delegatesFocus: true };

  static override properties = {
    room: { attribute: false },
    name: { attribute: false },
    maxLength: { attribute: false },
    busy: { attribute: false },
    error: { attribute: false },
    strings: { attribute: false },
    draft: { state: true },
  };

  /** Name of the room. */
  declare room: string;
  /** The present name; undefined before the first. */
  declare name: string | undefined;
  /** In Unicode code points. */
  declare maxLength: number;
  declare busy: boolean;
  /** Why the last name was not taken. */
  declare error: string | undefined;
  declare strings: Strings['room'];
  declare private draft: string | undefined;

  constructor() {
    super();
    this.room = '';
    this.maxLength = 60;
    this.busy = false;
  }

  protected override render(): TemplateResult {
    const { strings, name } = this;
    const draft = this.draft ?? name ?? '';
    const excess = [...draft.trim()].length - this.maxLength;
    const error = excess > 0 ? strings.nameTooLong(excess) : this.error;
    return html`<form novalidate @submit=${this.#onSubmit}>
      <span class="preview">${avatar({ name: draft.trim() || '·' })}</span>
      <h2>${strings.nameTitle(this.room)}</h2>
      <p class="hint">${strings.nameHint}</p>
      <label class="field">
        <span class="label">${strings.nameLabel}</span>
        <input
          class="input"
          dir="auto"
          autocomplete="nickname"
          enterkeyhint="go"
          placeholder=${strings.namePlaceholder}
          .value=${draft}
          aria-invalid=${error !== undefined}
          aria-describedby=${error === undefined ? nothing : 'error'}
          @input=${this.#onInput}
        />
        ${error === undefined ? nothing : html`<span class="error" id="error" role="alert">${error}</span>`}
      </label>
      <button class="button primary" aria-disabled=${!draft.trim() || excess > 0 || this.busy}>
        ${this.busy ? strings.joining : name === undefined ? strings.join : strings.save}
      </button>
      ${
        name === undefined
          ? nothing
          : html`<button type="button" class="button quiet" @click=${this.#onCancel}>${strings.cancel}</button>`
      }
    </form>`;
  }

  #onInput(event: InputEvent): void {
    this.draft = (event.target as HTMLInputElement).value;
    this.error = undefined;
  }

  #onSubmit(event: SubmitEvent): void {
    event.preventDefault();
    const name = (this.draft ?? this.name ?? '').trim();
    if (name && [...name].length <= this.maxLength && !this.busy) this.dispatchEvent(new NameEvent(name));
  }

  #onCancel(): void {
    this.dispatchEvent(new Event('chat-cancel'));
  }
}

if (!customElements.get('chat-name-form')) customElements.define('chat-name-form', NameForm);
