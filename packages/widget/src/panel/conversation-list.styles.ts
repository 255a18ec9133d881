import { css } from 'lit';

export const conversationListStyles = css`
  :host {
    display: flex;
    flex: 1;
    flex-direction: column;
    min-height: 0;
  }

  h3 {
    padding: var(--pl-space-4) var(--pl-space-4) var(--pl-space-2);
    font: var(--pl-text-m);
    font-weight: 650;
  }

  ul {
    flex: 1;
    min-height: 0;
    padding: 0 var(--pl-space-2);
    overflow-y: auto;
    overscroll-behavior: contain;
    list-style: none;
  }

  .row {
    appearance: none;
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: 2px var(--pl-space-2);
    align-items: center;
    width: 100%;
    min-height: 64px;
    margin: 0;
    padding: 10px var(--pl-space-2);
    border: 0;
    border-radius: var(--pl-radius-m);
    background: none;
    color: var(--pl-text);
    font: var(--pl-text-m);
    text-align: start;
    cursor: pointer;
    transition: background-color var(--pl-fast);
  }

  .row:hover {
    background: var(--pl-raised);
  }

  .row:focus-visible {
    outline-offset: -2px;
  }

  .row[aria-current] {
    background: var(--pl-accent-soft);
  }

  .title,
  .line {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  .title {
    font-weight: 550;
  }

  .unread .title {
    font-weight: 700;
  }

  .line,
  time,
  .closed {
    color: var(--pl-text-muted);
    font: var(--pl-text-s);
  }

  .unread .line {
    color: var(--pl-text);
  }

  time {
    font-variant-numeric: tabular-nums;
    text-align: end;
    unicode-bidi: plaintext;
  }

  .marks {
    display: flex;
    gap: 6px;
    align-items: center;
    justify-content: end;
  }

  .count {
    min-width: 20px;
    padding: 0 6px;
    border-radius: 10px;
    background: var(--pl-accent);
    color: var(--pl-on-accent);
    font: var(--pl-text-s);
    font-size: 12px;
    font-weight: 600;
    text-align: center;
  }

  .more {
    display: grid;
    padding: var(--pl-space-2) 0;
  }

  .empty {
    display: grid;
    flex: 1;
    align-content: center;
    gap: var(--pl-space-1);
    padding: var(--pl-space-6);
    text-align: center;
  }

  .hint {
    color: var(--pl-text-muted);
  }

  .skeleton {
    display: grid;
    flex: 1;
    align-content: start;
    gap: var(--pl-space-2);
    padding: 0 var(--pl-space-4);
  }

  .skeleton i {
    height: 56px;
    border-radius: var(--pl-radius-m);
    background: var(--pl-raised);
  }

  .foot {
    display: grid;
    flex: none;
    padding: var(--pl-space-3) var(--pl-space-4) calc(var(--pl-space-4) + env(safe-area-inset-bottom, 0px));
  }

  .foot .button {
    min-height: 44px;
  }

  @media (forced-colors: active) {
    .count,
    .row[aria-current] {
      outline: 1px solid CanvasText;
    }
  }
`;
