import { css } from 'lit';

/** What the pages share that come before one is signed in, beside what `sign-in` looks like. */
export const wayIn = css`
  .lead {
    color: var(--pl-text-muted);
  }

  .told {
    display: flex;
    gap: var(--pl-space-2);
    padding: var(--pl-space-3);
    border-radius: var(--pl-radius-m);
    background: var(--pl-raised);
    font: var(--pl-text-s);
  }

  .aside {
    justify-self: center;
    font: var(--pl-text-s);
  }
`;
