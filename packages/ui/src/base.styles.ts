import { css } from 'lit';

/** What every shadow root starts from. */
export const base = css`
  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }

  :host {
    color: var(--pl-text);
    font: var(--pl-text-m);
    -webkit-font-smoothing: antialiased;
    -webkit-text-size-adjust: none;
    text-size-adjust: none;
  }

  :host([hidden]),
  [hidden] {
    display: none !important;
  }

  h1,
  h2,
  h3,
  p,
  ul,
  ol,
  pre,
  figure {
    margin: 0;
    padding: 0;
    font: inherit;
  }

  a {
    color: var(--pl-accent-text);
    text-underline-offset: 2px;
  }

  svg {
    display: block;
    flex: none;
  }

  :focus {
    outline: none;
  }

  :focus-visible {
    outline: 2px solid var(--pl-accent-text);
    outline-offset: 2px;
  }

  .visually-hidden {
    position: absolute;
    width: 1px;
    height: 1px;
    margin: -1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
`;
