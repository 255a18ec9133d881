import { css } from 'lit';

export const messageListStyles = css`
  :host {
    position: relative;
    display: flex;
    flex-direction: column;
    min-height: 0;
    overflow: hidden;
  }

  #viewport {
    flex: 1;
    min-height: 0;
    overflow-x: hidden;
    overflow-y: auto;
    overflow-anchor: none;
    overscroll-behavior: contain;
    scrollbar-width: thin;
    scrollbar-color: var(--pl-border) transparent;
  }

  #viewport:focus-visible {
    outline-offset: -2px;
  }

  #content {
    position: relative;
    display: flex;
    flex-direction: column;
    justify-content: flex-end;
    min-height: 100%;
    max-width: var(--pl-column, 760px);
    margin: 0 auto;
    padding: var(--pl-space-4);
  }

  .empty {
    display: grid;
    flex: 1;
    align-content: center;
  }

  /*
   * Each has space above it, which the lines here take some of. A rule about neighbours would be simpler, but with it
   * the browser goes through all messages whenever a line comes or goes.
   */
  .day,
  .new-line {
    display: flex;
    justify-content: center;
    margin: var(--pl-space-5) 0 calc(var(--pl-space-3) - var(--pl-space-4));
    color: var(--pl-text-muted);
    font: var(--pl-text-s);
  }

  .day:first-child {
    margin-top: 0;
  }

  .new-line {
    align-items: center;
    margin-top: var(--pl-space-4);
    gap: var(--pl-space-3);
    color: var(--pl-accent-text);
    font-weight: 600;
  }

  .new-line::before,
  .new-line::after {
    content: '';
    flex: 1;
    height: 1px;
    background: currentColor;
    opacity: 0.35;
  }

  .system {
    margin: var(--pl-space-4) auto 0;
    max-width: 80%;
    color: var(--pl-text-muted);
    font: var(--pl-text-s);
    text-align: center;
    overflow-wrap: anywhere;
  }

  .jump {
    appearance: none;
    position: absolute;
    inset-inline: 0;
    bottom: var(--pl-space-3);
    display: flex;
    align-items: center;
    gap: 6px;
    width: fit-content;
    min-width: 36px;
    min-height: 36px;
    margin: 0 auto;
    padding: 7px;
    border: 1px solid var(--pl-border);
    border-radius: 18px;
    background: var(--pl-surface);
    box-shadow: var(--pl-shadow-1);
    color: var(--pl-text);
    font: var(--pl-text-s);
    font-weight: 600;
    cursor: pointer;
    animation: rise var(--pl-slow) var(--pl-ease);
  }

  .jump:hover {
    background: var(--pl-raised);
  }

  .jump.unseen {
    padding-inline: 14px 10px;
    border-color: transparent;
    background: var(--pl-accent);
    color: var(--pl-on-accent);
  }

  .jump.unseen:hover {
    background: var(--pl-accent-hover);
  }

  .jump svg {
    width: 18px;
    height: 18px;
  }

  @keyframes rise {
    from {
      opacity: 0;
      transform: translateY(4px);
    }
  }

  @media (prefers-reduced-motion: reduce) {
    .jump {
      animation: none;
    }
  }

  @media print {
    :host,
    #viewport {
      overflow: visible;
    }

    .jump {
      display: none;
    }
  }
`;
