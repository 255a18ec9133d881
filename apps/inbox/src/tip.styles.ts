import { css } from 'lit';

export const styles = css`
  :host {
    display: inline-flex;
  }

  .tip {
    position: fixed;
    inset: auto;
    margin: 0;
    padding: 3px 4px 3px 8px;
    border: 0;
    border-radius: var(--pl-radius-s);
    background: light-dark(oklch(0.25 0.015 262), oklch(0.36 0.015 262));
    color: oklch(0.98 0 0);
    box-shadow: var(--pl-shadow-1);
    font: var(--pl-text-s);
    white-space: nowrap;
    pointer-events: none;
  }

  .tip:popover-open {
    display: inline-flex;
    align-items: center;
    gap: var(--pl-space-1);
  }

  kbd {
    min-width: 20px;
    padding: 0 5px;
    border-radius: 4px;
    background: oklch(1 0 0 / 0.16);
    font: var(--pl-text-s);
    text-align: center;
  }

  kbd:first-of-type {
    margin-left: var(--pl-space-1);
  }
`;
