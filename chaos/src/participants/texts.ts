import type { Random } from '../random.js';
import { integer, pick } from '../random.js';

/** Of one to four bytes a character, so that a cut may go through one, and with what SSE, JSON and Markdown care about. */
const WORDS = [
  'vase',
  'naïve',
  'Größe',
  '花瓶',
  '🏺',
  'data: x',
  'id: 7',
  '**bold**',
  '"quoted"',
  '\n\n',
  '\\n',
  ': ping',
];

/** Something to say. */
export function filler(random: Random): string {
  return Array.from({ length: integer(random, 1, 20) }, () => pick(random, WORDS)).join(' ');
}
