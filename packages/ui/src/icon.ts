import type { TemplateResult } from 'lit';
import { html } from 'lit';

/** Drawn on a 20 px grid with a 1.75 px line. Decorative: what it means is said by the control it sits in. */
export function icon(path: string): TemplateResult {
  return html`<svg
    viewBox="0 0 20 20"
    width="20"
    height="20"
    fill="none"
    stroke="currentColor"
    stroke-width="1.75"
    stroke-linecap="round"
    stroke-linejoin="round"
    aria-hidden="true"
  ><path d=${path} /></svg>`;
}
