import { beforeEach, expect, jest, test } from '@jest/globals';
import type { ReactiveControllerHost } from 'lit';
import type { Source } from './paged-list.js';
import { PagedList } from './paged-list.js';

/** What the server has: numbers, whose places are they themselves. */
let all: number[];
let revision: number | undefined;
let list: PagedList<number>;
const requestUpdate = jest.fn();
const onFailure = jest.fn();
const read = jest.fn<Source<number>['read']>();

const upTo = (count: number) => Array.from({ length: count }, (_, index) => index + 1);
const settled = () => new Promise((resolve) => setTimeout(resolve));

async function answer({ limit, after }: { limit: number; after: string | undefined }) {
  const rest = all.filter((number) => number > Number(after ?? 0));
  const items = rest.slice(0, limit);
  return { items, ...(rest.length > limit && { next: String(items.at(-1)) }) };
}

beforeEach(() => {
  jest.clearAllMocks();
  read.mockReset().mockImplementation(answer);
  all = upTo(120);
  revision = 1;
  const host = { addController: jest.fn(), requestUpdate } as unknown as ReactiveControllerHost;
  list = new PagedList(host, { read, revision: () => revision, onFailure });
});

/** The element has been updated. */
async function update(): Promise<void> {
  list.hostUpdated();
  await settled();
}

test('the first page comes once, and with each step more, until there is none', async () => {
  expect(list.items).toBeUndefined();
  await update();
  await update();
  expect(read).toHaveBeenCalledTimes(1);
  expect([list.items, list.hasMore]).toEqual([upTo(50), true]);
  expect(requestUpdate).toHaveBeenCalled();
  await list.more();
  expect([list.items, list.hasMore]).toEqual([upTo(100), true]);
  await list.more();
  expect([list.items, list.hasMore]).toEqual([upTo(120), false]);
});

test('when the list has changed, as much of it as was shown is fetched anew', async () => {
  await update();
  await list.more();
  await list.more();
  all = all.filter((number) => number !== 50);
  revision = 2;
  await update();
  expect(list.items).toEqual(all);
});

test('nothing is fetched while there is no revision', async () => {
  revision = undefined;
  await update();
  expect(read).not.toHaveBeenCalled();
});

test('of several answers that of the latest question counts, and what was asked for in between comes with it', async () => {
  await update();
  let late: (page: { items: number[] }) => void = () => {};
  read.mockReturnValueOnce(new Promise((resolve) => (late = resolve)));
  const more = list.more();
  revision = 2;
  await update();
  expect(list.items).toEqual(upTo(100));
  late({ items: [0] });
  await more;
  expect(list.items).toEqual(upTo(100));
});

test('a failure is told, and the next update tries again; one that was overtaken is neither', async () => {
  read.mockRejectedValueOnce(new Error('gone'));
  await update();
  expect(onFailure).toHaveBeenCalledTimes(1);
  let late: (error: Error) => void = () => {};
  read.mockReturnValueOnce(new Promise((_, reject) => (late = reject)));
  await update();
  revision = 2;
  await update();
  late(new Error('late'));
  await settled();
  expect(onFailure).toHaveBeenCalledTimes(1);
  expect(list.items).toEqual(upTo(50));
});

test('a step that fails is for who asked for it', async () => {
  await update();
  read.mockRejectedValueOnce(new Error('gone'));
  await expect(list.more()).rejects.toThrow('gone');
  expect(onFailure).not.toHaveBeenCalled();
  expect([list.items, list.hasMore]).toEqual([upTo(50), true]);
});

test('something else may be shown until the list comes again', async () => {
  await update();
  list.items = [1];
  expect(list.items).toEqual([1]);
  await list.reload();
  expect(list.items).toEqual(upTo(50));
});
