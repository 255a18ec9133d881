import type { Language } from '@porchlight/protocol';
import { strings as english } from './en.js';
import type { Override } from './override.js';
import { override } from './override.js';
import type { Count } from './plural.js';
import { counter } from './plural.js';
import type { AllStrings, Strings } from './strings.js';
import type { ToolStrings } from './tools/strings.js';

/** A language: its words, given how it counts. What it lacks is said in English. */
export type Translation = (count: Count) => Override<AllStrings>;

/** Each is a file of its own, fetched only when used. English is here: whoever is left without a language gets it. */
const translations: Record<Exclude<Language, 'en'>, () => Promise<{ translation: Translation }>> = {
  ar: () => import('./ar.js'),
  de: () => import('./de.js'),
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
  const locale = tags.find((tag) => isOurs(languageOf(tag))) ?? 'en';
  const language = languageOf(locale);
  if (!isTranslated(language)) return words({}, locale);
  try {
    const { translation } = await translations[language]();
    return words(translation(counter(language)), locale);
  } catch {
    // English now is better than the right language some other time.
    return words({}, 'en');
  }
}

function words(translated: Override<AllStrings>, locale: string): Words {
  const strings = override(english, translated);
  let own: Override<AllStrings> | undefined;
  return {
    strings,
    locale,
    dir: RIGHT_TO_LEFT.includes(languageOf(locale)) ? 'rtl' : 'ltr',
    override(wishes) {
      own = wishes;
      return override(strings, own);
    },
    async tools() {
      const { strings: tools } = await import('./tools/en.js');
      return override(override(tools, translated.tools), own?.tools);
    },
  };
}

const isTranslated = (language: string): language is keyof typeof translations => Object.hasOwn(translations, language);
const isOurs = (language: string) => language === 'en' || isTranslated(language);
const languageOf = (tag: string) => tag.split('-', 1)[0] ?? '';

function canonical(tag: string): string[] {
  try {
    return Intl.getCanonicalLocales(tag.replaceAll('_', '-'));
  } catch {
    return [];
  }
}
