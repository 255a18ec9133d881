import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { homedir, hostname, tmpdir } from 'node:os';
import { dirname } from 'node:path';
import { command } from './command.js';
import { repositoryFiles } from './files.js';

/**
 * No file speaks of the machine that it was written on: where the checkout lies, the home folder, the machine's name,
 * the package registry.
 *
 * @type {import('./command.js').Check}
 */
export function here(root) {
  const names = namesOf(root);
  return repositoryFiles(root).flatMap((file) => {
    const text = readFileSync(`${root}/${file}`, 'utf8');
    return names.filter((name) => text.includes(name)).map((name) => `${file}: speaks of ${name}`);
  });
}

/** @param {string} root */
function namesOf(root) {
  const registry = execFileSync('npm', ['config', 'get', 'registry'], {
    cwd: root,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const general = ['/', tmpdir()];
  const folders = [root, dirname(root), homedir()].filter((folder) => !general.includes(folder));
  // A short name may well be a word that means something else.
  const machine = hostname().length >= 8 && hostname() !== 'localhost' ? [hostname()] : [];
  return [...folders.map((folder) => `${folder}/`), ...machine, new URL(registry.trim()).host];
}

await command(import.meta.url, here);
