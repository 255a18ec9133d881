import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import type { FakeApi } from './fake-api.js';
import { Harness, strictPolicy } from './harness.js';
import type { LocalFile } from './local-files.js';
import { choose, picture } from './local-files.js';

let harness: Harness;

beforeAll(async () => {
  harness = await Harness.start();
});
afterEach(() => harness.tidy());
afterAll(() => harness.stop());

const open = (page: Page) => page.getByRole('button', { name: /^Open chat/ }).click();
const composer = (page: Page) => page.getByRole('textbox', { name: 'Message' });
const log = (page: Page) => page.getByRole('log');
const tray = (page: Page) => page.getByRole('list', { name: 'Files to send' });
const only = (api: FakeApi): string => [...api.conversations.keys()][0] ?? '';
const last = (api: FakeApi) => api.messages.get(only(api))?.at(-1);

/** Files that arrive as the browser's own events bring them. */
async function bring(page: Page, type: 'drop' | 'dragover' | 'paste', text?: string): Promise<boolean> {
  return composer(page).evaluate(
    (target, [kind, words]) => {
      const data = new DataTransfer();
      data.items.add(new File(['Hello'], 'notes.txt', { type: 'text/plain' }));
      if (words) data.setData('text/plain', words);
      const init = { bubbles: true, composed: true, cancelable: true };
      const event =
        kind === 'paste'
          ? new ClipboardEvent('paste', { ...init, clipboardData: data })
          : new DragEvent(kind as string, { ...init, dataTransfer: data });
      return !target.dispatchEvent(event);
    },
    [type, text] as const,
  );
}

/** A conversation in which the agent has sent these. */
function received(...files: LocalFile[]) {
  return (api: FakeApi) => {
    api.becomeVisitor();
    const { id } = api.addConversation();
    const attachments = files.map(({ name, mimeType, buffer }) => api.files.add(name, mimeType, buffer));
    api.addMessage(id, api.agent, '', { attachments });
    api.updateConversation(id, { unread: 0 });
  };
}

test('a picture is chosen, previewed, sent without a word, and shown in the room kept for it', async () => {
  const { api, page, complaints } = await harness.visit({ policy: strictPolicy });
  await open(page);
  await choose(page, picture());
  await tray(page).getByText('vase.png').waitFor();
  const preview = tray(page).locator('canvas');
  await page.waitForFunction(
    (canvas) => (canvas as HTMLCanvasElement).getContext('2d')?.getImageData(48, 48, 1, 1).data[0] === 120,
    await preview.elementHandle(),
  );
  await page.getByRole('button', { name: 'Send' }).click();
  await page.getByText('Sent').waitFor();
  expect(last(api)).toMatchObject({ text: '', attachments: [{ name: 'vase.png', width: 400, height: 300 }] });
  expect(await tray(page).count()).toBe(0);
  const shown = log(page).getByRole('img', { name: 'vase.png' });
  await shown.waitFor();
  const box = await shown.boundingBox();
  expect((box?.width ?? 0) / (box?.height ?? 1)).toBeCloseTo(4 / 3, 1);
  expect(await shown.evaluate((image) => (image as HTMLImageElement).naturalWidth)).toBe(400);
  expect(complaints).toEqual([]);
});

test('files come by drop and by paste; a text that is pasted with a picture of itself stays a text', async () => {
  const { api, page } = await harness.visit();
  await open(page);
  expect(await bring(page, 'dragover')).toBe(true);
  await page.getByText('Drop files to attach them').waitFor();
  expect(await bring(page, 'drop')).toBe(true);
  await tray(page).getByRole('listitem').waitFor();
  expect(await bring(page, 'paste')).toBe(true);
  expect(await bring(page, 'paste', 'a table')).toBe(false);
  await tray(page).getByRole('listitem').nth(1).waitFor();
  await composer(page).fill('Two of them');
  await page.waitForFunction(
    () => !document.querySelector('chat-widget')?.shadowRoot?.querySelector('[role=progressbar]'),
  );
  await page.waitForTimeout(200);
  await composer(page).press('Enter');
  await page.getByText('Sent').waitFor();
  expect(last(api)).toMatchObject({ text: 'Two of them', attachments: [{ name: 'notes.txt' }, { name: 'notes.txt' }] });
});

