import { css } from 'lit';

export const toolbarStyles = css`
  :host {
    position: absolute;
    z-index: 1;
    top: -16px;
    inset-inline-end: 0;
  }

  :host([data-side='other']) {
    inset-inline: 40px auto;
  }

  .toolbar {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 2px;
    padding: 2px;
    border: 1px solid var(--pl-border);
    border-radius: var(--pl-radius-m);
    background: var(--pl-surface);
    box-shadow: var(--pl-shadow-1);
    animation: appear var(--pl-fast) var(--pl-ease);
  }

  .question {
    padding-inline: 8px;
    font: var(--pl-text-s);
  }

  .icon svg {
    width: 18px;
    height: 18px;
  }

  @media (pointer: coarse) {
    .button.icon.small {
      width: 40px;
      min-height: 40px;
    }
  }

  @keyframes appear {
    from {
      opacity: 0;
    }
  }

  @media (prefers-reduced-motion: reduce) {
    .toolbar {
      animation: none;
    }
  }
`;
