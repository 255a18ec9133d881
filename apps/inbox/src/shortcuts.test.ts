import { expect, test } from '@jest/globals';
import type { KeyPress } from './shortcuts.js';
import { ariaKey, commandOf, keycap } from './shortcuts.js';

const plain = { code: '', altKey: false, ctrlKey: false, metaKey: false, shiftKey: false, isComposing: false };
const press = (key: string, rest: Partial<KeyPress> = {}) => commandOf({ ...plain, key, ...rest });

test('keys lead to commands', () => {
  expect(press('j')).toBe('next');
  expect(press('Enter')).toBe('open');
  expect(press('o')).toBe('open');
  expect(press('?', { shiftKey: true })).toBe('help');
  expect(press('y')).toBeUndefined();
});

test('capitals are keys of their own', () => {
  expect(press('Q', { shiftKey: true })).toBe('signOut');
  expect(press('q')).toBeUndefined();
  expect(press('J', { shiftKey: true })).toBeUndefined();
});

test("the browser's and the system's own chords are left alone, and so is an input method", () => {
  expect(press('r', { ctrlKey: true })).toBeUndefined();
  expect(press('r', { metaKey: true })).toBeUndefined();
  expect(press('r', { altKey: true })).toBeUndefined();
  expect(press('j', { isComposing: true })).toBeUndefined();
});

test('a layout of another script goes by the place of the key', () => {
  expect(press('о', { code: 'KeyJ' })).toBe('next');
  expect(press('Й', { code: 'KeyQ', shiftKey: true })).toBe('signOut');
});

test('a Latin layout goes by what the key writes', () => {
  expect(press('j', { code: 'KeyC' })).toBe('next');
  expect(press('c', { code: 'KeyJ' })).toBeUndefined();
});

test('keys are printed as on a keyboard, and told to assistive technology in its syntax', () => {
  expect(['j', 'Q', 'Escape', 'Enter', '?'].map(keycap)).toEqual(['J', 'Shift Q', 'Esc', 'Enter', '?']);
  expect(press('k', { ctrlKey: true })).toBe('palette');
  expect(press('K', { ctrlKey: true, shiftKey: true })).toBeUndefined();
  expect([keycap('Mod+k'), ariaKey('Mod+k')]).toEqual(['Ctrl K', 'Control+k']);
  expect(['j', 'Q', '?'].map(ariaKey)).toEqual(['j', 'Shift+Q', '?']);
});
