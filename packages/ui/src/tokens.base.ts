/** Hue until a site says otherwise, in degrees. */
export const DEFAULT_HUE = 264;

/** Where a sheet is declared. */
export type TokenScope = ':host' | ':root';

/** The tokens that the widget's first load draws with; the rest is in tokens.detail.ts. See tokens.ts. */
export function baseTokens(scope: TokenScope): string {
  return `${scope} {
  --pl-h: var(--pl-hue, ${DEFAULT_HUE});
  --pl-accent: var(--chat-accent, oklch(0.53 0.14 var(--pl-h)));
  /* White or black, whichever reads better: 0.179 is the luminance on which both have 4.58:1. */
  --pl-on-light: clamp(0, (0.179 - y) * 1e6, 1);
  --pl-on-accent: color(from var(--pl-accent) xyz-d65 calc(0.9505 * var(--pl-on-light)) var(--pl-on-light) calc(1.089 * var(--pl-on-light)));
  --pl-accent-hover: color-mix(in oklab, var(--pl-accent) 90%, black);

  --pl-surface: var(--chat-surface, light-dark(white, oklch(0.212 0.012 var(--pl-h))));
  --pl-text: var(--chat-text, light-dark(oklch(0.22 0.02 var(--pl-h)), oklch(0.955 0.006 var(--pl-h))));
  --pl-tint: color-mix(in oklab, var(--pl-accent) 30%, var(--pl-text));
  --pl-border: color-mix(in oklab, var(--pl-tint) 15%, var(--pl-surface));
  --pl-text-muted: color-mix(in oklab, var(--pl-text) 64%, var(--pl-surface));

  --pl-font: var(--chat-font, system-ui, sans-serif);
  --pl-text-m: 14px/20px var(--pl-font);

  --pl-radius-m: 10px;
  --pl-radius-l: var(--chat-radius, 16px);

  --pl-shadow-2: 0 2px 6px oklch(0 0 0 / 0.08), 0 16px 48px oklch(0 0 0 / 0.18);

  --pl-fast: 120ms;
  --pl-slow: 200ms;
  --pl-ease: cubic-bezier(0.16, 1, 0.3, 1);
}
@media (prefers-reduced-motion: reduce) {
  ${scope} {
    --pl-fast: 0.01ms;
    --pl-slow: 0.01ms;
  }
}
@media (prefers-contrast: more) {
  ${scope} {
    --pl-accent: var(--pl-text);
    --pl-accent-text: var(--pl-text);
    --pl-border: color-mix(in oklab, var(--pl-text) 60%, var(--pl-surface));
    --pl-text-muted: var(--pl-text);
  }
}
@media (forced-colors: active) {
  ${scope} {
    --pl-accent: Highlight;
    --pl-on-accent: HighlightText;
    --pl-accent-hover: Highlight;
    --pl-surface: Canvas;
    --pl-text: CanvasText;
    --pl-border: CanvasText;
    --pl-text-muted: CanvasText;
  }
}
`;
}
