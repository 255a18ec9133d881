import { css } from 'lit';

export const uploadTrayStyles = css`
  :host {
    display: block;
  }

  ul {
    display: flex;
    flex-wrap: wrap;
    gap: var(--pl-space-2);
    max-height: 176px;
    padding-bottom: var(--pl-space-2);
    overflow-y: auto;
    list-style: none;
    scrollbar-width: thin;
  }

  li {
    display: flex;
    align-items: center;
    gap: var(--pl-space-2);
    width: calc(50% - var(--pl-space-1));
    min-width: 148px;
    flex-grow: 1;
    padding: var(--pl-space-1);
    border: 1px solid var(--pl-border);
    border-radius: var(--pl-radius-m);
    background: var(--pl-surface);
  }

  li.refused {
    width: 100%;
    border-color: var(--pl-danger);
    background: var(--pl-danger-soft);
  }

  .preview {
    position: relative;
    flex: none;
    width: 40px;
    height: 40px;
    overflow: hidden;
    border-radius: var(--pl-radius-s);
  }

  canvas {
    position: absolute;
    inset: 0;
    width: 100%;
    height: 100%;
    object-fit: cover;
  }

  .uploading canvas,
  .uploading .sign {
    opacity: 0.45;
  }

  .ring {
    position: absolute;
    inset: 8px;
    width: 24px;
    height: 24px;
    color: var(--pl-accent-text);
    transform: rotate(-90deg);
  }

  .ring .way {
    opacity: 0.25;
  }

  .ring .done {
    transition: stroke-dasharray var(--pl-slow);
  }

  .about {
    flex: 1;
    min-width: 0;
    font: var(--pl-text-s);
  }

  .refused .reason,
  .refused .sign {
    color: var(--pl-danger);
  }

  .refused .sign {
    background: none;
  }

  .remove {
    appearance: none;
    display: grid;
    flex: none;
    place-items: center;
    width: 28px;
    height: 28px;
    margin: 0;
    padding: 0;
    border: 0;
    border-radius: var(--pl-radius-s);
    background: none;
    color: var(--pl-text-muted);
    cursor: pointer;
  }

  .remove:hover {
    background: var(--pl-raised);
    color: var(--pl-text);
  }

  .remove svg {
    width: 16px;
    height: 16px;
  }
`;
