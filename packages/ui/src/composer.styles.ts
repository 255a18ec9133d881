import { css } from 'lit';

export const composerStyles = css`
  :host {
    display: block;
  }

  .composer {
    display: flex;
    flex-wrap: wrap;
    align-items: flex-end;
    gap: var(--pl-space-1);
    padding: 3px;
    border: 1px solid var(--pl-control-border);
    border-radius: 22px;
    background: var(--pl-surface);
    transition:
      border-color var(--pl-fast),
      box-shadow var(--pl-fast);
  }

  .composer:focus-within {
    border-color: var(--pl-accent-text);
    box-shadow: 0 0 0 1px var(--pl-accent-text);
  }

  .composer:has(.send:focus-visible) {
    border-color: var(--pl-control-border);
    box-shadow: none;
  }

  .composer[data-disabled] {
    border-color: var(--pl-border);
  }

  /* Six lines of 24 px; 16 px, or iOS zooms the page. */
  textarea {
    appearance: none;
    flex: 1;
    min-width: 0;
    min-height: 36px;
    max-height: calc(6 * 24px + 12px);
    margin: 0;
    padding: 6px 4px 6px 13px;
    padding-inline: 13px 4px;
    border: 0;
    border-radius: 18px;
    overflow-y: auto;
    overscroll-behavior: contain;
    resize: none;
    background: transparent;
    color: var(--pl-text);
    font: var(--pl-text-l);
    scrollbar-width: thin;
  }

  textarea:focus-visible {
    outline: 2px solid transparent;
  }

  textarea::placeholder {
    color: var(--pl-text-muted);
    opacity: 1;
  }

  .send {
    appearance: none;
    display: grid;
    place-items: center;
    flex: none;
    width: 36px;
    height: 36px;
    margin: 0;
    padding: 0;
    border: 0;
    border-radius: 50%;
    background: var(--pl-accent);
    color: var(--pl-on-accent);
    cursor: pointer;
    touch-action: manipulation;
    transition:
      background-color var(--pl-fast),
      color var(--pl-fast);
  }

  .send:hover {
    background: var(--pl-accent-hover);
  }

  .send[aria-disabled='true'] {
    background: var(--pl-raised);
    color: var(--pl-text-muted);
    cursor: default;
  }

  #excess {
    flex-basis: 100%;
    padding: 0 12px 6px;
    color: var(--pl-danger);
    font: var(--pl-text-s);
  }

  @media (forced-colors: active) {
    .send {
      border: 1px solid ButtonText;
    }
  }
`;
