import { beforeEach, expect, jest, test } from '@jest/globals';
import { ChatError } from '@porchlight/client';
import type { ReactiveControllerHost } from 'lit';
import { RowEditor } from './row-editor.js';

interface Word {
  id: string;
  version: number;
  name: string;
}

const requestUpdate = jest.fn();
const word: Word = { id: 'a', version: 1, name: 'Shipping' };
const others: Word = { ...word, version: 2, name: 'Post' };
const outdated = () => Promise.reject(new ChatError('', { code: 'outdated', status: 409 }));
let editor: RowEditor<Word, { name: string; hue?: number }>;

beforeEach(() => {
  editor = new RowEditor({ requestUpdate } as unknown as ReactiveControllerHost);
});

/** What version a save writes to. */
async function versionOf(now?: Word): Promise<number | undefined> {
  let written: number | undefined = -1;
  await editor.save(now, async (version) => {
    written = version;
  });
  return written;
}

test('keeps what is typed, whatever the list becomes, and draws it', () => {
  editor.begin(word, { name: word.name });
  requestUpdate.mockClear();
  editor.type({ name: 'Delivery' });
  editor.type({ hue: 40 });
  expect(editor.draftOf(others)).toEqual({ name: 'Delivery', hue: 40 });
  expect(requestUpdate).toHaveBeenCalledTimes(2);
  editor.end();
  expect(editor.draftOf(others)).toBeUndefined();
  editor.type({ name: 'late' });
  expect(editor.draft).toBeUndefined();
});

test('a new one is edited in no row, and nobody can have removed it', async () => {
  editor.begin(undefined, { name: '' });
  expect(editor.adding).toBe(true);
  expect(editor.draftOf(word)).toBeUndefined();
  expect(editor.isGone([])).toBe(false);
  expect(await versionOf()).toBeUndefined();
});

test('what somebody else has removed is known', () => {
  editor.begin(word, { name: word.name });
  expect(editor.adding).toBe(false);
  expect(editor.isGone([others])).toBe(false);
  expect(editor.isGone([])).toBe(true);
});

test('a save goes to the version of the beginning, however new the list is', async () => {
  editor.begin(word, { name: 'Delivery' });
  expect(await versionOf(others)).toBe(1);
});

test('after one that crossed another, a save goes to the version that was shown beside ours', async () => {
  editor.begin(word, { name: 'Delivery' });
  await expect(editor.save(others, outdated)).rejects.toMatchObject({ code: 'outdated' });
  expect(editor.crossed).toBe(true);
  expect(editor.draft).toEqual({ name: 'Delivery' });
  expect(await versionOf({ ...others, version: 3 })).toBe(3);
  expect(editor.crossed).toBe(false);
});

test('another failure is no crossing', async () => {
  editor.begin(word, { name: 'Delivery' });
  const offline = () => Promise.reject(new ChatError('', { code: 'network', status: 0 }));
  await expect(editor.save(word, offline)).rejects.toMatchObject({ code: 'network' });
  expect(editor.crossed).toBe(false);
  expect(await versionOf(others)).toBe(1);
});
