import { css } from 'lit';

export const styles = css`
  :host {
    position: relative;
    display: block;
  }

  chat-composer .icon {
    border-radius: 50%;
  }

  chat-emoji-picker {
    position: absolute;
    z-index: 2;
    bottom: calc(100% + 4px);
    inset-inline: 0;
  }

  suggestion-list {
    position: absolute;
    z-index: 2;
    bottom: calc(100% + 4px);
    inset-inline: 0;
  }

  .refused {
    display: flex;
    align-items: center;
    gap: var(--pl-space-2);
    padding-bottom: var(--pl-space-2);
    color: var(--pl-danger);
    font: var(--pl-text-s);
  }

  .audiences {
    display: flex;
    gap: 2px;
    padding-bottom: var(--pl-space-2);
  }

  .choice {
    appearance: none;
    display: inline-flex;
    align-items: center;
    gap: 6px;
    min-height: 28px;
    padding: 3px 10px;
    border: 0;
    border-radius: var(--pl-radius-s);
    background: none;
    color: var(--pl-text-muted);
    font: var(--pl-text-s);
    font-weight: 550;
    cursor: pointer;
  }

  .choice svg {
    width: 14px;
    height: 14px;
  }

  .choice:hover,
  .choice[aria-pressed='true'] {
    color: var(--pl-text);
  }

  .choice[aria-pressed='true'] {
    background: var(--pl-raised);
  }

  /* A note looks like a note before it is one. */
  :host([audience='agents']) .choice[aria-pressed='true'] {
    background: var(--pl-note);
    color: var(--pl-warning);
  }

  :host([audience='agents']) chat-composer::part(composer) {
    border-color: var(--pl-warning);
    background: var(--pl-note);
  }

  :host([audience='agents']) chat-composer:focus-within::part(composer) {
    box-shadow: 0 0 0 1px var(--pl-warning);
  }

  @media (forced-colors: active) {
    .choice[aria-pressed='true'] {
      outline: 2px solid Highlight;
    }
  }
`;
