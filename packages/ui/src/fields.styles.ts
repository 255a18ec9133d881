import { css } from 'lit';

/** Fields of a form as classes: `field`, `input`. */
export const fields = css`
  .field {
    display: grid;
    gap: var(--pl-space-1);
  }

  .field > .label {
    font: var(--pl-text-s);
    font-weight: 550;
  }

  .field > .hint {
    color: var(--pl-text-muted);
    font: var(--pl-text-s);
  }

  .field > .error {
    color: var(--pl-danger);
    font: var(--pl-text-s);
  }

  /* 16px: anything smaller makes iOS zoom the page when the field takes the focus. */
  .input {
    appearance: none;
    display: block;
    width: 100%;
    min-height: 44px;
    margin: 0;
    padding: 9px 12px;
    border: 1px solid var(--pl-control-border);
    border-radius: var(--pl-radius-m);
    background: var(--pl-surface);
    color: var(--pl-text);
    font: var(--pl-text-l);
    transition:
      border-color var(--pl-fast),
      box-shadow var(--pl-fast);
  }

  .input.small {
    min-height: 36px;
    padding: 5px 10px;
  }

  .input::placeholder {
    color: var(--pl-text-muted);
    opacity: 1;
  }

  .input:focus-visible {
    outline: 2px solid transparent;
    outline-offset: 0;
    border-color: var(--pl-accent-text);
    box-shadow: 0 0 0 1px var(--pl-accent-text);
  }

  .input[aria-invalid='true'] {
    border-color: var(--pl-danger);
  }

  .input[aria-invalid='true']:focus-visible {
    box-shadow: 0 0 0 1px var(--pl-danger);
  }
`;
