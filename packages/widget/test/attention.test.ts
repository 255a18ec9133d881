import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import type { BrowserContext, Page } from 'playwright-core';
import type { FakeApi } from './fake-api.js';
import { Harness } from './harness.js';

let harness: Harness;

beforeAll(async () => {
  harness = await Harness.start();
});
afterEach(() => harness.tidy());
afterAll(() => harness.stop());

const open = (page: Page) => page.getByRole('button', { name: /^Open chat/ }).click();
const log = (page: Page) => page.getByRole('log');
const only = (api: FakeApi): string => [...api.conversations.keys()][0] ?? '';

function hello(api: FakeApi): void {
  api.becomeVisitor();
  const { id } = api.addConversation();
  api.addMessage(id, api.agent, 'Hello');
  api.updateConversation(id, { unread: 0 });
}

/** Counts the sounds of a page instead of playing them. */
function countSounds(): void {
  Object.assign(window, { sounds: 0 });
  const Real = AudioContext;
  window.AudioContext = class extends Real {
    constructor() {
      super();
      (window as unknown as { sounds: number }).sounds++;
    }
  };
}
const sounds = (page: Page) => page.evaluate(() => (window as unknown as { sounds: number }).sounds);

async function visit() {
  const visit = await harness.visit({ returning: true, before: countSounds }, hello);
  await open(visit.page);
  await log(visit.page).getByText('Hello').waitFor();
  return visit;
}

async function another(context: BrowserContext, page: Page): Promise<Page> {
  const other = await context.newPage();
  await other.goto(page.url());
  await other.getByRole('heading', { name: 'A page' }).click();
  await other.waitForFunction(() => document.querySelector('chat-widget')?.connection === 'live');
  return other;
}

test('what is unread stands before the title, which comes back to the letter', async () => {
  const { api, page } = await visit();
  await page.evaluate(() => {
    const title = document.querySelector('title');
    if (title) title.textContent = '  A  page \n';
  });
  await page.keyboard.press('Escape');
  api.addMessage(only(api), api.agent, 'One');
  await page.waitForFunction(() => document.title === '(1) A page');
  api.addMessage(only(api), api.agent, 'Two');
  await page.waitForFunction(() => document.title === '(2) A page');
  await open(page);
  await page.waitForFunction(() => !document.title.startsWith('('));
  expect(await page.evaluate(() => document.querySelector('title')?.textContent)).toBe('  A  page \n');
});

test('a page that changes its title meanwhile keeps its own', async () => {
  const { api, page } = await visit();
  await page.keyboard.press('Escape');
  api.addMessage(only(api), api.agent, 'One');
  await page.waitForFunction(() => document.title === '(1) A page');
  await page.evaluate(() => {
    document.title = 'Another page';
  });
  await page.waitForFunction(() => document.title === '(1) Another page');
  await open(page);
  await page.waitForFunction(() => document.title === 'Another page');
});

test('a page that counts by itself is left to it', async () => {
  const { api, page } = await visit();
  await page.evaluate(() => {
    document.addEventListener('chat-unread', (event) => {
      const { count } = (event as CustomEvent<{ count: number }>).detail;
      document.title = count ? `(${count}) Mine` : 'Mine';
    });
  });
  await page.keyboard.press('Escape');
  for (const text of ['One', 'Two']) api.addMessage(only(api), api.agent, text);
  await page.waitForFunction(() => document.title === '(2) Mine');
  await page.waitForTimeout(300);
  expect(await page.title()).toBe('(2) Mine');
  await open(page);
  await page.waitForFunction(() => document.title === 'Mine');
});

test('a message that nobody sees sounds, once; one that is seen does not', async () => {
  const { api, page } = await visit();
  api.addMessage(only(api), api.agent, 'Seen');
  await log(page).getByText('Seen').waitFor();
  await page.waitForTimeout(600);
  expect(await sounds(page)).toBe(0);
  await page.keyboard.press('Escape');
  for (const text of ['One', 'Two', 'Three']) api.addMessage(only(api), api.agent, text);
  await page.waitForFunction(() => (window as unknown as { sounds: number }).sounds > 0);
  await page.waitForTimeout(600);
  expect(await sounds(page)).toBe(1);
});

test('of many tabs one sounds, one has the number, and none while another shows the message', async () => {
  const { api, page, context } = await visit();
  const second = await another(context, page);
  const third = await another(context, page);
  await page.bringToFront();
  api.addMessage(only(api), api.agent, 'Seen in the first');
  await page.waitForTimeout(800);
  expect([await sounds(page), await sounds(second), await sounds(third)]).toEqual([0, 0, 0]);
  await page.keyboard.press('Escape');
  await page.waitForTimeout(100);
  api.addMessage(only(api), api.agent, 'Seen by nobody');
  await page.waitForTimeout(1_500);
  const all = [page, second, third];
  const heard = await Promise.all(all.map(sounds));
  expect(heard.reduce((sum, count) => sum + count, 0)).toBe(1);
  const titles = await Promise.all(all.map((each) => each.title()));
  expect(titles.filter((title) => /^\(\d\) A page$/.test(title))).toHaveLength(1);
  expect(titles.filter((title) => title === 'A page')).toHaveLength(2);
});

test('the switch in the menu is remembered', async () => {
  const { api, page } = await visit();
  await page.getByRole('button', { name: 'Menu' }).click();
  const entry = page.getByRole('menuitemcheckbox', { name: 'Sound for new messages' });
  expect(await entry.getAttribute('aria-checked')).toBe('true');
  await entry.click();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  api.addMessage(only(api), api.agent, 'Silent');
  await page.waitForFunction(() => document.title.startsWith('(1)'));
  await page.waitForTimeout(600);
  expect(await sounds(page)).toBe(0);
  await page.reload();
  await open(page);
  await page.getByRole('button', { name: 'Menu' }).click();
  expect(await entry.getAttribute('aria-checked')).toBe('false');
});
