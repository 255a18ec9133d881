import { expect, test } from '@jest/globals';
import { matching, triggerAt } from './completion.js';

test.each<[string, unknown]>([
  ['/', { mark: '/', word: '', start: 0 }],
  ['/ship', { mark: '/', word: 'ship', start: 0 }],
  ['Hello /gr\u00fc', { mark: '/', word: 'gr\u00fc', start: 6 }],
  ['one\n@an', { mark: '@', word: 'an', start: 4 }],
  ['https://acme', undefined],
  ['and/or', undefined],
  ['me@example', undefined],
  ['/ship it', undefined],
  ['', undefined],
])('what is being completed at the end of %j', (text, trigger) => {
  expect(triggerAt(text, text.length, '/@')).toEqual(trigger);
});

test('only before the caret, and only the marks asked for', () => {
  expect(triggerAt('/ship now', 3, '/')).toEqual({ mark: '/', word: 'sh', start: 0 });
  expect(triggerAt('@ann', 4, '/')).toBeUndefined();
});

test('keys come first, then beginnings, then words within', () => {
  const items = ['Free shipping', 'Shipping', 'Reshipped', 'Other'].map((label) => ({ label, key: undefined }));
  const keyed = { label: 'Abroad', key: 'ship' };
  const found = matching([...items, keyed], 'SHIP', (item) => item).map(({ label }) => label);
  expect(found).toEqual(['Abroad', 'Shipping', 'Free shipping', 'Reshipped']);
});
