import type { Point } from './pen.js';
import { arc, at, curve, line, Pen } from './pen.js';
import { thrown } from './thrown.js';

/** What Ines reaches for: a ball of clay, a wooden rib, a sponge and the wire. */
export function wheel(): string {
  const pen = new Pen('wheel');
  return [
    pen.wash([...arc([0, -40], 92, 16)], 'slate', [0, 0]),
    pen.wash([...arc([0, -40], 92, 16, 0, 180), ...arc([0, -28], 92, 16, 180, 0)], 'shade', [0, 0]),
    pen.ink(arc([0, -40], 92, 16, -170, 200), 3, 'line'),
    pen.ink(curve([-92, -38], [-88, -22], [0, -12], [88, -22], [92, -38]), 3, 'line'),
    pen.wash(line([-16, -14], [16, -14], [14, 0], [-14, 0]), 'slate', [0, 0]),
    pen.ink(line([-18, -13], [-17, 0]), 3, 'line'),
    pen.ink(line([18, -13], [17, 0]), 3, 'line'),
    at(
      0,
      -36,
      thrown(pen, {
        profile: [
          [40, -92],
          [36, -66],
          [50, -34],
          [46, -2],
        ],
        glaze: 'clay',
        dip: 0,
        inside: 'clay',
      }),
    ),
    ...[-78, -60, -44, -26].map((y, index) => pen.ink(arc([0, y - 36 + 20], 40 + index * 2.4, 7, 160, 30), 1.7)),
    pen.wash(curve([66, -62], [96, -74], [104, -54], [78, -46], [66, -62]), 'glow'),
    pen.ink(curve([66, -62], [96, -74], [104, -54], [78, -46], [65, -61]), 2.8),
    ...(
      [
        [78, -60],
        [88, -64],
        [92, -56],
      ] as Point[]
    ).map((hole) => pen.dab(hole, 1.6, 'ink')),
  ].join('');
}

/** What Tom trusts: three cones in a row, which bend one after the other as the heat comes up. */
export function cones(): string {
  const pen = new Pen('cones');
  const cone = (x: number, lean: number, drop: number): string => {
    const tip: Point = [x + lean, -40 - (118 - drop)];
    const left = curve([x - 15, -38], [x - 12 + lean * 0.22, -92 + drop * 0.1], tip);
    const right = curve([x + 13, -38], [x + 12 + lean * 0.3, -86 + drop * 0.12], tip);
    return (
      pen.wash([...left, ...[...right].reverse()], lean > 40 ? 'tenmoku' : lean > 15 ? 'glow' : 'nuka') +
      pen.wash([...right, ...curve(tip, [x + 4 + lean * 0.2, -84], [x + 2, -38])], 'shade', [0, 0]) +
      pen.ink(left, 3) +
      pen.ink(right, 3)
    );
  };
  const base: Point[] = curve([-92, -8], [-84, -36], [0, -44], [84, -36], [94, -8]);
  return [
    cone(-48, 4, 0),
    cone(6, 32, 16),
    cone(54, 64, 82),
    pen.wash([...base, [80, 0], [-80, 0]], 'clay'),
    pen.wash([...curve([40, -40], [84, -36], [94, -8]), [60, 0], [40, 0]], 'shade', [0, 0]),
    pen.ink(base, 3.4),
    pen.ink(line([-94, -4], [94, -3]), 3.4),
  ].join('');
}

/** What Wren paints the fish with. */
export function brushes(): string {
  const pen = new Pen('brushes');
  const brush = (x: number, lean: number, height: number, tone: 'tenmoku' | 'clay' | 'slate'): string => {
    const [tx, ty] = [x + lean, -height];
    const hair: Point[] = [
      ...curve([tx - 7, ty], [tx - 10, ty - 18], [tx + lean * 0.16, ty - 44]),
      ...curve([tx + lean * 0.16, ty - 44], [tx + 10, ty - 16], [tx + 7, ty]),
    ];
    return (
      pen.ink(line([x, -70], [tx, ty]), 9, 'line') +
      pen.ink(line([x, -70], [tx, ty]), 5.4, tone) +
      pen.wash(hair, 'cobalt', [0, 0]) +
      pen.ink(hair, 2.4, 'line')
    );
  };
  return [
    brush(-18, -34, 150, 'clay'),
    brush(2, 4, 172, 'tenmoku'),
    brush(18, 42, 140, 'slate'),
    thrown(pen, {
      profile: [
        [42, -92],
        [45, -56],
        [43, -22],
        [36, -3],
      ],
      glaze: 'nuka',
      dip: -18,
      inside: 'slate',
    }),
    pen.ink(curve([-26, -56], [-4, -68], [18, -52], [30, -44]), 4.4, 'cobalt'),
    pen.ink(curve([-26, -56], [-4, -42], [18, -56], [30, -66]), 4, 'cobalt'),
    pen.dab([-14, -57], 2.2, 'cobalt'),
  ].join('');
}

/** What the fire did not like. */
export function shards(): string {
  const pen = new Pen('shards');
  const side: Point[] = line([-70, -4], [-62, -96], [-26, -88], [-34, -62], [-8, -50], [-18, -22], [6, -4]);
  const piece: Point[] = line([26, -2], [40, -56], [62, -38], [94, -44], [92, -4]);
  const handle: Point[] = arc([134, -20], 26, 24, -180, 40);
  return [
    pen.wash(side, 'slate'),
    pen.ink([...side, [-70, -4]], 3.2),
    pen.ink(curve([-54, -46], [-47, -54], [-40, -48]), 4, 'cobalt'),
    pen.ink(curve([-36, -42], [-29, -50], [-22, -44]), 4, 'cobalt'),
    pen.wash(piece, 'slate'),
    pen.ink([...piece, [26, -2]], 3.2),
    pen.ink(curve([50, -24], [57, -32], [64, -26]), 4, 'cobalt'),
    pen.ink(curve([70, -22], [77, -30], [84, -24]), 4, 'cobalt'),
    pen.ink(handle, 12, 'ink'),
    pen.ink(handle, 7, 'slate'),
    pen.dab([12, -4], 4, 'slate'),
    pen.dab([108, -3], 3, 'slate'),
  ].join('');
}
