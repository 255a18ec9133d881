import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';

export interface Notice {
  title: string;
  hint: string;
  action?: { label: string; run(): void };
}

/** What stands in the way, in plain words, and the one thing to do about it. */
export function notice({ title, hint, action }: Notice): TemplateResult {
  return html`<div class="notice" role="alert">
    <h2>${title}</h2>
    <p>${hint}</p>
    ${action ? html`<button class="button primary" @click=${action.run}>${action.label}</button>` : nothing}
  </div>`;
}
