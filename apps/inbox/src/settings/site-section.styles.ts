import { css } from 'lit';

export const siteStyles = css`
  .two {
    display: grid;
    grid-template-columns: minmax(0, 1fr) 320px;
    gap: var(--pl-space-4);
    align-items: start;
  }

  .two > site-preview {
    position: sticky;
    top: var(--pl-space-4);
  }

  .room {
    display: grid;
    grid-template-columns: minmax(0, 1fr) minmax(0, 1fr) auto;
    gap: var(--pl-space-2);
    align-items: center;
  }

  .rows.inset > li {
    padding-inline: 0;
  }

  details {
    display: grid;
    gap: var(--pl-space-2);
  }

  details[open] > summary {
    margin-bottom: var(--pl-space-2);
  }

  details copy-field {
    margin-top: var(--pl-space-2);
  }

  summary {
    display: flex;
    align-items: center;
    gap: var(--pl-space-2);
    width: fit-content;
    list-style: none;
    color: var(--pl-text-muted);
    font: var(--pl-text-s);
    cursor: pointer;
  }

  summary::-webkit-details-marker {
    display: none;
  }

  summary::before {
    content: '';
    width: 6px;
    height: 6px;
    margin: 0 2px;
    border: solid currentColor;
    border-width: 0 1.75px 1.75px 0;
    transform: rotate(-45deg);
    transition: transform var(--pl-fast);
  }

  details[open] > summary::before {
    transform: rotate(45deg);
  }

  .hue {
    appearance: none;
    width: 100%;
    height: 24px;
    margin: 0;
    border-radius: 999px;
    background: linear-gradient(
      to right in oklch longer hue,
      oklch(0.53 0.14 0),
      oklch(0.53 0.14 360)
    );
    cursor: pointer;
  }

  .hue::-webkit-slider-thumb {
    appearance: none;
    width: 24px;
    height: 24px;
    border: 3px solid white;
    border-radius: 50%;
    background: transparent;
    box-shadow: 0 0 0 1px oklch(0 0 0 / 0.6);
  }

  .hue::-moz-range-thumb {
    box-sizing: border-box;
    width: 24px;
    height: 24px;
    border: 3px solid white;
    border-radius: 50%;
    background: transparent;
    box-shadow: 0 0 0 1px oklch(0 0 0 / 0.6);
  }

  @media (max-width: 979px) {
    .two {
      grid-template-columns: minmax(0, 1fr);
    }

    .two > site-preview {
      position: static;
    }
  }
`;
