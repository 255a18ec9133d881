import { css } from 'lit';

export const cannedStyles = css`
  .filter {
    max-width: 320px;
  }

  form > .field.text {
    width: min(100%, 620px);
  }

  .field.text textarea {
    min-height: 132px;
  }

  .shortcut {
    position: relative;
  }

  .shortcut::before {
    content: '/';
    position: absolute;
    inset: 0 auto 0 14px;
    display: grid;
    align-items: center;
    color: var(--pl-text-muted);
    font: var(--pl-text-l);
  }

  .shortcut .input {
    padding-left: 24px;
  }

  .example {
    width: min(100%, 620px);
    padding: var(--pl-space-3) var(--pl-space-4);
    border-radius: var(--pl-radius-m);
    background: var(--pl-raised);
    white-space: pre-wrap;
    overflow-wrap: anywhere;
  }

  .example .label {
    display: block;
    color: var(--pl-text-muted);
    font: var(--pl-text-s);
  }

  .rows .said {
    display: -webkit-box;
    overflow: hidden;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
  }

  .both dd {
    max-height: 160px;
    overflow-y: auto;
    white-space: pre-wrap;
  }
`;
