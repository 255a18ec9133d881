import { emojiData } from './emoji-data.js';

export type EmojiCategory = keyof typeof emojiData;

export interface Emoji {
  char: string;
  name: string;
}

/** All categories with what is in them, in the order shown. */
export const emoji: readonly { category: EmojiCategory; items: readonly Emoji[] }[] = Object.entries(emojiData).map(
  ([category, pairs]) => ({
    category: category as EmojiCategory,
    items: pairs.split('|').map((pair) => {
      const name = pair.replace(/^[^a-z]+/, '');
      return { char: pair.slice(0, pair.length - name.length), name };
    }),
  }),
);

const all = emoji.flatMap(({ items }) => items);

/** The emoji whose name has a word that begins with each of those in `query`. */
export function findEmoji(query: string): Emoji[] {
  const wanted = query.toLowerCase().split(/\s+/).filter(Boolean);
  return all.filter(({ name }) => wanted.every((word) => ` ${name}`.includes(` ${word}`)));
}

/** The emoji that is written `char`. */
export function emojiOf(char: string): Emoji | undefined {
  return all.find((other) => other.char === char);
}
