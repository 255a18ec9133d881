import type { Point, Tone } from './pen.js';
import { arc, at, curve, line, Pen } from './pen.js';
import { thrown } from './thrown.js';

/** A brushed fish, nose to the left. */
function fish(pen: Pen, [x, y]: Point, length: number, tone: Tone): string {
  const w = length / 2;
  return [
    pen.ink(
      curve([x - w, y], [x - w * 0.2, y - w * 0.36], [x + w * 0.5, y - w * 0.08], [x + w, y + w * 0.28]),
      4.4,
      tone,
    ),
    pen.ink(curve([x - w, y], [x - w * 0.2, y + w * 0.34], [x + w * 0.5, y + w * 0.04], [x + w, y - w * 0.3]), 4, tone),
    pen.dab([x - w * 0.58, y - w * 0.02], 2.2, tone),
    pen.ink(curve([x - w * 0.1, y - w * 0.12], [x, y], [x - w * 0.1, y + w * 0.12]), 2.6, tone),
    pen.ink(curve([x + w * 0.2, y - w * 0.08], [x + w * 0.27, y], [x + w * 0.2, y + w * 0.08]), 2.2, tone),
  ].join('');
}

/** Waves along the belly of a pot. */
function waves(pen: Pen, [x, y]: Point, count: number, width: number, tone: Tone): string {
  return Array.from({ length: count }, (_, index) => {
    const left = x + (index - count / 2) * width;
    const sag = 4 * (1 - Math.abs((index + 0.5 - count / 2) / (count / 2)) ** 2);
    return pen.ink(
      curve(
        [left, y + sag],
        [left + width * 0.35, y - 9 + sag],
        [left + width * 0.72, y - 4 + sag],
        [left + width * 0.6, y + 2 + sag],
      ),
      4,
      tone,
    );
  }).join('');
}

/** A stem with leaves, growing from its foot. */
function sprig(pen: Pen, [x, y]: Point, height: number, lean: number, tone: Tone): string {
  const stem = curve([x, y], [x + lean * 0.3, y - height * 0.5], [x + lean, y - height]);
  const leaves = [0.38, 0.56, 0.74, 0.92].map((share, index) => {
    const [lx, ly] = stem[Math.floor((stem.length - 1) * share)] ?? [x, y];
    const side = index % 2 ? 1 : -1;
    const reach = 22 - index * 2.5;
    return (
      pen.wash(
        [
          ...curve([lx, ly], [lx + side * reach * 0.5, ly - reach * 0.62], [lx + side * reach, ly - reach * 0.7]),
          ...curve([lx + side * reach, ly - reach * 0.7], [lx + side * reach * 0.7, ly - reach * 0.12], [lx, ly]),
        ],
        tone,
        [0.8, -0.6],
      ) +
      pen.ink(
        curve([lx, ly], [lx + side * reach * 0.5, ly - reach * 0.4], [lx + side * reach * 0.9, ly - reach * 0.66]),
        1.8,
        'line',
      )
    );
  });
  return leaves.join('') + pen.ink(stem, 2.4, 'line');
}

/** What a bowl is glazed with inside, where that is not white. */
const insides: Partial<Record<Tone, Tone>> = { nuka: 'celadon', clay: 'clay' };

export function mug(glaze: Tone = 'slate', motif: 'waves' | 'band' | 'fish' | 'plain' = 'waves'): string {
  const pen = new Pen(`mug ${glaze} ${motif}`);
  const outer = curve([41, -82], [66, -90], [82, -66], [74, -38], [40, -22]);
  const inner = curve([42, -68], [58, -74], [67, -60], [61, -42], [41, -36]);
  const motifs = {
    waves: () => waves(pen, [0, -48], 4, 19, 'cobalt'),
    band: () =>
      pen.ink(arc([0, -62], 42, 7, 168, 12), 4.4, 'cobalt') + pen.ink(arc([0, -52], 42, 7, 166, 14), 2, 'cobalt'),
    fish: () => fish(pen, [-4, -50], 56, 'cobalt'),
    plain: () => '',
  };
  return [
    pen.wash([...outer, ...inner.reverse()], glaze),
    pen.ink(outer, 3.2),
    pen.ink(inner, 2.6),
    thrown(pen, {
      profile: [
        [43, -100],
        [44, -64],
        [43, -24],
        [34, -3],
      ],
      glaze,
      dip: -16,
      inside: glaze === 'clay' ? 'clay' : 'nuka',
    }),
    motifs[motif](),
  ].join('');
}

