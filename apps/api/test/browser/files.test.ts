import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { VisitorExport } from '@porchlight/protocol';
import type { Locator, Page } from 'playwright-core';
import sharp from 'sharp';
import { faultsOf } from '../support/axe.js';
import { composerIn, Demo, logIn, openChat, write } from '../support/demo.js';
import { cameraPicture, pixelBomb, SECRET } from '../support/pictures.js';

const LIMIT = 1024 * 1024;

interface LocalFile {
  name: string;
  mimeType: string;
  buffer: Buffer;
}

let demo: Demo;
let visitor: Page;
let widget: Locator;
let agent: Page;

beforeAll(async () => {
  demo = await Demo.start({ ATTACHMENT_MAX_MB: String(LIMIT / 1024 / 1024) });
  const options = { permissions: ['clipboard-read', 'clipboard-write'] };
  visitor = await demo.visit('/', options);
  widget = await openChat(visitor);
  agent = await demo.openInbox(options);
});

afterAll(() => demo?.stop());

const text = (name: string, content: string): LocalFile => ({
  name,
  mimeType: 'text/plain',
  buffer: Buffer.from(content),
});
const tray = (scope: Page | Locator): Locator => scope.getByRole('list', { name: 'Files to send' });
const send = (scope: Page | Locator) => scope.getByRole('button', { name: 'Send', exact: true });

async function choose(scope: Page | Locator, ...files: LocalFile[]): Promise<void> {
  const page = 'page' in scope ? scope.page() : scope;
  const chooser = page.waitForEvent('filechooser');
  await scope.getByRole('button', { name: 'Attach files' }).click();
  await (await chooser).setFiles(files);
}

/** Lets a file fall onto the conversation. */
async function drop(scope: Page | Locator, { name, mimeType, buffer }: LocalFile): Promise<void> {
  const page = 'page' in scope ? scope.page() : scope;
  const dataTransfer = await page.evaluateHandle(`(() => {
    const bytes = Uint8Array.from(atob('${buffer.toString('base64')}'), (char) => char.charCodeAt(0));
    const data = new DataTransfer();
    data.items.add(new File([bytes], '${name}', { type: '${mimeType}' }));
    return data;
  })()`);
  await composerIn(scope).dispatchEvent('drop', { dataTransfer });
}

/** Pastes a picture, as one that was cut out of the screen. */
async function paste(scope: Page | Locator): Promise<void> {
  const page = 'page' in scope ? scope.page() : scope;
  await composerIn(scope).focus();
  await page.evaluate(`(async () => {
    const canvas = new OffscreenCanvas(80, 50);
    canvas.getContext('2d').fillRect(0, 0, 80, 50);
    const picture = await canvas.convertToBlob({ type: 'image/png' });
    await navigator.clipboard.write([new ClipboardItem({ 'image/png': picture })]);
  })()`);
  await page.keyboard.press('Control+V');
}

/** What a click on a link of a file puts on the reader's disk. */
async function saved(link: Locator): Promise<{ name: string; bytes: Buffer }> {
  const download = link.page().waitForEvent('download');
  await link.click();
  const file = await download;
  return { name: file.suggestedFilename(), bytes: await readFile(await file.path()) };
}

/** The size of a picture that has come, in pixels. */
const sizeOf = async (picture: Locator): Promise<unknown> => {
  await picture.waitFor();
  return picture.evaluate<unknown, { decode(): Promise<void>; naturalWidth: number; naturalHeight: number }>(
    async (image) => {
      await image.decode();
      return [image.naturalWidth, image.naturalHeight];
    },
  );
};

test('a visitor drops one picture, pastes another, chooses a file, and sends all with a word', async () => {
  await drop(widget, { name: 'Bowl.jpg', mimeType: 'image/jpeg', buffer: await cameraPicture('jpeg') });
  await paste(widget);
  await choose(widget, text('order.txt', 'One bowl, speckled'));
  await tray(widget).getByText('Bowl.jpg').waitFor();
  await tray(widget).getByText('order.txt').waitFor();
  await composerIn(widget).fill('This one?');
  await send(widget).and(widget.locator('[aria-disabled=false]')).click();
  await widget.getByText('Sent').waitFor();
  expect(await tray(widget).count()).toBe(0);
  expect(await sizeOf(logIn(widget).getByRole('img', { name: 'Bowl.jpg' }))).toEqual([60, 40]);
  expect(await sizeOf(logIn(widget).getByRole('img', { name: 'image.png' }))).toEqual([80, 50]);
});

