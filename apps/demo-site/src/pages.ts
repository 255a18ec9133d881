import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { extname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

/** A built file as it is sent. */
export interface Page {
  body: Buffer;
  mediaType: string;
  etag: string;
  /** Whether the name changes with the content, so that browsers may keep it for good. */
  hashed: boolean;
}

const mediaTypes: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
};

const site = fileURLToPath(new URL('../site/', import.meta.url));

/**
 * The whole built site, read once: it is small, and a path that is not in the map cannot reach a file. A page answers
 * without its `.html` as well.
 * `%API_ORIGIN%` in a page becomes the API's origin.
 */
export function readPages(apiOrigin: string, folder = site): Map<string, Page> {
  const pages = new Map<string, Page>();
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const mediaType = mediaTypes[extname(entry.name)];
    if (!entry.isFile() || !mediaType) continue;
    const file = join(entry.parentPath, entry.name);
    const path = `/${relative(folder, file).split(sep).join('/')}`;
    const content = readFileSync(file);
    const body = entry.name.endsWith('.html')
      ? Buffer.from(content.toString('utf8').replaceAll('%API_ORIGIN%', apiOrigin))
      : content;
    const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`;
    const page = { body, mediaType, etag, hashed: path.startsWith('/assets/') };
    pages.set(path, page);
    if (path.endsWith('.html')) pages.set(path.slice(0, -'.html'.length), page);
  }
  const home = pages.get('/index.html');
  if (home) pages.set('/', home);
  return pages;
}
