import { css } from 'lit';

export const styles = css`
  :host {
    display: grid;
    grid-template: 100dvh / 240px minmax(0, 1fr);
    height: 100dvh;
    background: var(--pl-canvas);
  }

  nav {
    padding: var(--pl-space-3);
    border-right: 1px solid var(--pl-border);
    overflow-y: auto;
  }

  .back {
    display: flex;
    align-items: center;
    gap: var(--pl-space-2);
    width: fit-content;
    min-height: 36px;
    padding: 0 var(--pl-space-3) 0 var(--pl-space-2);
    border-radius: var(--pl-radius-s);
    color: var(--pl-text-muted);
    font-weight: 550;
    text-decoration: none;
  }

  .back svg {
    width: 16px;
    height: 16px;
  }

  nav h2 {
    padding: var(--pl-space-5) var(--pl-space-3) var(--pl-space-1);
    color: var(--pl-text-muted);
    font: var(--pl-text-s);
    font-weight: 550;
  }

  nav ul {
    display: grid;
    gap: 2px;
    list-style: none;
  }

  nav li a {
    display: block;
    padding: 7px var(--pl-space-3);
    border-radius: var(--pl-radius-s);
    color: var(--pl-text);
    text-decoration: none;
  }

  .back:hover,
  nav li a:hover {
    background: var(--pl-raised);
    color: var(--pl-text);
  }

  nav li a[aria-current] {
    background: var(--pl-raised-hover);
    font-weight: 550;
  }

  main {
    overflow-y: auto;
    overscroll-behavior: contain;
  }

  .inner {
    max-width: 960px;
    margin: 0 auto;
    padding: var(--pl-space-8) var(--pl-space-8) 96px;
  }

  main .back {
    display: none;
    margin: 0 0 var(--pl-space-3) calc(-1 * var(--pl-space-2));
  }

  .waiting {
    color: var(--pl-text-muted);
  }

  /* One column: the list of sections, or one of them. */
  @media (max-width: 719px) {
    :host {
      grid-template-columns: minmax(0, 1fr);
    }

    nav,
    main {
      grid-area: 1 / 1;
      border: 0;
    }

    :host([shows='section']) nav,
    :host([shows='list']) main {
      display: none;
    }

    nav li a {
      padding: 12px var(--pl-space-3);
      font: var(--pl-text-l);
    }

    nav li a[aria-current] {
      background: none;
      font-weight: inherit;
    }

    .inner {
      padding: var(--pl-space-3) var(--pl-space-4) 96px;
    }

    main .back {
      display: flex;
    }
  }

  @media (forced-colors: active) {
    nav li a[aria-current] {
      outline: 2px solid Highlight;
    }
  }
`;
