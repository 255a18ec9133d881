/** The forms that a noun takes beside numbers, with `#` for the number. */
export type Forms = Partial<Record<Intl.LDMLPluralRule, string>> & { other: string };

/** Says a number together with what is counted. */
export type Count = (count: number, forms: Forms) => string;

/** Counts by the rules of a language, and writes numbers in its way. */
export function counter(language: string): Count {
  // Made when first needed: the very first of them makes a browser read its data of all languages, which is felt.
  let rules: Intl.PluralRules | undefined;
  let numbers: Intl.NumberFormat | undefined;
  return (count, forms) => {
    rules ??= new Intl.PluralRules(language);
    numbers ??= new Intl.NumberFormat(language);
    return (forms[rules.select(count)] ?? forms.other).replace('#', numbers.format(count));
  };
}
