import type { TokenScope } from './tokens.base.js';
import { baseTokens } from './tokens.base.js';
import { detailTokens } from './tokens.detail.js';

/**
 * The token sheet as CSS text: every colour, size and duration of widget, inbox and demo site. In two parts, because
 * the widget's first load carries only the first. Sizes are in px: an embedded element cannot trust the page's `rem`.
 *
 * All colours follow from one accent hue (`--pl-hue`, degrees on the OKLCH wheel). Lightness and chroma are held so
 * that text keeps 4.5:1 and controls 3:1 in both themes; tokens.test.ts computes it for every hue. The theme is
 * whatever `color-scheme` says on the element. The `--chat-*` properties are the site owner's.
 */
export function tokenSheet(scope: TokenScope): string {
  return baseTokens(scope) + detailTokens(scope);
}
