import { css } from 'lit';

/** What file-name-view.ts draws, and the sign of a file. */
export const fileStyles = css`
  .file-name {
    display: flex;
    min-width: 0;
    white-space: pre;
  }

  .file-name .head,
  .file-name bdi:only-child {
    min-width: 0;
    overflow: hidden;
    text-overflow: ellipsis;
  }

  .file-name bdi:not(.head, :only-child) {
    flex: none;
  }

  .sign {
    display: grid;
    flex: none;
    place-items: center;
    width: 40px;
    height: 40px;
    border-radius: var(--pl-radius-m);
    background: var(--pl-accent-soft);
    color: var(--pl-accent-text);
  }

  .muted {
    color: var(--pl-text-muted);
    font: var(--pl-text-s);
  }
`;
