import { css } from 'lit';

/** A section of the details, in an element of its own. */
export const panelSection = css`
  :host {
    display: block;
  }

  section {
    margin-top: var(--pl-space-5);
    padding-top: var(--pl-space-5);
    border-top: 1px solid var(--pl-border);
  }

  h3 {
    margin-bottom: var(--pl-space-3);
    font: var(--pl-text-s);
    font-weight: 600;
  }

  .hint {
    color: var(--pl-text-muted);
    font: var(--pl-text-s);
  }

  .error {
    margin-top: var(--pl-space-2);
    color: var(--pl-danger);
    font: var(--pl-text-s);
  }
`;
