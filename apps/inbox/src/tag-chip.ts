import type { Tag } from '@porchlight/protocol';
import type { TemplateResult } from 'lit';
import { css, html, nothing, unsafeCSS } from 'lit';

/** Colours that can be told apart; a policy without inline styles leaves no other way than classes. */
const STEPS = 24;
const STEP = 360 / STEPS;

/** A tag in its colour; lightness and chroma are ours, so that it can be read. */
export function tagChip(name: string, tags: readonly Tag[], action?: TemplateResult) {
  const hue = tags.find((tag) => tag.name === name)?.hue;
  const step = hue === undefined ? '' : `hue-${Math.round(hue / STEP) % STEPS}`;
  return html`<span class="tag ${step}">
    <span class="tag-name" dir="auto">${name}</span>${action ?? nothing}
  </span>`;
}

const hues = Array.from({ length: STEPS }, (_, step) => `.hue-${step} { --tag-hue: ${step * STEP}; }`).join('\n');

export const tagStyles = css`
  ${unsafeCSS(hues)}

  .tag {
    display: inline-flex;
    align-items: center;
    gap: 2px;
    max-width: 100%;
    min-height: 24px;
    padding: 0 8px;
    border-radius: 12px;
    background: light-dark(oklch(0.94 0.035 var(--tag-hue, 264)), oklch(0.32 0.05 var(--tag-hue, 264)));
    color: light-dark(oklch(0.38 0.09 var(--tag-hue, 264)), oklch(0.9 0.05 var(--tag-hue, 264)));
    font: var(--pl-text-s);
    font-weight: 550;
  }

  .tag-name {
    min-width: 0;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  .tag button {
    appearance: none;
    display: grid;
    place-items: center;
    flex: none;
    width: 24px;
    height: 24px;
    margin-inline-end: -8px;
    padding: 0;
    border: 0;
    border-radius: 50%;
    background: none;
    color: inherit;
    cursor: pointer;
  }

  .tag button:hover {
    background: color-mix(in oklab, currentColor 14%, transparent);
  }

  .tag svg {
    width: 14px;
    height: 14px;
  }

  @media (forced-colors: active) {
    .tag {
      border: 1px solid CanvasText;
    }
  }
`;
