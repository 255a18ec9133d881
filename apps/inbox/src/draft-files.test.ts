import { expect, jest, test } from '@jest/globals';
import type { ChatClient } from '@porchlight/client';
import { ChatError } from '@porchlight/client';
import type { Attachment } from '@porchlight/protocol';
import { DraftFiles } from './draft-files.js';
import { Drafts } from './drafts.js';

const file = (size = 3) => new File([new Uint8Array(size)], 'a.txt');
const settled = () => new Promise((resolve) => setTimeout(resolve));

function draftFiles(limit: () => Promise<number>) {
  const kept = new Map<string, string>();
  const storage = {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => kept.set(key, value),
    removeItem: (key: string) => kept.delete(key),
  } as unknown as Storage;
  const drafts = new Drafts(
    () => storage,
    () => 'ada',
  );
  const uploads: AbortSignal[] = [];
  const client = {
    upload: jest.fn(async ({ name, size }: File, options?: { signal?: AbortSignal }): Promise<Attachment> => {
      if (options?.signal) uploads.push(options.signal);
      return { id: `${uploads.length}`, name, size, mediaType: 'text/plain', url: '/x' };
    }),
    call: jest.fn(async () => ({ limits: { text: 10, attachment: await limit() } })),
  };
  const open = () => new DraftFiles(client as unknown as Pick<ChatClient, 'upload' | 'call'>, drafts);
  return { files: open(), open, uploads, client };
}

test('each conversation and audience has files of its own, and a message takes only those', async () => {
  const { files } = draftFiles(async () => 10);
  let changes = 0;
  files.addEventListener('change', () => changes++);
  files.of('a', 'everyone').add([file()]);
  files.of('a', 'agents').add([file()]);
  files.of('b', 'everyone').add([file()]);
  await settled();
  expect(changes).toBeGreaterThan(3);
  expect(files.take('a', 'agents').map(({ id }) => id)).toEqual(['2']);
  expect(files.take('a', 'agents')).toEqual([]);
  expect(files.take('c', 'everyone')).toEqual([]);
  expect(files.of('a', 'everyone').some).toBe(true);
});

test('signing out leaves nothing of them, and gives up what is under way', () => {
  const { files, uploads } = draftFiles(async () => 10);
  files.of('a', 'everyone').add([file()]);
  files.clear();
  expect(uploads[0]?.aborted).toBe(true);
  expect(files.of('a', 'everyone').items).toEqual([]);
});

test('what has arrived is there after a reload, until it is sent or the server has given it up', async () => {
  const { files, open } = draftFiles(async () => 10);
  files.of('a', 'everyone').add([file(), file()]);
  files.of('a', 'agents').add([file()]);
  await settled();
  files.of('a', 'everyone').remove(files.of('a', 'everyone').items[0]?.key ?? 0);
  expect(open().of('a', 'everyone').items).toMatchObject([
    { status: 'ready', file: { name: 'a.txt', size: 3, type: 'text/plain' }, attachment: { id: '2' } },
  ]);
  expect(
    open()
      .take('a', 'everyone')
      .map(({ id }) => id),
  ).toEqual(['2']);
  expect(open().take('a', 'everyone')).toEqual([]);
  jest.useFakeTimers({ now: Date.now() + 24 * 3_600_000 });
  expect(open().of('a', 'agents').items).toEqual([]);
  jest.useRealTimers();
});

test('one that had not arrived is not', () => {
  const { files, open } = draftFiles(async () => 10);
  files.of('a', 'everyone').add([file()]);
  expect(open().of('a', 'everyone').items).toEqual([]);
});

test('the server says how large a file may be, and is asked until it has', async () => {
  const answers = [Promise.reject(new ChatError('gone', { code: 'network', status: 0 })), Promise.resolve(10)];
  const { files, client } = draftFiles(() => answers.shift() as Promise<number>);
  await files.learnLimit('demo');
  expect(files.of('a', 'everyone').maxBytes).toBe(10 * 1024 * 1024);
  await files.learnLimit('demo');
  await files.learnLimit('demo');
  expect(client.call).toHaveBeenCalledTimes(2);
  const uploads = files.of('a', 'everyone');
  uploads.add([file(11)]);
  expect(uploads.items.map(({ code }) => code)).toEqual(['too_large']);
});
