import { expect, jest, test } from '@jest/globals';
import type { ChatClient } from '@porchlight/client';
import { ChatError } from '@porchlight/client';
import type { Attachment } from '@porchlight/protocol';
import { DraftFiles } from './draft-files.js';

const file = (size = 3) => new File([new Uint8Array(size)], 'a.txt');
const settled = () => new Promise((resolve) => setTimeout(resolve));

function draftFiles(limit: () => Promise<number>) {
  const uploads: AbortSignal[] = [];
  const client = {
    upload: jest.fn(async ({ name, size }: File, options?: { signal?: AbortSignal }): Promise<Attachment> => {
      if (options?.signal) uploads.push(options.signal);
      return { id: `${uploads.length}`, name, size, mediaType: 'text/plain', url: '/x' };
    }),
    call: jest.fn(async () => ({ limits: { text: 10, attachment: await limit() } })),
  };
  return { files: new DraftFiles(client as unknown as Pick<ChatClient, 'upload' | 'call'>), uploads, client };
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
