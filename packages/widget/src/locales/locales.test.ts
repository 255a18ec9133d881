import { expect, test } from '@jest/globals';
import { LANGUAGES } from '@porchlight/protocol';
import { translation as english } from './en.js';
import { firstWords } from './launcher.js';
import type { ToolTranslation, Translation } from './load.js';
import { wordsFor } from './load.js';
import { counter } from './plural.js';
import { strings as englishTools } from './tools/en.js';

const NUMBERS = [0, 1, 2, 3, 5, 11, 21, 22, 100, 101, 1_234];
const TRANSLATED = LANGUAGES.filter((language) => language !== 'en');

async function translationOf(language: string) {
  const count = counter(language);
  const { translation } = (await import(`./${language}.js`)) as { translation: Translation };
  const { translation: tools } = (await import(`./tools/${language}.js`)) as { translation: ToolTranslation };
  return { ...translation(count), tools: tools(count) } as unknown as Words;
}

/** Why a message failed, and why a file was refused; the last for all that has no words of its own. */
const NOT_SENT = ['network', 'rate_limited', 'too_large', 'unauthenticated', 'attachment_gone', 'refused'];
const NOT_TAKEN = [
  'too_large',
  'too_many_pixels',
  'too_many',
  'empty',
  'unsupported_media_type',
  'unreadable_picture',
  'rate_limited',
  'network',
  'internal',
];

type Words = { [key: string]: string | ((...values: unknown[]) => string) | Words };

/** Every word with its place, such as `room.join`; functions are called with numbers, names and codes alike. */
function sayings(words: Words, path = ''): [place: string, text: string][] {
  return Object.entries(words).flatMap(([key, word]): [string, string][] => {
    const place = path + key;
    if (typeof word === 'string') return [[place, word]];
    if (typeof word === 'object') return sayings(word, `${place}.`);
    if (key === 'typing') return [['Ann'], ['Ann', 'Ben'], ['Ann', 'Ben', 'Cem']].map((names) => [place, word(names)]);
    if (key === 'failedBecause') return NOT_SENT.map((code) => [place, word(code)]);
    if (key === 'refused') return NOT_TAKEN.map((code) => [place, word(code, '10 MB')]);
    return NUMBERS.map((number) => [place, word(number, 'text')]);
  });
}

function places(words: Words, path = ''): string[] {
  return Object.entries(words).flatMap(([key, word]) =>
    typeof word === 'object' ? places(word, `${path + key}.`) : [path + key],
  );
}

/** Said by a language in the same way as in English. */
const SAME = [
  'tools.message.messageOf',
  // Agents alone are shown it, and their inbox is in English.
  'tools.message.history',
];

test.each(TRANSLATED)('%s has a word for all that English has, and no other', async (language) => {
  const translated = places(await translationOf(language));
  const wanted = places({ ...english(counter('en')), tools: englishTools } as unknown as Words).filter(
    (place) => !SAME.includes(place),
  );
  expect(wanted.filter((place) => !translated.includes(place))).toEqual([]);
  expect(translated.filter((place) => !wanted.includes(place) && !SAME.includes(place))).toEqual([]);
});

test.each(TRANSLATED)('%s always says something, whatever the number', async (language) => {
  const said = sayings(await translationOf(language));
  expect(said.filter(([, text]) => typeof text !== 'string' || text.trim() === '' || text.includes('#'))).toEqual([]);
});

test.each(TRANSLATED)(
  '%s says each reason for a message or a file that did not go in its own words',
  async (language) => {
    const said = sayings(await translationOf(language));
    const wordsAt = (place: string) => new Set(said.filter(([at]) => at === place).map(([, text]) => text));
    expect(wordsAt('messageList.failedBecause').size).toBe(NOT_SENT.length);
    expect(wordsAt('tools.files.refused').size).toBe(NOT_TAKEN.length);
    expect([...wordsAt('tools.files.refused')].filter((text) => text.includes('10 MB'))).toHaveLength(1);
  },
);

test.each(TRANSLATED)('%s is called the same before and after it has come', async (language) => {
  expect(firstWords(`${language}-XX`).open).toBe((await translationOf(language))['chat']);
});

test.each<[string, Record<number, string>]>([
  ['de', { 0: '0 neue Nachrichten', 1: '1 neue Nachricht', 1234: '1.234 neue Nachrichten' }],
  ['ru', { 1: '1 новое сообщение', 2: '2 новых сообщения', 5: '5 новых сообщений', 21: '21 новое сообщение' }],
  ['pl', { 1: '1 nowa wiadomość', 3: '3 nowe wiadomości', 5: '5 nowych wiadomości', 22: '22 nowe wiadomości' }],
  ['ar', { 1: 'رسالة جديدة واحدة', 2: 'رسالتان جديدتان' }],
  ['he', { 1: 'הודעה חדשה אחת', 2: 'שתי הודעות חדשות', 3: '3 הודעות חדשות' }],
  ['ja', { 1: '新着メッセージ1件' }],
])('%s counts by its own rules', async (language, expected) => {
  const { strings } = await wordsFor([language]);
  for (const [number, words] of Object.entries(expected))
    expect(strings.messageList.unseen(Number(number))).toBe(words);
});

test.each<[string[], string, 'ltr' | 'rtl']>([
  [['', 'de-AT', 'fr'], 'de-AT', 'ltr'],
  [['en_US'], 'en-US', 'ltr'],
  [['sv', 'de', 'en'], 'de', 'ltr'],
  [['sv', 'nb'], 'en', 'ltr'],
  [['ar-EG'], 'ar-EG', 'rtl'],
  [['iw'], 'he', 'rtl'],
  [['ZH-hant-tw'], 'zh-Hant-TW', 'ltr'],
  [['english', '*', '-', 'constructor', 'fr'], 'fr', 'ltr'],
  [[], 'en', 'ltr'],
])('%j are answered in %s', async (wanted, locale, dir) => {
  expect(await wordsFor(wanted)).toMatchObject({ locale, dir });
});

test('what is fetched on use speaks the same language, and takes the words of the page', async () => {
  const german = await wordsFor(['de']);
  expect((await german.tools()).message.reply).toBe('Antworten');
  german.override({ tools: { message: { reply: 'Erwidern' } } });
  expect((await german.tools()).message).toMatchObject({ reply: 'Erwidern', edit: 'Bearbeiten' });
  german.override({ tools: { files: { drop: 'Her damit', refused: () => 'Geht nicht' } } });
  const { files, message } = await german.tools();
  expect([files.drop, files.refused('empty', '1 MB'), files.open('a.png')]).toEqual([
    'Her damit',
    'Geht nicht',
    'a.png öffnen',
  ]);
  // The words of the page are given as a whole each time.
  expect(message.reply).toBe('Antworten');
  expect((await (await wordsFor(['sv'])).tools()).message.reply).toBe('Reply');
});
