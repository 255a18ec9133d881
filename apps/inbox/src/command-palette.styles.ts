import { css } from 'lit';

export const styles = css`
  dialog {
    width: min(580px, 100vw - 24px);
    max-height: min(460px, 100dvh - 32px);
    margin: min(14vh, 120px) auto auto;
    overflow: hidden;
  }

  .sheet {
    display: flex;
    flex-direction: column;
    max-height: inherit;
  }

  .search {
    display: flex;
    flex: none;
    align-items: center;
    gap: var(--pl-space-3);
    padding: 0 var(--pl-space-4);
    border-bottom: 1px solid var(--pl-border);
    color: var(--pl-text-muted);
  }

  input {
    appearance: none;
    flex: 1;
    min-width: 0;
    height: 52px;
    padding: 0;
    border: 0;
    background: none;
    color: var(--pl-text);
    font: var(--pl-text-l);
  }

  /* The field is all there is to write in: the caret says enough. */
  input:focus-visible {
    outline: none;
  }

  input::placeholder {
    color: var(--pl-text-muted);
    opacity: 1;
  }

  .options {
    overflow-y: auto;
    overscroll-behavior: contain;
    padding: var(--pl-space-2);
    scroll-padding: var(--pl-space-2);
    scrollbar-width: thin;
  }

  .group {
    padding: var(--pl-space-2) var(--pl-space-2) var(--pl-space-1);
    color: var(--pl-text-muted);
    font: var(--pl-text-s);
  }

  .option {
    display: flex;
    align-items: center;
    gap: var(--pl-space-3);
    min-height: 40px;
    padding: 0 var(--pl-space-2);
    border-radius: var(--pl-radius-m);
    cursor: pointer;
  }

  .option[aria-selected='true'] {
    background: var(--pl-raised-hover);
  }

  .option .avatar,
  .icon {
    display: grid;
    flex: none;
    place-items: center;
    width: 24px;
    height: 24px;
    font-size: 10px;
  }

  .icon {
    color: var(--pl-text-muted);
  }

  .icon svg {
    width: 18px;
    height: 18px;
  }

  .label {
    flex: none;
    max-width: 70%;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  .detail {
    flex: 1;
    min-width: 0;
    overflow: hidden;
    color: var(--pl-text-muted);
    font: var(--pl-text-s);
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  .current {
    margin-inline-start: auto;
    color: var(--pl-accent-text);
  }

  kbd {
    flex: none;
    min-width: 24px;
    padding: 1px 6px;
    border: 1px solid var(--pl-border);
    border-radius: var(--pl-radius-s);
    background: var(--pl-raised);
    color: var(--pl-text-muted);
    font: var(--pl-text-s);
    text-align: center;
  }

  .option kbd {
    margin-inline-start: auto;
  }

  .detail ~ kbd,
  .current ~ kbd {
    margin-inline-start: 0;
  }

  .none {
    padding: var(--pl-space-4) var(--pl-space-5) var(--pl-space-6);
    color: var(--pl-text-muted);
    overflow-wrap: anywhere;
  }

  @media (max-width: 719px) {
    dialog {
      margin-top: 12px;
    }

    .option kbd {
      display: none;
    }
  }

  @media (forced-colors: active) {
    .option[aria-selected='true'] {
      outline: 2px solid Highlight;
      outline-offset: -2px;
    }
  }
`;
