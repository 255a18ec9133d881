import type { TokenScope } from './tokens.base.js';

/** The tokens beside those of tokens.base.ts, declared on the same element or further in. See tokens.ts. */
export function detailTokens(scope: TokenScope): string {
  return `${scope} {
  --pl-accent-text: light-dark(oklch(from var(--pl-accent) min(l, 0.49) c h), oklch(from var(--pl-accent) max(l, 0.78) min(c, 0.11) h));
  --pl-accent-soft: color-mix(in oklab, var(--pl-accent) 10%, var(--pl-surface));
  --pl-canvas: light-dark(oklch(0.981 0.005 var(--pl-h)), oklch(0.168 0.011 var(--pl-h)));
  --pl-raised: color-mix(in oklab, var(--pl-tint) 8%, var(--pl-surface));
  --pl-raised-hover: color-mix(in oklab, var(--pl-tint) 12%, var(--pl-surface));
  --pl-control-border: color-mix(in oklab, var(--pl-text) 46%, var(--pl-surface));

  --pl-danger: light-dark(oklch(0.53 0.19 25), oklch(0.76 0.13 25));
  --pl-danger-soft: color-mix(in oklab, var(--pl-danger) 10%, var(--pl-surface));
  --pl-success: light-dark(oklch(0.5 0.12 152), oklch(0.79 0.14 152));
  --pl-warning: light-dark(oklch(0.51 0.11 65), oklch(0.82 0.12 75));
  --pl-note: color-mix(in oklab, light-dark(oklch(0.85 0.13 85), oklch(0.75 0.12 85)) 22%, var(--pl-surface));

  --pl-font-mono: ui-monospace, Menlo, Consolas, monospace;
  --pl-text-s: 13px/20px var(--pl-font);
  --pl-text-l: 16px/24px var(--pl-font);
  --pl-text-xl: 20px/28px var(--pl-font);
  --pl-text-xxl: 28px/36px var(--pl-font);

  --pl-space-1: 4px;
  --pl-space-2: 8px;
  --pl-space-3: 12px;
  --pl-space-4: 16px;
  --pl-space-5: 20px;
  --pl-space-6: 24px;
  --pl-space-8: 32px;
  --pl-space-12: 48px;

  --pl-radius-s: 6px;
  --pl-shadow-1: 0 1px 2px oklch(0 0 0 / 0.08), 0 2px 8px oklch(0 0 0 / 0.08);
}
@media (forced-colors: active) {
  ${scope} {
    --pl-accent-text: LinkText;
    --pl-accent-soft: Canvas;
    --pl-canvas: Canvas;
    --pl-raised: Canvas;
    --pl-raised-hover: Canvas;
    --pl-control-border: CanvasText;
    --pl-danger: CanvasText;
    --pl-danger-soft: Canvas;
    --pl-success: CanvasText;
    --pl-warning: CanvasText;
    --pl-note: Canvas;
  }
}
`;
}
