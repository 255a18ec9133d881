import { css } from 'lit';

/** A message: its bubble, what it quotes, who wrote it and what has become of it. */
export const messageStyles = css`
  .message {
    position: relative;
    margin-top: 2px;
  }

  /* What moves as a whole is not looked into again. Tools and rings may reach beyond the message that has them. */
  @media screen {
    .message:not([data-tools], [data-marked], :focus-within) {
      contain: layout paint;
    }
  }

  .message.first {
    margin-top: var(--pl-space-4);
  }


  .message.other {
    padding-inline-start: 40px;
  }

  .message > .avatar {
    position: absolute;
    inset-inline-start: 0;
    bottom: 24px;
  }

  .name {
    display: flex;
    align-items: center;
    gap: var(--pl-space-1);
    max-width: 100%;
    margin: 0 0 var(--pl-space-1);
    padding: 0 var(--pl-space-1);
    overflow: hidden;
    color: light-dark(oklch(0.46 0.11 var(--pl-tone)), oklch(0.8 0.085 var(--pl-tone)));
    font: var(--pl-text-s);
    font-weight: 600;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  .name bdi {
    overflow: hidden;
    text-overflow: ellipsis;
  }

  .name svg {
    width: 14px;
    height: 14px;
  }

  chat-attachments:not(:last-child) {
    margin-bottom: 2px;
  }

  .own chat-attachments {
    justify-items: end;
  }

  .bubble {
    width: fit-content;
    max-width: min(72%, 560px);
    padding: 8px 12px;
    border: 1px solid transparent;
    border-radius: var(--pl-bubble-radius, 16px);
    background: var(--pl-raised);
    font: var(--pl-text-m);
    /* Marks piled upon a letter stay within; a focus ring may go beyond. */
    overflow: clip;
    overflow-clip-margin: 4px;
    overflow-wrap: anywhere;
  }

  @media (pointer: coarse) {
    .bubble {
      font: var(--pl-text-l);
    }
  }

  .other .bubble {
    max-width: min(calc(72% + 20px), 560px);
  }

  .own :is(.bubble, chat-attachments) {
    margin-inline-start: auto;
  }

  .own .bubble {
    background: var(--pl-accent);
    color: var(--pl-on-accent);
  }

  /* Whatever is laid upon an accent takes contrast away from the text. */
  .own .rich-text :is(code, pre) {
    background: none;
  }

  .own .bubble a:focus-visible {
    outline-color: currentColor;
  }

  .note .bubble {
    border-color: color-mix(in oklab, var(--pl-warning) 30%, transparent);
    background: var(--pl-note);
    color: var(--pl-text);
  }

  .note .name {
    color: var(--pl-warning);
  }

  .other:not(.first) .bubble {
    border-start-start-radius: var(--pl-radius-s);
  }

  .other:not(.last) .bubble,
  .other.last .bubble {
    border-end-start-radius: var(--pl-radius-s);
  }

  .own:not(.first) .bubble {
    border-start-end-radius: var(--pl-radius-s);
  }

  .own:not(.last) .bubble,
  .own.last .bubble {
    border-end-end-radius: var(--pl-radius-s);
  }

  .failed .bubble {
    border-color: var(--pl-danger);
    background: var(--pl-danger-soft);
    color: var(--pl-text);
  }

  .quote {
    appearance: none;
    display: grid;
    width: 100%;
    min-height: 24px;
    margin: 0 0 6px;
    padding: 0 0 0 8px;
    padding-inline: 8px 0;
    border: solid currentColor;
    border-width: 0;
    border-inline-start-width: 2px;
    background: none;
    color: inherit;
    font: var(--pl-text-s);
    text-align: start;
    cursor: pointer;
  }

  .quote > * {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  .quote bdi {
    font-weight: 600;
  }

  [data-marked] .bubble {
    outline: 2px solid var(--pl-accent-text);
    outline-offset: 2px;
  }

  .gone {
    opacity: 0.75;
    font-style: italic;
  }

  .meta {
    display: flex;
    align-items: center;
    gap: 6px;
    min-height: 20px;
    margin-top: var(--pl-space-1);
    padding: 0 var(--pl-space-1);
    color: var(--pl-text-muted);
    font: var(--pl-text-s);
    font-size: 12px;
    font-variant-numeric: tabular-nums;
  }

  .own .meta {
    justify-content: flex-end;
  }

  /* In a right-to-left list, 2:05 PM would become PM 2:05. */
  time {
    unicode-bidi: plaintext;
  }

  .status {
    display: inline-flex;
    align-items: center;
    gap: 3px;
  }

  .status svg {
    width: 14px;
    height: 14px;
  }

  .read svg {
    color: var(--pl-accent-text);
  }

  .failure {
    flex-wrap: wrap;
    gap: var(--pl-space-1) var(--pl-space-2);
    font-size: 13px;
  }

  .failure .status {
    color: var(--pl-danger);
  }

  .failure .actions {
    display: inline-flex;
    gap: var(--pl-space-1);
  }

  @media (forced-colors: active), (prefers-contrast: more) {
    .bubble {
      border: 1px solid var(--pl-border);
    }

    .name,
    .avatar {
      background: none !important;
      color: inherit !important;
    }

    .own .bubble {
      border-width: 2px;
    }
  }

  @media print {
    .bubble {
      border-color: var(--pl-border) !important;
      background: none !important;
      color: inherit !important;
    }
  }
`;
