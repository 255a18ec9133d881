import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { Harness, strictPolicy } from './harness.js';

let harness: Harness;

beforeAll(async () => {
  harness = await Harness.start();
});
afterEach(() => harness.tidy());
afterAll(() => harness.stop());

const composer = (page: Page) => page.getByRole('textbox', { name: 'Message' });
const search = (page: Page) => page.getByRole('searchbox', { name: 'Search emoji' });

async function openPicker(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Open chat/ }).click();
  await page.getByRole('button', { name: 'Emoji' }).click();
  await search(page).waitFor();
}

test('an emoji goes where the caret is, and is remembered once it was used', async () => {
  const { page, complaints } = await harness.visit({ policy: strictPolicy });
  await page.getByRole('button', { name: /^Open chat/ }).click();
  await composer(page).fill('Hello world');
  await composer(page).evaluate((box: HTMLTextAreaElement) => box.setSelectionRange(5, 5));
  expect(await page.evaluate(() => localStorage.getItem('porchlight:emoji'))).toBeNull();
  await page.getByRole('button', { name: 'Emoji' }).click();
  await search(page).fill('waving');
  await page.keyboard.press('Enter');
  expect(await composer(page).inputValue()).toBe('Hello👋 world');
  expect(await page.evaluate(() => localStorage.getItem('porchlight:emoji'))).toBe('["👋"]');
  await page.keyboard.press('Escape');
  await search(page).waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Emoji' }).click();
  await page.getByRole('group', { name: 'Recently used' }).getByRole('button').waitFor();
  expect(complaints).toEqual([]);
});

test('the grid is walked with the keyboard', async () => {
  const { page } = await harness.visit();
  await openPicker(page);
  const focused = () =>
    page.evaluate(() => {
      let node = document.activeElement;
      while (node?.shadowRoot?.activeElement) node = node.shadowRoot.activeElement;
      return node?.textContent || node?.getAttribute('type');
    });
  expect(await focused()).toBe('search');
  const walk = async (...keys: string[]) => {
    for (const key of keys) await page.keyboard.press(key);
    await page.waitForTimeout(50);
    return focused();
  };
  expect(await walk('ArrowDown')).toBe('😀');
  expect(await walk('ArrowRight', 'ArrowRight')).toBe('😄');
  expect(await walk('ArrowDown')).toBe('😉');
  expect(await walk('ArrowLeft', 'ArrowUp')).toBe('😃');
  expect(await walk('End')).toBe('🚩');
  expect(await walk('Home')).toBe('😀');
  expect(await walk('ArrowUp')).toBe('search');
  expect(await walk('ArrowDown', 'Enter', 'Escape')).not.toBe('search');
  expect(await composer(page).inputValue()).toBe('😀');
  expect(await page.getByRole('dialog', { name: 'Emoji' }).count()).toBe(0);
});

test('a press elsewhere closes it; nothing found says so', async () => {
  const { page } = await harness.visit();
  await openPicker(page);
  await search(page).fill('zzzz');
  await page.getByText('Nothing found').waitFor();
  await page.getByText('Say hello.').click();
  await search(page).waitFor({ state: 'detached' });
});

test('it is fetched when it is asked for, and not before', async () => {
  const { api, page } = await harness.visit();
  await page.getByRole('button', { name: /^Open chat/ }).click();
  await composer(page).fill('x');
  await page.waitForTimeout(500);
  expect(api.log.some((entry) => entry.includes('emoji'))).toBe(false);
  await page.getByRole('button', { name: 'Emoji' }).click();
  await search(page).waitFor();
  expect(api.log.some((entry) => entry.includes('/widget/emoji'))).toBe(true);
});
