import { css } from 'lit';

export const panelStyles = css`
  :host {
    position: relative;
    display: flex;
    flex-direction: column;
    min-width: 0;
    min-height: 0;
    container-type: inline-size;
    background: var(--pl-surface);
  }

  header {
    display: flex;
    flex: none;
    align-items: center;
    gap: var(--pl-space-2);
    min-height: 64px;
    padding-block: 10px;
    padding-inline: var(--pl-space-4) var(--pl-space-3);
    border-bottom: 1px solid var(--pl-border);
  }

  .who {
    flex: 1;
    min-width: 0;
  }

  .who h2 {
    overflow: hidden;
    font: var(--pl-text-l);
    font-weight: 650;
    letter-spacing: -0.005em;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  .presence {
    display: flex;
    align-items: center;
    gap: 6px;
    color: var(--pl-text-muted);
    font: var(--pl-text-s);
    white-space: nowrap;
  }

  /* How soon somebody answers takes a second line rather than an end that nobody can read. */
  p.presence {
    display: -webkit-box;
    overflow: hidden;
    overflow-wrap: anywhere;
    white-space: normal;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
  }

  p.presence .dot {
    display: inline-block;
    margin-inline-end: 6px;
  }

  button.presence {
    margin: 0;
    padding: 2px 6px;
    margin-inline-start: -6px;
    border: 0;
    border-radius: 6px;
    background: transparent;
    cursor: pointer;
  }

  button.presence:hover {
    background: var(--pl-raised);
    color: var(--pl-text);
  }

  .dot {
    flex: none;
    width: 8px;
    height: 8px;
    border: 2px solid var(--pl-text-muted);
    border-radius: 50%;
  }

  .here .dot {
    border-color: var(--pl-success);
    background: var(--pl-success);
  }

  .me {
    --pl-avatar-size: 24px;
    appearance: none;
    display: inline-flex;
    align-items: center;
    gap: 6px;
    max-width: 45%;
    min-height: 36px;
    margin: 0;
    padding: 5px 10px 5px 6px;
    border: 0;
    border-radius: 18px;
    background: transparent;
    color: var(--pl-text-muted);
    font: var(--pl-text-s);
    cursor: pointer;
    transition: background-color var(--pl-fast);
  }

  .me:hover {
    background: var(--pl-raised);
    color: var(--pl-text);
  }

  .me bdi {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  .me svg {
    width: 16px;
    height: 16px;
  }

  chat-message-list {
    flex: 1;
    min-height: 0;
  }

  chat-message-list:not(:defined) {
    display: grid;
    align-content: safe center;
    overflow-y: auto;
  }

  .bar {
    display: flex;
    flex: none;
    align-items: center;
    justify-content: center;
    gap: var(--pl-space-2);
    padding: 6px var(--pl-space-4);
    background: var(--pl-note);
    font: var(--pl-text-s);
    text-align: center;
  }

  .bar svg {
    width: 16px;
    height: 16px;
  }

  .back {
    position: relative;
    margin-inline-start: -8px;
  }

  .back:dir(rtl) svg {
    transform: scaleX(-1);
  }

  .back.unread::after {
    content: '';
    position: absolute;
    top: 4px;
    inset-inline-end: 4px;
    width: 8px;
    height: 8px;
    border-radius: 50%;
    background: var(--pl-accent);
  }

  .foot .icon {
    border-radius: 50%;
  }

  chat-emoji-picker {
    position: absolute;
    z-index: 2;
    bottom: calc(100% - 4px);
    inset-inline: var(--pl-space-3);
  }

  .foot {
    position: relative;
    flex: none;
    width: 100%;
    max-width: var(--pl-column, 760px);
    margin: 0 auto;
    padding: 0 var(--pl-space-3) calc(var(--pl-space-3) + env(safe-area-inset-bottom, 0px));
  }

  .drop {
    top: 64px;
  }

  .foot-note {
    padding: var(--pl-space-2) var(--pl-space-3) var(--pl-space-3);
    color: var(--pl-text-muted);
    font: var(--pl-text-s);
    text-align: center;
    text-wrap: balance;
  }

  .foot-note strong {
    color: var(--pl-text);
    font-weight: 600;
  }

  .empty {
    display: grid;
    gap: var(--pl-space-2);
    justify-items: center;
    padding: var(--pl-space-6);
    text-align: center;
    text-wrap: balance;
  }

  .disc {
    display: grid;
    place-items: center;
    width: 56px;
    height: 56px;
    margin-bottom: var(--pl-space-2);
    border-radius: 50%;
    background: var(--pl-accent-soft);
    color: var(--pl-accent-text);
  }

  .disc svg {
    width: 28px;
    height: 28px;
  }

  .empty h3 {
    font: var(--pl-text-xl);
    font-weight: 600;
    letter-spacing: -0.01em;
    overflow-wrap: anywhere;
  }

  .empty p {
    color: var(--pl-text-muted);
  }

  .notice {
    display: grid;
    flex: 1;
    align-content: safe center;
    justify-items: center;
    gap: var(--pl-space-2);
    min-height: 0;
    padding: var(--pl-space-8) var(--pl-space-6);
    overflow-y: auto;
    text-align: center;
    text-wrap: balance;
    overflow-wrap: anywhere;
  }

  .notice h2 {
    font: var(--pl-text-xl);
    font-weight: 650;
    letter-spacing: -0.01em;
  }

  .notice p {
    max-width: 36ch;
    color: var(--pl-text-muted);
  }

  .notice .button {
    margin-top: var(--pl-space-3);
  }

  @media print {
    .foot,
    header button {
      display: none;
    }
  }
`;
