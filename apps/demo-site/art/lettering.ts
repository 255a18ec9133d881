import type { Point } from './pen.js';
import { arc, at, curve, line, Pen } from './pen.js';

type Strokes = readonly Point[][];

/** Capitals of one pen, each on a line at y = 0, 100 high: width and strokes. */
const letters: Record<string, readonly [width: number, strokes: Strokes]> = {
  D: [62, [line([6, -98], [7, 0]), curve([4, -98], [40, -92], [60, -50], [42, -10], [5, 0])]],
  E: [48, [line([6, -98], [6, 0]), line([4, -97], [46, -99]), line([6, -54], [38, -55]), line([5, -1], [47, 0])]],
  F: [46, [line([6, -98], [6, 1]), line([4, -97], [45, -99]), line([6, -52], [37, -53])]],
  H: [62, [line([6, -99], [7, 0]), line([55, -98], [56, 1]), line([7, -52], [55, -54])]],
  I: [14, [line([7, -99], [7, 1])]],
  L: [46, [line([6, -99], [6, 0]), line([5, -1], [45, 0])]],
  N: [64, [line([6, 0], [7, -98]), line([7, -98], [56, 0]), line([57, 1], [57, -99])]],
  O: [72, [arc([36, -49], 30, 49, -100, 255)]],
  P: [54, [line([6, -98], [7, 1]), curve([4, -97], [36, -98], [50, -76], [38, -52], [7, -48])]],
  R: [
    58,
    [line([6, -98], [7, 1]), curve([4, -97], [38, -98], [50, -76], [38, -54], [7, -50]), line([26, -50], [56, 1])],
  ],
  S: [52, [curve([46, -86], [30, -99], [10, -90], [9, -70], [28, -54], [45, -38], [44, -12], [24, 1], [4, -12])]],
  T: [60, [line([2, -98], [58, -98]), line([30, -98], [30, 1])]],
  ' ': [34, []],
  '1': [26, [line([4, -80], [18, -98], [18, 0])]],
  '2': [50, [curve([6, -78], [20, -99], [42, -90], [40, -62], [6, -2]), line([6, -1], [47, 0])]],
  '3': [
    48,
    [curve([6, -88], [26, -100], [42, -80], [22, -56]), curve([22, -56], [48, -44], [42, -8], [20, 1], [4, -14])],
  ],
  '4': [54, [line([38, 0], [38, -98], [4, -34], [52, -34])]],
};

const GAP = 15;

/** How wide the text comes out at a height of 100. */
export const widthOf = (text: string) =>
  [...text].reduce((sum, letter) => sum + (letters[letter]?.[0] ?? 0) + GAP, -GAP);

/** Text by the same pen as the pictures. */
export function letter(text: string, weight = 9, tone: 'line' | 'ink' | 'nuka' = 'line'): string {
  const pen = new Pen(text);
  let x = 0;
  return [...text]
    .map((character) => {
      const [width, strokes] = letters[character] ?? [0, []];
      const drawn = strokes.map((stroke) => pen.ink(stroke, weight, tone)).join('');
      const placed = at(x, 0, drawn);
      x += width + GAP;
      return placed;
    })
    .join('');
}
