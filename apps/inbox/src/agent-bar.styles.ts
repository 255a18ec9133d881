import { css } from 'lit';

export const styles = css`
  :host {
    display: flex;
    align-items: center;
    gap: var(--pl-space-1);
    padding: var(--pl-space-3) var(--pl-space-3) max(var(--pl-space-3), env(safe-area-inset-bottom)) var(--pl-space-5);
    border-top: 1px solid var(--pl-border);
  }

  .who {
    flex: 1;
    min-width: 0;
    margin-left: var(--pl-space-2);
  }

  .nobody {
    background: var(--pl-raised);
  }

  p {
    overflow: hidden;
    font: var(--pl-text-s);
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  .name {
    font-weight: 550;
    text-align: start;
  }

  .state {
    display: flex;
    align-items: center;
    gap: 6px;
    color: var(--pl-text-muted);
  }

  .state::before {
    content: '';
    width: 8px;
    height: 8px;
    border-radius: 50%;
    background: var(--pl-success);
  }

  .presence {
    appearance: none;
    display: flex;
    align-items: center;
    gap: 6px;
    margin: 0 0 0 -6px;
    padding: 2px 6px;
    border: 0;
    border-radius: var(--pl-radius-s);
    background: none;
    color: var(--pl-text-muted);
    font: var(--pl-text-s);
    cursor: pointer;
  }

  .presence:hover {
    background: var(--pl-raised);
    color: var(--pl-text);
  }

  .presence::before {
    content: '';
    width: 8px;
    height: 8px;
    border-radius: 50%;
    background: var(--pl-success);
  }

  .presence.away::before {
    border: 2px solid var(--pl-warning);
    background: none;
  }

  .waiting::before {
    border: 2px solid var(--pl-warning);
    background: none;
  }
`;
