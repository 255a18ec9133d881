import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { arrows } from './arrows.js';
import { here } from './here.js';
import { links } from './links.js';
import { lockFile } from './lock-file.js';
import { packages } from './packages.js';

/** Each check finds what it looks for in a small repository with faults. */

/** @type {string} */
let folder;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'porchlight-check-'));
  execFileSync('git', ['init', '--quiet', folder]);
});
afterEach(() => rmSync(folder, { recursive: true }));

/** @param {Record<string, unknown>} files text, or what is written as JSON */
function write(files) {
  for (const [file, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), typeof content === 'string' ? content : JSON.stringify(content));
  }
}

test('links: files, headings and addresses', () => {
  write({
    '.gitignore': 'dist/',
    'dist/built.js': '',
    'README.md':
      '[ok](docs/a.md#part-one) [ok](docs) [ok](#top) [ok](https://example.com) [ok](http://localhost:3000)\n\n# Top',
    'docs/a.md':
      '# Part one\n[up](../README.md)\n[gone](b.md)\n[no heading](#two)\n[built](../dist/built.js)\n[plain](http://example.com)',
  });
  expect(links(folder)).toEqual([
    'docs/a.md:3: b.md is not in the repository',
    'docs/a.md:4: #two names a heading that is not there',
    'docs/a.md:5: ../dist/built.js is not in the repository',
    'docs/a.md:6: http://example.com is not https',
  ]);
});

test('arrows: dependencies go the way of the imports', () => {
  const override = (/** @type {string} */ place, /** @type {string[]} */ ...group) => ({
    includes: [place],
    linter: { rules: { style: { noRestrictedImports: { options: { patterns: [{ group }] } } } } },
  });
  write({
    'package.json': { workspaces: ['packages/*'] },
    'biome.json': {
      overrides: [
        override('packages/low/**', '@porchlight/**'),
        override('packages/high/**', '@porchlight/**', '!@porchlight/low'),
        override('packages/high/test/**', '@porchlight/**', '!@porchlight/low', '!@porchlight/side'),
      ],
    },
    'packages/low/package.json': { dependencies: { '@porchlight/high': '1', zod: '4' } },
    'packages/high/package.json': {
      dependencies: { '@porchlight/low': '1', '@porchlight/side': '1' },
      devDependencies: { '@porchlight/side': '1' },
    },
    'packages/side/package.json': {},
  });
  expect(arrows(folder)).toEqual([
    'packages/high/package.json: dependencies has @porchlight/side, against the arrows in biome.json',
    'packages/low/package.json: dependencies has @porchlight/high, against the arrows in biome.json',
    'biome.json: says nothing of what packages/side may import',
  ]);
});

test('lock file: hosts, engines, scripts', () => {
  write({
    'package.json': { engines: { node: '>=20.19' }, allowScripts: { considered: false } },
    'package-lock.json': {
      packages: {
        'node_modules/fine': { engines: { node: '>=18' } },
        'node_modules/@porchlight/api': { resolved: 'apps/api', link: true },
        'node_modules/elsewhere': { resolved: 'https://example.com/x.tgz' },
        'node_modules/a/node_modules/new': { engines: { node: '>=22' } },
        'node_modules/script': { hasInstallScript: true },
        'node_modules/considered': { hasInstallScript: true },
      },
    },
  });
  expect(lockFile(folder)).toEqual([
    'package-lock.json: node_modules/elsewhere names the host it came from',
    'package-lock.json: node_modules/a/node_modules/new wants Node >=22',
    'package-lock.json: node_modules/script has an install script',
  ]);
});

test('here: the checkout and the home folder', () => {
  write({ 'a.md': `see ${folder}/b.md`, 'b.md': `see ${homedir()}/notes`, 'c.md': 'see /elsewhere' });
  expect(here(folder)).toEqual([`a.md: speaks of ${folder}/`, `b.md: speaks of ${homedir()}/`]);
});

test('packages: what others could not import', async () => {
  const manifest = { version: '1.0.0', type: 'module', license: 'MIT', files: ['dist'] };
  write({
    'packages/good/package.json': {
      ...manifest,
      name: 'good',
      exports: { '.': { types: './dist/index.d.ts', default: './dist/index.js' } },
    },
    'packages/good/dist/index.js': 'export const x = 1;\n',
    'packages/good/dist/index.d.ts': 'export declare const x: number;\n',
    'packages/bad/package.json': {
      ...manifest,
      name: 'bad',
      exports: { '.': { default: './dist/index.js', types: './dist/index.d.ts' }, './gone': './dist/gone.js' },
    },
    'packages/bad/dist/index.js': "export { x } from './x.js';\n",
    'packages/bad/dist/x.js': 'export const x = 1;\n',
    'packages/bad/dist/index.d.ts': "export { x } from './x';\n",
    'packages/bad/dist/x.d.ts': 'export declare const x: number;\n',
    'packages/own/package.json': { name: 'own', private: true, exports: './gone.js' },
  });
  const findings = await packages(folder);
  expect(findings.every((finding) => finding.startsWith('packages/bad: '))).toBe(true);
  expect(findings.join('\n')).toMatch(/types.*first|should be the first/);
  expect(findings.join('\n')).toMatch(/gone\.js/);
  expect(findings.join('\n')).toMatch(/Internal resolution error|nternal/);
}, 30_000);
