import { cat } from './cat.js';
import type { Point, Tone } from './pen.js';
import { arc, at, curve, line, Pen } from './pen.js';
import { mug, stack, teapot, vase } from './pots.js';

function cake(pen: Pen): string {
  const stand: Point[] = curve([-8, -2], [-6, -22], [-10, -34]);
  const sponge: Point[] = line([-50, -42], [-50, -84], [30, -84], [30, -42]);
  return [
    pen.wash([...curve([-26, 0], [-8, -10], [-9, -36]), ...curve([11, -36], [10, -10], [28, 0])], 'celadon'),
    pen.ink(curve([-28, 0], [-9, -10], [-9, -34]), 3),
    pen.ink(curve([11, -34], [11, -10], [30, 0]), 3),
    pen.ink(line([-28, -1], [30, -1]), 3),
    pen.wash(arc([1, -38], 72, 9), 'celadon', [0, 0]),
    pen.ink(arc([1, -38], 72, 9, -170, 200), 3),
    pen.wash(sponge, 'clay', [0, 0]),
    pen.wash(line([-50, -60], [30, -62], [30, -67], [-50, -66]), 'tenmoku', [0, 0]),
    pen.wash(
      [
        ...curve([-52, -82], [-48, -94], [-10, -98], [30, -92], [32, -80]),
        ...curve([32, -80], [20, -72], [8, -80], [-8, -72], [-26, -80], [-40, -72], [-52, -82]),
      ],
      'nuka',
      [0, 0],
    ),
    pen.ink([...sponge, ...line([30, -42], [-50, -42])], 2.8),
    pen.ink(curve([-52, -82], [-40, -72], [-26, -80], [-8, -72], [8, -80], [20, -72], [32, -80]), 2.4),
    pen.ink(curve([-52, -82], [-48, -94], [-10, -98], [30, -92], [32, -80]), 2.8),
    pen.ink(stand, 1.2),
  ].join('');
}

/** What stands on the long table. Its top is y = 0. */
export function table(): string {
  const pen = new Pen('table');
  const steam = (x: number, y: number) =>
    pen.ink(curve([x, y], [x + 9, y - 12], [x - 4, y - 24], [x + 6, y - 38]), 2.6, 'line') +
    pen.ink(curve([x + 14, y - 2], [x + 21, y - 12], [x + 11, y - 20], [x + 18, y - 30]), 2.2, 'line');
  return [
    at(-400, 0, stack('slate', 'nuka', 'celadon')),
    at(-288, 0, mug('nuka', 'fish'), 0.84),
    steam(-296, -98),
    at(-150, 0, teapot(), 0.96),
    at(-18, 0, mug('slate', 'waves'), 0.84),
    steam(-26, -98),
    at(110, 0, cake(pen), 1.02),
    at(226, 0, mug('celadon', 'band'), 0.8),
    steam(218, -94),
    at(306, 0, vase(), 0.86),
    at(414, 0, cat(), 0.94),
  ].join('');
}

/** The few things that fit a narrow screen. */
export function tableEnd(): string {
  return [at(-116, 0, mug('slate', 'waves'), 0.74), at(-8, 0, teapot(), 0.8), at(128, 0, cat(), 0.8)].join('');
}

/** What is under the table: its trestles, and stools to pull up. The edge of the table is y = 0. */
export function trestles(): string {
  const pen = new Pen('trestles');
  const leg = (x: number) => [
    pen.ink(line([x, 2], [x - 30, 124]), 8, 'line'),
    pen.ink(line([x + 16, 2], [x + 46, 124]), 8, 'line'),
    pen.ink(line([x - 16, 70], [x + 34, 70]), 5, 'line'),
  ];
  const stool = (x: number, seat: Tone) => [
    pen.ink(line([x - 26, 62], [x - 36, 124]), 5, 'line'),
    pen.ink(line([x + 26, 62], [x + 36, 124]), 5, 'line'),
    pen.ink(line([x, 64], [x + 1, 118]), 4, 'line'),
    pen.ink(line([x - 30, 96], [x + 30, 95]), 3, 'line'),
    pen.wash(arc([x, 56], 42, 9), seat, [0, 0]),
    pen.ink(arc([x, 56], 42, 9, -170, 200), 3, 'line'),
  ];
  return [...leg(-400), ...stool(-232, 'celadon'), ...stool(-40, 'clay'), ...stool(152, 'slate'), ...leg(372)].join('');
}
