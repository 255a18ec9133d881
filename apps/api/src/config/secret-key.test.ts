import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { StartupError } from '../startup-error.js';
import { loadSecretKey } from './secret-key.js';

let directory: string;

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'secret-key-'));
});

afterEach(() => {
  rmSync(directory, { recursive: true });
});

test('is generated once, kept for its owner alone, and found again', () => {
  const key = loadSecretKey(undefined, directory);
  expect(Buffer.from(key, 'base64url')).toHaveLength(32);
  expect(statSync(join(directory, 'secret-key')).mode & 0o777).toBe(0o600);
  expect(loadSecretKey(undefined, directory)).toBe(key);
});

test('is the given one where there is one', () => {
  const kept = loadSecretKey(undefined, directory);
  expect(loadSecretKey('given', directory)).toBe('given');
  expect(loadSecretKey(undefined, directory)).toBe(kept);
});

test('is not replaced when the kept one cannot be read', () => {
  writeFileSync(join(directory, 'secret-key'), '');
  expect(() => loadSecretKey(undefined, directory)).toThrow(StartupError);
  expect(() => loadSecretKey(undefined, join(directory, 'nowhere'))).toThrow(StartupError);
});

test('is one and the same for processes that start together on one data directory', async () => {
  const built = new URL('../../dist/config/secret-key.js', import.meta.url).href;
  const program = `import { loadSecretKey } from ${JSON.stringify(built)};
    while (Date.now() < Number(process.argv[2])) {}
    for (let run = 0; run < 20; run++) console.log(loadSecretKey(undefined, process.argv[1] + '/' + run));`;
  for (let run = 0; run < 20; run++) mkdirSync(join(directory, String(run)));
  const together = String(Date.now() + 1000);
  const starts = Array.from({ length: 4 }, () =>
    promisify(execFile)(process.execPath, ['--input-type=module', '-e', program, directory, together]),
  );
  const keys = (await Promise.all(starts)).map(({ stdout }) => stdout);
  expect(new Set(keys).size).toBe(1);
  expect(readdirSync(join(directory, '0'))).toEqual(['secret-key']);
});
