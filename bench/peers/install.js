import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const folder = fileURLToPath(new URL('.', import.meta.url));

/** Installs what Porchlight is measured against, if it is not there; runs none of its install scripts. */
export function installPeers() {
  if (isInstalled()) return;
  console.log('Installing what is measured against; once.');
  execFileSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: folder,
    stdio: ['ignore', 'inherit', 'inherit'],
    shell: process.platform === 'win32',
  });
}

/** Whether node_modules holds what the lock file asks for; npm keeps there a lock file of what it put in. */
function isInstalled() {
  const packagesIn = (file) => JSON.parse(readFileSync(`${folder}${file}`, 'utf8')).packages;
  try {
    const there = packagesIn('node_modules/.package-lock.json');
    return Object.entries(packagesIn('package-lock.json')).every(
      ([place, { version, optional }]) => place === '' || optional || there[place]?.version === version,
    );
  } catch {
    return false;
  }
}

/** Compiles a peer that is written in TypeScript; returns its main file. */
export function buildPeer(name) {
  const tsc = fileURLToPath(new URL('../../node_modules/typescript/bin/tsc', import.meta.url));
  execFileSync(process.execPath, [tsc, '-p', `${folder}${name}`], { stdio: ['ignore', 'inherit', 'inherit'] });
  return `${folder}${name}/dist/main.js`;
}
