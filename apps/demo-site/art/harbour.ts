import type { Point } from './pen.js';
import { arc, curve, line, Pen } from './pen.js';

function house(pen: Pen, x: number, y: number, width: number, height: number): string {
  const shape: Point[] = line([x, y], [x + width, y + 2], [x + width - 1, y + height], [x, y + height], [x, y]);
  return pen.wash(shape, 'brick') + pen.ink(shape, 2.2, 'line');
}

function label(x: number, y: number, text: string, kind = 'place'): string {
  return `<text class="${kind}" x="${x}" y="${y}">${text}</text>`;
}

/** How to find us, 640 by 460, north above. */
export function harbour(): string {
  const pen = new Pen('harbour');
  const shore: Point[] = curve(
    [-10, 330],
    [90, 318],
    [170, 336],
    [206, 300],
    [300, 296],
    [330, 336],
    [420, 340],
    [470, 306],
    [560, 316],
    [650, 290],
  );
  const street = (...points: Point[]) => pen.ink(curve(...points), 15, 'road');
  return [
    pen.wash([...shore, [650, 470], [-10, 470]], 'sea', [0, 0]),
    ...[
      [60, 380],
      [150, 420],
      [250, 386],
      [400, 400],
      [520, 372],
      [590, 420],
      [330, 440],
      [40, 440],
    ].map(([x = 0, y = 0]) =>
      pen.ink(curve([x, y], [x + 11, y - 5], [x + 22, y], [x + 33, y - 5], [x + 44, y]), 2, 'line'),
    ),
    pen.ink(shore, 3.4, 'line'),
    street([-10, 262], [110, 252], [240, 246], [400, 256], [520, 248], [650, 226]),
    street([120, 250], [132, 170], [108, 90], [124, -10]),
    street([402, 254], [412, 180], [396, 110], [420, -10]),
    street([124, 112], [240, 124], [398, 112]),
    ...[
      [28, 190, 62, 44],
      [150, 176, 70, 46],
      [236, 170, 54, 52],
      [308, 178, 70, 44],
      [150, 36, 84, 58],
      [258, 30, 62, 66],
      [336, 44, 40, 48],
      [30, 60, 58, 80],
      [446, 160, 76, 56],
      [548, 146, 68, 60],
      [452, 36, 92, 80],
    ].map(([x = 0, y = 0, w = 0, h = 0]) => house(pen, x, y, w, h)),
    pen.ink(line([330, 338], [334, 420], [352, 420], [348, 338]), 3, 'line'),
    pen.wash(curve([372, 380], [392, 392], [424, 380], [418, 372], [376, 372]), 'tenmoku'),
    pen.ink(curve([370, 372], [382, 390], [412, 390], [424, 372], [370, 372]), 2.4, 'line'),
    pen.ink(line([398, 370], [398, 336], [414, 366], [399, 367]), 2, 'line'),
    // the loft
    pen.wash(line([226, 268], [226, 306], [290, 306], [290, 268], [258, 250]), 'cobalt', [0, 0]),
    pen.ink(line([226, 306], [226, 270], [258, 250], [290, 270], [290, 306], [226, 306]), 3, 'line'),
    pen.ink(arc([258, 280], 56, 46, -110, 264), 3.6, 'tenmoku'),
    // the railway
    pen.ink(line([-10, 22], [104, 18]), 2.4, 'line'),
    pen.ink(line([-10, 30], [104, 26]), 2.4, 'line'),
    ...[8, 26, 44, 62, 80, 96].map((x) => pen.ink(line([x, 15], [x + 1, 33]), 2, 'line')),
    label(20, 52, 'Station'),
    label(152, 114, 'Chandler’s Row'),
    label(430, 244, 'Quay Street'),
    label(470, 82, 'Car park'),
    label(176, 72, 'Bakery'),
    label(362, 438, 'Ferry steps'),
    label(322, 290, 'Third Shelf', 'here'),
  ].join('');
}
