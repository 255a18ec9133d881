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

  conversation-list {
    flex: 1;
  }

  visitor-details {
    border-left: 1px solid var(--pl-border);
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
`;
