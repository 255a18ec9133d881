import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { env } from 'node:process';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { requireFreePort } from './free-port.js';
import { LogFile } from './log-file.js';
import { isInstalled } from './prepare.js';
import { readSettings } from './settings.js';
import { StartError } from './start-error.js';

const NAMES = ['HOST', 'PORT', 'DEMO_PORT', 'PUBLIC_URL', 'DEMO_SITE', 'DATA_DIR', 'ADMIN_EMAIL'];
const before = { folder: process.cwd(), env: Object.fromEntries(NAMES.map((name) => [name, env[name]])) };
let folder;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'start-'));
  process.chdir(folder);
  for (const name of NAMES) delete env[name];
});

afterEach(() => {
  process.chdir(before.folder);
  for (const [name, value] of Object.entries(before.env)) {
    if (value === undefined) delete env[name];
    else env[name] = value;
  }
  rmSync(folder, { recursive: true });
});

test('with nothing set, everything is on localhost, the demo too', () => {
  expect(readSettings([])).toMatchObject({
    apiUrl: 'http://localhost:3000',
    demo: true,
    demoUrl: 'http://localhost:3001',
    dataDir: 'data',
    showLogs: false,
  });
});

test('an address of this machine alone is called localhost, another one by its own name', () => {
  env.HOST = '0.0.0.0';
  expect(readSettings([]).demoUrl).toBe('http://localhost:3001');
  env.HOST = 'fd00::1';
  expect(readSettings([]).demoUrl).toBe('http://[fd00::1]:3001');
});

test.each([
  [{ PORT: 'abc' }, [], 'PORT is not a port number.'],
  [{ DEMO_PORT: '70000' }, [], 'DEMO_PORT is not a port number.'],
  [{ PORT: '3001' }, [], 'PORT and DEMO_PORT are the same. The demo site needs a port of its own.'],
  [{ PUBLIC_URL: 'chat' }, [], 'PUBLIC_URL is not a URL such as https://chat.example.com.'],
  [{}, ['--verbose'], "Unknown option --verbose. There is one: --logs shows the API's log here."],
])('%j %j is refused in one line', (variables, argv, message) => {
  Object.assign(env, variables);
  expect(() => readSettings(argv)).toThrow(new StartError(message));
});

test('a taken port is named, with a way out', async () => {
  const server = createServer();
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address();
  await expect(requireFreePort(port, '127.0.0.1', 'PORT')).rejects.toThrow(`Port ${port} is taken.`);
  await new Promise((resolve) => server.close(resolve));
  await expect(requireFreePort(port, '127.0.0.1', 'PORT')).resolves.toBeUndefined();
});

test('above 10 MB the log starts anew and keeps the one before', () => {
  const log = new LogFile(join(folder, 'data', 'api.log'));
  log.write(Buffer.alloc(11 * 1024 * 1024, 'a'));
  log.write('b');
  expect(readFileSync('data/api.log', 'utf8')).toBe('b');
  expect(readFileSync('data/api.old.log')).toHaveLength(11 * 1024 * 1024);
});

test('a log that cannot be written is said in one line', () => {
  writeFileSync('data', '');
  expect(() => new LogFile('data/api.log')).toThrow(StartError);
});

test('installed is what the lock file asks for; packages of other platforms may be missing', () => {
  const write = (path, packages) => writeFileSync(path, JSON.stringify({ packages }));
  const asked = {
    '': {},
    'node_modules/a': { version: '1.0.0' },
    'node_modules/b': { version: '1.0.0', optional: true },
  };
  expect(isInstalled()).toBe(false);
  mkdirSync('node_modules');
  write('package-lock.json', asked);
  write('node_modules/.package-lock.json', { 'node_modules/a': { version: '1.0.0' } });
  expect(isInstalled()).toBe(true);
  write('node_modules/.package-lock.json', { 'node_modules/a': { version: '0.9.0' } });
  expect(isInstalled()).toBe(false);
  write('node_modules/.package-lock.json', { 'node_modules/b': { version: '1.0.0' } });
  expect(isInstalled()).toBe(false);
});
