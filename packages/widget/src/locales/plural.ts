/** The forms that a noun takes beside numbers, with `#` for the number. */
export type Forms = Partial<Record<Intl.LDMLPluralRule, string>> & { other: string };

/** Says a number together with what is counted. */
export type Count = (count: number, forms: Forms) => string;

/** Counts by the rules of a language, and writes numbers in its way. */
export function counter(language: string): Count {
  const rules = new Intl.PluralRules(language);
  const numbers = new Intl.NumberFormat(language);
  return (count, forms) => (forms[rules.select(count)] ?? forms.other).replace('#', numbers.format(count));
}
