import { css } from 'lit';

export const pictureViewerStyles = css`
  dialog {
    position: fixed;
    inset: 0;
    display: flex;
    flex-direction: column;
    width: 100%;
    max-width: none;
    height: 100dvh;
    max-height: none;
    margin: 0;
    padding: 0;
    border: 0;
    background: oklch(0.14 0.01 264 / 0.96);
    color: white;
    color-scheme: dark;
    font: var(--pl-text-m);
    animation: appear var(--pl-slow) var(--pl-ease);
  }

  dialog::backdrop {
    background: none;
  }

  @keyframes appear {
    from {
      opacity: 0;
    }
  }

  .bar {
    display: flex;
    flex: none;
    align-items: center;
    gap: var(--pl-space-1);
    min-height: 56px;
    padding: calc(var(--pl-space-2) + env(safe-area-inset-top, 0px)) var(--pl-space-3) var(--pl-space-2);
  }

  .title {
    flex: 1;
    min-width: 0;
    padding-inline: var(--pl-space-1) var(--pl-space-3);
  }

  .position {
    color: oklch(1 0 0 / 0.72);
    font: var(--pl-text-s);
    font-variant-numeric: tabular-nums;
  }

  .control {
    appearance: none;
    display: grid;
    flex: none;
    place-items: center;
    width: 40px;
    height: 40px;
    margin: 0;
    padding: 0;
    border: 0;
    border-radius: 50%;
    background: none;
    color: inherit;
    cursor: pointer;
    transition: background-color var(--pl-fast);
  }

  .control:hover {
    background: oklch(1 0 0 / 0.14);
  }

  :focus-visible {
    outline: 2px solid white;
    outline-offset: 2px;
  }

  .stage {
    position: relative;
    display: grid;
    flex: 1;
    min-height: 0;
  }

  .frame {
    display: grid;
    grid-template: minmax(0, 1fr) / minmax(0, 1fr);
    min-width: 0;
    min-height: 0;
    padding: 0 var(--pl-space-3) calc(var(--pl-space-4) + env(safe-area-inset-bottom, 0px));
    overflow: hidden;
    place-items: safe center;
  }

  img {
    /* Not those of its attributes: one that has to shrink keeps its ratio. */
    width: auto;
    height: auto;
    max-width: 100%;
    max-height: 100%;
    min-width: 0;
    min-height: 0;
    object-fit: contain;
    background: repeating-conic-gradient(oklch(1 0 0 / 0.06) 0 25%, transparent 0 50%) 0 0 / 24px 24px;
    cursor: zoom-in;
  }

  .actual {
    grid-template: auto / auto;
    overflow: auto;
  }

  .actual img {
    max-width: none;
    max-height: none;
    cursor: zoom-out;
  }

  .step {
    position: absolute;
    top: calc(50% - 36px);
    width: 48px;
    height: 48px;
    background: oklch(0 0 0 / 0.5);
  }

  .step.back {
    inset-inline-start: var(--pl-space-3);
  }

  .step.on {
    inset-inline-end: var(--pl-space-3);
  }

  .step svg {
    width: 24px;
    height: 24px;
  }

  :dir(rtl) .step svg {
    transform: scaleX(-1);
  }

  @media (prefers-reduced-motion: reduce) {
    dialog {
      animation: none;
    }
  }

  @media (forced-colors: active) {
    .control {
      border: 1px solid ButtonText;
    }
  }
`;
