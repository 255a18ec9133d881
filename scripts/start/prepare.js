import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { env } from 'node:process';
import { step } from './screen.js';
import { StartError } from './start-error.js';

/** What `npm start` runs. */
const EVERYTHING = ['api', 'inbox', 'demo-site', 'widget'];

const quiet = { DO_NOT_TRACK: '1', TURBO_TELEMETRY_DISABLED: '1', TURBO_NO_UPDATE_NOTIFIER: '1' };

/** Runs a program of the toolchain; what it printed is shown only if it fails. */
async function runQuietly([command, args], failure, signal) {
  const child = spawn(command, args, {
    env: { ...env, ...quiet },
    stdio: ['ignore', 'pipe', 'pipe'],
    shell: process.platform === 'win32' && command === 'npm',
    signal,
  });
  const output = [];
  child.stdout.on('data', (chunk) => output.push(chunk));
  child.stderr.on('data', (chunk) => output.push(chunk));
  const [code] = await once(child, 'close');
  if (code !== 0) throw new StartError(`${Buffer.concat(output).toString().trim()}\n\n${failure}`);
}

const npm = (args) => {
  const cli = env.npm_execpath ?? '';
  return cli.endsWith('npm-cli.js') ? [process.execPath, [cli, ...args]] : ['npm', args];
};

const packagesIn = (file) => JSON.parse(readFileSync(file, 'utf8')).packages;

/** Whether node_modules holds what package-lock.json asks for; npm keeps there a lock file of what it put in. */
export function isInstalled() {
  try {
    const there = packagesIn('node_modules/.package-lock.json');
    return Object.entries(packagesIn('package-lock.json')).every(
      ([path, { version, optional }]) => path === '' || (there[path] ? there[path].version === version : optional),
    );
  } catch {
    return false;
  }
}

/** Installs what is missing and builds what has changed, one package at a time: memory is scarcer than seconds. */
export async function prepare(signal, packages = EVERYTHING) {
  if (!isInstalled()) {
    // Not `npm ci`: it refuses a lock file that lacks a package for some other platform. The lock file is left as it is.
    const install = npm(['install', '--no-save', '--no-audit', '--no-fund', '--loglevel=error']);
    await step('Installing packages', () => runQuietly(install, 'npm could not install the packages.', signal));
  }
  await step('Building', () =>
    runQuietly(
      [
        process.execPath,
        [
          'node_modules/turbo/bin/turbo',
          ...['run', 'build', '--concurrency=1', '--output-logs=errors-only', '--ui=stream'],
          ...packages.map((name) => `--filter=@porchlight/${name}`),
        ],
      ],
      'The build failed; see above.',
      signal,
    ),
  );
}
