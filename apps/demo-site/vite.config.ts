import { readdirSync, readFileSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import vue from '@vitejs/plugin-vue';
import type { Plugin } from 'vite';
import { defineConfig } from 'vite';
import { draw } from './art/index.js';

const pages = resolve(import.meta.dirname, 'pages');

/**
 * What the pages share. `{{part header}}` puts in parts/header.html and marks the link to the page itself as current;
 * `{{code plain.js}}` shows a file of examples/; `{{art mug}}` draws the mug as decoration, `{{art mug: A blue mug}}` as an image with that label.
 */
function parts(): Plugin[] {
  const fill = (html: string, page: string): string =>
    html
      .replace(/\{\{part ([\w-]+)\}\}/g, (_, name: string) => {
        const part = readFileSync(resolve(import.meta.dirname, 'parts', `${name}.html`), 'utf8');
        return fill(part.replaceAll(`href="./${page}"`, `href="./${page}" aria-current="page"`), page);
      })
      .replace(/\{\{code ([\w./-]+)\}\}/g, (_, file: string) => shown(file))
      .replace(/\{\{art ([\w-]+)(?:: ([^}]+))?\}\}/g, (_, name: string, label?: string) => draw(name, label));
  return [
    {
      name: 'parts',
      transformIndexHtml: { order: 'pre', handler: (html, { filename }) => fill(html, basename(filename)) },
    },
    {
      // The attribute that keeps Vite from bundling the widget leaves a hole in the tag that site owners paste.
      name: 'pasted-lines',
      transformIndexHtml: { order: 'post', handler: (html) => html.replace('<script  type', '<script type') },
    },
  ];
}

/** A file of examples/ as HTML text. Braces are entities, so that it cannot ask for parts. */
function shown(file: string): string {
  const source = readFileSync(resolve(import.meta.dirname, 'examples', file), 'utf8').trimEnd();
  return source.replace(/[&<{}]/g, (character) => `&#${character.charCodeAt(0)};`);
}

export default defineConfig({
  root: pages,
  base: './',
  plugins: [...parts(), vue({ template: { compilerOptions: { isCustomElement: (tag) => tag === 'chat-widget' } } })],
  build: {
    outDir: resolve(import.meta.dirname, 'dist/site'),
    emptyOutDir: true,
    assetsInlineLimit: 0,
    modulePreload: false,
    rolldownOptions: {
      input: readdirSync(pages, { recursive: true, encoding: 'utf8' })
        .filter((file) => file.endsWith('.html'))
        .map((page) => resolve(pages, page)),
    },
  },
});
