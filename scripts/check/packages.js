import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { checkPackage, createPackageFromTarballData } from '@arethetypeswrong/core';
import { problemKindInfo } from '@arethetypeswrong/core/problems';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';
import { command } from './command.js';

/** Ways of loading that packages of ES modules only do not serve: CommonJS, and resolution older than `exports`. */
const UNSERVED = ['node10', 'node16-cjs'];

/**
 * What npm would publish is what others can use: publint reads the package, are-the-types-wrong resolves its types. The
 * packages must have been built.
 *
 * @type {import('./command.js').Check}
 */
export async function packages(root) {
  const folders = readdirSync(`${root}/packages`).map((name) => `packages/${name}`);
  const findings = await Promise.all(
    folders.map(async (folder) => {
      const manifest = JSON.parse(readFileSync(`${root}/${folder}/package.json`, 'utf8'));
      return manifest.private ? [] : faultsOf(root, folder, manifest);
    }),
  );
  return findings.flat();
}

/**
 * @param {string} root
 * @param {string} folder
 * @param {Record<string, unknown>} manifest
 */
async function faultsOf(root, folder, manifest) {
  const tarball = await pack(`${root}/${folder}`);
  const { messages } = await publint({ pack: { tarball: tarball.buffer }, strict: true });
  const published = createPackageFromTarballData(tarball);
  const { types, problems } = /** @type {any} */ (
    await checkPackage(published, { excludeEntrypoints: [/\.(css|json)$/] })
  );
  return [
    ...messages.map((message) => `${folder}: ${formatMessage(message, manifest, { color: false })}`),
    ...(types ? [] : [`${folder}: has no types`]),
    ...(problems ?? [])
      .filter((/** @type {any} */ problem) => !UNSERVED.includes(problem.resolutionKind))
      .map(
        (/** @type {any} */ problem) => `${folder}: ${problem.entrypoint ?? ''} ${problemKindInfo[problem.kind].title}`,
      ),
  ];
}

/** What `npm publish` would send. @param {string} folder */
async function pack(folder) {
  const into = mkdtempSync(join(tmpdir(), 'porchlight-pack-'));
  try {
    await promisify(execFile)('npm', ['pack', '--ignore-scripts', '--pack-destination', into], { cwd: folder });
    const [name = ''] = readdirSync(into);
    return new Uint8Array(readFileSync(join(into, name)));
  } finally {
    rmSync(into, { recursive: true });
  }
}

await command(import.meta.url, packages);
