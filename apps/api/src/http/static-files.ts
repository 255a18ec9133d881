import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { readWidgetEntry } from './widget-entry.js';

const YEAR_SECONDS = 31_536_000;
/** The widget's entry has no hash in its name: how long a page may go on with an old one, in seconds. */
const ENTRY_SECONDS = 300;
const IMMUTABLE = `public, max-age=${YEAR_SECONDS}, immutable`;
const INBOX_POLICY = [
  `default-src 'none'`,
  `script-src 'self'`,
  `style-src 'self'`,
  `connect-src 'self'`,
  `img-src 'self' data:`,
  `base-uri 'none'`,
  `form-action 'self'`,
  `frame-ancestors 'none'`,
  `require-trusted-types-for 'script'`,
].join('; ');

/** Built files of the widget and the inbox, as they lie beside this program in the repository. */
const WIDGET = fileURLToPath(new URL('../../../../packages/widget/dist', import.meta.url));
const INBOX = fileURLToPath(new URL('../../../inbox/dist', import.meta.url));

/** What site owners load. */
export const WIDGET_ENTRY = join(WIDGET, 'widget.js');

/** Serves the widget to every origin, since module scripts need CORS, and the inbox to browsers on the API's own. */
export async function serveStaticFiles(fastify: FastifyInstance): Promise<void> {
  await fastify.register(fastifyStatic, {
    serve: false,
    root: [WIDGET, INBOX],
    cacheControl: false,
    // Written by the builds (scripts/compress.js).
    preCompressed: true,
  });

  const widget = (file: string, caching: string, reply: FastifyReply) =>
    reply
      .header('Access-Control-Allow-Origin', '*')
      .header('Vary', 'Accept-Encoding')
      .header('Cross-Origin-Resource-Policy', 'cross-origin')
      .header('Cache-Control', caching)
      .sendFile(file, WIDGET, { cacheControl: false });
  fastify.get('/widget.js', (_request, reply) =>
    widget('widget.js', `public, max-age=${ENTRY_SECONDS}, stale-while-revalidate=86400`, reply),
  );
  fastify.get<{ Params: { '*': string } }>('/widget/*', (request, reply) =>
    widget(`widget/${request.params['*']}`, IMMUTABLE, reply),
  );
  // The same file under a name that no other version has, for those who pin it by its hash.
  fastify.get('/widget-:version([0-9a-f]{16}).js', async (request, reply) => {
    const { path } = await readWidgetEntry(WIDGET_ENTRY);
    return request.url.split('?', 1)[0] === path ? widget('widget.js', IMMUTABLE, reply) : reply.callNotFound();
  });

  const inbox = (path: string, reply: FastifyReply) => {
    const isAsset = path.startsWith('assets/');
    const isFile = isAsset || (path.includes('.') && existsSync(join(INBOX, path)));
    reply
      .header('Content-Security-Policy', INBOX_POLICY)
      .header('Vary', 'Accept-Encoding')
      .header('Referrer-Policy', 'same-origin')
      .header('Cache-Control', isAsset ? IMMUTABLE : 'no-cache');
    // Every other address is a place inside the application.
    return reply.sendFile(isFile ? path : 'index.html', INBOX, { cacheControl: false });
  };
  // The router takes /inbox/ for /inbox, so a redirect from one to the other would never end.
  fastify.get('/inbox', (_request, reply) => inbox('', reply));
  fastify.get<{ Params: { '*': string } }>('/inbox/*', (request, reply) => inbox(request.params['*'], reply));
}
