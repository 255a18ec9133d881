import { expect, test } from '@jest/globals';
import { tokenSheet } from './tokens.js';

/** Lightness and the two colour axes of OKLab. */
type Lab = readonly [number, number, number];
type Theme = 'light' | 'dark';

/** The declarations outside of media queries. */
const declared = new Map(
  [
    ...tokenSheet(':root')
      .replace(/@media[^{]*\{[^{]*\{[^}]*\}\s*\}/g, '')
      .matchAll(/(--pl-[\w-]+):\s*([^;]+);/g),
  ].map(([, name = '', value = '']) => [name, value]),
);

/** Computes those CSS colour functions that the sheet uses. */
function colour(expression: string, theme: Theme, hue: number): Lab {
  const [, name = '', inner = ''] = /^([\w-]+)\((.*)\)$/s.exec(expression.trim()) ?? [];
  const parts = split(inner);
  switch (name) {
    case 'var':
      return colour(
        parts[0]?.startsWith('--chat') ? (parts[1] ?? '') : (declared.get(parts[0] ?? '') ?? ''),
        theme,
        hue,
      );
    case 'light-dark':
      return colour(parts[theme === 'light' ? 0 : 1] ?? '', theme, hue);
    case 'color-mix': {
      const [, first = '', share = ''] = /^(.*?)\s+([\d.]+)%$/s.exec(parts[1] ?? '') ?? [];
      const [a, b] = [colour(first, theme, hue), colour(parts[2] ?? '', theme, hue)];
      const part = Number(share) / 100;
      return [0, 1, 2].map((axis) => (a[axis] ?? 0) * part + (b[axis] ?? 0) * (1 - part)) as unknown as Lab;
    }
    case 'oklch':
      return oklch(inner, theme, hue);
    default:
      if (expression.trim() === 'black') return [0, 0, 0];
      if (expression.trim() === 'white') return [1, 0, 0];
      throw new Error(`Cannot compute ${expression}`);
  }
}

function oklch(inner: string, theme: Theme, hue: number): Lab {
  const relative = /^from\s+(var\([^)]*\))\s+(min|max)\(l, ([\d.]+)\) (c|min\(c, ([\d.]+)\)) h$/.exec(inner);
  if (!relative) {
    const [l = 0, c = 0, h = 0] = inner.replace('var(--pl-h)', String(hue)).split(/\s+/).map(Number);
    return [l, c * Math.cos((h * Math.PI) / 180), c * Math.sin((h * Math.PI) / 180)];
  }
  const [, from = '', bound, l = '', , most = 'Infinity'] = relative;
  const [light, a, b] = colour(from, theme, hue);
  const shrink = Math.min(1, Number(most) / Math.hypot(a, b));
  return [bound === 'min' ? Math.min(light, Number(l)) : Math.max(light, Number(l)), a * shrink, b * shrink];
}

/** Arguments of a function, nested ones kept whole. */
function split(inner: string): string[] {
  const parts = [''];
  let depth = 0;
  for (const char of inner) {
    depth += char === '(' ? 1 : char === ')' ? -1 : 0;
    if (char === ',' && depth === 0) parts.push('');
    else parts[parts.length - 1] += char;
  }
  return parts.map((part) => part.trim());
}

/** Relative luminance (WCAG 2.2) of what a screen shows: channels beyond its gamut are cut off. */
function luminance([l, a, b]: Lab): number {
  const cube = (value: number) => value ** 3;
  const [L, M, S] = [
    cube(l + 0.3963377774 * a + 0.2158037573 * b),
    cube(l - 0.1055613458 * a - 0.0638541728 * b),
    cube(l - 0.0894841775 * a - 1.291485548 * b),
  ];
  const clip = (value: number) => Math.min(1, Math.max(0, value));
  const red = clip(4.0767416621 * L - 3.3077115913 * M + 0.2309699292 * S);
  const green = clip(-1.2684380046 * L + 2.6097574011 * M - 0.3413193965 * S);
  const blue = clip(-0.0041960863 * L - 0.7034186147 * M + 1.707614701 * S);
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function ratio(a: number, b: number): number {
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

const of = (name: string, theme: Theme, hue: number) => luminance(colour(`var(--pl-${name})`, theme, hue));

const texts: [text: string, on: string, least: number][] = [
  ['text', 'surface', 4.5],
  ['text', 'raised-hover', 4.5],
  ['text', 'note', 4.5],
  ['text', 'accent-soft', 4.5],
  ['text', 'danger-soft', 4.5],
  ['text-muted', 'surface', 4.5],
  ['text-muted', 'canvas', 4.5],
  ['text-muted', 'raised-hover', 4.5],
  ['accent-text', 'surface', 4.5],
  ['accent-text', 'raised', 4.5],
  ['accent-text', 'canvas', 4.5],
  ['accent-text', 'accent-soft', 4.5],
  ['danger', 'surface', 4.5],
  ['danger', 'danger-soft', 4.5],
  ['success', 'surface', 4.5],
  ['warning', 'surface', 4.5],
  ['warning', 'note', 4.5],
  ['control-border', 'surface', 3],
  ['accent', 'surface', 3],
  ['accent', 'canvas', 3],
];

for (const theme of ['light', 'dark'] as const) {
  test.each(texts)(`${theme}: %s on %s has %s:1 with every hue`, (text, on, least) => {
    for (let hue = 0; hue < 360; hue++) {
      expect({ hue, enough: ratio(of(text, theme, hue), of(on, theme, hue)) >= least }).toEqual({ hue, enough: true });
    }
  });

  test(`${theme}: white reads well on the accent with every hue, also under the pointer`, () => {
    for (let hue = 0; hue < 360; hue++) {
      expect(of('accent', theme, hue)).toBeLessThan(0.179);
      expect(ratio(1, of('accent-hover', theme, hue))).toBeGreaterThanOrEqual(4.5);
    }
  });
}
