import { cat } from './cat.js';
import { harbour } from './harbour.js';
import { kiln } from './kiln.js';
import { letter, widthOf } from './lettering.js';
import { bottle, bowl, jar, mug, plate, pourer, stack, teapot, vase } from './pots.js';
import { seal } from './seal.js';
import { storefront } from './storefront.js';
import { table, tableEnd, trestles } from './table.js';
import { brushes, cones, shards, wheel } from './tools.js';

interface Drawing {
  width: number;
  height: number;
  content: string;
}

/** A pot alone, its foot on the lower edge, so that pots of one scale stand on one shelf. */
function pot(content: string, width: number, height: number): Drawing {
  return { width, height, content: `<g transform="translate(${width / 2} ${height - 6})">${content}</g>` };
}

const drawings: Record<string, Drawing> = {
  mug: pot(`<g transform="translate(-16 0)">${mug()}</g>`, 200, 220),
  bowl: pot(bowl(), 200, 220),
  pourer: pot(`<g transform="translate(10 0)">${pourer()}</g>`, 200, 220),
  plate: pot(plate(), 200, 220),
  teapot: pot(`<g transform="translate(-14 0)">${teapot()}</g>`, 240, 220),
  vase: pot(vase(), 200, 220),
  bottle: pot(bottle(), 200, 220),
  jar: pot(jar(), 200, 220),
  stack: pot(stack('slate', 'nuka', 'celadon', 'tenmoku'), 200, 220),
  kiln: { width: 560, height: 770, content: `<g transform="translate(280 758)">${kiln()}</g>` },
  storefront: { width: 1240, height: 600, content: `<g transform="translate(620 562)">${storefront()}</g>` },
  harbour: { width: 640, height: 460, content: harbour() },
  table: { width: 960, height: 190, content: `<g transform="translate(480 184)">${table()}</g>` },
  'table-end': { width: 400, height: 150, content: `<g transform="translate(190 144)">${tableEnd()}</g>` },
  trestles: { width: 960, height: 132, content: `<g transform="translate(480 2)">${trestles()}</g>` },
  wheel: pot(wheel(), 240, 220),
  cones: pot(cones(), 240, 220),
  brushes: pot(brushes(), 240, 220),
  cat: pot(cat(), 240, 220),
  shards: pot(`<g transform="translate(-34 0)">${shards()}</g>`, 300, 130),
  seal: { width: 100, height: 100, content: seal() },
  wordmark: {
    width: widthOf('THIRD SHELF') + 20,
    height: 124,
    content: `<g transform="translate(10 108)">${letter('THIRD SHELF')}</g>`,
  },
};

/** A drawing as inline SVG. With a label it is an image of its own, without one it only accompanies the text. */
export function draw(name: string, label?: string): string {
  const drawing = drawings[name];
  if (!drawing) throw new Error(`There is no drawing named ${name}.`);
  const role = label ? `role="img" aria-label="${label}"` : 'aria-hidden="true"';
  return `<svg class="art art-${name}" viewBox="0 0 ${drawing.width} ${drawing.height}" ${role}>${drawing.content}</svg>`;
}
