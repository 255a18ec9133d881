/** Fails when what the inbox fetches before anybody can work with it has grown past its budget. */
import { readFile } from 'node:fs/promises';
import { brotliCompressSync } from 'node:zlib';

/** KiB, brotli: the page, its style sheets, and every script that it needs to show the inbox. */
const FIRST_LOAD = 120;

const dist = new URL('../dist/', import.meta.url);
const read = (path) => readFile(new URL(path, dist), 'utf8');
const weigh = (source) => brotliCompressSync(source).length / 1024;
const named = (source, pattern) => [...source.matchAll(pattern)].map(([, name]) => name);

const sizes = new Map();

/** Weighs a file of assets/ and all that it imports at once; of what is imported later, the inbox itself. */
async function fetchFile(name) {
  if (sizes.has(name)) return;
  const source = await read(`assets/${name}`);
  sizes.set(name, weigh(source));
  if (!name.endsWith('.js')) return;
  const imports = named(source, /(?:from|import)\s*["'`]\.\/([\w.-]+\.js)["'`]/g);
  const later = named(source, /import\(\s*["'`]\.\/(inbox-app-[\w-]+\.js)["'`]/g);
  for (const imported of [...imports, ...later]) await fetchFile(imported);
}

const page = await read('index.html');
for (const name of named(page, /(?:src|href)="\/inbox\/assets\/([^"]+)"/g)) await fetchFile(name);
if (![...sizes.keys()].some((name) => name.startsWith('inbox-app-'))) {
  throw new Error('The page does not lead to the inbox: has it been built, and is this still how it is loaded?');
}

const total = weigh(page) + [...sizes.values()].reduce((sum, size) => sum + size, 0);
process.stdout.write(`${total.toFixed(2).padStart(8)} KiB  first load: the inbox\n`);
for (const [name, size] of sizes) process.stdout.write(`${size.toFixed(2).padStart(8)} KiB    assets/${name}\n`);
if (total > FIRST_LOAD) {
  process.stderr.write(`the first load of the inbox is larger than ${FIRST_LOAD} KiB\n`);
  process.exitCode = 1;
}
