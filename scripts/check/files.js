import { execFileSync } from 'node:child_process';

/**
 * The files that are, or would be, in the repository: tracked ones and new ones that are not ignored.
 *
 * @param {string} root
 * @returns {string[]} paths from the root, with forward slashes
 */
export function repositoryFiles(root) {
  const list = (/** @type {string[]} */ ...flags) =>
    execFileSync('git', ['ls-files', '-z', ...flags], { cwd: root, encoding: 'utf8', maxBuffer: 2 ** 26 })
      .split('\0')
      .filter(Boolean);
  const deleted = new Set(list('--deleted'));
  return list('--cached', '--others', '--exclude-standard').filter((file) => !deleted.has(file));
}
