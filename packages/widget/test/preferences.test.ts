import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import { runAxe } from '../../../scripts/axe.js';
import type { FakeApi } from './fake-api.js';
import type { VisitOptions } from './harness.js';
import { Harness } from './harness.js';

let harness: Harness;

beforeAll(async () => {
  harness = await Harness.start();
});
afterEach(() => harness.tidy());
afterAll(() => harness.stop());

const PHONE: VisitOptions = { viewport: { width: 390, height: 780 }, hasTouch: true, isMobile: true };

const open = (page: Page) => page.getByRole('button', { name: /^Open chat/ }).click();
const composer = (page: Page) => page.getByRole('textbox', { name: 'Message' });

function talk(api: FakeApi): void {
  api.becomeVisitor('Mika');
  const { id } = api.addConversation();
  api.addMessage(id, api.author, 'Hello, is [this](https://example.com) `open` today?');
  api.addMessage(id, api.agent, 'Hi, **see** [here](https://example.com) or `there`:\n1. one\n```\ncode\n```');
  api.addMessage(id, { kind: 'system', id: 's', name: 'Porchlight' }, 'Ada joined');
}

async function contrast(page: Page, rule: 'color-contrast' | 'color-contrast-enhanced'): Promise<string[]> {
  const { violations, kept } = await runAxe(page, 'chat-widget', { runOnly: [rule] });
  if (violations.length + kept === 0) return ['nothing was looked at'];
  return violations.flatMap(({ nodes }) => nodes.map(({ target, failureSummary }) => `${target} ${failureSummary}`));
}

const box = async (place: Locator) => {
  const found = await place.boundingBox();
  if (!found) throw new Error('It is not shown');
  return { ...found, right: found.x + found.width, bottom: found.y + found.height };
};

const still = (page: Page) =>
  page
    .getByRole('dialog')
    .evaluate((dialog) => Promise.all(dialog.getAnimations().map(({ finished }) => finished)).then(() => {}));

const ACCENTS = [
  'yellow',
  'black',
  'white',
  '#808080',
  '#767676',
  '#ff0000',
  '#00ff00',
  '#0000ff',
  '#ff69b4',
  'oklch(0.6 0.2 200)',
];

for (const colorScheme of ['light', 'dark'] as const) {
  test(`ten accents can be read, ${colorScheme}`, async () => {
    const { api, page } = await harness.visit({ returning: true, colorScheme }, talk);
    await open(page);
    await page.getByText('Ada joined').waitFor();
    const [id = ''] = api.conversations.keys();
    await page.getByRole('log').evaluate((log) => {
      log.scrollTop = 0;
    });
    api.trouble = (method) => (method === 'POST' ? { status: 422, code: 'refused' } : undefined);
    await composer(page).fill('Refused');
    await composer(page).press('Enter');
    await page.getByText('Not sent').waitFor();
    api.addMessage(id, api.agent, 'Below');
    await composer(page).fill('A draft');
    for (const accent of ACCENTS) {
      await page.evaluate((value) => {
        document.querySelector<HTMLElement>('chat-widget')?.style.setProperty('--chat-accent', value);
      }, accent);
      expect({ accent, found: await contrast(page, 'color-contrast') }).toEqual({ accent, found: [] });
    }
  });

  test(`who wants more contrast gets it, ${colorScheme}`, async () => {
    const { page } = await harness.visit({ returning: true, colorScheme, contrast: 'more' }, talk);
    await open(page);
    await page.getByText('Ada joined').waitFor();
    expect(await contrast(page, 'color-contrast-enhanced')).toEqual([]);
    const edges = await page
      .locator('chat-message-list .bubble')
      .evaluateAll((bubbles) => bubbles.map((bubble) => getComputedStyle(bubble).borderTopColor));
    expect(edges).not.toContain('rgba(0, 0, 0, 0)');
  });
}

