import { readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { command } from './command.js';
import { repositoryFiles } from './files.js';
import { anchorsOf, linksOf } from './markdown.js';

/**
 * Every link of every document leads to a file of the repository, and to a heading in it. Addresses elsewhere are not
 * asked, only read: they must be well-formed, and `https` unless they are on this machine.
 *
 * @type {import('./command.js').Check}
 */
export function links(root) {
  const files = new Set(repositoryFiles(root));
  const folders = new Set([...files].flatMap(foldersOf));
  const read = (/** @type {string} */ file) => readFileSync(`${root}/${file}`, 'utf8');

  /** @returns {string | undefined} what is wrong */
  function fault(/** @type {string} */ document, /** @type {string} */ target) {
    if (/^[a-z][a-z0-9+.-]*:/i.test(target)) return faultOfAddress(target);
    const [path = '', fragment] = target.split('#');
    const file = path === '' ? document : posix.normalize(posix.join(posix.dirname(document), decodeURI(path)));
    const folder = file.replace(/\/$/, '');
    if (!files.has(file)) return folders.has(folder) ? undefined : 'is not in the repository';
    if (fragment === undefined || !file.endsWith('.md')) return undefined;
    return anchorsOf(read(file)).has(decodeURIComponent(fragment)) ? undefined : 'names a heading that is not there';
  }

  return [...files]
    .filter((file) => file.endsWith('.md'))
    .flatMap((document) =>
      linksOf(read(document)).flatMap(({ target, line }) => {
        const wrong = fault(document, target);
        return wrong ? [`${document}:${line}: ${target} ${wrong}`] : [];
      }),
    );
}

/** @param {string} address */
function faultOfAddress(address) {
  if (address.startsWith('mailto:')) return undefined;
  if (!URL.canParse(address)) return 'is not an address';
  const { protocol, hostname } = new URL(address);
  if (protocol === 'https:' || (protocol === 'http:' && hostname === 'localhost')) return undefined;
  return 'is not https';
}

/** @param {string} file */
function foldersOf(file) {
  const parts = file.split('/').slice(0, -1);
  return parts.map((_, index) => parts.slice(0, index + 1).join('/'));
}

await command(import.meta.url, links);
