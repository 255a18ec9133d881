import { letter } from './lettering.js';
import type { Point } from './pen.js';
import { arc, at, curve, line, Pen } from './pen.js';
import { bottle, bowl, jar, mug, pourer, stack, teapot } from './pots.js';

const SHELVES = [-34, -146, -270, -388] as const;

/** A flame of the burner: its foot at the point. */
function flame(pen: Pen, x: number, height: number): string {
  return (
    pen.wash(
      curve([x - 9, 0], [x - 12, -height * 0.4], [x + 2, -height], [x + 11, -height * 0.38], [x + 8, 0]),
      'tenmoku',
    ) +
    pen.wash(
      curve([x - 4, 0], [x - 5, -height * 0.26], [x + 1, -height * 0.6], [x + 5, -height * 0.24], [x + 4, 0]),
      'glow',
      [0, 0],
    )
  );
}

function bricks(pen: Pen, from: number, to: number, top: number): string {
  const rows: string[] = [];
  for (let y = -6, row = 0; y > top; y -= 30, row++) {
    rows.push(pen.ink(line([from, y], [to, y]), 1.7, 'line'));
    const joint = from + (to - from) * (row % 2 ? 0.3 : 0.66);
    rows.push(pen.ink(line([joint, y - 2], [joint, y - 27]), 1.7, 'line'));
  }
  return rows.join('');
}

/** The kiln, cut open: four shelves, and the third is where the heat is kind. The floor is y = 0. */
export function kiln(): string {
  const pen = new Pen('kiln');
  const shell: Point[] = [
    ...line([-262, 8], [-262, -390]),
    ...arc([0, -390], 262, 176, 180, 360),
    ...line([262, -390], [262, 8]),
  ];
  const chamber: Point[] = [
    ...line([-196, 0], [-196, -392]),
    ...arc([0, -392], 196, 118, 180, 360),
    ...line([196, -392], [196, 0]),
  ];
  const chimney: Point[] = line([108, -540], [112, -672], [184, -672], [188, -500]);
  const [, , third] = SHELVES;
  return [
    pen.wash(chimney, 'brick'),
    pen.ink(chimney, 3.4, 'line'),
    pen.ink(line([100, -672], [196, -673]), 4.4, 'line'),
    pen.ink(line([110, -628], [184, -629]), 1.7, 'line'),
    pen.ink(line([109, -584], [186, -585]), 1.7, 'line'),
    pen.ink(curve([146, -690], [160, -708], [138, -722], [152, -742]), 3, 'line'),
    pen.ink(curve([168, -694], [180, -708], [164, -718], [174, -732]), 2.4, 'line'),
    pen.wash(shell, 'brick'),
    pen.wash(chamber, 'heat', [0, 0]),
    pen.wash(
      [...line([-196, third + 6], [-196, third - 112]), ...line([196, third - 112], [196, third + 6])],
      'glow',
      [0, 0],
    ),
    bricks(pen, -258, -200, -390),
    bricks(pen, 200, 258, -390),
    ...Array.from({ length: 13 }, (_, index) => {
      const angle = 188 + index * 13.6;
      const [inner] = arc([0, -392], 200, 122, angle, angle + 1);
      const [outer] = arc([0, -390], 258, 172, angle, angle + 1);
      return inner && outer ? pen.ink(line(inner, outer), 1.7, 'line') : '';
    }),
    pen.ink(shell, 4.4, 'line'),
    pen.ink(chamber, 3.4, 'line'),
    ...[-166, -118, -62, -8, 52, 108, 164].map((x, index) => flame(pen, x, 24 + ((index * 7) % 12))),
    ...SHELVES.map(
      (y) =>
        pen.wash(line([-182, y], [182, y], [182, y + 9], [-182, y + 9]), 'nuka', [0, 0]) +
        pen.ink(line([-184, y], [184, y - 1]), 3.2) +
        pen.ink(line([-182, y + 9], [182, y + 9]), 2),
    ),
    ...SHELVES.slice(0, 3).flatMap((y, index) => {
      const above = SHELVES[index + 1] ?? y;
      return [-176, 176].map(
        (x) =>
          pen.wash(line([x - 5, y - 1], [x + 5, y - 1], [x + 5, above + 9], [x - 5, above + 9]), 'nuka', [0, 0]) +
          pen.ink(line([x - 5, above + 10], [x - 5, y - 2]), 2) +
          pen.ink(line([x + 5, above + 10], [x + 5, y - 2]), 2),
      );
    }),
    at(-112, SHELVES[0], stack('clay', 'clay', 'clay'), 0.78),
    at(-22, SHELVES[0], mug('clay', 'plain'), 0.76),
    at(98, SHELVES[0], bowl('clay', 'plain'), 0.86),
    at(-118, SHELVES[1], jar('clay'), 0.7),
    at(-34, SHELVES[1], bowl('clay', 'plain'), 0.72),
    at(48, SHELVES[1], mug('clay', 'plain'), 0.8),
    at(130, SHELVES[1], mug('clay', 'plain'), 0.7),
    at(-128, third, mug('slate', 'waves'), 0.84),
    at(-28, third, teapot('ink'), 0.64),
    at(64, third, bottle(), 0.66),
    at(130, third, bowl('nuka', 'fish'), 0.62),
    at(-98, SHELVES[3], pourer('clay'), 0.8),
    at(0, SHELVES[3], jar('clay'), 0.68),
    at(86, SHELVES[3], mug('clay', 'plain'), 0.76),
    ...SHELVES.map((y, index) => at(-238, y - 30, letter(String(index + 1), 10, 'line'), 0.3)),
    pen.ink(arc([-230, third - 45], 24, 27, -110, 262), 3, 'tenmoku'),
  ].join('');
}
