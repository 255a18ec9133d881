import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Caller, RouteName } from '@porchlight/protocol';
import { operations } from '@porchlight/protocol';
import type { Plugin } from 'vite';
import { defineConfig } from 'vite';
import { terse } from './build/terse.js';

/** Style sheets are template literals, which no minifier touches; their white space would be a tenth of the first load. */
const squeezeStyles: Plugin = {
  name: 'squeeze-styles',
  transform(code, id) {
    if (!/(?:\.styles|tokens\.\w+)\.[jt]s$/.test(id)) return null;
    return { code: code.replace(/`[^`]*`/g, squeeze), map: null };
  },
};

/** The same for markup: a line break and its indent are no more than a space. */
const squeezeMarkup: Plugin = {
  name: 'squeeze-markup',
  transform(code, id) {
    if (!/\b(?:html|svg) ?`/.test(code) || id.includes('/node_modules/')) return null;
    const texts = [...textsOfMarkup(this.parse(code, { lang: 'ts' }))].sort((a, b) => b.start - a.start);
    const squeezed = texts.reduce(
      (before, { start, end }) =>
        before.slice(0, start) + before.slice(start, end).replace(/\s*\n\s*/g, ' ') + before.slice(end),
      code,
    );
    return { code: squeezed, map: null };
  },
};

/** The literal parts of the `html` and `svg` templates in a syntax tree. */
function* textsOfMarkup(node: unknown): Generator<{ start: number; end: number }> {
  if (typeof node !== 'object' || node === null) return;
  const { type, tag, quasi } = node as { type?: string; tag?: { name?: string }; quasi?: { quasis: [] } };
  if (type === 'TaggedTemplateExpression' && /^(?:html|svg)$/.test(tag?.name ?? '')) yield* quasi?.quasis ?? [];
  for (const child of Object.values(node)) yield* textsOfMarkup(child);
}

/**
 * A browser remembers that a module could not be fetched, for as long as the page lives (Chromium does). Another try needs
 * another address. The entry says itself when that is.
 */
const retryImports: Plugin = {
  name: 'retry-imports',
  renderChunk(code, { isEntry }) {
    const again = isEntry ? '' : '.catch(e=>{throw import.meta.retry="?retry="+Date.now(),e})';
    return {
      code: code.replace(/\bimport\((["'`][^"'`]+["'`])\)/g, `import($1 + (import.meta.retry ?? ""))${again}`),
      map: null,
    };
  },
};

const TOKEN = /--pl-[a-z]+(?:-[a-z]+)*/g;

/** The names of the tokens are for us to read; nobody else may rely on them. A page's own are hardly called so. */
const shortenTokens: Plugin = {
  name: 'shorten-tokens',
  transform(code) {
    if (!code.includes('--pl-')) return null;
    return { code: code.replace(TOKEN, (name) => `--pl${tokens.indexOf(name).toString(36)}`), map: null };
  },
};

/** All of them, in an order that every chunk agrees on. */
const tokens = [
  ...new Set(
    ['src', '../ui/src']
      .flatMap((folder) => sourcesIn(fileURLToPath(new URL(folder, import.meta.url))))
      .flatMap((file) => readFileSync(file, 'utf8').match(TOKEN) ?? []),
  ),
].sort();

function sourcesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => `${folder}/${name}`);
}

/** What Lit has for other programs on the page, and for developers, is of no use in a bundle that is nobody else's. */
const slimLit: Plugin = {
  name: 'slim-lit',
  transform(code, id) {
    if (!/\/node_modules\/(?:@lit|lit-[a-z]+)\//.test(id)) return null;
    const slim = code
      .replace(/\([\w$.]+\.(?:lit\w+|reactiveElement)Versions\?\?=\[\]\)\.push\("[^"]*"\)/g, '0')
      .replace(/[\w$.]+\.(?:lit\w+|reactiveElement)PolyfillSupport/g, 'void 0')
      .replace(/Error\("Value passed to 'css'[^;]*?\)(?=\})/g, 'Error("css")');
    return { code: slim, map: null };
  },
};

/** The widget speaks for visitors: where the operations live that only agents call would be weight for nothing. */
const visitorRoutes: Plugin = {
  name: 'visitor-routes',
  transform(code, id) {
    if (!/protocol\/dist\/routes\.js$/.test(id)) return null;
    const kept = code.replace(/^ +(\w+): \{ method: .*\n/gm, (line, name: RouteName) =>
      isForVisitors(name) ? line : '',
    );
    return { code: kept, map: null };
  },
};

function isForVisitors(name: RouteName): boolean {
  const who: readonly Caller[] = operations[name].who;
  return who.includes('visitor') || who.includes('anyone');
}

function squeeze(css: string): string {
  return css
    .replace(/\/\*.*?\*\//gs, '')
    .replace(/\s+/g, ' ')
    .replace(/\s*([{};,])\s*/g, '$1')
    .replace(/: /g, ':')
    .replace(/ ([/<>]) /g, '$1')
    .replace(/([\d)]) \* /g, '$1*')
    .replace(/(?<![\w.])0\.(?=\d)/g, '.')
    .replace(/=(["'])([\w-]+)\1\]/g, '=$2]')
    .replace(/;\}/g, '}');
}

/** A language has two files of its own name: what the panel opens with, and the words of what is fetched when used. */
const chunkFileNames = ({ facadeModuleId }: { facadeModuleId?: string | null | undefined }) =>
  `widget/${facadeModuleId?.includes('/locales/tools/') ? 'tools-' : ''}[name]-[hash].js`;

/** Panel and list of messages. Not the launcher: most of it waits for a click that seldom comes. */
const OPENING = ['panel', 'base.styles', 'load', 'log'];

/**
 * What the API serves: `widget.js`, whose name is in the pages of site owners, and what it fetches when somebody comes
 * near, under `widget/` with a hash in the name. `lib`, because an application build adds a loader of its own.
 */
export default defineConfig({
  plugins: [visitorRoutes, squeezeStyles, squeezeMarkup, shortenTokens, slimLit, retryImports, terse(OPENING)],
  build: {
    minify: false,
    target: 'es2022',
    lib: { entry: 'src/define.ts', formats: ['es'], fileName: () => 'widget.js' },
    rolldownOptions: { output: { chunkFileNames, minify: false, comments: false } },
  },
});
