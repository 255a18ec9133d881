import { css } from 'lit';

export const styles = css`
  :host {
    display: block;
    margin-top: var(--pl-space-5);
    padding-top: var(--pl-space-5);
    border-top: 1px solid var(--pl-border);
    --pl-avatar-size: 28px;
  }

  h3 {
    margin-bottom: var(--pl-space-2);
    font: var(--pl-text-s);
    font-weight: 600;
  }

  ul {
    margin: 0;
    padding: 0;
    list-style: none;
  }

  ul + h3 {
    margin-top: var(--pl-space-5);
  }

  li {
    display: flex;
    align-items: center;
    gap: var(--pl-space-2);
    min-height: 44px;
  }

  li > .button {
    flex: none;
    margin-inline-start: auto;
  }

  .who {
    flex: 1;
    min-width: 0;
  }

  .name {
    overflow: hidden;
    min-width: 0;
    max-width: 100%;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  .who .name {
    display: block;
  }

  .here {
    flex: none;
    color: var(--pl-success);
    font: var(--pl-text-s);
  }

  .hint,
  .failure {
    color: var(--pl-text-muted);
    font: var(--pl-text-s);
    overflow-wrap: anywhere;
  }

  .failure {
    margin-bottom: var(--pl-space-3);
    color: var(--pl-danger);
  }

  .asking {
    padding: var(--pl-space-3);
    border: 1px solid var(--pl-border);
    border-radius: 10px;
  }

  form {
    display: grid;
    flex: 1;
    gap: var(--pl-space-3);
    min-width: 0;
    overflow-wrap: anywhere;
  }

  form .name {
    white-space: normal;
  }

  .choice {
    display: flex;
    align-items: start;
    gap: var(--pl-space-2);
    font: var(--pl-text-s);
  }

  .choice input {
    flex: none;
    width: 18px;
    height: 18px;
    margin: 1px 0 0;
    accent-color: var(--pl-accent);
  }

  .actions {
    display: flex;
    justify-content: end;
    gap: var(--pl-space-2);
  }
`;
