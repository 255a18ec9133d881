import { cat } from './cat.js';
import { letter, widthOf } from './lettering.js';
import type { Point, Tone } from './pen.js';
import { at, curve, line, Pen } from './pen.js';
import { bottle, bowl, jar, mug, plate, stack, teapot, vase } from './pots.js';

const box = (left: number, top: number, right: number, bottom: number): Point[] =>
  line([left, bottom], [left, top], [right, top], [right, bottom]);

function filled(pen: Pen, path: Point[], tone: Tone, weight = 3): string {
  return pen.wash(path, tone, [0, 0]) + pen.ink([...path, path[0] ?? [0, 0]], weight, 'line');
}

function boards(pen: Pen): string {
  return [-330, -300, -270, -240]
    .map((y) => pen.ink(line([-350, y], [350, y]), 1.3, 'line'))
    .concat(
      [
        [-352, -392],
        [-310, -420],
        [-258, -448],
        [-196, -476],
      ].map(([x = 0, y = 0]) => pen.ink(line([x, y], [-x, y]), 1.3, 'line')),
    )
    .join('');
}

function upstairs(pen: Pen): string {
  const panes = ([-1, 1] as const).map((side) => {
    const x = side * 190;
    return (
      filled(pen, box(x - 44, -370, x + 44, -262), 'lamp', 3) +
      pen.ink(line([x, -368], [x, -264]), 2, 'line') +
      pen.ink(line([x - 42, -316], [x + 42, -316]), 2, 'line')
    );
  });
  return [
    ...panes,
    filled(pen, box(-52, -410, 52, -240), 'leaf', 3.2),
    pen.ink(line([0, -408], [0, -242]), 2, 'line'),
    ...[-34, -17, 17, 34].map((x) => pen.ink(line([x, -404], [x, -246]), 1.2, 'line')),
    pen.ink(line([0, -500], [0, -524], [78, -528]), 6, 'line'),
    pen.ink(line([70, -526], [70, -462]), 2, 'line'),
    pen.ink(curve([70, -462], [78, -452], [70, -444], [63, -450]), 2.8, 'line'),
  ].join('');
}

function shopWindow(pen: Pen): string {
  return [
    filled(pen, box(-322, -184, 20, -28), 'lamp', 3.6),
    pen.wash(line([-316, -104], [14, -104], [14, -98], [-316, -98]), 'clay', [0, 0]),
    pen.ink(line([-318, -104], [16, -104]), 2.4, 'line'),
    at(-276, -105, mug('slate', 'waves'), 0.56),
    at(-206, -105, teapot('ink'), 0.4),
    at(-150, -105, bowl('nuka', 'fish'), 0.58),
    at(-76, -105, bottle(), 0.43),
    at(-26, -105, mug('celadon', 'band'), 0.52),
    at(-276, -30, plate(), 0.37),
    at(-196, -30, vase(), 0.34),
    at(-124, -30, stack('slate', 'nuka', 'celadon'), 0.62),
    at(-50, -30, jar(), 0.48),
    pen.wash(line([-336, -26], [34, -26], [28, -14], [-330, -14]), 'nuka', [0, 0]),
    pen.ink(line([-336, -26], [34, -26]), 3.4, 'line'),
    pen.ink(line([-330, -13], [28, -13]), 2.2, 'line'),
  ].join('');
}

function door(pen: Pen): string {
  const scale = 0.17;
  const width = widthOf('OPEN') * scale;
  return [
    filled(pen, box(84, -196, 196, 0), 'cobalt', 3.6),
    filled(pen, box(102, -178, 178, -86), 'lamp', 2.6),
    pen.ink(line([140, -176], [140, -88]), 2, 'line'),
    filled(pen, box(112, -150, 168, -120), 'nuka', 2.2),
    at(140 - width / 2, -127, letter('OPEN', 12, 'ink'), scale),
    pen.ink(curve([132, -176], [118, -152]), 1.4, 'line'),
    pen.ink(curve([148, -176], [162, -152]), 1.4, 'line'),
    pen.dab([184, -74], 5, 'glow'),
    pen.wash(line([76, 0], [204, 0], [210, 12], [70, 12]), 'nuka', [0, 0]),
    pen.ink(line([74, 0], [206, 0]), 3, 'line'),
  ].join('');
}

