import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import type { FakeApi } from './fake-api.js';
import type { VisitOptions } from './harness.js';
import { Harness, strictPolicy } from './harness.js';

let harness: Harness;

beforeAll(async () => {
  harness = await Harness.start();
});
afterEach(() => harness.tidy());
afterAll(() => harness.stop());

const composer = (page: Page) => page.getByRole('textbox', { name: 'Message' });
const bubble = (page: Page, text: string) => page.locator('.message', { hasText: text }).last();
const toolbar = (page: Page) => page.getByRole('toolbar', { name: 'Actions' });
const action = (page: Page, name: string) => toolbar(page).getByRole('button', { name });
const only = (api: FakeApi): string => [...api.conversations.keys()][0] ?? '';
const texts = (api: FakeApi) => api.messages.get(only(api))?.map(({ text, deletedAt }) => (deletedAt ? null : text));

function talk(api: FakeApi): void {
  api.becomeVisitor();
  const { id } = api.addConversation();
  api.addMessage(id, api.author, 'Do you ship?');
  api.addMessage(id, api.agent, 'Yes, **we do**.');
  api.addMessage(id, api.author, 'Grate');
  api.updateConversation(id, { unread: 0 });
}

async function visit(prepare = talk, options: VisitOptions = {}) {
  const visit = await harness.visit({ returning: true, ...options }, prepare);
  const launcher = visit.page.getByRole('button', { name: /^Open chat/ });
  await (options.hasTouch ? launcher.tap() : launcher.click());
  await visit.page.locator('.message').last().waitFor();
  await visit.page.waitForFunction(() => customElements.get('chat-message-toolbar') !== undefined);
  return visit;
}

test('answer a message: the line above the composer, the quotation, and the way back to it', async () => {
  const { api, page, complaints } = await visit(talk, { policy: strictPolicy });
  await bubble(page, 'we do').hover();
  await action(page, 'Reply').click();
  await page.getByText('Replying to Ada Lovelace').waitFor();
  await composer(page).and(page.locator(':focus')).waitFor();
  await composer(page).fill('Lovely');
  await page.keyboard.press('Enter');
  await page.getByText('Replying to Ada Lovelace').waitFor({ state: 'detached' });
  await bubble(page, 'Lovely').getByText('Sent').waitFor();
  const quote = bubble(page, 'Lovely').getByRole('button', { name: 'Ada Lovelace Yes, we do.' });
  await quote.waitFor();
  const [, question] = api.messages.get(only(api)) ?? [];
  expect(api.messages.get(only(api))?.at(-1)).toMatchObject({ text: 'Lovely', replyTo: question?.id });
  await quote.click();
  // It is marked for a moment, and keeps the focus.
  const answered = page.locator('.message:focus', { hasText: 'Yes, we do' });
  await answered.waitFor();
  expect(await answered.isVisible()).toBe(true);
  expect(complaints).toEqual([]);
});

test('the tools reach beyond their message, and nothing cuts them off; messages elsewhere are laid out by themselves', async () => {
  const { page } = await visit();
  const row = bubble(page, 'we do');
  expect(await row.evaluate((element) => getComputedStyle(element).contain)).toBe('layout paint');
  await row.hover();
  await toolbar(page).waitFor();
  const [tools, message] = [await toolbar(page).boundingBox(), await row.boundingBox()];
  if (!tools || !message) throw new Error('One of them is not to be seen');
  expect(tools.y).toBeLessThan(message.y - 8);
  // A pixel below the upper edge of the tools, far above the message: it belongs to them.
  const hit = await toolbar(page).evaluate(
    (element, [x, y]) => element.contains((element.getRootNode() as ShadowRoot).elementFromPoint(x, y)),
    [tools.x + tools.width / 2, tools.y + 3] as const,
  );
  expect(hit).toBe(true);
  expect(await bubble(page, 'Grate').evaluate((element) => getComputedStyle(element).contain)).toBe('layout paint');
});

const PHONE: VisitOptions = { viewport: { width: 390, height: 780 }, hasTouch: true, isMobile: true };

/** A finger on a message, as the browser itself reports it. */
async function finger(page: Page, row: Locator) {
  const box = await row.locator('.bubble').boundingBox();
  if (!box) throw new Error('The message is not to be seen');
  const session = await page.context().newCDPSession(page);
  const at = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', up = 0) =>
    session.send('Input.dispatchTouchEvent', {
      type,
      touchPoints: type === 'touchEnd' ? [] : [{ x: at.x, y: at.y - up }],
    });
  return {
    down: () => touch('touchStart'),
    up: () => touch('touchEnd'),
    moveUp: (pixels: number) => touch('touchMove', pixels),
  };
}

