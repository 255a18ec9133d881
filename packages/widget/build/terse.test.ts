import { expect, test } from '@jest/globals';
import type { Plugin } from 'rolldown';
import { rolldown } from 'rolldown';
import type { MinifyOptions } from 'terser';
import { terse } from './terse.js';

const FILES: Record<string, string> = {
  'virtual:entry': "export const open = () => import('virtual:panel');",
  'virtual:panel': 'export function panel(aLongName) { return aLongName + aLongName; }',
};

/** Builds an entry and a chunk that it imports, with Terser told so. */
async function built(options: MinifyOptions): Promise<Map<string, string>> {
  const bundle = await rolldown({
    input: 'virtual:entry',
    preserveEntrySignatures: 'strict',
    plugins: [
      { name: 'files', resolveId: (id) => (id in FILES ? id : null), load: (id) => FILES[id] ?? null },
      terse(['virtual_panel'], options) as Plugin,
    ],
  });
  const { output } = await bundle.generate({
    entryFileNames: 'entry.js',
    chunkFileNames: 'panel-[hash].js',
    sourcemapIgnoreList: false,
  });
  await bundle.close();
  return new Map(output.map((file) => [file.fileName, 'code' in file ? file.code : '']));
}

const panelOf = (files: Map<string, string>) => [...files].find(([name]) => name.startsWith('panel-')) ?? ['', ''];

test('a chunk that is made shorter in another way has another name', async () => {
  const [one, other, same] = await Promise.all([built({}), built({ mangle: false }), built({})]);
  const [name, code] = panelOf(one);
  const [otherName, otherCode] = panelOf(other);
  expect(code).not.toBe(otherCode);
  expect(name).not.toBe(otherName);
  expect(panelOf(same)).toEqual([name, code]);
  expect(one.get('entry.js')).toContain(name);
});

test('V8 is told of the chunks that are used whole', async () => {
  const files = await built({});
  expect(panelOf(files)[1]).toMatch(/^\/\/# allFunctionsCalledOnLoad\n/);
  expect(files.get('entry.js')).not.toContain('allFunctionsCalledOnLoad');
});
