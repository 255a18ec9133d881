import { css } from 'lit';

export const nameFormStyles = css`
  :host {
    display: grid;
    align-content: safe center;
    flex: 1;
    min-height: 0;
    overflow-y: auto;
    padding: var(--pl-space-6);
  }

  form {
    display: grid;
    gap: var(--pl-space-4);
    width: 100%;
    max-width: 320px;
    margin: 0 auto;
  }

  .preview {
    --pl-avatar-size: 64px;
    justify-self: center;
  }

  h2 {
    font: var(--pl-text-xl);
    font-weight: 650;
    letter-spacing: -0.01em;
    text-align: center;
    overflow-wrap: anywhere;
  }

  .hint {
    margin-top: calc(-1 * var(--pl-space-3));
    color: var(--pl-text-muted);
    text-align: center;
    text-wrap: balance;
  }

  .button {
    min-height: 44px;
  }

  .quiet {
    margin-top: calc(-1 * var(--pl-space-2));
  }
`;
