import { css } from 'lit';

export const memberListStyles = css`
  :host {
    display: grid;
    grid-template-rows: auto minmax(0, 1fr) auto;
    flex: 1;
    min-height: 0;
  }

  .bar {
    display: flex;
    align-items: center;
    justify-content: space-between;
    padding-block: var(--pl-space-3) var(--pl-space-1);
    padding-inline: var(--pl-space-4) var(--pl-space-3);
  }

  h2 {
    font: var(--pl-text-m);
    font-weight: 600;
  }

  .scroll {
    padding: 0 var(--pl-space-4) var(--pl-space-4);
    overflow-y: auto;
    overscroll-behavior: contain;
    scrollbar-width: thin;
    scrollbar-color: var(--pl-border) transparent;
  }

  .scroll:focus-visible {
    outline-offset: -2px;
  }

  h3 {
    margin: var(--pl-space-4) 0 var(--pl-space-1);
    color: var(--pl-text-muted);
    font: var(--pl-text-s);
    font-weight: 600;
  }

  ul {
    margin: 0;
    padding: 0;
    list-style: none;
  }

  li {
    display: flex;
    align-items: center;
    gap: var(--pl-space-3);
    min-height: 44px;
    color: var(--pl-text-muted);
  }

  li.here {
    color: var(--pl-text);
  }

  bdi {
    overflow: hidden;
    min-width: 0;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  .tag {
    flex: none;
    color: var(--pl-text-muted);
    font: var(--pl-text-s);
    font-variant-numeric: tabular-nums;
  }

  .failed {
    padding: var(--pl-space-4) 0;
    color: var(--pl-text-muted);
    text-align: center;
  }

  .scroll .button {
    margin-top: var(--pl-space-3);
  }

  .foot {
    padding: var(--pl-space-2) var(--pl-space-3) calc(var(--pl-space-2) + env(safe-area-inset-bottom, 0px));
    border-top: 1px solid var(--pl-border);
    text-align: center;
  }
`;
