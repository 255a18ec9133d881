import { crc32, deflateSync } from 'node:zlib';
import type { Page } from 'playwright-core';

/** A file of the visitor's device. */
export interface LocalFile {
  name: string;
  mimeType: string;
  buffer: Buffer;
}

/** Chooses files with the button. */
export async function choose(page: Page, ...files: LocalFile[]): Promise<void> {
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Attach files' }).click();
  await (await chooser).setFiles(files);
}

/** A picture of one colour. */
export const picture = (name = 'vase.png', width = 400, height = 300): LocalFile => ({
  name,
  mimeType: 'image/png',
  buffer: png(width, height),
});

/** A PNG of one colour. */
function png(width: number, height: number): Buffer {
  const chunk = (type: string, data: Buffer) => {
    const typed = Buffer.concat([Buffer.from(type), data]);
    const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
    length.writeUInt32BE(data.length);
    sum.writeUInt32BE(crc32(typed));
    return Buffer.concat([length, typed, sum]);
  };
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 0, 0, 0, 0], 8);
  const pixels = Buffer.alloc((width + 1) * height, 120);
  // Each row begins with the number of its filter: none.
  for (let row = 0; row < height; row++) pixels[row * (width + 1)] = 0;
  const parts = [chunk('IHDR', header), chunk('IDAT', deflateSync(pixels)), chunk('IEND', Buffer.alloc(0))];
  return Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), ...parts]);
}
