import { readdirSync, readFileSync } from 'node:fs';
import { command } from './command.js';

const SCOPE = '@porchlight/';

/**
 * The packages depend on each other along the same arrows as their imports do. `biome.json` holds the arrows, as the
 * exceptions of `noRestrictedImports`; what only a package's `test` folder may import is a development dependency.
 *
 * @type {import('./command.js').Check}
 */
export function arrows(root) {
  const read = (/** @type {string} */ file) => JSON.parse(readFileSync(`${root}/${file}`, 'utf8'));
  const { overrides } = read('biome.json');
  /** @type {string[]} */
  const folders = read('package.json').workspaces.flatMap((/** @type {string} */ pattern) => {
    if (!pattern.endsWith('/*')) return [pattern];
    const parent = pattern.slice(0, -2);
    return readdirSync(`${root}/${parent}`).map((name) => `${parent}/${name}`);
  });
  return folders.flatMap((folder) => {
    const manifest = read(`${folder}/package.json`);
    const code = arrowsOf(overrides, `${folder}/**`);
    if (!code) return [`biome.json: says nothing of what ${folder} may import`];
    const tests = arrowsOf(overrides, `${folder}/test/**`) ?? code;
    return [
      ...against(code, folder, 'dependencies', manifest),
      ...against(code, folder, 'peerDependencies', manifest),
      ...against(tests, folder, 'devDependencies', manifest),
    ];
  });
}

/**
 * The packages that files of this place may import; `undefined` if no override is about them.
 *
 * @param {{ includes: string[], linter: any }[]} overrides
 * @param {string} place
 * @returns {string[] | undefined}
 */
function arrowsOf(overrides, place) {
  const patterns = overrides
    .filter((override) => override.includes.includes(place))
    .flatMap((override) => override.linter.rules.style?.noRestrictedImports?.options.patterns ?? []);
  if (patterns.length === 0) return undefined;
  return (
    patterns
      .flatMap((/** @type {{ group: string[] }} */ { group }) => group)
      .filter((/** @type {string} */ pattern) => pattern.startsWith(`!${SCOPE}`) && !pattern.endsWith('/*'))
      // A package of which only one entry may be imported is an arrow all the same.
      .map((/** @type {string} */ pattern) => pattern.slice(1).split('/', 2).join('/'))
  );
}

/**
 * @param {string[]} allowed
 * @param {string} folder
 * @param {string} kind
 * @param {Record<string, any>} manifest
 */
function against(allowed, folder, kind, manifest) {
  return Object.keys(manifest[kind] ?? {})
    .filter((name) => name.startsWith(SCOPE) && !allowed.includes(name))
    .map((name) => `${folder}/package.json: ${kind} has ${name}, against the arrows in biome.json`);
}

await command(import.meta.url, arrows);
