import { css } from 'lit';

export const styles = css`
  dialog {
    width: min(680px, 100vw - 32px);
    max-height: min(720px, 100dvh - 32px);
    overflow: auto;
  }

  .sheet {
    padding: var(--pl-space-5) var(--pl-space-6) var(--pl-space-6);
  }

  header {
    display: flex;
    align-items: center;
    justify-content: space-between;
    margin-bottom: var(--pl-space-4);
  }

  h2 {
    font: var(--pl-text-l);
    font-weight: 600;
  }

  .groups {
    columns: 2;
    column-gap: var(--pl-space-12);
  }

  section {
    padding-bottom: var(--pl-space-4);
    break-inside: avoid;
  }

  h3 {
    padding-bottom: var(--pl-space-1);
    color: var(--pl-text-muted);
    font: var(--pl-text-s);
  }

  dl {
    margin: 0;
  }

  dl > div {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: var(--pl-space-3);
    padding: 3px 0;
  }

  dd {
    display: flex;
    gap: var(--pl-space-1);
    margin: 0;
    white-space: nowrap;
  }

  kbd {
    min-width: 24px;
    padding: 1px 6px;
    border: 1px solid var(--pl-border);
    border-radius: var(--pl-radius-s);
    background: var(--pl-raised);
    font: var(--pl-text-s);
    text-align: center;
  }

  @media (max-width: 560px) {
    .groups {
      columns: 1;
    }
  }
`;
