import { css } from 'lit';

export const menuStyles = css`
  :host {
    position: absolute;
    z-index: 2;
    top: calc(56px + var(--pl-safe-top, 0px));
    inset-inline-end: var(--pl-space-3);
    width: min(300px, calc(100% - 24px));
  }

  .box {
    display: grid;
    padding: var(--pl-space-1);
    border: 1px solid var(--pl-border);
    border-radius: var(--pl-radius-m);
    background: var(--pl-surface);
    box-shadow: var(--pl-shadow-2);
    animation: appear var(--pl-fast) var(--pl-ease);
  }

  [role^='menuitem'] {
    appearance: none;
    display: flex;
    align-items: center;
    gap: var(--pl-space-3);
    min-height: 44px;
    margin: 0;
    padding: var(--pl-space-2) var(--pl-space-3);
    border: 0;
    border-radius: var(--pl-radius-s);
    background: none;
    color: var(--pl-text);
    font: var(--pl-text-m);
    text-align: start;
    cursor: pointer;
  }

  [role^='menuitem']:hover {
    background: var(--pl-raised);
  }

  [role^='menuitem']:focus-visible {
    outline-offset: -2px;
  }

  [role^='menuitem'] > span {
    flex: 1;
  }

  .danger {
    color: var(--pl-danger);
  }

  .switch {
    position: relative;
    flex: none;
    width: 32px;
    height: 20px;
    border: 1px solid var(--pl-control-border);
    border-radius: 10px;
    background: var(--pl-raised);
  }

  .switch::after {
    content: '';
    position: absolute;
    inset-block: 2px;
    inset-inline-start: 2px;
    width: 14px;
    border-radius: 50%;
    background: var(--pl-control-border);
    transition: inset-inline-start var(--pl-fast);
  }

  [aria-checked='true'] .switch {
    border-color: var(--pl-accent);
    background: var(--pl-accent);
  }

  [aria-checked='true'] .switch::after {
    inset-inline-start: 14px;
    background: var(--pl-on-accent);
  }

  hr {
    width: 100%;
    margin: var(--pl-space-1) 0;
    border: 0;
    border-top: 1px solid var(--pl-border);
  }

  .question {
    gap: var(--pl-space-2);
    padding: var(--pl-space-4);
  }

  h3 {
    font: var(--pl-text-l);
    font-weight: 650;
  }

  p {
    color: var(--pl-text-muted);
    font: var(--pl-text-s);
  }

  .failed {
    padding: var(--pl-space-2);
    color: var(--pl-danger);
  }

  .choice {
    display: flex;
    flex-wrap: wrap;
    gap: var(--pl-space-2);
    margin-top: var(--pl-space-2);
  }

  .choice .button {
    flex: 1;
  }

  @keyframes appear {
    from {
      opacity: 0;
    }
  }

  @media (prefers-reduced-motion: reduce) {
    .box {
      animation: none;
    }
  }

  @media (forced-colors: active) {
    .switch::after {
      border: 7px solid CanvasText;
    }
  }
`;
