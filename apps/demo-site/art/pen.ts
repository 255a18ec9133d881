/** A place on the drawing; y grows downwards, and a pot stands on y = 0. */
export type Point = readonly [x: number, y: number];

/** What a shape is filled with; the style sheet gives each its colour by day and by night. */
export type Tone =
  | 'line'
  | 'ink'
  | 'cobalt'
  | 'shade'
  | 'paper'
  | 'clay'
  | 'nuka'
  | 'celadon'
  | 'slate'
  | 'tenmoku'
  | 'glow'
  | 'leaf'
  | 'brick'
  | 'heat'
  | 'sea'
  | 'lamp'
  | 'road';

/** The distance between sampled points of a curve, and of a straight line. */
const STEP = 8;
const STRIDE = 20;
const TURN = Math.PI / 180;

const distance = (a: Point, b: Point) => Math.hypot(b[0] - a[0], b[1] - a[1]);

function between(a: Point, b: Point, t: number): Point {
  return [a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t];
}

/** Straight from point to point. */
export function line(...points: Point[]): Point[] {
  const path: Point[] = [];
  for (const [index, point] of points.entries()) {
    const next = points[index + 1] ?? point;
    const steps = next === point ? 1 : Math.max(2, Math.round(distance(point, next) / STRIDE));
    for (let step = 0; step < steps; step++) path.push(between(point, next, step / steps));
  }
  return path;
}

/** Smoothly through all points (a Catmull-Rom spline). */
export function curve(...points: Point[]): Point[] {
  const path: Point[] = [];
  for (const [index, b] of points.entries()) {
    const c = points[index + 1] ?? b;
    const a = points[index - 1] ?? b;
    const d = points[index + 2] ?? c;
    const steps = c === b ? 1 : Math.max(2, Math.round(distance(b, c) / STEP));
    for (let step = 0; step < steps; step++) {
      const t = step / steps;
      const along = (axis: 0 | 1) =>
        0.5 *
        (2 * b[axis] +
          (c[axis] - a[axis]) * t +
          (2 * a[axis] - 5 * b[axis] + 4 * c[axis] - d[axis]) * t ** 2 +
          (3 * b[axis] - a[axis] - 3 * c[axis] + d[axis]) * t ** 3);
      path.push([along(0), along(1)]);
    }
  }
  return path;
}

/** Along an ellipse, from one angle to another in degrees; 0 is the right, 90 the bottom. */
export function arc([x, y]: Point, rx: number, ry: number, from = 0, to = 360): Point[] {
  const steps = Math.max(6, Math.round((Math.abs(to - from) * TURN * Math.max(rx, ry)) / STEP));
  return Array.from({ length: steps + 1 }, (_, step) => {
    const angle = (from + ((to - from) * step) / steps) * TURN;
    return [x + rx * Math.cos(angle), y + ry * Math.sin(angle)];
  });
}

export const mirrored = (path: readonly Point[]): Point[] => path.map(([x, y]) => [-x, y]);
export const reversed = (path: readonly Point[]): Point[] => [...path].reverse();

const figure = (value: number) => String(Math.round(value * 10) / 10);

function outline(points: readonly Point[]): string {
  const [first, ...rest] = points;
  const last = points.at(-1);
  if (!first || !last) return '';
  const start = between(last, first, 0.5);
  let here: Point = [Math.round(start[0] * 10) / 10, Math.round(start[1] * 10) / 10];
  let d = `M${figure(here[0])} ${figure(here[1])}q`;
  [first, ...rest].forEach((point, index) => {
    const end = between(point, points[(index + 1) % points.length] ?? first, 0.5);
    const numbers = [point[0] - here[0], point[1] - here[1], end[0] - here[0], end[1] - here[1]].map(figure);
    d += `${index ? ' ' : ''}${numbers.join(' ')}`.replaceAll(' -', '-').replaceAll(/(-|\s|^)0\./g, '$1.');
    here = [here[0] + Number(numbers[2]), here[1] + Number(numbers[3])];
  });
  return `${d}z`;
}

/** Draws as a hand does: no line is straight, none has one width. The same name always draws the same picture. */
export class Pen {
  readonly #random: () => number;

  constructor(name: string) {
    let state = [...name].reduce((sum, letter) => Math.imul(sum, 31) + letter.charCodeAt(0), 7);
    this.#random = () => {
      state = (state + 0x6d2b79f5) | 0;
      let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
      mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed);
      return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
    };
  }

  /** A line of ink that swells and tapers; `weight` is its greatest width. */
  ink(path: readonly Point[], weight = 3.2, tone: Tone = 'ink'): string {
    const drift = this.#waver(path.length, 14);
    const pressure = this.#waver(path.length, 9);
    const left: Point[] = [];
    const right: Point[] = [];
    const length = path.reduce((sum, point, index) => sum + distance(path[index - 1] ?? point, point), 0);
    let run = 0;
    path.forEach(([x, y], index) => {
      const before = path[Math.max(0, index - 1)] ?? [x, y];
      const after = path[Math.min(path.length - 1, index + 1)] ?? [x, y];
      const span = distance(before, after) || 1;
      const [nx, ny] = [(before[1] - after[1]) / span, (after[0] - before[0]) / span];
      run += distance(path[index - 1] ?? [x, y], [x, y]);
      const taper = Math.min(1, 0.6 + run / (weight * 6), 0.4 + (length - run) / (weight * 7));
      const half = (weight / 2) * taper * (1 + 0.28 * (pressure[index] ?? 0));
      const off = 0.28 * weight * (drift[index] ?? 0);
      left.push([x + nx * (off + half), y + ny * (off + half)]);
      right.push([x + nx * (off - half), y + ny * (off - half)]);
    });
    return `<path class="${tone}" d="${outline([...left, ...reversed(right)])}"/>`;
  }

  /** A shape of one colour, a little off the register of the ink, as in a print of two plates. */
  wash(path: readonly Point[], tone: Tone, offset: Point = [1.6, -1.2]): string {
    const drift = this.#waver(path.length, 8);
    const shape = path.map(([x, y], index): Point => {
      const off = drift[index] ?? 0;
      return [x + offset[0] + off, y + offset[1] + off * 0.6];
    });
    return `<path class="${tone}" d="${outline(shape)}"/>`;
  }

  /** One touch of the brush. */
  dab([x, y]: Point, radius: number, tone: Tone): string {
    return this.wash(arc([x, y], radius, radius * 0.86, 0, 300), tone, [0, 0]);
  }

  /** Smooth noise between -1 and 1, a new value every `period` points. */
  #waver(length: number, period: number): number[] {
    const knots = Array.from({ length: Math.ceil(length / period) + 2 }, () => this.#random() * 2 - 1);
    return Array.from({ length }, (_, index) => {
      const t = (index % period) / period;
      const from = knots[Math.floor(index / period)] ?? 0;
      const to = knots[Math.floor(index / period) + 1] ?? 0;
      return from + (to - from) * (1 - Math.cos(t * Math.PI)) * 0.5;
    });
  }
}

/** A drawing put somewhere, larger or smaller. */
export function at(x: number, y: number, drawing: string, scale = 1): string {
  return `<g transform="translate(${x} ${y})${scale === 1 ? '' : ` scale(${scale})`}">${drawing}</g>`;
}
