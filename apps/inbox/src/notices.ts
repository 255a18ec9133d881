import { icons } from '@porchlight/ui';
import { css, html, nothing } from 'lit';
import './tip.js';

interface Notices {
  /** What could not be done, in words for a person. */
  problem: string | undefined;
  /** What was just done. */
  done: string | undefined;
  /** Takes it back, where that can be. */
  undo?: (() => void) | undefined;
}

/** What happened a moment ago. A problem takes the place of what was done. */
export function notices({ problem, done, undo }: Notices) {
  return html`<div class="notices">
    <div role="alert">${problem ? html`<p class="notice problem">${icons.alert}<span>${problem}</span></p>` : nothing}</div>
    <div role="status">
      ${
        done && !problem
          ? html`<p class="notice">
              <span>${done}</span>
              ${
                undo
                  ? html`<inbox-tip command="undo"
                      ><button class="button small" aria-keyshortcuts="z" @click=${undo}>Undo</button></inbox-tip
                    >`
                  : nothing
              }
            </p>`
          : nothing
      }
    </div>
  </div>`;
}

export const noticeStyles = css`
  .notices {
    position: fixed;
    bottom: 76px;
    left: var(--pl-space-4);
    z-index: 2;
  }

  .notice {
    display: flex;
    align-items: center;
    gap: var(--pl-space-2);
    max-width: calc(100vw - 32px);
    padding: var(--pl-space-3) var(--pl-space-4);
    border: 1px solid var(--pl-border);
    border-radius: var(--pl-radius-m);
    background: var(--pl-surface);
    box-shadow: var(--pl-shadow-2);
  }

  .notice.problem {
    color: var(--pl-danger);
  }

  .notice:not(.problem) {
    padding-right: var(--pl-space-3);
  }

  @media (max-width: 719px) {
    /* Above where one writes. */
    .notices {
      inset: 64px var(--pl-space-4) auto;
    }
  }
`;
