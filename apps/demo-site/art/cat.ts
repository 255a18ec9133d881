import type { Point } from './pen.js';
import { arc, curve, line, Pen } from './pen.js';

/** Bisque, asleep; as long as four mugs are wide. */
export function cat(): string {
  const pen = new Pen('cat');
  const back: Point[] = curve([-64, -8], [-72, -30], [-58, -52], [-20, -62], [24, -58], [56, -44], [72, -22], [66, -4]);
  const head: Point[] = arc([-52, -30], 25, 21);
  const ear = (x: number, lean: number): Point[] => line([x - 9, -46], [x + lean, -64], [x + 10, -46]);
  const tail: Point[] = curve([66, -12], [40, -2], [0, -10], [-22, -4]);
  return [
    pen.wash([...back, [40, 0], [-50, 0]], 'tenmoku'),
    pen.ink(back, 3.2),
    pen.wash(ear(-66, -3), 'tenmoku'),
    pen.wash(ear(-40, 3), 'tenmoku'),
    pen.wash(head, 'tenmoku'),
    pen.ink(ear(-66, -3), 2.8),
    pen.ink(ear(-40, 3), 2.8),
    pen.ink(arc([-52, -30], 25, 21, -60, 242), 3),
    pen.ink(curve([-66, -32], [-62, -28], [-57, -32]), 2.2),
    pen.ink(curve([-47, -32], [-42, -28], [-37, -32]), 2.2),
    pen.ink(curve([-56, -22], [-52, -19], [-48, -22]), 2.2),
    pen.ink(tail, 8, 'tenmoku'),
    pen.ink(curve([68, -16], [42, -7], [0, -15], [-24, -10]), 2.6),
    pen.ink(line([-62, 0], [64, 0]), 3),
    ...[2, 16, 30].map((x) => pen.ink(curve([x, -58], [x + 5, -48], [x + 3, -40]), 2.6)),
  ].join('');
}
