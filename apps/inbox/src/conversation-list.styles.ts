import { css } from 'lit';

export const styles = css`
  :host {
    display: block;
    min-height: 0;
    overflow-y: auto;
    overscroll-behavior: contain;
    scrollbar-width: thin;
    scrollbar-color: var(--pl-border) transparent;
    /* The list itself keeps in place what is read. */
    overflow-anchor: none;
  }

  ul {
    padding: var(--above, 0) var(--pl-space-2) calc(var(--below, 0px) + var(--pl-space-2));
    list-style: none;
  }

  li {
    position: relative;
    height: 64px;
  }

  .row {
    position: relative;
    display: grid;
    grid-template: 20px 20px / 32px minmax(0, 1fr) auto;
    gap: 0 var(--pl-space-3);
    align-content: center;
    align-items: center;
    height: 100%;
    padding: 0 var(--pl-space-3);
    border-radius: var(--pl-radius-m);
    color: inherit;
    text-decoration: none;
    -webkit-tap-highlight-color: transparent;
  }

  .row:hover {
    background: var(--pl-raised);
  }

  .row[aria-current] {
    background: var(--pl-accent-soft);
  }

  .row:focus-visible {
    outline-offset: -2px;
  }

  .avatar {
    grid-row: 1 / 3;
  }

  .avatar.room {
    background: var(--pl-raised-hover);
    color: var(--pl-text-muted);
  }

  .avatar svg {
    width: 18px;
    height: 18px;
  }

  .name,
  .line {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
    text-align: start;
  }

  .name {
    font-weight: 500;
  }

  .line {
    color: var(--pl-text-muted);
    font: var(--pl-text-s);
  }

  time {
    color: var(--pl-text-muted);
    font: var(--pl-text-s);
    font-variant-numeric: tabular-nums;
    text-align: end;
  }

  [data-unread] .name {
    font-weight: 650;
  }

  [data-unread] .line {
    color: var(--pl-text);
  }

  .row[data-selected] {
    background: var(--pl-accent-soft);
  }

  .marks {
    display: flex;
    align-items: center;
    justify-content: flex-end;
    gap: 6px;
    min-height: 16px;
  }

  .waiting {
    display: flex;
    align-items: center;
    gap: 3px;
    color: var(--pl-text-muted);
    font: var(--pl-text-s);
    font-variant-numeric: tabular-nums;
  }

  .waiting svg {
    width: 14px;
    height: 14px;
  }

  .waiting[data-late] {
    color: var(--pl-danger);
    font-weight: 600;
  }

  .named {
    display: grid;
    place-items: center;
    width: 18px;
    height: 18px;
    border-radius: 50%;
    background: var(--pl-accent);
    color: var(--pl-on-accent);
    font-size: 11px;
    font-weight: 650;
    line-height: 1;
  }

  .whose {
    display: flex;
  }

  .whose .avatar {
    width: 18px;
    height: 18px;
    font-size: 8px;
  }

  /* Lies above the avatar, and shows with the pointer or once something is selected. */
  .select {
    appearance: none;
    position: absolute;
    inset: 16px auto auto var(--pl-space-3);
    display: grid;
    place-items: center;
    width: 32px;
    height: 32px;
    margin: 0;
    padding: 0;
    border: 0;
    border-radius: var(--pl-radius-m);
    background: var(--pl-raised);
    color: var(--pl-on-accent);
    cursor: pointer;
    opacity: 0;
  }

  .select::before {
    content: '';
    grid-area: 1 / 1;
    width: 18px;
    height: 18px;
    border: 1.5px solid var(--pl-control-border);
    border-radius: 5px;
    background: var(--pl-surface);
  }

  .select svg {
    z-index: 1;
    grid-area: 1 / 1;
    width: 16px;
    height: 16px;
  }

  .select[aria-checked='true'] {
    background: var(--pl-accent-soft);
  }

  .select[aria-checked='true']::before {
    border-color: transparent;
    background: var(--pl-accent);
  }

  .selecting .select,
  .select:focus-visible {
    opacity: 1;
  }

  @media (hover: hover) {
    .select:hover {
      opacity: 1;
    }
  }

  .mark {
    display: grid;
    place-items: center end;
    justify-self: end;
    width: 16px;
    height: 16px;
  }

  .unread::before {
    content: '';
    width: 8px;
    height: 8px;
    border-radius: 50%;
    background: var(--pl-accent);
  }

  .mark svg {
    margin-right: -2px;
    width: 16px;
    height: 16px;
    color: var(--pl-text-muted);
  }

  .end {
    display: flex;
    margin: 0 auto var(--pl-space-4);
  }

  .empty p {
    color: var(--pl-text-muted);
    font: var(--pl-text-s);
  }

  .empty {
    display: grid;
    gap: var(--pl-space-1);
    padding: 20vh var(--pl-space-8) 0;
    text-align: center;
  }

  .empty h2 {
    font-weight: 600;
  }

  .skeleton .row:hover {
    background: none;
  }

  .skeleton i,
  .skeleton b {
    display: block;
    border-radius: 6px;
    background: var(--pl-raised);
  }

  .skeleton i {
    grid-row: 1 / 3;
    width: 32px;
    height: 32px;
    border-radius: 50%;
  }

  .skeleton b {
    grid-column: 2 / 4;
    width: 45%;
    height: 10px;
  }

  .skeleton b + b {
    width: 80%;
  }

  @media (forced-colors: active) {
    .row[aria-current] {
      outline: 2px solid Highlight;
      outline-offset: -2px;
    }
  }
`;
