import { css } from 'lit';

export const styles = css`
  :host {
    display: flex;
    flex: none;
    align-items: center;
    gap: var(--pl-space-1);
    height: 56px;
    padding: 0 var(--pl-space-3) 0 var(--pl-space-5);
    border-bottom: 1px solid var(--pl-border);
  }

  /* There is a way back only where the columns fold to one. */
  .leave {
    display: none;
  }

  .title {
    flex: 1;
    min-width: 0;
    margin: 0 var(--pl-space-2);
  }

  .title > * {
    overflow: hidden;
    text-align: start;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  h2 {
    font-weight: 600;
  }

  h2:focus {
    outline: none;
  }

  p {
    color: var(--pl-text-muted);
    font: var(--pl-text-s);
  }

  .avatar.room {
    background: var(--pl-raised-hover);
    color: var(--pl-text-muted);
  }

  .avatar svg {
    width: 18px;
    height: 18px;
  }

  strong {
    color: var(--pl-warning);
    font-weight: 600;
  }

  .button.small {
    min-height: 32px;
  }

  .button.status {
    min-width: 88px;
    margin: 0 var(--pl-space-1);
  }

  .icon .avatar {
    width: 24px;
    height: 24px;
    font-size: 10px;
  }

  .button.small svg {
    width: 16px;
    height: 16px;
  }

  [aria-expanded='true'] {
    color: var(--pl-text);
  }

  @media (max-width: 719px) {
    :host {
      gap: 0;
      padding: 0 var(--pl-space-1);
    }

    .title {
      margin: 0 var(--pl-space-1) 0 var(--pl-space-2);
    }

    .button.status {
      min-width: 36px;
      padding: 0;
    }

    .status span {
      position: absolute;
      clip-path: inset(50%);
    }

    .leave {
      display: inline-flex;
    }
  }
`;
