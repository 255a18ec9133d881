import { css } from 'lit';

export const composerContextStyles = css`
  :host {
    display: block;
  }

  .context {
    display: flex;
    align-items: center;
    gap: var(--pl-space-2);
    padding: var(--pl-space-1) var(--pl-space-2) var(--pl-space-2);
  }

  .about {
    flex: 1;
    display: grid;
    min-width: 0;
    padding-inline-start: var(--pl-space-2);
    border-inline-start: 2px solid var(--pl-accent-text);
    font: var(--pl-text-s);
  }

  .about > * {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  strong {
    color: var(--pl-accent-text);
    font-weight: 600;
  }

  span {
    color: var(--pl-text-muted);
  }

  :host([failed]) .about {
    border-color: var(--pl-danger);
  }

  :host([failed]) strong {
    color: var(--pl-danger);
    white-space: normal;
  }
`;
