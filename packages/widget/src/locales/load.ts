import type { Language } from '@porchlight/protocol';
import type { Override } from './override.js';
import { override } from './override.js';
import type { Count } from './plural.js';
import { counter } from './plural.js';
import type { AllStrings, Strings } from './strings.js';
import type { ToolStrings } from './tools/strings.js';

/** The words that the panel opens with, in a language, given how it counts. */
export type Translation = (count: Count) => Strings;

/** The words of what is fetched when it is used. What a language lacks there is said in English. */
export type ToolTranslation = (count: Count) => Override<ToolStrings>;

/** Each is a file of its own, fetched only when used. */
const translations: Record<Language, () => Promise<{ translation: Translation }>> = {
  ar: () => import('./ar.js'),
  de: () => import('./de.js'),
  en: () => import('./en.js'),
  es: () => import('./es.js'),
  fr: () => import('./fr.js'),
  he: () => import('./he.js'),
  it: () => import('./it.js'),
  ja: () => import('./ja.js'),
  nl: () => import('./nl.js'),
  pl: () => import('./pl.js'),
  pt: () => import('./pt.js'),
  ru: () => import('./ru.js'),
  tr: () => import('./tr.js'),
  zh: () => import('./zh.js'),
};

const toolTranslations: Record<Exclude<Language, 'en'>, () => Promise<{ translation: ToolTranslation }>> = {
  ar: () => import('./tools/ar.js'),
  de: () => import('./tools/de.js'),
  es: () => import('./tools/es.js'),
  fr: () => import('./tools/fr.js'),
  he: () => import('./tools/he.js'),
  it: () => import('./tools/it.js'),
  ja: () => import('./tools/ja.js'),
  nl: () => import('./tools/nl.js'),
  pl: () => import('./tools/pl.js'),
  pt: () => import('./tools/pt.js'),
  ru: () => import('./tools/ru.js'),
  tr: () => import('./tools/tr.js'),
  zh: () => import('./tools/zh.js'),
};

/** Written from right to left. */
const RIGHT_TO_LEFT = ['ar', 'he'];

/** What is said, and how. */
export interface Words {
  strings: Strings;
  /** The same with some words in the page's own way. */
  override(own: Override<AllStrings> | undefined): Strings;
  /** The words of what is fetched when it is used. */
  tools(): Promise<ToolStrings>;
  /** BCP 47 tag, for dates and numbers. */
  locale: string;
  dir: 'ltr' | 'rtl';
}

/**
 * The words for `locale`, a BCP 47 tag; where there are none, or it is empty, for the language of the page, then for
 * one that the browser asks for, else English.
 */
export async function loadWords(locale: string): Promise<Words> {
  return wordsFor([locale, document.documentElement.lang, ...navigator.languages]);
}

/** The words for the first of these tags that there are any for. Takes them as pages have them, wrong ones too. */
export async function wordsFor(wanted: readonly string[]): Promise<Words> {
  const tags = wanted.flatMap(canonical);
  const locale = tags.find((tag) => Object.hasOwn(translations, languageOf(tag))) ?? 'en';
  try {
    return await wordsIn(languageOf(locale) as Language, locale);
  } catch {
    // English now is better than the right language some other time.
    return wordsIn('en', 'en');
  }
}

async function wordsIn(language: Language, locale: string): Promise<Words> {
  const { translation } = await translations[language]();
  const count = counter(language);
  const strings = translation(count);
  let own: Override<AllStrings> | undefined;
  return {
    strings,
    locale,
    dir: RIGHT_TO_LEFT.includes(language) ? 'rtl' : 'ltr',
    override(wishes) {
      own = wishes;
      return override(strings, own);
    },
    async tools() {
      const [{ strings: english }, translated] = await Promise.all([
        import('./tools/en.js'),
        language === 'en' ? undefined : toolTranslations[language]().catch(() => undefined),
      ]);
      return override(override(english, translated?.translation(count)), own?.tools);
    },
  };
}

const languageOf = (tag: string) => tag.split('-', 1)[0] ?? '';

function canonical(tag: string): string[] {
  try {
    return Intl.getCanonicalLocales(tag.replaceAll('_', '-'));
  } catch {
    return [];
  }
}
