import { mkdtempSync, realpathSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { StartupError } from '../startup-error.js';
import { prepareDataDirectory } from './data-directory.js';

let parent: string;

beforeEach(() => {
  parent = mkdtempSync(join(realpathSync(tmpdir()), 'data-directory-'));
});

afterEach(() => {
  rmSync(parent, { recursive: true });
});

test('makes the directory, for its owner alone', () => {
  const path = join(parent, 'some', 'where');
  expect(prepareDataDirectory(path)).toBe(path);
  expect(statSync(path).mode & 0o777).toBe(0o700);
  expect(prepareDataDirectory(path)).toBe(path);
});

test('refuses a file in its place', () => {
  const path = join(parent, 'file');
  writeFileSync(path, '');
  expect(() => prepareDataDirectory(path)).toThrow(StartupError);
  expect(() => prepareDataDirectory(join(path, 'below'))).toThrow(StartupError);
});
