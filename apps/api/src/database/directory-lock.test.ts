import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { StartupError } from '../startup-error.js';
import { lockDirectory } from './directory-lock.js';

let directory: string;

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'directory-lock-'));
});

afterEach(() => {
  rmSync(directory, { recursive: true });
});

test('holds a directory for one, until it lets go', async () => {
  const lock = await lockDirectory(directory);
  await expect(lockDirectory(directory)).rejects.toThrow('DATA_DIR is in use');
  await lock.release();
  const next = await lockDirectory(directory);
  await next.release();
  expect(readdirSync(directory)).toEqual([]);
});

test('what a killed process leaves behind is cleared away', async () => {
  await leaveSocketBehind(join(directory, 'porchlight-00000000.lock'));
  expect(readdirSync(directory)).toHaveLength(1);
  const lock = await lockDirectory(directory);
  expect(readdirSync(directory)).toHaveLength(1);
  await lock.release();
  expect(readdirSync(directory)).toEqual([]);
});

test('of many that want it at once, no two get it', async () => {
  for (let round = 0; round < 10; round++) {
    const attempts = await Promise.allSettled(Array.from({ length: 5 }, () => lockDirectory(directory)));
    const locks = attempts.flatMap((attempt) => (attempt.status === 'fulfilled' ? [attempt.value] : []));
    expect(locks.length).toBeLessThanOrEqual(1);
    await locks[0]?.release();
  }
});

test('works where the path is too long for a socket', async () => {
  const long = join(directory, 'long'.repeat(30));
  mkdirSync(long);
  const lock = await lockDirectory(long);
  await expect(lockDirectory(long)).rejects.toThrow(StartupError);
  await lock.release();
});

/** What a killed process leaves: the file of its socket, on which nobody listens. */
async function leaveSocketBehind(path: string): Promise<void> {
  const script = `require('net').createServer().listen(${JSON.stringify(path)}, () => console.log('listening'))`;
  const child = spawn(process.execPath, ['-e', script], { stdio: ['ignore', 'pipe', 'inherit'] });
  await once(child.stdout, 'data');
  child.kill('SIGKILL');
  await once(child, 'exit');
}
