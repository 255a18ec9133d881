import { css } from 'lit';

/** Who is typing. */
export const typingStyles = css`
  .typing {
    display: flex;
    align-items: center;
    gap: var(--pl-space-2);
    margin-top: var(--pl-space-3);
    padding-inline-start: 40px;
    color: var(--pl-text-muted);
    font: var(--pl-text-s);
  }

  .who {
    min-width: 0;
    overflow-wrap: anywhere;
  }

  .dots {
    display: inline-flex;
    flex: none;
    gap: 3px;
    padding: 8px 10px;
    border-radius: 14px;
    background: var(--pl-raised);
  }

  .dots i {
    width: 6px;
    height: 6px;
    border-radius: 50%;
    background: var(--pl-text-muted);
    animation: breathe 1.2s infinite ease-in-out;
  }

  .dots i:nth-child(2) {
    animation-delay: 0.15s;
  }

  .dots i:nth-child(3) {
    animation-delay: 0.3s;
  }

  @keyframes breathe {
    0%,
    60%,
    100% {
      opacity: 0.35;
    }
    30% {
      opacity: 1;
    }
  }

  @media (prefers-reduced-motion: reduce) {
    .dots i {
      animation: none;
    }
  }

  @media (forced-colors: active), (prefers-contrast: more) {
    .dots {
      border: 1px solid var(--pl-border);
    }
  }
`;
