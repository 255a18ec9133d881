import { css } from 'lit';

export const styles = css`
  :host {
    display: block;
    height: 100dvh;
    overflow: hidden;
    background: var(--pl-canvas);
  }

  .columns {
    display: grid;
    grid-template: 100dvh / 320px minmax(0, 1fr);
    height: 100%;
  }

  .columns:has(visitor-details) {
    grid-template-columns: 320px minmax(0, 1fr) 300px;
  }

  .columns > * {
    min-width: 0;
    min-height: 0;
  }

  .list {
    display: flex;
    flex-direction: column;
    border-right: 1px solid var(--pl-border);
    background: var(--pl-canvas);
  }

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
    display: grid;
    flex: none;
    gap: 2px;
    padding: 0 10px var(--pl-space-2);
  }

  nav > div {
    display: flex;
    gap: 2px;
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
  }

  nav a:hover {
    color: var(--pl-text);
  }

  nav a[aria-current] {
    background: var(--pl-raised-hover);
    color: var(--pl-text);
  }

  conversation-list {
    flex: 1;
  }

  visitor-details {
    border-left: 1px solid var(--pl-border);
  }

  .notices {
    position: fixed;
    bottom: 76px;
    left: var(--pl-space-4);
    z-index: 2;
  }

  .notice {
    display: flex;
    align-items: center;
    gap: var(--pl-space-2);
    max-width: calc(100vw - 32px);
    padding: var(--pl-space-3) var(--pl-space-4);
    border: 1px solid var(--pl-border);
    border-radius: var(--pl-radius-m);
    background: var(--pl-surface);
    box-shadow: var(--pl-shadow-2);
  }

  .notice.problem {
    color: var(--pl-danger);
  }

  .notice:not(.problem) {
    padding-right: var(--pl-space-3);
  }

  .unreachable {
    display: grid;
    place-content: center;
    justify-items: center;
    gap: var(--pl-space-1);
    height: 100%;
    padding: 0 var(--pl-space-8);
    text-align: center;
  }

  .unreachable svg {
    width: 40px;
    height: 40px;
    margin-bottom: var(--pl-space-3);
    color: var(--pl-text-muted);
  }

  .unreachable h1 {
    font: var(--pl-text-l);
    font-weight: 600;
  }

  .unreachable .button {
    margin-top: var(--pl-space-4);
  }

  .unreachable p {
    max-width: 44ch;
    color: var(--pl-text-muted);
  }

  /* Two columns: the details lie above the conversation. */
  @media (max-width: 1119px) {
    .columns:has(visitor-details) {
      grid-template-columns: 320px minmax(0, 1fr);
    }

    visitor-details {
      position: fixed;
      inset: 0 0 0 auto;
      z-index: 1;
      width: min(360px, 100vw);
      box-shadow: var(--pl-shadow-2);
    }
  }

  /* One column. What is not shown keeps its place and so where it was scrolled to. */
  @media (max-width: 719px) {
    .columns,
    .columns:has(visitor-details) {
      grid-template-columns: minmax(0, 1fr);
    }

    .columns > :not(h1) {
      grid-area: 1 / 1;
      visibility: hidden;
    }

    /* Above where one writes. */
    .notices {
      inset: 64px var(--pl-space-4) auto;
    }

    .list {
      border-right: 0;
    }

    [data-shown='list'] > .list,
    [data-shown='conversation'] > conversation-pane,
    [data-shown='details'] > visitor-details {
      visibility: visible;
    }

    visitor-details {
      position: static;
      width: auto;
      border-left: 0;
      box-shadow: none;
    }
  }

  @media (forced-colors: active) {
    nav a[aria-current] {
      outline: 2px solid Highlight;
    }
  }
`;