test('the agent sees them, looks at the picture, and saves both; what the camera wrote is gone', async () => {
  await agent.getByRole('link', { name: /This one\?/ }).click();
  const log = logIn(agent);
  expect(await sizeOf(log.getByRole('img', { name: 'Bowl.jpg' }))).toEqual([60, 40]);
  expect(await sizeOf(log.getByRole('img', { name: 'image.png' }))).toEqual([80, 50]);

  await log.getByRole('button', { name: 'Open Bowl.jpg' }).click();
  const viewer = agent.getByRole('dialog', { name: 'Picture' });
  expect(await sizeOf(viewer.getByRole('img', { name: 'Bowl.jpg' }))).toEqual([60, 40]);
  expect(await faultsOf(agent)).toEqual([]);
  const picture = await saved(viewer.getByRole('link', { name: 'Download Bowl.jpg' }));
  expect(picture.name).toBe('Bowl.jpg');
  expect(picture.bytes.includes(SECRET)).toBe(false);
  const { exif, xmp, orientation = 1 } = await sharp(picture.bytes).metadata();
  expect({ exif, xmp, orientation }).toEqual({ orientation: 1 });
  await agent.keyboard.press('Escape');
  await viewer.waitFor({ state: 'detached' });

  const file = await saved(log.getByRole('link', { name: 'Download order.txt' }));
  expect([file.name, file.bytes.toString()]).toEqual(['order.txt', 'One bowl, speckled']);
});

test('the agent sends files back: dropped, pasted and chosen', async () => {
  await drop(agent, { name: 'Glaze.png', mimeType: 'image/png', buffer: await cameraPicture('png') });
  await paste(agent);
  await choose(agent, text('prices.txt', 'Bowl: 38'), text('mistake.txt', 'Not this'));
  await tray(agent).getByText('mistake.txt').waitFor();
  await agent.getByRole('button', { name: 'Remove mistake.txt' }).click();
  expect(await faultsOf(agent)).toEqual([]);
  await send(agent).and(agent.locator('[aria-disabled=false]')).click();

  const log = logIn(widget);
  expect(await sizeOf(log.getByRole('img', { name: 'Glaze.png' }))).toEqual([60, 40]);
  expect(await sizeOf(log.getByRole('img', { name: 'image.png' }).nth(1))).toEqual([80, 50]);
  expect((await saved(log.getByRole('link', { name: 'Download prices.txt' }))).bytes.toString()).toBe('Bowl: 38');
  expect(await log.getByText('mistake.txt').count()).toBe(0);
  expect(await tray(agent).count()).toBe(0);
});

test('a file that falls beside the conversation does not take the place of the inbox', async () => {
  const goesOn = await agent.evaluate(`(() => {
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File(['x'], 'x.txt'));
    const list = document.querySelector('inbox-app').shadowRoot.querySelector('conversation-list');
    const init = { bubbles: true, composed: true, cancelable: true, dataTransfer };
    return list.dispatchEvent(new DragEvent('drop', init));
  })()`);
  expect(goesOn).toBe(false);
  expect(await tray(agent).count()).toBe(0);
});

test('a file waits in the conversation and for the readers that it was meant for', async () => {
  await choose(agent, text('margin.txt', '60 %'));
  await tray(agent).getByText('margin.txt').waitFor();
  await agent.getByRole('button', { name: 'Note', exact: true }).click();
  expect(await tray(agent).count()).toBe(0);
  await choose(agent, text('supplier.txt', 'Paid'));
  await agent.getByRole('button', { name: 'Add note' }).and(agent.locator('[aria-disabled=false]')).click();
  await logIn(agent).getByRole('link', { name: 'Download supplier.txt' }).waitFor();
  await agent.getByRole('button', { name: 'Reply', exact: true }).click();
  await agent.getByRole('button', { name: 'Remove margin.txt' }).click();
  await write(agent, 'That is all');
  await logIn(widget).getByText('That is all').waitFor();
  expect(
    await logIn(widget)
      .getByText(/supplier\.txt|margin\.txt/)
      .count(),
  ).toBe(0);
});

