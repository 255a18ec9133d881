import { beforeEach, expect, test } from '@jest/globals';
import { Drafts } from './drafts.js';

/** What `Object.keys` and the methods of a browser's Storage do. */
function fakeStorage(): Storage {
  return Object.create(
    {
      getItem(this: Record<string, string>, key: string) {
        return this[key] ?? null;
      },
      setItem(this: Record<string, string>, key: string, value: string) {
        this[key] = value;
      },
      removeItem(this: Record<string, string>, key: string) {
        delete this[key];
      },
    },
    {},
  ) as Storage;
}

let storage: Storage;
beforeEach(() => {
  storage = fakeStorage();
});

test('a draft outlives the page, apart for replies and notes', () => {
  const drafts = new Drafts(
    () => storage,
    () => 'ada',
  );
  drafts.set('a', 'everyone', 'Hello ');
  drafts.set('a', 'agents', 'Ask Ada');
  const later = new Drafts(
    () => storage,
    () => 'ada',
  );
  expect(later.get('a', 'everyone')).toBe('Hello ');
  expect(later.get('a', 'agents')).toBe('Ask Ada');
  expect(later.get('b', 'everyone')).toBe('');
});

test('another agent on the same computer does not find it', () => {
  new Drafts(
    () => storage,
    () => 'ada',
  ).set('a', 'everyone', 'Hello');
  expect(
    new Drafts(
      () => storage,
      () => 'bo',
    ).get('a', 'everyone'),
  ).toBe('');
});

test('an empty draft leaves nothing behind', () => {
  const drafts = new Drafts(
    () => storage,
    () => 'ada',
  );
  drafts.set('a', 'everyone', 'Hello');
  drafts.set('a', 'everyone', ' \n');
  expect(drafts.get('a', 'everyone')).toBe('');
  expect(Object.keys(storage)).toEqual([]);
});

test('signing out forgets the drafts and nothing else', () => {
  storage.setItem('theme', 'dark');
  const drafts = new Drafts(
    () => storage,
    () => 'ada',
  );
  drafts.set('a', 'everyone', 'Hello');
  drafts.clear();
  expect(drafts.get('a', 'everyone')).toBe('');
  expect(Object.keys(storage)).toEqual(['theme']);
});

test('without storage a draft lives as long as the page', () => {
  const drafts = new Drafts(
    () => {
      throw new Error('denied');
    },
    () => 'ada',
  );
  drafts.set('a', 'everyone', 'Hello');
  expect(drafts.get('a', 'everyone')).toBe('Hello');
  drafts.clear();
  expect(drafts.get('a', 'everyone')).toBe('');
});
