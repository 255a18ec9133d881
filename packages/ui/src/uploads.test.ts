import { expect, test } from '@jest/globals';
import type { Attachment } from '@porchlight/protocol';
import { Uploads } from './uploads.js';

const file = (size = 3, name = 'a.txt') => new File([new Uint8Array(size)], name);
const attachment = (id: string): Attachment => ({ id, name: 'a.txt', mediaType: 'text/plain', size: 3, url: '/x' });

function uploadsWith(maxBytes = 10) {
  const calls: { signal: AbortSignal; onProgress(share: number): void; end(result: Attachment | string): void }[] = [];
  let changes = 0;
  const uploads = new Uploads({
    upload: (_, options) =>
      new Promise((resolve, reject) => {
        calls.push({
          ...options,
          end: (result) => (typeof result === 'string' ? reject({ code: result }) : resolve(result)),
        });
      }),
    maxBytes: () => maxBytes,
    changed: () => changes++,
  });
  return { uploads, calls, changes: () => changes };
}

const settled = () => new Promise((resolve) => setTimeout(resolve));

test('a file goes up, says how far it is, and is taken along once', async () => {
  const { uploads, calls } = uploadsWith();
  uploads.add([file()]);
  expect([uploads.waiting, uploads.some]).toEqual([true, false]);
  calls[0]?.onProgress(0.4);
  expect(uploads.items[0]).toMatchObject({ status: 'uploading', progress: 0.4 });
  calls[0]?.end(attachment('1'));
  await settled();
  expect([uploads.waiting, uploads.some]).toEqual([false, true]);
  expect(uploads.take()).toEqual([attachment('1')]);
  expect(uploads.take()).toEqual([]);
});

test('one that is taken out is given up, and its answer changes nothing any more', async () => {
  const { uploads, calls } = uploadsWith();
  uploads.add([file()]);
  uploads.remove(uploads.items[0]?.key ?? 0);
  expect(calls[0]?.signal.aborted).toBe(true);
  calls[0]?.end(attachment('1'));
  await settled();
  expect(uploads.items).toEqual([]);
});

test('what cannot be sent is refused before it goes anywhere, and holds nothing up', () => {
  const { uploads, calls } = uploadsWith();
  uploads.add([file(0), file(11)]);
  expect(uploads.items.map(({ code }) => code)).toEqual(['empty', 'too_large']);
  uploads.add(Array.from({ length: 11 }, () => file()));
  expect(uploads.items.filter(({ code }) => code === 'too_many')).toHaveLength(1);
  expect(calls).toHaveLength(10);
});

test('what the server refuses says why', async () => {
  const { uploads, calls } = uploadsWith();
  uploads.add([file(), file()]);
  calls[0]?.end('unreadable_picture');
  calls[1]?.end('too_large');
  await settled();
  expect(uploads.items.map(({ status, code }) => [status, code])).toEqual([
    ['refused', 'unreadable_picture'],
    ['refused', 'too_many_pixels'],
  ]);
  expect(uploads.take()).toEqual([]);
});
