import type { FastifyRequest } from 'fastify';
import { ProblemError } from '../http/problem.js';

/**
 * Whether a browser's `Origin` is the API's own: `PUBLIC_URL` where it is set, else the host that the request names,
 * which a page on another site cannot choose.
 */
export function isOwnOrigin(origin: string, request: FastifyRequest, publicOrigin: string | undefined): boolean {
  if (publicOrigin) return origin === publicOrigin;
  return URL.canParse(origin) && new URL(origin).host === request.host;
}

/**
 * Throws `forbidden` when a page of another site asks for a session: it could sign a browser in to an account of its
 * choice.
 */
export function refuseForeignPage(request: FastifyRequest, publicOrigin: string | undefined): void {
  const { origin } = request.headers;
  if (origin !== undefined && !isOwnOrigin(origin, request, publicOrigin)) throw new ProblemError('forbidden');
}

/** The origin under which whoever asks has reached the API. */
export function originOf(request: FastifyRequest, publicOrigin: string | undefined): string {
  return publicOrigin ?? `${request.protocol}://${request.host}`;
}
