import { css } from 'lit';

/** Says over a place, which positions it, that files can be dropped there. */
export const dropStyles = css`
  .drop {
    position: absolute;
    z-index: 1;
    inset: var(--pl-space-2);
    display: grid;
    place-items: center;
    border: 2px dashed var(--pl-accent-text);
    border-radius: var(--pl-radius-m);
    background: var(--pl-accent-soft);
    color: var(--pl-accent-text);
    font-weight: 600;
    pointer-events: none;
  }
`;
