import { line, Pen } from './pen.js';
import { thrown } from './thrown.js';

/** The mark pressed into every foot: three shelves, and a pot on the third. 100 by 100. */
export function seal(): string {
  const pen = new Pen('seal');
  const pot = thrown(pen, {
    profile: [
      [8, -26],
      [14, -17],
      [15, -9],
      [9, -1],
    ],
    glaze: 'nuka',
    dip: -3,
    weight: 2.4,
  });
  return [
    pen.wash(line([6, 10], [92, 6], [95, 92], [7, 95], [6, 10]), 'tenmoku', [0, 0]),
    ...[80, 63, 46].map((y) => pen.wash(line([22, y], [79, y - 1], [79, y + 5], [22, y + 6]), 'nuka', [0, 0])),
    `<g transform="translate(50 43)">${pot}</g>`,
  ].join('');
}
