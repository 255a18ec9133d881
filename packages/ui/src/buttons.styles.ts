import { css } from 'lit';

/** Buttons as classes: `button` (`primary`, `danger`, `quiet`, `icon`, `small`). */
export const buttons = css`
  .button {
    appearance: none;
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: var(--pl-space-2);
    min-height: 36px;
    margin: 0;
    padding: 7px 14px;
    border: 1px solid var(--pl-border);
    border-radius: var(--pl-radius-m);
    background: var(--pl-surface);
    color: var(--pl-text);
    font: var(--pl-text-m);
    font-weight: 550;
    text-decoration: none;
    white-space: nowrap;
    cursor: pointer;
    touch-action: manipulation;
    transition:
      background-color var(--pl-fast),
      border-color var(--pl-fast),
      color var(--pl-fast);
  }

  .button:hover {
    background: var(--pl-raised);
  }

  .button:active {
    background: var(--pl-raised-hover);
  }

  .button.primary {
    border-color: transparent;
    background: var(--pl-accent);
    color: var(--pl-on-accent);
  }

  .button.primary:hover,
  .button.primary:active {
    background: var(--pl-accent-hover);
  }

  .button.danger {
    color: var(--pl-danger);
  }

  .button.quiet {
    border-color: transparent;
    background: transparent;
    color: var(--pl-text-muted);
  }

  .button.quiet:hover {
    background: var(--pl-raised);
    color: var(--pl-text);
  }

  .button.small {
    min-height: 28px;
    padding: 3px 10px;
    border-radius: var(--pl-radius-s);
    font: var(--pl-text-s);
    font-weight: 550;
  }

  .button.icon {
    width: 36px;
    padding: 0;
  }

  .button.icon.small {
    width: 28px;
  }

  .button:disabled,
  .button[aria-disabled='true'] {
    opacity: 0.5;
    cursor: default;
  }
`;