test('a finger that rests on a message brings its actions; to lift it presses none of them', async () => {
  const { page } = await visit(talk, PHONE);
  const hand = await finger(page, bubble(page, 'we do'));
  await hand.down();
  await toolbar(page).waitFor();
  await hand.up();
  expect(await toolbar(page).isVisible()).toBe(true);
  expect(await page.getByText('Replying to').count()).toBe(0);
  await action(page, 'Reply').tap();
  await page.getByText('Replying to Ada Lovelace').waitFor();
  await toolbar(page).waitFor({ state: 'detached' });
});

test('a finger that moves on, or goes at once, brings none', async () => {
  const { page } = await visit(talk, PHONE);
  const hand = await finger(page, bubble(page, 'we do'));
  await hand.down();
  await hand.moveUp(30);
  await page.waitForTimeout(900);
  await hand.up();
  await bubble(page, 'we do').tap();
  await page.waitForTimeout(900);
  expect(await toolbar(page).count()).toBe(0);
});

test('an answer can be given up', async () => {
  const { api, page } = await visit();
  await bubble(page, 'we do').hover();
  await action(page, 'Reply').click();
  await page.keyboard.press('Escape');
  await page.getByText('Replying to').waitFor({ state: 'detached' });
  expect(await page.getByRole('dialog').isVisible()).toBe(true);
  await composer(page).fill('Plain');
  await page.keyboard.press('Enter');
  await bubble(page, 'Plain').getByText('Sent').waitFor();
  expect(api.messages.get(only(api))?.at(-1)?.replyTo).toBeUndefined();
});

const far = (fillers: number) => (api: FakeApi) => {
  talk(api);
  const id = only(api);
  const first = api.messages.get(id)?.[0];
  for (let index = 0; index < fillers; index++) api.addMessage(id, api.agent, `Filler ${index}`);
  api.addMessage(id, api.agent, 'About that', { replyTo: first?.id });
  api.updateConversation(id, { unread: 0 });
};

test('what is answered may lie ten thousand messages above', async () => {
  const { api, page } = await visit(far(10_000));
  const before = api.pages;
  await bubble(page, 'About that').getByRole('button', { name: 'An earlier message' }).click();
  await page.locator('[data-marked]', { hasText: 'Do you ship?' }).waitFor();
  expect(api.pages - before).toBeLessThan(5);
  expect(await page.locator('.message').count()).toBeLessThanOrEqual(100);
  // What comes meanwhile is not put below what is shown, and is there when one has come back.
  api.addMessage(only(api), api.agent, 'Still there?');
  expect(await bubble(page, 'Still there?').count()).toBe(0);
  await page.getByRole('button', { name: 'Jump to latest' }).click();
  await bubble(page, 'Still there?').waitFor();
  await bubble(page, 'About that').getByRole('button', { name: 'An earlier message' }).waitFor();
  await page.getByRole('button', { name: 'Jump to latest' }).waitFor({ state: 'detached' });
});

test('from far above one can read on to the latest, and what one sends from there is shown', async () => {
  const { page } = await visit(far(200));
  const quote = bubble(page, 'About that').getByRole('button', { name: 'An earlier message' });
  const toPlace = async () => {
    await quote.click();
    await page.locator('[data-marked]', { hasText: 'Do you ship?' }).waitFor();
  };
  await toPlace();
  await composer(page).fill('Sent from far above');
  await page.keyboard.press('Enter');
  await bubble(page, 'Sent from far above').getByText('Sent', { exact: true }).waitFor();
  await toPlace();
  while ((await bubble(page, 'Sent from far above').count()) === 0) {
    await page.getByRole('log').evaluate((log) => log.scrollTo(0, log.scrollHeight));
    await page.waitForTimeout(20);
  }
  // All of it is there now.
  await bubble(page, 'About that').getByRole('button', { name: 'You Do you ship?' }).waitFor();
});

test('edit: in the composer, shown at once, marked as edited', async () => {
  const { api, page } = await visit();
  await composer(page).fill('Half a thought');
  await bubble(page, 'Grate').hover();
  await action(page, 'Edit').click();
  await page.getByText('Editing your message').waitFor();
  expect(await composer(page).inputValue()).toBe('Grate');
  await composer(page).fill('Great');
  await page.keyboard.press('Enter');
  await bubble(page, 'Great').getByText('edited').waitFor();
  expect(await composer(page).inputValue()).toBe('Half a thought');
  expect(texts(api)).toEqual(['Do you ship?', 'Yes, **we do**.', 'Great']);
});

