import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';

/** What differs, by name: how it is there now, and how we have it. */
type Values = readonly [label: string, theirs: unknown, ours: unknown];

/** Both values of what differs, when two have edited the same thing, and what else than saving can be done about it. */
export function bothValues(rows: readonly Values[], action?: TemplateResult): TemplateResult {
  return html`<div class="both" role="alert">
    <p>Somebody else has changed this meanwhile. Saving again replaces what is there with yours.</p>
    <dl>
      <dt></dt>
      <dd class="head">There now</dd>
      <dd class="head">Yours</dd>
      ${rows
        .filter(([, theirs, ours]) => theirs !== ours)
        .map(
          ([label, theirs, ours]) => html`<dt>${label}</dt>
            <dd dir="auto">${theirs || '—'}</dd>
            <dd dir="auto">${ours || '—'}</dd>`,
        )}
    </dl>
    ${action ? html`<div class="actions">${action}</div>` : nothing}
  </div>`;
}
