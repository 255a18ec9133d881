/**
 * Fails when what a visitor has to fetch has grown past its budget, or when a chunk imports the entry, whose name has
 * no hash: under another address (`widget.js?v=2`) it would be loaded twice.
 */
import { readdir, readFile } from 'node:fs/promises';
import { brotliCompressSync } from 'node:zlib';

/** KiB, brotli. */
const FIRST_LOAD = 5;
/** What opening the panel fetches besides: the panel and the words of whichever language. */
const OPENING = 30;
/** Any one thing that is fetched when it is used. */
const ON_USE = 8;

const dist = new URL('../dist/', import.meta.url);
const names = (await readdir(new URL('widget/', dist))).filter((name) => name.endsWith('.js'));
const sources = new Map();
for (const name of names) sources.set(name, await readFile(new URL(`widget/${name}`, dist), 'utf8'));
const entry = await readFile(new URL('widget.js', dist), 'utf8');

const weigh = (source) => brotliCompressSync(source).length / 1024;
const sizes = new Map([...sources].map(([name, source]) => [name, weigh(source)]));
const total = (chunks) => [...chunks].reduce((sum, name) => sum + sizes.get(name), 0);
const named = (source, pattern) => [...source.matchAll(pattern)].map(([, name]) => name);

/** A chunk and all that it imports at once. */
function withImports(name, found = new Set()) {
  if (found.has(name)) return found;
  found.add(name);
  const imports = named(sources.get(name), /(?:from|import)\s*["'`]\.\/([^"'`]+)["'`]/g);
  for (const imported of imports) withImports(imported, found);
  return found;
}

/** All that can be fetched; chunks of earlier builds may lie beside them. */
function reach(source, found = new Set()) {
  for (const name of names.filter((each) => !found.has(each) && source.includes(`/${each}`))) {
    reach(sources.get(name), found.add(name));
  }
  return found;
}

const opening = new Set();
for (const name of named(entry, /import\(["'`]\.\/widget\/([^"'`]+)["'`]/g)) withImports(name, opening);
const isLanguage = (name) => /^[a-z]{2}-[\w-]{8}\.js$/.test(name);
const later = [...reach(entry)].filter((name) => !opening.has(name)).sort();
const languages = later.filter(isLanguage);
const onUse = later.filter((name) => !isLanguage(name));
const largest = languages.reduce((a, b) => (sizes.get(a) > sizes.get(b) ? a : b));
const openingInAny = total(opening) + sizes.get(largest);

const line = (size, what) => process.stdout.write(`${size.toFixed(2).padStart(8)} KiB  ${what}\n`);
const first = weigh(entry);
line(first, 'first load: widget.js');
line(openingInAny, 'opening, in the largest language:');
for (const name of opening) line(sizes.get(name), `  widget/${name}`);
for (const name of languages) line(sizes.get(name), `  ${name === largest ? '' : 'or '}widget/${name}`);
for (const name of onUse) line(sizes.get(name), `when used: widget/${name}`);

const faults = [];
for (const [name, source] of sources) {
  if (/from\s*["'`]\.\.\/widget\.js/.test(source)) faults.push(`widget/${name} imports widget.js`);
}
if (/^\s*import\s*["'`{*]/m.test(entry)) faults.push('widget.js imports something before anybody has come near');
if (first > FIRST_LOAD) faults.push(`widget.js is larger than ${FIRST_LOAD} KiB`);
if (openingInAny > OPENING) faults.push(`opening the panel takes more than ${OPENING} KiB in ${largest.slice(0, 2)}`);
for (const name of onUse) {
  if (sizes.get(name) > ON_USE) faults.push(`widget/${name} is larger than ${ON_USE} KiB`);
}
if (faults.length > 0) {
  process.stderr.write(`${faults.join('\n')}\n`);
  process.exit(1);
}
