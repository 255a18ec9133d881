/** The words around the panel: needed before any language has been fetched. */
export interface LauncherStrings {
  open: string;
  close: string;
  /** What the panel is called. */
  chat: string;
  loadFailed: string;
  retry: string;
}

const english: LauncherStrings = {
  open: 'Open chat',
  close: 'Close chat',
  chat: 'Chat',
  loadFailed: 'The chat could not be loaded.',
  retry: 'Try again',
};

/** What languages call it that do not say “Chat”. */
const names: Record<string, string> = {
  ar: 'دردشة',
  he: 'צ׳אט',
  ja: 'チャット',
  pl: 'Czat',
  ru: 'Чат',
  tr: 'Sohbet',
  zh: '聊天',
};

/**
 * The first words for a BCP 47 tag, or for this page and browser if it is empty. There is no room for whole languages in the first load, so in all but English the
 * button is called after the thing; whether it opens or closes it is told by its state.
 */
export function firstWords(locale: string): LauncherStrings {
  const language = (locale || document.documentElement.lang || navigator.language).slice(0, 2);
  if (language === 'en') return english;
  const name = names[language] ?? 'Chat';
  return { ...english, open: name, close: name, chat: name };
}
