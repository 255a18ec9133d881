import type { TemplateResult } from 'lit';
import { html, LitElement, nothing } from 'lit';
import { base } from './base.styles.js';
import { buttons } from './buttons.styles.js';
import { composerContextStyles } from './composer-context.styles.js';
import * as icons from './icons.js';
import type { MessageToolStrings } from './tool-strings.js';

/**
 * Stands above the composer and says what the text there is for, or what has gone wrong with the last one.
 *
 * @fires chat-cancel
 * @fires chat-retry-change
 */
export class ComposerContext extends LitElement {
  static override styles = [base, buttons, composerContextStyles];
  static override properties = {
    heading: { attribute: false },
    text: { attribute: false },
    failed: { type: Boolean, reflect: true },
    strings: { attribute: false },
  };

  declare heading: string;
  /** Of the message that it is about. */
  declare text: string;
  /** Whether something went wrong that can be tried again. */
  declare failed: boolean;
  declare strings: MessageToolStrings;

  constructor() {
    super();
    this.heading = '';
    this.text = '';
    this.failed = false;
  }

  protected override render(): TemplateResult {
    const { heading, text, failed, strings } = this;
    return html`<div class="context" role=${failed ? 'alert' : 'status'}>
      <div class="about"><strong><bdi>${heading}</bdi></strong>${text ? html`<span dir="auto">${text}</span>` : nothing}</div>
      ${
        failed
          ? html`<button class="button small" @click=${() => this.dispatchEvent(new Event('chat-retry-change'))}>
              ${strings.retry}
            </button>`
          : nothing
      }
      <button
        class="button quiet icon small"
        aria-label=${strings.cancel}
        title=${strings.cancel}
        @click=${() => this.dispatchEvent(new Event('chat-cancel'))}
      >${icons.close}</button>
    </div>`;
  }
}

export function defineComposerContext(): void {
  if (!customElements.get('chat-composer-context')) customElements.define('chat-composer-context', ComposerContext);
}
