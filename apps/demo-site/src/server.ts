import { once } from 'node:events';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import { brotliCompressSync, constants } from 'node:zlib';
import { readPages } from './pages.js';

export interface DemoSiteOptions {
  /** 0 takes any free port. */
  port: number;
  /** The address to listen on. */
  host: string;
  /** Where the chat's API answers, for example `http://localhost:3000`. */
  apiOrigin: string;
  /** Where the built pages are; `dist/site` by default. */
  folder?: string;
}

/** The policy of a careful site owner: nothing inline, nothing foreign, and Trusted Types, except the chat's origin. */
export function contentSecurityPolicy(apiOrigin: string): string {
  return [
    "default-src 'none'",
    `script-src 'self' ${apiOrigin}`,
    `connect-src ${apiOrigin}`,
    `img-src 'self' ${apiOrigin} data:`,
    "style-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
  ].join('; ');
}

/** Small enough, in milliseconds; the highest quality would cost a second of every start. */
const quick = { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } };

/** Serves the demo site; rejects with the error of `listen`, such as EADDRINUSE. */
export async function startDemoSite({ port, host, apiOrigin, folder }: DemoSiteOptions): Promise<Server> {
  const pages = readPages(apiOrigin, folder);
  const compressed = new Map([...pages.values()].map((page) => [page, brotliCompressSync(page.body, quick)]));
  const headers = {
    'Content-Security-Policy': contentSecurityPolicy(apiOrigin),
    'Referrer-Policy': 'strict-origin-when-cross-origin',
    'X-Content-Type-Options': 'nosniff',
  };

  function answer(request: IncomingMessage, response: ServerResponse): void {
    const path = (request.url ?? '/').split('?', 1)[0] ?? '/';
    const found = pages.get(path);
    const page = found ?? pages.get('/404.html');
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.writeHead(405, { ...headers, Allow: 'GET, HEAD' }).end();
      return;
    }
    if (!page) {
      response.writeHead(404, headers).end();
      return;
    }
    const caching = {
      ...headers,
      ETag: page.etag,
      Vary: 'Accept-Encoding',
      'Cache-Control': page.hashed ? 'public, max-age=31536000, immutable' : 'no-cache',
    };
    if (found && request.headers['if-none-match'] === page.etag) {
      response.writeHead(304, caching).end();
      return;
    }
    const small = /\bbr\b/.test(String(request.headers['accept-encoding'] ?? '')) ? compressed.get(page) : undefined;
    const body = small ?? page.body;
    response.writeHead(found ? 200 : 404, {
      ...caching,
      ...(small ? { 'Content-Encoding': 'br' } : {}),
      'Content-Type': page.mediaType,
      'Content-Length': body.length,
    });
    response.end(request.method === 'HEAD' ? undefined : body);
  }

  const server = createServer(answer);
  server.listen(port, host);
  await once(server, 'listening');
  return server;
}