export function bowl(glaze: Tone = 'nuka', motif: 'fish' | 'plain' = 'fish'): string {
  const pen = new Pen(`bowl ${glaze}`);
  return [
    thrown(pen, {
      profile: [
        [72, -66],
        [66, -40],
        [48, -18],
        [28, -10],
        [28, -3],
      ],
      glaze,
      dip: -13,
      inside: insides[glaze] ?? 'nuka',
    }),
    motif === 'fish' ? fish(pen, [-6, -36], 70, 'cobalt') : '',
  ].join('');
}

export function pourer(glaze: Tone = 'celadon'): string {
  const pen = new Pen('pourer');
  const inside = insides[glaze] ?? 'nuka';
  const lip = curve([-50, -86], [-70, -90], [-82, -96], [-76, -76], [-60, -52]);
  return [
    thrown(pen, {
      profile: [
        [60, -76],
        [64, -54],
        [54, -24],
        [34, -10],
        [34, -3],
      ],
      glaze,
      dip: -14,
      inside,
    }),
    pen.wash([...lip, [-56, -74]], glaze),
    pen.wash(curve([-52, -84], [-70, -89], [-80, -94], [-72, -82], [-56, -74]), inside, [0, 0]),
    pen.ink(lip, 3),
  ].join('');
}

export function plate(): string {
  const pen = new Pen('plate');
  const centre: Point = [0, -88];
  return [
    pen.wash(arc(centre, 87, 87), 'clay'),
    pen.wash(arc(centre, 82, 82), 'nuka'),
    pen.wash([...arc(centre, 87, 87, -60, 120), ...arc([-14, -94], 76, 78, 110, -50)], 'shade', [0, 0]),
    pen.ink(arc(centre, 87, 87, -100, 250), 3.6),
    pen.ink(arc(centre, 60, 60, 30, 372), 1.8),
    ...[0, 45, 90, 135, 180, 225, 270, 315].map((angle) => {
      const [x, y] = arc(centre, 73, 73, angle, angle + 1)[0] ?? centre;
      return pen.dab([x, y], 3.6, 'cobalt');
    }),
    pen.ink(curve([-4, -44], [2, -80], [-6, -132]), 4.6, 'cobalt'),
    ...(
      [
        [-64, -84, -26],
        [-78, -98, 27],
        [-92, -114, -24],
        [-106, -126, 20],
      ] as const
    ).map(([from, to, reach]) => pen.ink(curve([-1, from], [reach * 0.6, from - 6], [reach, to]), 6, 'cobalt')),
  ].join('');
}

