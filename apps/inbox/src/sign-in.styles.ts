import { css } from 'lit';

export const styles = css`
  :host {
    display: grid;
    place-items: center;
    min-height: 100dvh;
    padding: var(--pl-space-6) var(--pl-space-4) 12vh;
    background: var(--pl-canvas);
  }

  main {
    display: grid;
    gap: var(--pl-space-6);
    width: min(100%, 376px);
  }

  .brand {
    display: flex;
    align-items: center;
    justify-content: center;
    gap: var(--pl-space-2);
    font: var(--pl-text-l);
    font-weight: 600;
  }

  .brand svg {
    color: var(--pl-accent-text);
  }

  form {
    display: grid;
    gap: var(--pl-space-4);
    padding: var(--pl-space-8);
    border: 1px solid var(--pl-border);
    border-radius: var(--pl-radius-l);
    background: var(--pl-surface);
    box-shadow: var(--pl-shadow-1);
  }

  h1 {
    font: var(--pl-text-xl);
    font-weight: 600;
    letter-spacing: -0.01em;
  }

  .password {
    position: relative;
  }

  .password .input {
    padding-right: 72px;
  }

  .password .button {
    position: absolute;
    inset: 7px 6px auto auto;
    width: 58px;
  }

  .problem {
    display: flex;
    gap: var(--pl-space-2);
    padding: var(--pl-space-3);
    border-radius: var(--pl-radius-m);
    background: var(--pl-danger-soft);
    color: var(--pl-danger);
    font: var(--pl-text-s);
  }

  .problem:not(:has(*)) {
    position: absolute;
    visibility: hidden;
  }

  .ended {
    padding: var(--pl-space-3);
    border-radius: var(--pl-radius-m);
    background: var(--pl-raised);
    font: var(--pl-text-s);
  }

  .primary {
    min-height: 44px;
    margin-top: var(--pl-space-1);
  }

  @media (max-width: 480px) {
    form {
      padding: var(--pl-space-6);
    }
  }
`;
