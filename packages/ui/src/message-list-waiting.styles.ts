import { css } from 'lit';

/** What stands where messages are still to come. */
export const messageListWaitingStyles = css`
  .older {
    display: grid;
    place-items: center;
    height: 40px;
  }

  .spinner {
    width: 16px;
    height: 16px;
    border: 2px solid var(--pl-border);
    border-top-color: var(--pl-text-muted);
    border-radius: 50%;
    animation: turn 0.8s linear infinite;
  }

  @keyframes turn {
    to {
      transform: rotate(1turn);
    }
  }

  .skeleton {
    display: grid;
    gap: var(--pl-space-3);
  }

  .skeleton i {
    width: 56%;
    height: 38px;
    border-radius: 16px;
    background: var(--pl-raised);
    animation: breathe-slowly 1.6s infinite ease-in-out;
  }

  .skeleton i:nth-child(2) {
    width: 68%;
    height: 58px;
  }

  .skeleton i.own {
    justify-self: end;
    width: 44%;
  }

  @keyframes breathe-slowly {
    50% {
      opacity: 0.55;
    }
  }

  @media (prefers-reduced-motion: reduce) {
    .spinner,
    .skeleton i {
      animation: none;
    }
  }

  @media (forced-colors: active), (prefers-contrast: more) {
    .skeleton i {
      border: 1px solid var(--pl-border);
    }
  }
`;
