import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { brotliCompressSync } from 'node:zlib';

const TYPES = {
  js: 'text/javascript',
  mjs: 'text/javascript',
  css: 'text/css',
  html: 'text/html',
  svg: 'image/svg+xml',
  png: 'image/png',
};
/** Of what is compressed already, no smaller form is worth having. */
const PACKED = new Set(['png', 'woff2']);

/** By the hash of the file: the highest quality takes seconds for a large one. */
const compressed = new Map();

/** Everything from its own origin and nothing inline: what a careful site may demand of a widget. */
const STRICT = [
  "default-src 'none'",
  ...['script', 'style', 'connect', 'font', 'frame', 'media'].map((kind) => `${kind}-src 'self'`),
  "img-src 'self' data:",
  "require-trusted-types-for 'script'",
].join('; ');

/**
 * Serves a page with a chat on it, the chat's files, brotli-compressed at the highest quality, and what the chat asks of
 * its own server. Counts what is fetched beside the page.
 */
export async function serve({ page, files = {}, texts = {}, answer = () => false }) {
  const state = { requests: 0, bytes: 0, asked: [] };

  async function find(path) {
    if (path in texts) return Buffer.from(texts[path]);
    const [prefix] = Object.keys(files)
      .filter((start) => path.startsWith(start))
      .sort((a, b) => b.length - a.length);
    if (prefix === undefined) return undefined;
    return readFile(new URL(path.slice(prefix.length), files[prefix])).catch(() => undefined);
  }

  async function handle(request, response) {
    const { pathname, searchParams } = new URL(request.url, 'http://localhost');
    if (pathname === '/') {
      if (searchParams.has('strict')) response.setHeader('content-security-policy', STRICT);
      response.setHeader('content-type', 'text/html; charset=utf-8').end(page);
      return;
    }
    if (pathname === '/favicon.ico') return void response.writeHead(204).end();
    state.requests++;
    state.asked.push(`${request.method} ${pathname}`);
    const file = request.method === 'GET' ? await find(pathname) : undefined;
    if (!file) {
      if (await answer(request, response, pathname)) return;
      response.writeHead(404, { 'content-type': 'application/json' }).end('{}');
      return;
    }
    const ending = pathname.slice(pathname.lastIndexOf('.') + 1);
    const key = createHash('sha256').update(file).digest('hex');
    const packed = compressed.get(key) ?? (PACKED.has(ending) ? file : brotliCompressSync(file));
    compressed.set(key, packed);
    state.bytes += packed.length;
    response.writeHead(200, {
      'content-type': TYPES[ending] ?? 'application/octet-stream',
      ...(packed !== file && { 'content-encoding': 'br' }),
    });
    response.end(packed);
  }

  const server = createServer((request, response) => {
    handle(request, response).catch(() => response.destroy());
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${server.address().port}/`,
    /** What was fetched since it was last asked. */
    take() {
      const { requests, bytes, asked } = state;
      Object.assign(state, { requests: 0, bytes: 0, asked: [] });
      return { requests, bytes, asked };
    },
    close() {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(resolve));
    },
  };
}

export async function readJson(request) {
  let text = '';
  for await (const part of request) text += part;
  try {
    return JSON.parse(text);
  } catch {
    return {};
  }
}

export function json(response, status, body) {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  return true;
}