test('a launcher that is as light or dark as the page still has an edge', async () => {
  for (const [accent, colorScheme] of [
    ['white', 'light'],
    ['black', 'dark'],
  ] as const) {
    const { page } = await harness.visit({
      colorScheme,
      body: `<style>chat-widget { --chat-accent: ${accent} }</style><chat-widget site="demo"></chat-widget>`,
    });
    const button = page.getByRole('button', { name: 'Open chat' });
    expect(await button.evaluate((node) => getComputedStyle(node).filter)).toContain('drop-shadow');
  }
});

test('on a right-to-left page it is the other way round', async () => {
  const { api, page, complaints } = await harness.visit({ root: 'lang="ar" dir="rtl"', returning: true }, talk);
  await page.locator('chat-widget').getByRole('button').first().click();
  await page.locator('chat-message-list .own').first().waitFor();
  await still(page);
  const dialog = await box(page.getByRole('dialog'));
  const own = await box(page.locator('chat-message-list .own .bubble').first());
  const other = await box(page.locator('chat-message-list .other .bubble').first());
  expect(own.x - dialog.x).toBeLessThan(40);
  expect(dialog.right - other.right).toBeLessThan(80);
  const send = await box(page.locator('chat-composer .send'));
  const input = await box(page.locator('chat-composer textarea'));
  expect(send.right).toBeLessThanOrEqual(input.x);
  // A text in another direction keeps its own.
  const [id = ''] = api.conversations.keys();
  api.addMessage(id, api.agent, 'مرحبا');
  const arabic = page.getByRole('log').getByText('مرحبا');
  await arabic.waitFor();
  expect(await arabic.evaluate((node) => getComputedStyle(node.closest('.rich-text') as Element).direction)).toBe(
    'rtl',
  );
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
  expect(complaints).toEqual([]);
});

test.each([
  ['200%', { width: 640, height: 400 }],
  ['400%', { width: 320, height: 256 }],
])('zoomed to %s, all of it is on the screen', async (_, viewport) => {
  const { page } = await harness.visit({ returning: true, viewport, deviceScaleFactor: 2 }, talk);
  await open(page);
  await page.getByText('Ada joined').waitFor();
  await still(page);
  for (const place of [
    page.getByRole('dialog'),
    composer(page),
    page.getByRole('log'),
    page.locator('chat-composer .send'),
  ]) {
    const { x, y, right, bottom, height } = await box(place);
    expect(x).toBeGreaterThanOrEqual(0);
    expect(y).toBeGreaterThanOrEqual(0);
    expect(right).toBeLessThanOrEqual(viewport.width);
    expect(bottom).toBeLessThanOrEqual(viewport.height);
    expect(height).toBeGreaterThanOrEqual(32);
  }
  const sideways = await page.getByRole('log').evaluate((log) => log.scrollWidth > log.clientWidth);
  expect(sideways).toBe(false);
});

test('a floating chat is not printed over the page', async () => {
  const { page } = await harness.visit({ returning: true }, talk);
  await open(page);
  await page.getByText('Ada joined').waitFor();
  await page.emulateMedia({ media: 'print' });
  expect(await page.getByRole('dialog', { includeHidden: true }).isVisible()).toBe(false);
  expect(await page.locator('chat-widget').getByRole('button').first().isVisible()).toBe(false);
});

