import type { FastifyInstance } from 'fastify';
import { isOwnOrigin } from '../auth/own-origin.js';
import type { SitesService } from '../sites/sites.service.js';
import { routesAt } from './contract-routes.js';

const ALLOWED_METHODS = 'GET, POST, PUT, PATCH, DELETE';
const ALLOWED_HEADERS = 'Authorization, Content-Type, Last-Event-ID';
const EXPOSED_HEADERS = 'ETag, Retry-After, X-Request-Id';
/** Chromium keeps a preflight for two hours at the most, in seconds. */
const PREFLIGHT_MAX_AGE = 7_200;

/**
 * CORS per site (AU5). Whose site it is is known only once the token has been read, and a preflight brings none, so an
 * origin that any site lists is answered here and the guard then holds it against the visitor's own site. No answer
 * allows credentials: a cookie never works from elsewhere.
 */
export function answerCors(fastify: FastifyInstance, sites: SitesService, publicOrigin: string | undefined): void {
  fastify.addHook('onRequest', async (request, reply) => {
    const { origin, 'access-control-request-method': wanted } = request.headers;
    const isPreflight = request.method === 'OPTIONS' && wanted !== undefined;
    if (!isForVisitors(isPreflight ? wanted : request.method, request.url)) return;
    reply.header('Vary', 'Origin');
    const site = /^\/v1\/sites\/([^/?]+)/.exec(request.url)?.[1];
    if (origin === undefined || isOwnOrigin(origin, request, publicOrigin)) return;
    const allowed =
      site === undefined ? await sites.anyAllows(origin) : await sites.allows(site, origin).catch(() => true);
    if (allowed) {
      reply.header('Access-Control-Allow-Origin', origin).header('Access-Control-Expose-Headers', EXPOSED_HEADERS);
    }
    if (isPreflight) {
      if (allowed) {
        reply
          .header('Access-Control-Allow-Methods', ALLOWED_METHODS)
          .header('Access-Control-Allow-Headers', ALLOWED_HEADERS)
          .header('Access-Control-Max-Age', PREFLIGHT_MAX_AGE);
      }
      await reply.status(204).send();
    }
  });
}

/** Whether pages of other origins may use a route. Agent routes answer the API's own origin only. */
function isForVisitors(method: string, url: string): boolean {
  return routesAt(url).some(({ name, operation, ...route }) => {
    const sameMethod = route.method === method || (route.method === 'GET' && method === 'HEAD');
    return sameMethod && (name === 'getSite' || operation.who.includes('visitor'));
  });
}
