import { lanternMark } from '@porchlight/ui';
import { css, html, nothing } from 'lit';

/** Stands in place of the inbox. `broken`: the server does answer, but not in a way that one could work with. */
export function unreachable(broken: boolean, again: () => void) {
  return html`<main class="unreachable">
    ${lanternMark}
    <h1>${broken ? 'The server has a problem' : 'The server cannot be reached'}</h1>
    <p>${broken ? 'Nothing is lost.' : 'Your inbox appears as soon as it answers again. Nothing is lost.'}</p>
    ${broken ? html`<button class="button" @click=${again}>Try again</button>` : nothing}
  </main>`;
}

export const unreachableStyles = css`
  .unreachable {
    display: grid;
    place-content: center;
    justify-items: center;
    gap: var(--pl-space-1);
    height: 100%;
    padding: 0 var(--pl-space-8);
    text-align: center;
  }

  .unreachable svg {
    width: 40px;
    height: 40px;
    margin-bottom: var(--pl-space-3);
    color: var(--pl-text-muted);
  }

  .unreachable h1 {
    font: var(--pl-text-l);
    font-weight: 600;
  }

  .unreachable .button {
    margin-top: var(--pl-space-4);
  }

  .unreachable p {
    max-width: 44ch;
    color: var(--pl-text-muted);
  }
`;
