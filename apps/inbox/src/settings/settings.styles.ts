import { css } from 'lit';

/** What the sections of the settings share: cards, rows, forms, and what they say. */
export const settings = css`
  :host {
    display: grid;
    gap: var(--pl-space-6);
    align-content: start;
  }

  .title {
    display: flex;
    flex-wrap: wrap;
    align-items: start;
    justify-content: space-between;
    gap: var(--pl-space-3);
  }

  h1 {
    font: var(--pl-text-xl);
    font-weight: 650;
    letter-spacing: -0.01em;
  }

  h2 {
    font: var(--pl-text-l);
    font-weight: 600;
  }

  .lead,
  .hint {
    max-width: 62ch;
    color: var(--pl-text-muted);
    text-wrap: pretty;
  }

  .hint {
    font: var(--pl-text-s);
  }

  .card {
    display: grid;
    gap: var(--pl-space-4);
    min-width: 0;
    padding: var(--pl-space-5);
    border: 1px solid var(--pl-border);
    border-radius: var(--pl-radius-l);
    background: var(--pl-surface);
  }

  .card.flush {
    gap: 0;
    padding: 0;
    overflow: clip;
  }

  form {
    display: grid;
    gap: var(--pl-space-4);
    justify-items: start;
  }

  form > .field,
  form > .wide {
    width: min(100%, 440px);
  }

  .pair {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(180px, 1fr));
    gap: var(--pl-space-4);
  }

  .actions {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--pl-space-2);
  }

  .rows {
    margin: 0;
    padding: 0;
    list-style: none;
  }

  .rows > li {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--pl-space-2) var(--pl-space-3);
    min-height: 64px;
    padding: var(--pl-space-3) var(--pl-space-5);
  }

  .rows > li + li {
    border-top: 1px solid var(--pl-border);
  }

  .rows .what {
    flex: 1 1 200px;
    min-width: 0;
  }

  .rows .name {
    font-weight: 550;
    overflow-wrap: anywhere;
  }

  .rows .more {
    color: var(--pl-text-muted);
    font: var(--pl-text-s);
    overflow-wrap: anywhere;
  }

  /* What stands at the end of a row stays together when there is no room beside its name. */
  .rows .side {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--pl-space-2);
  }

  .rows > .head {
    min-height: 52px;
  }

  .rows > li > .editing {
    display: grid;
    flex: 1 1 100%;
    gap: var(--pl-space-4);
    padding: var(--pl-space-2) 0;
  }

  .badge {
    padding: 1px 8px;
    border: 1px solid var(--pl-border);
    border-radius: 999px;
    color: var(--pl-text-muted);
    font: var(--pl-text-s);
    white-space: nowrap;
  }

  .badge.good {
    border-color: transparent;
    background: var(--pl-raised-hover);
    color: var(--pl-text);
  }

  .empty {
    display: grid;
    justify-items: center;
    gap: var(--pl-space-2);
    padding: var(--pl-space-8) var(--pl-space-5);
    color: var(--pl-text-muted);
    text-align: center;
  }

  .empty strong {
    color: var(--pl-text);
  }

  /* In view wherever one has scrolled to. */
  .notices {
    position: sticky;
    z-index: 1;
    top: var(--pl-space-3);
    width: fit-content;
    max-width: 100%;
  }

  .notices:not(:has(span)) {
    position: absolute;
  }

  .problem,
  .told {
    display: flex;
    gap: var(--pl-space-2);
    align-items: center;
    width: fit-content;
    padding: var(--pl-space-3);
    border-radius: var(--pl-radius-m);
    background: var(--pl-danger-soft);
    color: var(--pl-danger);
    font: var(--pl-text-s);
  }

  .told {
    background: var(--pl-raised);
    color: var(--pl-text);
  }

  .notices > :is(.problem, .told) {
    box-shadow: var(--pl-shadow-1);
  }

  .problem:not(:has(span)),
  .told:not(:has(span)) {
    position: absolute;
    padding: 0;
    background: none;
    box-shadow: none;
  }

  .told .button {
    margin: -4px 0;
  }

  .problem svg,
  .told svg {
    width: 16px;
    height: 16px;
  }

  fieldset {
    display: grid;
    gap: var(--pl-space-2);
    min-width: 0;
    margin: 0;
    padding: 0;
    border: 0;
  }

  legend {
    margin-bottom: var(--pl-space-1);
    padding: 0;
    font: var(--pl-text-s);
    font-weight: 550;
  }

  .choice {
    display: flex;
    gap: var(--pl-space-2);
    align-items: start;
    padding: 4px 0;
  }

  .choice .hint {
    display: block;
  }

  input[type='checkbox'],
  input[type='radio'] {
    appearance: none;
    flex: none;
    display: grid;
    place-content: center;
    width: 18px;
    height: 18px;
    margin: 1px 0;
    border: 1px solid var(--pl-control-border);
    border-radius: 5px;
    background: var(--pl-surface);
    cursor: pointer;
  }

  input[type='radio'] {
    border-radius: 50%;
  }

  input[type='checkbox']:checked,
  input[type='radio']:checked {
    border-color: transparent;
    background: var(--pl-accent);
  }

  input:checked::before {
    content: '';
    width: 9px;
    height: 5px;
    border: solid var(--pl-on-accent);
    border-width: 0 0 2px 2px;
    transform: translateY(-1px) rotate(-45deg);
  }

  input[type='radio']:checked::before {
    width: 8px;
    height: 8px;
    border: 0;
    border-radius: 50%;
    background: var(--pl-on-accent);
    transform: none;
  }

  select.input {
    padding-right: 36px;
    background:
      linear-gradient(45deg, transparent 50%, currentColor 50%) calc(100% - 19px) 50% / 6px 6px no-repeat,
      linear-gradient(-45deg, transparent 50%, currentColor 50%) calc(100% - 14px) 50% / 6px 6px no-repeat,
      var(--pl-surface);
    cursor: pointer;
  }

  textarea.input {
    min-height: 88px;
    resize: vertical;
  }

  .both {
    display: grid;
    gap: var(--pl-space-3);
    width: 100%;
    padding: var(--pl-space-4);
    border: 1px solid var(--pl-danger);
    border-radius: var(--pl-radius-m);
  }

  .both dl {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr) minmax(0, 1fr);
    gap: var(--pl-space-1) var(--pl-space-4);
    margin: 0;
    font: var(--pl-text-s);
    overflow-wrap: anywhere;
  }

  .both dt,
  .both .head {
    color: var(--pl-text-muted);
  }

  .both dd {
    margin: 0;
  }

  code {
    font:
      13px/20px ui-monospace,
      monospace;
    overflow-wrap: anywhere;
  }

  @media (max-width: 719px) {
    .rows .what {
      flex-basis: 160px;
    }

    .rows .side.long {
      flex: 1 1 100%;
    }

    .rows .side > .quiet:first-child {
      margin-inline-start: -11px;
    }
  }

  @media (forced-colors: active) {
    input[type='checkbox']:checked,
    input[type='radio']:checked {
      forced-color-adjust: none;
      background: Highlight;
    }
  }
`;
