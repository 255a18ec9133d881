import { readFileSync } from 'node:fs';
import semver from 'semver';
import { command } from './command.js';

/**
 * The lock file fits every machine: it names no registry, every package runs on the oldest Node we support, and one
 * that wants to run a script when it is installed has been thought about (`allowScripts` in package.json).
 *
 * @type {import('./command.js').Check}
 */
export function lockFile(root) {
  const read = (/** @type {string} */ file) => JSON.parse(readFileSync(`${root}/${file}`, 'utf8'));
  const { engines, allowScripts } = read('package.json');
  const oldest = String(semver.minVersion(engines.node));
  return Object.entries(read('package-lock.json').packages).flatMap(([place, locked]) => {
    const name = place.slice(place.lastIndexOf('node_modules/') + 'node_modules/'.length);
    return [
      /^\w+:/.test(locked.resolved ?? '') && 'names the host it came from',
      !locked.optional && !semver.satisfies(oldest, locked.engines?.node ?? '*') && `wants Node ${locked.engines.node}`,
      locked.hasInstallScript && !locked.optional && !(name in allowScripts) && 'has an install script',
    ]
      .filter(Boolean)
      .map((fault) => `package-lock.json: ${place} ${fault}`);
  });
}

await command(import.meta.url, lockFile);
