import { css } from 'lit';

export const styles = css`
  dialog {
    width: min(640px, 100vw - 24px);
    max-height: min(620px, 100dvh - 24px);
    margin: min(12vh, 96px) auto auto;
    overflow: auto;
  }

  .head {
    position: sticky;
    top: 0;
    display: flex;
    align-items: center;
    gap: var(--pl-space-3);
    padding: var(--pl-space-3) var(--pl-space-4);
    border-bottom: 1px solid var(--pl-border);
    background: var(--pl-surface);
    color: var(--pl-text-muted);
  }

  input {
    appearance: none;
    flex: 1;
    min-width: 0;
    height: 32px;
    padding: 0;
    border: 0;
    background: none;
    color: var(--pl-text);
    font: var(--pl-text-l);
  }

  input:focus-visible {
    outline: 2px solid transparent;
  }

  input::placeholder {
    color: var(--pl-text-muted);
    opacity: 1;
  }

  .state:empty {
    display: none;
  }

  .state {
    padding: var(--pl-space-5) var(--pl-space-4);
    color: var(--pl-text-muted);
  }

  ul {
    padding: var(--pl-space-2);
    list-style: none;
  }

  li {
    display: grid;
    gap: 2px;
    padding: var(--pl-space-2) var(--pl-space-3);
    border-radius: var(--pl-radius-m);
    cursor: pointer;
  }

  li[aria-selected='true'] {
    background: var(--pl-raised);
  }

  .top {
    display: flex;
    justify-content: space-between;
    gap: var(--pl-space-3);
  }

  strong {
    min-width: 0;
    overflow: hidden;
    font-weight: 600;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  time,
  .who {
    color: var(--pl-text-muted);
  }

  time,
  .piece {
    font: var(--pl-text-s);
  }

  .piece {
    overflow-wrap: anywhere;
  }

  .note {
    display: inline-flex;
    align-items: center;
    gap: 2px;
    color: var(--pl-warning);
    font-weight: 550;
    vertical-align: bottom;
  }

  .note svg {
    width: 14px;
    height: 14px;
  }

  mark {
    border-radius: 3px;
    background: var(--pl-note);
    color: inherit;
    font-weight: 600;
  }

  .more {
    margin: 0 var(--pl-space-4) var(--pl-space-4);
  }

  @media (forced-colors: active) {
    li[aria-selected='true'] {
      outline: 2px solid Highlight;
      outline-offset: -2px;
    }

    mark {
      background: Mark;
      color: MarkText;
    }
  }
`;