/** Its handle is drawn like a line on paper; where it hangs before a light, give it ink. */
export function teapot(handleTone: 'line' | 'ink' = 'line'): string {
  const glaze = 'tenmoku';
  const pen = new Pen('teapot');
  const handle = curve([-38, -92], [-52, -150], [0, -172], [52, -150], [38, -92]);
  const spout = [
    ...curve([54, -66], [82, -74], [90, -104], [104, -112]),
    ...curve([104, -112], [96, -98], [98, -50], [50, -34]),
  ];
  return [
    pen.wash(spout, glaze),
    pen.ink(spout, 3),
    pen.ink(handle, 7.5, handleTone),
    ...[0.44, 0.48, 0.52, 0.56].map((share) => {
      const [x, y] = handle[Math.floor(handle.length * share)] ?? [0, 0];
      return pen.ink(line([x - 2, y - 6], [x + 2, y + 6]), 2.4, 'clay');
    }),
    thrown(pen, {
      profile: [
        [34, -96],
        [58, -82],
        [68, -52],
        [54, -16],
        [38, -3],
      ],
      glaze,
      dip: -16,
    }),
    pen.wash(arc([0, -97], 33, 12, 0, 360), glaze),
    pen.ink(arc([0, -97], 34, 11, 170, 370), 3),
    pen.ink(arc([0, -96], 36, 8, 176, 4), 2.6),
    pen.wash(arc([0, -115], 8, 7), glaze),
    pen.ink(arc([0, -115], 8, 7, -200, 150), 2.6),
    pen.ink(curve([-46, -70], [-50, -52], [-44, -34]), 3, 'glow'),
  ].join('');
}

export function vase(): string {
  const pen = new Pen('vase');
  return [
    sprig(pen, [0, -112], 96, 22, 'leaf'),
    sprig(pen, [-2, -112], 62, -26, 'leaf'),
    thrown(pen, {
      profile: [
        [12, -118],
        [9, -100],
        [14, -84],
        [38, -58],
        [42, -34],
        [28, -3],
      ],
      glaze: 'celadon',
      dip: -12,
      inside: 'slate',
    }),
    pen.ink(arc([0, -66], 32, 6, 168, 12), 3, 'cobalt'),
  ].join('');
}

export function bottle(): string {
  const pen = new Pen('bottle');
  return [
    pen.wash(line([-6, -168], [7, -168], [5, -146], [-5, -146]), 'clay'),
    pen.ink(line([-6, -148], [-6, -168], [7, -168], [6, -148]), 2.4),
    thrown(pen, {
      profile: [
        [10, -148],
        [9, -124],
        [12, -108],
        [34, -84],
        [37, -40],
        [32, -3],
      ],
      glaze: 'nuka',
      dip: -40,
      inside: 'nuka',
    }),
    ...[-72, -60].map((y) => pen.ink(arc([0, y], 33, 6, 168, 14), 3.4, 'cobalt')),
    ...[-20, -7, 7, 20].map((x) => pen.ink(line([x, -58], [x - 1, -46]), 3.4, 'cobalt')),
  ].join('');
}

export function jar(glaze: Tone = 'slate'): string {
  const pen = new Pen(`jar ${glaze}`);
  const lid = glaze === 'clay' ? 'clay' : 'nuka';
  return [
    thrown(pen, {
      profile: [
        [34, -106],
        [36, -98],
        [52, -80],
        [56, -44],
        [42, -3],
      ],
      glaze,
      dip: -20,
    }),
    pen.wash(
      [...arc([0, -108], 40, 9, 0, 180), ...curve([-40, -108], [-24, -126], [0, -130], [24, -126], [40, -108])],
      lid,
    ),
    pen.ink(curve([-40, -108], [-24, -126], [0, -130], [24, -126], [40, -108]), 3),
    pen.ink(arc([0, -108], 40, 9, 184, -6), 3),
    pen.wash(arc([0, -137], 9, 8), lid),
    pen.ink(arc([0, -137], 9, 8, -220, 130), 2.6),
    glaze === 'clay' ? '' : waves(pen, [0, -52], 4, 23, 'nuka'),
  ].join('');
}

/** Bowls inside each other, none quite straight. */
export function stack(...glazes: Tone[]): string {
  const pen = new Pen('stack');
  return glazes
    .map((glaze, index) =>
      at(
        [0, 3, -3, 2][index] ?? 0,
        -index * 17,
        thrown(pen, {
          profile: [
            [56, -42],
            [52, -26],
            [36, -10],
            [22, -3],
          ],
          glaze,
          dip: -9,
          inside: index === glazes.length - 1 ? (insides[glaze] ?? 'nuka') : glaze,
        }),
      ),
    )
    .join('');
}
