/**
 * How well words that are typed fit a text: 0 not at all, more is better. Each word's letters must come in that order;
 * beginnings of words and letters that follow each other count more.
 */
export function scoreOf(typed: string, text: string): number {
  const words = fold(typed).split(/\s+/u).filter(Boolean);
  const folded = fold(text);
  let total = 1;
  for (const word of words) {
    const score = scoreOfWord(word, folded);
    if (score === 0) return 0;
    total += score;
  }
  // Of two that fit alike, the shorter one is meant.
  return total + 1 / (text.length + 1);
}

function scoreOfWord(word: string, text: string): number {
  const whole = text.indexOf(word);
  if (whole >= 0) return word.length * (isStart(text, whole) ? 8 : 4);
  let score = 0;
  let from = 0;
  for (const letter of word) {
    const at = text.indexOf(letter, from);
    if (at < 0) return 0;
    score += at === from ? 2 : isStart(text, at) ? 2 : 0.25;
    from = at + 1;
  }
  return score;
}

const isStart = (text: string, at: number) => at === 0 || !/[\p{L}\p{N}]/u.test(text[at - 1] ?? '');

/** Without case and accents. */
const fold = (text: string) => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
