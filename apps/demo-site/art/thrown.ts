import type { Pen, Point, Tone } from './pen.js';
import { arc, curve, mirrored, reversed } from './pen.js';

/** A pot as it comes off the wheel: one profile, turned around its axis. */
export interface Thrown {
  /** From the rim down to the foot: distance from the axis and height. */
  profile: readonly Point[];
  glaze: Tone;
  /** Where the glaze ends, and the bare clay of the foot begins. */
  dip: number;
  /** The colour seen inside the rim; none for a closed neck. */
  inside?: Tone;
  clay?: Tone;
  weight?: number;
}

/** The sides of a profile, closed below by the curve of the foot. */
function body(side: readonly Point[], bottom: number): Point[] {
  const [radius, y] = side.at(-1) ?? [0, 0];
  return [...side, ...arc([0, y], radius, radius * bottom, 0, 180), ...reversed(mirrored(side))];
}

export function thrown(pen: Pen, { profile, glaze, dip, inside, clay = 'clay', weight = 3.2 }: Thrown): string {
  const side = curve(...profile);
  const [rim, top] = side[0] ?? [0, 0];
  const [foot, base] = side.at(-1) ?? [0, 0];
  const glazed = side.filter(([, y]) => y <= dip);
  const lit = side.map(([x, y]): Point => [x * 0.5, y]);
  const [belly] = side.reduce((widest, point) => (point[0] > widest[0] ? point : widest), [0, 0] as Point);
  const marks = [0.42, 0.66].map((share) => {
    const [radius, y] = side[Math.floor(side.length * share)] ?? [belly, top / 2];
    return pen.ink(arc([0, y], radius * 0.94, radius * 0.16, 28, 74), weight * 0.42);
  });
  return [
    pen.wash(body(side, 0.12), clay),
    pen.wash(body(glazed, 0.16), glaze),
    pen.wash([...side, ...reversed(lit)], 'shade', [0, 0]),
    inside ? pen.wash(arc([0, top], rim, rim * 0.2), inside, [0.5, 0]) : '',
    inside
      ? pen.wash(
          [...arc([0, top], rim, rim * 0.2, 180, 360), ...arc([0, top], rim, rim * 0.07, 0, -180)],
          'shade',
          [0, 0],
        )
      : '',
    ...marks,
    pen.ink(arc([0, top], rim, rim * 0.2, -200, 172), weight * 0.86),
    pen.ink(mirrored(side), weight),
    pen.ink(side, weight * 1.1),
    pen.ink(arc([0, base], foot, foot * 0.12, 176, 4), weight * 1.05),
  ].join('');
}
