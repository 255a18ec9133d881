import { css } from 'lit';

export const listPaneStyles = css`
  .list header {
    display: flex;
    flex: none;
    align-items: center;
    gap: 2px;
    padding-right: var(--pl-space-3);
  }

  .list h2 {
    flex: 1;
    padding: 14px var(--pl-space-5) 12px;
    font: var(--pl-text-l);
    font-weight: 650;
    letter-spacing: -0.005em;
  }

  .count {
    margin-left: var(--pl-space-1);
    color: var(--pl-text-muted);
    font-weight: 400;
    font-variant-numeric: tabular-nums;
  }

  nav {
    display: flex;
    flex: none;
    flex-wrap: wrap;
    gap: 2px;
    max-height: min(182px, 30dvh);
    padding: 2px 10px var(--pl-space-2);
    overflow-y: auto;
    scrollbar-width: thin;
    scrollbar-color: var(--pl-border) transparent;
  }

  .team {
    display: flex;
    align-items: center;
    gap: 5px;
    max-width: 100%;
  }

  .team svg {
    flex: none;
    width: 16px;
    height: 16px;
  }

  .team bdi {
    overflow: hidden;
    text-overflow: ellipsis;
  }

  nav .count {
    margin-left: 2px;
    font-weight: 500;
  }

  .chips {
    display: flex;
    flex: none;
    flex-wrap: wrap;
    gap: var(--pl-space-1);
    padding: 0 var(--pl-space-4) var(--pl-space-2);
    list-style: none;
  }

  .chips button {
    appearance: none;
    display: flex;
    align-items: center;
    gap: var(--pl-space-1);
    max-width: 280px;
    min-height: 26px;
    padding: 2px 6px 2px 10px;
    border: 0;
    border-radius: 13px;
    background: var(--pl-accent-soft);
    color: var(--pl-text);
    font: var(--pl-text-s);
    cursor: pointer;
  }

  .chips span {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  .chips svg {
    width: 14px;
    height: 14px;
  }

  nav a {
    padding: 4px 9px;
    border-radius: var(--pl-radius-s);
    color: var(--pl-text-muted);
    font: var(--pl-text-s);
    font-weight: 550;
    text-decoration: none;
    white-space: nowrap;
  }

  nav a:hover {
    color: var(--pl-text);
  }

  nav a[aria-current] {
    background: var(--pl-raised-hover);
    color: var(--pl-text);
  }

  @media (forced-colors: active) {
    nav a[aria-current] {
      outline: 2px solid Highlight;
    }
  }
`;
