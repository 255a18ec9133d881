import type { FastifyReply, FastifyRequest } from 'fastify';

export const SESSION_COOKIE = 'porchlight_session';

/** Gives a browser its session. `Secure` follows how the browser came, so that plain http on localhost works. */
export function setSessionCookie(request: FastifyRequest, reply: FastifyReply, token: string, expiresAt: Date): void {
  reply.setCookie(SESSION_COOKIE, token, { ...attributes(request), expires: expiresAt });
}

export function clearSessionCookie(request: FastifyRequest, reply: FastifyReply): void {
  reply.clearCookie(SESSION_COOKIE, attributes(request));
}

function attributes(request: FastifyRequest) {
  return { path: '/v1', httpOnly: true, sameSite: 'lax', secure: request.protocol === 'https' } as const;
}