/** A tub of something green. */
function tub(pen: Pen, x: number): string {
  return [
    ...[-26, -12, 2, 15, 28].map((lean, index) => {
      const height = 74 + ((index * 29) % 34);
      const leaf: Point[] = [
        ...curve([x, -38], [x + lean * 0.5 - 5, -38 - height * 0.6], [x + lean, -38 - height]),
        ...curve([x + lean, -38 - height], [x + lean * 0.7 + 6, -38 - height * 0.5], [x + 5, -38]),
      ];
      return (
        pen.wash(leaf, 'leaf') +
        pen.ink(curve([x, -38], [x + lean * 0.6, -38 - height * 0.6], [x + lean, -38 - height]), 1.8, 'line')
      );
    }),
    filled(pen, line([x - 30, -44], [x + 30, -44], [x + 24, 0], [x - 24, 0]), 'tenmoku', 3),
  ].join('');
}

/** The old sail loft on the quay, its window full of pots. The pavement is y = 0. */
export function storefront(): string {
  const pen = new Pen('storefront');
  const gable: Point[] = line([-366, 0], [-366, -384], [0, -540], [366, -384], [366, 0]);
  return [
    // the harbour behind
    pen.wash([...line([-640, -96], [640, -96], [640, 0], [-640, 0])], 'sea', [0, 0]),
    ...[
      [-600, -70],
      [-520, -44],
      [-440, -74],
      [-560, -22],
      [-430, -26],
      [410, -72],
      [480, -40],
      [570, -68],
      [600, -24],
      [440, -20],
    ].map(([x = 0, y = 0]) =>
      pen.ink(curve([x, y], [x + 12, y - 5], [x + 24, y], [x + 36, y - 5], [x + 48, y]), 2, 'line'),
    ),
    pen.wash([...curve([-560, -100], [-470, -82], [-404, -112]), ...line([-404, -112], [-566, -118])], 'tenmoku'),
    pen.ink(curve([-566, -118], [-548, -92], [-470, -80], [-404, -112], [-566, -118]), 3, 'line'),
    pen.ink(line([-488, -116], [-488, -262]), 3, 'line'),
    pen.wash(line([-482, -256], [-482, -132], [-416, -130]), 'nuka'),
    pen.ink(curve([-482, -258], [-450, -196], [-414, -130], [-482, -134]), 2.4, 'line'),
    pen.ink(curve([440, -300], [452, -312], [464, -300], [476, -312], [490, -302]), 2.6, 'line'),
    pen.ink(curve([500, -350], [510, -360], [520, -350], [530, -360], [541, -352]), 2.2, 'line'),
    // the loft
    pen.wash(gable, 'brick'),
    boards(pen),
    pen.ink(gable, 4, 'line'),
    pen.wash(line([-392, -376], [0, -544], [392, -376], [386, -360], [0, -526], [-386, -360]), 'slate', [0, 0]),
    pen.ink(line([-394, -374], [0, -546], [394, -374]), 4.2, 'line'),
    pen.ink(line([-384, -358], [0, -524], [384, -358]), 2.4, 'line'),
    upstairs(pen),
    filled(pen, box(-336, -236, 336, -192), 'cobalt', 3.4),
    at(-widthOf('THIRD SHELF') * 0.15 - 60, -200, letter('THIRD SHELF', 13, 'nuka'), 0.3),
    shopWindow(pen),
    door(pen),
    // the pavement
    tub(pen, 250),
    tub(pen, 316),
    pen.wash(line([-300, -46], [-110, -46], [-110, -37], [-300, -37]), 'clay', [0, 14]),
    pen.ink(line([-302, -32], [-108, -32]), 3, 'line'),
    pen.ink(line([-302, -23], [-108, -23]), 2.2, 'line'),
    ...[-286, -124].map((x) => pen.ink(line([x, -22], [x - 2, 2]), 4, 'line')),
    at(-160, -33, cat(), 0.5),
    at(-262, -33, mug('nuka', 'band'), 0.3),
    pen.ink(line([-640, 2], [640, 0]), 4, 'line'),
    ...[-580, -470, -330, -80, 60, 260, 420, 540].map((x, index) =>
      pen.ink(line([x, 12 + (index % 3) * 7], [x + 70, 12 + (index % 3) * 7]), 2, 'line'),
    ),
  ].join('');
}
