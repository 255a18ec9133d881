import type { Fragment } from '@porchlight/protocol';

/** So much of a text is shown, in UTF-16 code units. */
const LENGTH = 160;
/** Of it, so much before the first word that was found. */
const BEFORE = 40;

/** The piece of a text in which words, or what begins with them, first occur; its beginning where they do not. */
export function fragmentOf(text: string, words: readonly string[]): Fragment {
  const line = text.replace(/\s+/gu, ' ').trim();
  const first = findWords(line, words)[0]?.[0] ?? 0;
  const start = first > BEFORE && line.length > LENGTH ? wordStart(line, first - BEFORE) : 0;
  const end = safeEnd(line, start + LENGTH);
  const piece = `${start > 0 ? '\u2026' : ''}${line.slice(start, end)}${end < line.length ? '\u2026' : ''}`;
  return { text: piece, marks: findWords(piece, words) };
}

/** Where words begin to occur, each to the end of the word that it begins; in order, and none within another. */
function findWords(text: string, words: readonly string[]): [number, number][] {
  const sought = words.map((word) => word.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&'));
  if (sought.length === 0) return [];
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])(?:${sought.join('|')})[\\p{L}\\p{N}]*`, 'giu');
  return [...text.matchAll(pattern)].map((match) => [match.index, match.index + match[0].length]);
}

function wordStart(text: string, at: number): number {
  const space = text.indexOf(' ', at);
  return space >= 0 && space - at < BEFORE ? space + 1 : safeEnd(text, at);
}

/** Not between the halves of a surrogate pair. */
function safeEnd(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  return unit >= 0xdc00 && unit <= 0xdfff ? at + 1 : Math.min(at, text.length);
}