test('the up arrow in an empty composer edits the last own message, Escape gives it up', async () => {
  const { api, page } = await visit();
  await composer(page).focus();
  await page.keyboard.press('ArrowUp');
  await page.getByText('Editing your message').waitFor();
  expect(await composer(page).inputValue()).toBe('Grate');
  await page.keyboard.press('Escape');
  await page.getByText('Editing your message').waitFor({ state: 'detached' });
  expect(await composer(page).inputValue()).toBe('');
  expect(api.log.some((entry) => entry.startsWith('PATCH'))).toBe(false);
});

test('an edit that fails is taken back, told, and tried again', async () => {
  const { api, page } = await visit();
  api.trouble = (method) => (method === 'PATCH' ? { status: 503, code: 'unavailable' } : undefined);
  await composer(page).press('ArrowUp');
  await page.getByText('Editing your message').waitFor();
  await composer(page).fill('Great');
  await page.keyboard.press('Enter');
  await page.getByText('The change was not saved.').waitFor();
  await bubble(page, 'Grate').waitFor();
  api.trouble = () => undefined;
  await page.getByRole('button', { name: 'Try again' }).click();
  await bubble(page, 'Great').waitFor();
  await page.getByText('The change was not saved.').waitFor({ state: 'detached' });
  expect(texts(api)?.at(-1)).toBe('Great');
});

test('delete: asked in place, kept or deleted; not those of others', async () => {
  const { api, page } = await visit();
  await bubble(page, 'we do').hover();
  await action(page, 'Reply').waitFor();
  expect(await action(page, 'Delete').count()).toBe(0);
  await bubble(page, 'Grate').hover();
  await action(page, 'Delete').click();
  await page.getByText('Delete this message?').waitFor();
  await action(page, 'Keep').click();
  expect(texts(api)?.at(-1)).toBe('Grate');
  await action(page, 'Delete').click();
  await page.getByText('Delete this message?').waitFor();
  await action(page, 'Delete').click();
  await page.getByRole('log').getByText('Message deleted').waitFor();
  expect(texts(api)).toEqual(['Do you ship?', 'Yes, **we do**.', null]);
});

test('a deletion that fails is taken back and told', async () => {
  const { api, page } = await visit();
  api.trouble = (method) => (method === 'DELETE' ? 'cut' : undefined);
  await bubble(page, 'Grate').hover();
  await action(page, 'Delete').click();
  await page.getByText('Delete this message?').waitFor();
  await action(page, 'Delete').click();
  await page.getByText('The message was not deleted.').waitFor();
  await bubble(page, 'Grate').waitFor();
});

test('copy', async () => {
  const { page, context } = await visit();
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await bubble(page, 'we do').hover();
  await action(page, 'Copy text').click();
  await page.waitForTimeout(100);
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('Yes, **we do**.');
  expect(await page.locator('chat-message-list #live').textContent()).toBe('Copied');
});

test('all of it by keyboard: from message to message, into the toolbar and out', async () => {
  const { page } = await visit();
  const focused = () =>
    page.evaluate(() => {
      let node = document.activeElement;
      while (node?.shadowRoot?.activeElement) node = node.shadowRoot.activeElement;
      return node?.getAttribute('aria-label') ?? node?.id;
    });
  await page.getByRole('log').focus();
  await page.keyboard.press('ArrowUp');
  expect(await focused()).toMatch(/^You: Grate, /);
  await page.keyboard.press('ArrowUp');
  expect(await focused()).toMatch(/^Ada Lovelace: Yes, we do\., /);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowRight');
  await page.waitForTimeout(50);
  expect(await focused()).toBe('Reply');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  expect(await focused()).toBe('Edit');
  await page.keyboard.press('Escape');
  expect(await focused()).toMatch(/^You: Grate, /);
  await page.keyboard.press('Escape');
  expect(await focused()).toBe('Messages');
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
});

test('sent, delivered and read are told apart', async () => {
  const { api, page } = await visit();
  await page.getByText('Sent', { exact: true }).waitFor();
  api.deliver(only(api), 3);
  await page.getByText('Delivered', { exact: true }).waitFor();
  api.read(only(api), 3);
  await page.getByText('Read', { exact: true }).waitFor();
});

test('what arrives is told to have arrived, with the panel closed and once', async () => {
  const { api, page } = await visit();
  while (!api.log.some((entry) => entry.endsWith('/receipt'))) await page.waitForTimeout(50);
  await page.keyboard.press('Escape');
  api.log.length = 0;
  for (const text of ['one', 'two', 'three']) api.addMessage(only(api), api.agent, text);
  const receipts = () => api.log.filter((entry) => entry.endsWith('/receipt'));
  while (receipts().length === 0) await page.waitForTimeout(50);
  await page.waitForTimeout(1_500);
  expect(receipts()).toHaveLength(1);
  expect(api.conversations.get(only(api))?.unread).toBe(3);
});
