import { css } from 'lit';

export const emojiPickerStyles = css`
  :host {
    display: block;
  }

  .picker {
    display: flex;
    flex-direction: column;
    width: min(340px, 100%);
    max-height: min(320px, 50vh);
    border: 1px solid var(--pl-border);
    border-radius: var(--pl-radius-m);
    overflow: hidden;
    background: var(--pl-surface);
    box-shadow: var(--pl-shadow-2, var(--pl-shadow-1));
  }

  .search {
    appearance: none;
    flex: none;
    min-height: 40px;
    margin: 0;
    padding: 8px 14px;
    border: 0;
    border-bottom: 1px solid var(--pl-border);
    background: transparent;
    color: var(--pl-text);
    font: var(--pl-text-l);
  }

  .search:focus-visible {
    outline: 2px solid transparent;
    border-bottom-color: var(--pl-accent-text);
    box-shadow: 0 1px 0 var(--pl-accent-text);
  }

  .search::placeholder {
    color: var(--pl-text-muted);
    opacity: 1;
  }

  .grid {
    flex: 1;
    min-height: 0;
    padding: 4px 8px 8px;
    overflow-y: auto;
    overscroll-behavior: contain;
    scrollbar-width: thin;
  }

  section {
    display: grid;
    grid-template-columns: repeat(8, 1fr);
    content-visibility: auto;
    contain-intrinsic-size: auto 320px;
  }

  h3 {
    grid-column: 1 / -1;
    padding: 8px 6px 4px;
    color: var(--pl-text-muted);
    font: var(--pl-text-s);
    font-weight: 600;
  }

  button {
    appearance: none;
    display: grid;
    place-items: center;
    min-width: 0;
    height: 38px;
    margin: 0;
    padding: 0;
    border: 0;
    border-radius: var(--pl-radius-s);
    background: none;
    color: var(--pl-text);
    font: 22px / 1 'Apple Color Emoji', 'Segoe UI Emoji', 'Noto Color Emoji', sans-serif;
    cursor: pointer;
    touch-action: manipulation;
  }

  button:hover {
    background: var(--pl-raised);
  }

  button:focus-visible {
    outline-offset: -2px;
  }

  p {
    padding: var(--pl-space-4);
    color: var(--pl-text-muted);
    text-align: center;
  }
`;
