import { css } from 'lit';

export const richTextStyles = css`
  .rich-text {
    display: grid;
    gap: 6px;
    min-width: 0;
    overflow-wrap: anywhere;
  }

  .rich-text p {
    white-space: pre-wrap;
  }

  .rich-text em {
    font-style: italic;
  }

  .rich-text strong {
    font-weight: 650;
  }

  .rich-text a {
    color: inherit;
    text-decoration: underline;
  }

  .rich-text code {
    padding: 1px 4px;
    border-radius: 4px;
    background: color-mix(in oklab, currentColor 10%, transparent);
    font-family: var(--pl-font-mono);
    font-size: 0.92em;
  }

  .rich-text pre {
    max-width: 100%;
    padding: 8px 10px;
    border-radius: var(--pl-radius-s);
    overflow-x: auto;
    background: color-mix(in oklab, currentColor 8%, transparent);
    overflow-wrap: normal;
  }

  .rich-text pre code {
    padding: 0;
    background: none;
    white-space: pre;
  }

  .rich-text ul,
  .rich-text ol {
    display: grid;
    gap: 2px;
    padding-inline-start: 1.4em;
  }
`;
