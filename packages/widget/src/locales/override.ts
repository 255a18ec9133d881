/** Some of the words, in the page's own way. */
export type Override<Words> = {
  [Key in keyof Words]?: Words[Key] extends string | ((...values: never[]) => string)
    ? Words[Key]
    : Override<Words[Key]>;
};

/** `words` with those of `own` in their place. What is not a word of ours, or not of its kind, is left out. */
export function override<Words extends object>(words: Words, own: Override<Words> | undefined): Words {
  const entries = Object.entries(words).map(([key, word]) => {
    const wish = Object.hasOwn(own ?? {}, key) ? own?.[key as keyof Words] : undefined;
    if (typeof wish !== typeof word || wish === null) return [key, word];
    return [key, typeof word === 'object' ? override(word, wish as Override<object>) : wish];
  });
  return Object.fromEntries(entries);
}
