import { css } from 'lit';

export const styles = css`
  :host {
    position: relative;
    display: flex;
    flex-direction: column;
    background: var(--pl-surface);
  }

  h2 {
    font-weight: 600;
  }

  chat-message-list {
    flex: 1;
    min-height: 0;
  }

  .footer {
    flex: none;
    /* In line with the messages, whose column is at most 760 px wide. */
    padding: var(--pl-space-2) max(var(--pl-space-4), 50% - 364px) max(var(--pl-space-4), env(safe-area-inset-bottom));
  }

  .closed {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: var(--pl-space-4);
    padding-top: var(--pl-space-4);
    border-top: 1px solid var(--pl-border);
    background: var(--pl-canvas);
    color: var(--pl-text-muted);
    font: var(--pl-text-s);
  }

  .message {
    display: grid;
    flex: 1;
    gap: var(--pl-space-1);
    align-content: center;
    justify-items: center;
    padding: 0 var(--pl-space-8) 10vh;
    text-align: center;
  }

  .message p {
    max-width: 40ch;
    color: var(--pl-text-muted);
  }

  .message .button {
    margin-top: var(--pl-space-4);
  }

  .nothing svg {
    width: 40px;
    height: 40px;
    margin-bottom: var(--pl-space-3);
    color: var(--pl-accent-text);
  }

  kbd {
    display: inline-block;
    min-width: 22px;
    padding: 0 5px;
    border: 1px solid var(--pl-border);
    border-radius: var(--pl-radius-s);
    background: var(--pl-raised);
    color: var(--pl-text);
    font: var(--pl-text-s);
    text-align: center;
  }

  @media (max-width: 719px) {
    .nothing p {
      display: none;
    }
  }
`;
