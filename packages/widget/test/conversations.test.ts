import { readFile } from 'node:fs/promises';
import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import type { FakeApi } from './fake-api.js';
import { Harness, strictPolicy } from './harness.js';

let harness: Harness;

beforeAll(async () => {
  harness = await Harness.start();
});
afterEach(() => harness.tidy());
afterAll(() => harness.stop());

const open = (page: Page) => page.getByRole('button', { name: /^Open chat/ }).click();
const composer = (page: Page) => page.getByRole('textbox', { name: 'Message' });
const log = (page: Page) => page.getByRole('log');
const back = (page: Page) => page.getByRole('button', { name: 'Your conversations' });

function two(api: FakeApi): void {
  api.becomeVisitor();
  for (const [text, minutes] of [['About the vase', 300] as const, ['About the bowl', 5] as const]) {
    const { id } = api.addConversation();
    const createdAt = new Date(Date.now() - minutes * 60_000).toISOString();
    api.addMessage(id, api.author, text, { createdAt });
    api.updateConversation(id, { unread: 0, updatedAt: createdAt });
  }
}

async function menu(page: Page, entry: string): Promise<void> {
  await page.getByRole('button', { name: 'Menu' }).click();
  await page.getByRole('menuitem', { name: entry }).click();
}

test('the latest is shown; another is chosen from the list, and shown again on the next visit', async () => {
  const { api, page, complaints } = await harness.visit({ returning: true, policy: strictPolicy }, two);
  await open(page);
  await log(page).getByText('About the bowl').waitFor();
  const [vase = ''] = [...api.conversations.keys()];
  api.addMessage(vase, api.agent, 'It is **back** in stock');
  await back(page).click();
  const row = page.getByRole('button', { name: /It is back in stock/ });
  await row.getByText('1 unread message').waitFor();
  await row.click();
  await log(page).getByText('About the vase').waitFor();
  await page.reload();
  await open(page);
  await log(page).getByText('About the vase').waitFor();
  expect(complaints).toEqual([]);
});

test('a new one is begun from the list, and comes to the top', async () => {
  const { api, page } = await harness.visit({ returning: true }, two);
  await open(page);
  await back(page).click();
  await page.getByRole('button', { name: 'New conversation' }).click();
  await page.getByText('Say hello.').waitFor();
  await composer(page).fill('About the plate');
  await page.keyboard.press('Enter');
  await page.getByText('Sent').waitFor();
  expect(api.conversations.size).toBe(3);
  await back(page).click();
  expect(await page.locator('chat-conversation-list .row').first().textContent()).toContain('About the plate');
});

test('who has said nothing has no list, and no data to speak of', async () => {
  const { page } = await harness.visit();
  await open(page);
  await composer(page).waitFor();
  expect(await back(page).count()).toBe(0);
  await page.getByRole('button', { name: 'Menu' }).click();
  await page.getByRole('menuitemcheckbox', { name: 'Sound for new messages' }).waitFor();
  expect(await page.getByRole('menuitem').count()).toBe(0);
});

test('the menu is walked with the keyboard, and Escape gives the focus back', async () => {
  const { page } = await harness.visit({ returning: true }, two);
  await open(page);
  await log(page).getByText('About the bowl').waitFor();
  const button = page.getByRole('button', { name: 'Menu' });
  await button.focus();
  await page.keyboard.press('Enter');
  const focused = (name: string) => page.getByRole(/^Sound/.test(name) ? 'menuitemcheckbox' : 'menuitem', { name });
  const has = (name: string) => focused(name).evaluate((entry) => entry.matches(':focus'));
  await page.getByRole('menu').waitFor();
  await page.waitForTimeout(50);
  expect(await has('Sound for new messages')).toBe(true);
  await page.keyboard.press('ArrowDown');
  expect(await has('Your conversations')).toBe(true);
  await page.keyboard.press('End');
  expect(await has('Delete your data')).toBe(true);
  await page.keyboard.press('ArrowDown');
  expect(await has('Sound for new messages')).toBe(true);
  await page.keyboard.press('Escape');
  await page.getByRole('menu').waitFor({ state: 'detached' });
  expect(await button.evaluate((element) => element.matches(':focus'))).toBe(true);
  expect(await page.getByRole('dialog').isVisible()).toBe(true);
});

test('my data comes as a file, under the strictest policy', async () => {
  const { page, complaints } = await harness.visit({ returning: true, policy: strictPolicy }, two);
  await open(page);
  await log(page).getByText('About the bowl').waitFor();
  const downloading = page.waitForEvent('download');
  await menu(page, 'Download your data');
  const download = await downloading;
  expect(download.suggestedFilename()).toBe('chat.json');
  const data = JSON.parse(await readFile(await download.path(), 'utf8'));
  expect(data.conversations.map((each: { messages: { text: string }[] }) => each.messages[0]?.text)).toEqual([
    'About the vase',
    'About the bowl',
  ]);
  expect(complaints).toEqual([]);
});

test('a download that fails says so', async () => {
  const { api, page } = await harness.visit({ returning: true }, two);
  await open(page);
  await log(page).getByText('About the bowl').waitFor();
  api.trouble = (_, path) => (path.endsWith('/export') ? { status: 503, code: 'unavailable' } : undefined);
  await menu(page, 'Download your data');
  await page.getByText('That did not work.').waitFor();
});

test('my data is deleted after a second word, and the chat begins anew', async () => {
  const { api, page } = await harness.visit({ returning: true }, two);
  await open(page);
  await log(page).getByText('About the bowl').waitFor();
  await menu(page, 'Delete your data');
  await page.getByRole('alertdialog', { name: 'Delete everything?' }).waitFor();
  await page.getByRole('button', { name: 'Keep it' }).click();
  expect(api.conversations.size).toBe(2);
  await page.getByRole('menuitem', { name: 'Delete your data' }).click();
  api.trouble = (method) => (method === 'DELETE' ? { status: 503, code: 'unavailable' } : undefined);
  await page.getByRole('button', { name: 'Delete everything' }).click();
  await page.getByText('That did not work.').waitFor();
  expect(api.conversations.size).toBe(2);
  api.trouble = () => undefined;
  await page.getByRole('button', { name: 'Delete everything' }).click();
  await page.getByText('Say hello.').waitFor();
  expect(api.log).toContain('DELETE /v1/visitors/me');
  expect(api.conversations.size).toBe(0);
  const kept = await page.evaluate(() => Object.values(localStorage).filter((value) => value.includes('token')));
  expect(kept).toEqual([]);
  await composer(page).fill('Hello again');
  await page.keyboard.press('Enter');
  await page.getByText('Sent').waitFor();
});