test('an upload says how far it is, holds the message up, and can be given up', async () => {
  const { api, page } = await harness.visit({}, (fake) => {
    fake.files.until = new Promise(() => {});
  });
  await open(page);
  await choose(page, picture());
  await tray(page).getByRole('progressbar').waitFor();
  await composer(page).fill('Look');
  expect(await page.getByRole('button', { name: 'Send' }).getAttribute('aria-disabled')).toBe('true');
  await composer(page).press('Enter');
  expect(api.conversations.size).toBe(0);
  await page.getByRole('button', { name: 'Remove vase.png' }).click();
  await composer(page).press('Enter');
  await page.getByText('Sent').waitFor();
  expect(last(api)).toMatchObject({ text: 'Look', attachments: [] });
});

test.each([
  [413, 'too_large', 'The picture has too many pixels'],
  [415, 'unsupported_media_type', 'Send pictures as JPEG or PNG'],
  [422, 'unreadable_picture', 'The picture cannot be read'],
  [429, 'rate_limited', 'Too many files at once'],
])('a file that is answered %i %s says why, and does not go along', async (status, code, words) => {
  const { api, page } = await harness.visit({}, (fake) => {
    fake.trouble = (_, path) => (path === '/v1/attachments' ? { status, code } : undefined);
  });
  await open(page);
  await choose(page, picture());
  await tray(page).getByText(words).waitFor();
  await composer(page).fill('Without');
  await composer(page).press('Enter');
  await page.getByText('Sent').waitFor();
  expect(last(api)?.attachments).toEqual([]);
});

test('a file that is too large, or empty, goes nowhere', async () => {
  const { api, page } = await harness.visit({}, (fake) => {
    fake.site = { ...fake.site, limits: { ...fake.site.limits, attachment: 1_048_576 } };
  });
  await open(page);
  await choose(
    page,
    { name: 'film.mp4', mimeType: 'video/mp4', buffer: Buffer.alloc(1_048_577) },
    { name: 'none.txt', mimeType: 'text/plain', buffer: Buffer.alloc(0) },
  );
  await tray(page).getByText('Larger than 1 MB').waitFor();
  await tray(page).getByText('The file is empty').waitFor();
  expect(api.log.some((entry) => entry === 'POST /v1/attachments')).toBe(false);
});

test('the viewer takes the focus, goes from picture to picture, and gives the focus back without closing the chat', async () => {
  const pictures = [picture('one.png'), picture('two.png', 300, 900), picture('three.png')];
  const { page, complaints } = await harness.visit({ returning: true, policy: strictPolicy }, received(...pictures));
  await open(page);
  await page.getByRole('button', { name: 'Open two.png' }).click();
  const viewer = page.getByRole('dialog', { name: 'Picture' });
  await viewer.getByText('2 of 3').waitFor();
  const shown = viewer.getByRole('img', { name: 'two.png' });
  const [width = 0, height = 0] = await shown.evaluate(({ clientWidth, clientHeight }) => [clientWidth, clientHeight]);
  expect(height).toBeLessThan(800);
  expect(height / width).toBeCloseTo(3, 1);
  await page.keyboard.press('ArrowRight');
  await viewer.getByText('3 of 3').waitFor();
  await page.keyboard.press('ArrowRight');
  await viewer.getByText('1 of 3').waitFor();
  await viewer.getByRole('button', { name: 'Actual size' }).click();
  await viewer.getByRole('button', { name: 'Fit to window' }).waitFor();
  expect(await viewer.getByRole('link', { name: 'Download one.png' }).getAttribute('href')).toContain('&download=true');
  await page.keyboard.press('Escape');
  await viewer.waitFor({ state: 'detached' });
  expect(await page.locator('chat-widget').getAttribute('open')).not.toBeNull();
  const focused = () => {
    let element = document.activeElement;
    while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
    return element?.getAttribute('aria-label');
  };
  expect(await page.evaluate(focused)).toBe('Open two.png');
  expect(complaints).toEqual([]);
});

test('a file is a card with a whole name for those who ask, and no name breaks the layout', async () => {
  const name = `${'a'.repeat(140)}.pdf`;
  const { page } = await harness.visit(
    { returning: true },
    received({ name, mimeType: 'application/pdf', buffer: Buffer.alloc(1_500_000, 'x') }),
  );
  await open(page);
  const card = log(page).getByRole('link', { name: `Download ${name}` });
  await card.getByText('PDF · 1.4 MB').waitFor();
  const [inner, outer] = [await card.boundingBox(), await log(page).boundingBox()];
  expect((inner?.x ?? 0) + (inner?.width ?? 0)).toBeLessThanOrEqual((outer?.x ?? 0) + (outer?.width ?? 0));
  expect(await card.locator('bdi').getByText('.pdf').isVisible()).toBe(true);
});
