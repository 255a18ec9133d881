/** Something that can be put in the place of what was typed. */
export interface Suggestion {
  id: string;
  label: string;
  hint: string;
}

/** What was typed to be completed: a mark, and the beginning of a word after it. */
export interface Trigger {
  mark: '/' | '@';
  word: string;
  /** Where the mark stands. */
  start: number;
}

/** The word under way before the caret, if it begins with a mark of `marks`. A mark inside a word is none. */
export function triggerAt(text: string, caret: number, marks: string): Trigger | undefined {
  const match = /(?:^|\s)([/@])([\p{L}\p{N}_-]*)$/u.exec(text.slice(0, caret));
  const [, mark, word = ''] = match ?? [];
  if (!mark || !marks.includes(mark)) return undefined;
  return { mark: mark as Trigger['mark'], word, start: caret - word.length - 1 };
}

/** Those that match a word, the best first: whose key begins with it, then whose label does, then in which it occurs. */
export function matching<Item>(
  items: readonly Item[],
  word: string,
  of: (item: Item) => { key?: string | undefined; label: string },
): Item[] {
  const sought = word.toLowerCase();
  const rank = (item: Item) => {
    const { key, label } = of(item);
    if (key?.toLowerCase().startsWith(sought)) return 0;
    const name = label.toLowerCase();
    if (name.startsWith(sought)) return 1;
    return name.includes(` ${sought}`) ? 2 : name.includes(sought) ? 3 : Number.POSITIVE_INFINITY;
  };
  return items
    .map((item) => ({ item, place: rank(item) }))
    .filter(({ place }) => place < Number.POSITIVE_INFINITY)
    .sort((a, b) => a.place - b.place)
    .map(({ item }) => item);
}