test('what the agent has uploaded goes with its draft, after a reload too', async () => {
  const picture = { name: 'kept.jpg', mimeType: 'image/jpeg', buffer: await cameraPicture('jpeg') };
  await choose(agent, picture, text('kept.txt', 'kept'));
  await send(agent).and(agent.locator('[aria-disabled=false]')).waitFor();
  await composerIn(agent).fill('Both of them');
  await agent.reload();
  await tray(agent).getByText('kept.txt').waitFor();
  // The picture is drawn again, from where it is now.
  await tray(agent).locator('canvas[data-drawn]').waitFor();
  expect(await composerIn(agent).inputValue()).toBe('Both of them');
  await composerIn(agent).press('Enter');
  await logIn(widget).getByRole('link', { name: 'Download kept.txt' }).waitFor();
  expect(await sizeOf(logIn(widget).getByRole('img', { name: 'kept.jpg' }))).toEqual([60, 40]);
  await agent.reload();
  await logIn(agent).getByText('Both of them').waitFor();
  expect(await tray(agent).count()).toBe(0);
});

test.each(['visitor', 'agent'])('what the %s cannot send is said in words, and holds nothing up', async (who) => {
  const scope = who === 'agent' ? agent : widget;
  const tiff = await sharp({ create: { width: 8, height: 8, channels: 3, background: '#fff' } })
    .tiff()
    .toBuffer();
  await choose(
    scope,
    { name: 'film.mp4', mimeType: 'video/mp4', buffer: Buffer.alloc(LIMIT + 1) },
    { name: 'empty.txt', mimeType: 'text/plain', buffer: Buffer.alloc(0) },
    { name: 'scan.tiff', mimeType: 'image/tiff', buffer: tiff },
    { name: 'vast.png', mimeType: 'image/png', buffer: pixelBomb() },
    { name: 'half.jpg', mimeType: 'image/jpeg', buffer: (await cameraPicture('jpeg')).subarray(0, 500) },
  );
  for (const words of [
    'Larger than 1 MB',
    'The file is empty',
    'Send pictures as JPEG or PNG',
    'The picture has too many pixels',
    'The picture cannot be read',
  ]) {
    await tray(scope).getByText(words).waitFor();
  }
  expect(await faultsOf(who === 'agent' ? agent : visitor)).toEqual([]);
  await write(scope, `Without them, says the ${who}`);
  for (const reader of [agent, widget]) await logIn(reader).getByText(`Without them, says the ${who}`).waitFor();
  expect(await tray(scope).count()).toBe(0);
});

test('a message that is deleted takes its files along, for both', async () => {
  const link = logIn(widget).getByRole('link', { name: 'Download prices.txt' });
  const address = await link.evaluate<string, { href: string }>(({ href }) => href);
  expect((await fetch(address)).status).toBe(200);
  const message = logIn(agent).locator('.message', { hasText: 'prices.txt' });
  await message.hover();
  await agent.getByRole('button', { name: 'Delete', exact: true }).click();
  await agent.getByRole('button', { name: 'Delete', exact: true }).last().click();
  await link.waitFor({ state: 'detached' });
  expect(await logIn(agent).getByRole('img', { name: 'Glaze.png' }).count()).toBe(0);
  expect((await fetch(address)).status).toBe(404);
});

test('the visitor takes everything along, and then has it erased for everybody', async () => {
  const menu = async (item: string) => {
    await widget.getByRole('button', { name: 'Menu' }).click();
    await widget.getByRole('menuitem', { name: item }).click();
  };
  const downloading = visitor.waitForEvent('download');
  await menu('Download your data');
  const data: VisitorExport = JSON.parse(await readFile(await (await downloading).path(), 'utf8'));
  const messages = data.conversations.flatMap((conversation) => conversation.messages);
  expect(messages.map((message) => message.text)).toContain('Without them, says the visitor');
  const order = messages.flatMap(({ attachments }) => attachments).find(({ name }) => name === 'order.txt');
  const address = demo.api.url + order?.url;
  expect(await (await fetch(address)).text()).toBe('One bowl, speckled');

  await menu('Delete your data');
  await widget.getByRole('alertdialog').getByRole('button', { name: 'Delete everything' }).click();
  await logIn(widget).getByText('Without them, says the visitor').waitFor({ state: 'detached' });
  await logIn(agent).getByText('Without them, says the visitor').waitFor({ state: 'detached' });
  expect(await logIn(agent).getByText('order.txt').count()).toBe(0);
  expect(await logIn(agent).getByRole('img', { name: 'Bowl.jpg' }).count()).toBe(0);
  expect((await fetch(address)).status).toBe(404);
  await visitor.reload();
  await openChat(visitor);
  expect(await logIn(widget).getByText('That is all').count()).toBe(0);
});

test('no page complained, and no policy was broken', () => {
  expect(demo.complaints).toEqual([]);
});