test.each([
  ['a page of its own', '<chat-widget site="demo" mode="page"></chat-widget>'],
  [
    'a part of the page',
    '<chat-widget site="demo" mode="inline" style="height: 400px"></chat-widget><p id="below">Below</p>',
  ],
])('%s is printed whole: dark on white, without what cannot be used on paper', async (_, body) => {
  const { page } = await harness.visit({ returning: true, colorScheme: 'dark', body }, (api) => {
    talk(api);
    const [id = ''] = api.conversations.keys();
    for (let index = 0; index < 30; index++) api.addMessage(id, api.author, `Line ${index}`);
  });
  await page.getByText('Line 29').waitFor();
  await page.emulateMedia({ media: 'print' });
  const log = page.getByRole('log');
  expect(await log.evaluate((node) => node.scrollHeight - node.clientHeight)).toBe(0);
  expect(await composer(page).isVisible()).toBe(false);
  const end = await page.getByText('Line 29').evaluate((line) => line.getBoundingClientRect().bottom);
  const below = await page
    .locator('body')
    .evaluate((page) => page.querySelector('#below')?.getBoundingClientRect().top);
  expect(below ?? Number.POSITIVE_INFINITY).toBeGreaterThan(end);
  const colour = await page
    .locator('chat-message-list .own .bubble')
    .first()
    .evaluate((bubble) => {
      const { color, backgroundColor } = getComputedStyle(bubble);
      const canvas = document.createElement('canvas').getContext('2d') as CanvasRenderingContext2D;
      canvas.fillStyle = color;
      canvas.fillRect(0, 0, 1, 1);
      return { light: (canvas.getImageData(0, 0, 1, 1).data[1] ?? 0) > 128, backgroundColor };
    });
  expect(colour).toEqual({ light: false, backgroundColor: 'rgba(0, 0, 0, 0)' });
});

/** As the screen keyboard of a phone does: it covers the lower part, and the page behind stays as it is. */
async function showKeyboard(page: Page, height: number): Promise<void> {
  await page.evaluate((covered) => {
    const free = innerHeight - covered;
    Object.defineProperty(visualViewport, 'height', { configurable: true, get: () => free });
    visualViewport?.dispatchEvent(new Event('resize'));
  }, height);
}

test('the screen keyboard of a phone does not cover the composer', async () => {
  const { page } = await harness.visit({ ...PHONE, returning: true }, talk);
  await open(page);
  await page.getByText('Ada joined').waitFor();
  await still(page);
  await composer(page).tap();
  await showKeyboard(page, 320);
  const field = await box(composer(page));
  expect(field.bottom).toBeLessThanOrEqual(460);
  expect((await box(page.getByRole('button', { name: 'Close chat' }).first())).y).toBeGreaterThanOrEqual(0);
  // The latest message is still the one that is seen.
  expect((await box(page.getByText('Ada joined'))).bottom).toBeLessThanOrEqual(field.y);
  const size = await composer(page).evaluate((input) => Number.parseFloat(getComputedStyle(input).fontSize));
  expect(size).toBeGreaterThanOrEqual(16);
  await showKeyboard(page, 0);
  expect((await box(page.getByRole('dialog'))).height).toBe(780);
});

test('who zooms in with two fingers sees the panel larger, not smaller', async () => {
  const { page, context } = await harness.visit({ ...PHONE, returning: true }, talk);
  await open(page);
  await page.getByText('Ada joined').waitFor();
  const cdp = await context.newCDPSession(page);
  await cdp.send('Emulation.setPageScaleFactor', { pageScaleFactor: 2 });
  await page.waitForFunction(() => visualViewport?.scale === 2);
  await page.waitForTimeout(200);
  const size = await page
    .getByRole('dialog')
    .evaluate((dialog: HTMLElement) => [dialog.offsetTop, dialog.offsetHeight]);
  expect(size).toEqual([0, 780]);
});

test('nothing lies under the notch or the home indicator', async () => {
  const { page, context } = await harness.visit({ ...PHONE, returning: true }, talk);
  const cdp = await context.newCDPSession(page);
  await cdp.send('Emulation.setSafeAreaInsetsOverride', { insets: { top: 47, bottom: 34, left: 0, right: 0 } });
  const launcher = await box(page.getByRole('button', { name: /^Open chat/ }));
  expect(launcher.bottom).toBeLessThanOrEqual(780 - 34 - 20);
  await open(page);
  await page.getByText('Ada joined').waitFor();
  await still(page);
  expect((await box(page.getByRole('button', { name: 'Close chat' }).first())).y).toBeGreaterThanOrEqual(47);
  expect((await box(composer(page))).bottom).toBeLessThanOrEqual(780 - 34);
});
