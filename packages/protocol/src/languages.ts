/** What the widget speaks, as BCP 47 language subtags. */
export const LANGUAGES = ['ar', 'de', 'en', 'es', 'fr', 'he', 'it', 'ja', 'nl', 'pl', 'pt', 'ru', 'tr', 'zh'] as const;

export type Language = (typeof LANGUAGES)[number];
