import { css } from 'lit';

export const attachmentsStyles = css`
  :host {
    display: grid;
    gap: 2px;
    justify-items: start;
    max-width: min(100%, 320px);
  }

  .pictures {
    display: grid;
    gap: 2px;
    max-width: 100%;
    overflow: hidden;
    border-radius: var(--pl-bubble-radius, 16px);
  }

  .pictures.many {
    grid-template-columns: 1fr 1fr;
    width: 320px;
  }

  .picture {
    appearance: none;
    display: block;
    min-width: 0;
    margin: 0;
    padding: 0;
    border: 0;
    background: var(--pl-raised);
    cursor: zoom-in;
  }

  .many .picture {
    aspect-ratio: 1;
  }

  .many .picture:nth-child(odd):last-child {
    grid-column: 1 / -1;
    aspect-ratio: 2;
  }

  .picture:focus-visible {
    outline-offset: -3px;
    box-shadow: inset 0 0 0 5px var(--pl-surface);
  }

  img {
    display: block;
    max-width: 100%;
    height: auto;
    object-fit: cover;
    color: var(--pl-text-muted);
    font: var(--pl-text-s);
    transition: filter var(--pl-fast);
  }

  .many img {
    width: 100%;
    height: 100%;
  }

  .picture:hover img {
    filter: brightness(0.94);
  }

  .file {
    position: relative;
    display: flex;
    align-items: center;
    gap: var(--pl-space-3);
    width: 280px;
    max-width: 100%;
    padding: var(--pl-space-2) var(--pl-space-3) var(--pl-space-2) var(--pl-space-2);
    padding-inline: var(--pl-space-2) var(--pl-space-3);
    border: 1px solid var(--pl-border);
    border-radius: var(--pl-bubble-radius, 16px);
    background: var(--pl-surface);
    color: var(--pl-text);
    font: var(--pl-text-m);
    text-decoration: none;
    transition: background-color var(--pl-fast);
  }

  .file:hover {
    background: var(--pl-raised);
  }

  .about {
    flex: 1;
    min-width: 0;
  }

  .file > svg {
    width: 18px;
    height: 18px;
    color: var(--pl-text-muted);
  }

  @media (forced-colors: active) {
    .picture {
      border: 1px solid CanvasText;
    }
  }
`;
