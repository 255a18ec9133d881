import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import type { FakeApi } from './fake-api.js';
import { Harness } from './harness.js';

let harness: Harness;

beforeAll(async () => {
  harness = await Harness.start();
});
afterEach(() => harness.tidy());
afterAll(() => harness.stop());

const launcherIn = (page: Page) => page.locator('chat-widget [part=launcher]');
/** Each by its file: `de` for what the panel opens with, `tools-de` for the words of what is fetched when used. */
const languagesFetched = (api: FakeApi) =>
  api.log.flatMap((entry) => /^GET \/widget\/((?:tools-)?[a-z]{2})-[\w-]{8}\.js/.exec(entry)?.[1] ?? []);
const placeholderOf = (page: Page) => page.locator('chat-composer textarea').getAttribute('placeholder');

async function open(page: Page): Promise<void> {
  await launcherIn(page).click();
  await page.locator('chat-composer textarea').waitFor();
}

test('in English no other language is fetched', async () => {
  const { api, page } = await harness.visit();
  await open(page);
  expect(languagesFetched(api)).toEqual(['en']);
});

test('speaks the language of the page, and fetches no other', async () => {
  const { api, page, complaints } = await harness.visit({ root: 'lang="fr-CA"', locale: 'de-DE' });
  expect(await launcherIn(page).getAttribute('aria-label')).toBe('Chat');
  await open(page);
  expect(languagesFetched(api)).toEqual(['fr']);
  expect(await placeholderOf(page)).toBe('Écrivez un message');
  expect(await launcherIn(page).getAttribute('aria-label')).toBe('Fermer le chat');
  expect(await page.locator('chat-panel').getAttribute('lang')).toBe('fr-CA');
  expect(complaints).toEqual([]);
});

test('where the page speaks none of ours, the browser is asked; the attribute goes before both', async () => {
  const { page } = await harness.visit({ root: 'lang="sv"', locale: 'de-DE' });
  await open(page);
  expect(await placeholderOf(page)).toBe('Nachricht schreiben');
  await page.locator('chat-widget').evaluate((widget) => widget.setAttribute('locale', 'ja'));
  await page.getByRole('textbox', { name: 'メッセージ' }).waitFor();
  await page.locator('chat-widget').evaluate((widget) => widget.setAttribute('locale', 'not a language'));
  await page.getByRole('textbox', { name: 'Nachricht' }).waitFor();
});

test('Arabic is written from right to left on any page, English from left to right on an Arabic one', async () => {
  const { api, page } = await harness.visit(
    { root: 'lang="en"', returning: true, body: '<chat-widget site="demo" locale="ar"></chat-widget>' },
    (fake) => {
      fake.becomeVisitor();
      const { id } = fake.addConversation();
      fake.addMessage(id, fake.author, 'Mine');
      fake.addMessage(id, fake.agent, 'Theirs');
    },
  );
  await page.getByRole('button', { name: 'فتح الدردشة, رسالة واحدة غير مقروءة' }).waitFor();
  await open(page);
  const left = async (text: string) => (await page.getByRole('log').getByText(text).boundingBox())?.x ?? 0;
  await page.getByRole('log').getByText('Mine').waitFor();
  expect(await left('Mine')).toBeLessThan(await left('Theirs'));
  // The English words of what is fetched on use stand in for those that a language lacks.
  expect(new Set(languagesFetched(api))).toEqual(new Set(['ar', 'tools-ar', 'tools-en']));
  await page.evaluate(() => {
    document.documentElement.dir = 'rtl';
    document.querySelector('chat-widget')?.setAttribute('locale', 'en');
  });
  await page.getByRole('textbox', { name: 'Message' }).waitFor();
  await page.getByRole('log').getByText('Mine').waitFor();
  expect(await left('Mine')).toBeGreaterThan(await left('Theirs'));
});

test('what the site says in its own language reads as it should in a chat that runs the other way, and none of it is cut', async () => {
  const greeting = 'Say hello. We usually answer within an hour.';
  const replyTime = 'We usually answer within an hour or two.';
  const { page } = await harness.visit({ body: '<chat-widget site="demo" locale="ar"></chat-widget>' }, (fake) => {
    fake.site.texts = { ...fake.site.texts, greeting, replyTime };
  });
  await open(page);
  for (const text of [greeting, replyTime]) {
    const said = page.getByText(text);
    await said.waitFor();
    expect(await said.evaluate((element) => getComputedStyle(element).direction)).toBe('ltr');
  }
  const cut = await page.locator('p.presence').evaluate((line) => ({
    across: line.scrollWidth - line.clientWidth,
    down: line.scrollHeight - line.clientHeight,
  }));
  expect(cut).toEqual({ across: 0, down: 0 });
});

test('a language that cannot be fetched leaves the chat in English', async () => {
  const { page, context } = await harness.visit({ root: 'lang="de"' });
  await context.route('**/widget/de-*', (route) => route.abort());
  await open(page);
  expect(await placeholderOf(page)).toBe('Write a message');
});

test('the page says any of it in its own way, before and after', async () => {
  const { page, complaints } = await harness.visit({ root: 'lang="de"' });
  await page.locator('chat-widget').evaluate((widget) => {
    (widget as HTMLElementTagNameMap['chat-widget']).strings = {
      open: 'Frag die Töpferin',
      composer: { placeholder: 'Was möchtest du wissen?' },
    };
  });
  await page.getByRole('button', { name: 'Frag die Töpferin' }).waitFor();
  await open(page);
  expect(await placeholderOf(page)).toBe('Was möchtest du wissen?');
  await page.getByRole('textbox').fill('Halb geschrieben');
  await page.locator('chat-widget').evaluate((widget) => {
    (widget as HTMLElementTagNameMap['chat-widget']).strings = undefined;
  });
  await page.waitForFunction(
    (box) => box?.getAttribute('placeholder') === 'Nachricht schreiben',
    await page.locator('chat-composer textarea').elementHandle(),
  );
  expect(await page.getByRole('textbox').inputValue()).toBe('Halb geschrieben');
  expect(complaints).toEqual([]);
});
