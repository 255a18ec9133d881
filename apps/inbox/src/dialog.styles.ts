import { css } from 'lit';

/** How every dialog of the inbox looks; each says how large it is, and where it stands. */
export const dialogStyles = css`
  dialog {
    margin: auto;
    padding: 0;
    border: 1px solid var(--pl-border);
    border-radius: var(--pl-radius-l);
    background: var(--pl-surface);
    color: inherit;
    box-shadow: var(--pl-shadow-2);
    overscroll-behavior: contain;
  }

  dialog::backdrop {
    background: oklch(0 0 0 / 0.4);
  }
`;
