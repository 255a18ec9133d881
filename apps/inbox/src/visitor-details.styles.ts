import { css } from 'lit';

export const styles = css`
  :host {
    display: grid;
    grid-template-rows: auto minmax(0, 1fr);
    background: var(--pl-surface);
  }

  .header {
    display: flex;
    align-items: center;
    justify-content: space-between;
    height: 56px;
    padding: 0 var(--pl-space-3) 0 var(--pl-space-5);
    border-bottom: 1px solid var(--pl-border);
  }

  h2,
  h3 {
    font-weight: 600;
  }

  .scroll {
    padding: var(--pl-space-5);
    overflow-y: auto;
    overscroll-behavior: contain;
    scrollbar-width: thin;
    scrollbar-color: var(--pl-border) transparent;
  }

  .scroll:focus-visible {
    outline-offset: -2px;
  }

  .scroll > * + section {
    margin-top: var(--pl-space-5);
    padding-top: var(--pl-space-5);
    border-top: 1px solid var(--pl-border);
  }

  h3 {
    margin-bottom: var(--pl-space-3);
    font: var(--pl-text-s);
    font-weight: 600;
  }

  .person {
    display: grid;
    justify-items: start;
    --pl-avatar-size: 48px;
  }

  .name {
    margin-top: var(--pl-space-3);
    font: var(--pl-text-l);
    font-weight: 600;
    overflow-wrap: anywhere;
  }

  .mark {
    display: inline-flex;
    align-items: center;
    gap: var(--pl-space-1);
    margin-top: var(--pl-space-1);
    color: var(--pl-text-muted);
    font: var(--pl-text-s);
  }

  .mark svg {
    width: 16px;
    height: 16px;
  }

  .verified {
    color: var(--pl-success);
    font-weight: 500;
  }

  .hint {
    color: var(--pl-text-muted);
    font: var(--pl-text-s);
  }

  dl {
    display: grid;
    gap: var(--pl-space-2);
    margin: 0;
    font: var(--pl-text-s);
    font-variant-numeric: tabular-nums;
  }

  .person + dl > :first-child {
    margin-top: var(--pl-space-4);
  }

  dl > div {
    display: grid;
    grid-template-columns: 88px minmax(0, 1fr);
    gap: var(--pl-space-2);
  }

  dt {
    color: var(--pl-text-muted);
    overflow-wrap: anywhere;
  }

  dd {
    margin: 0;
    text-align: start;
    overflow-wrap: anywhere;
  }

  /* A column of its own goes by the button that opened it. */
  @media (min-width: 1120px) {
    .close {
      display: none;
    }
  }
`;
