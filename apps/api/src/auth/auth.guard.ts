import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { type Caller, type RouteName, type TokenScope, tokenRoutes } from '@porchlight/protocol';
import type { FastifyReply } from 'fastify';
import { Config } from '../config/config.js';
import { routeOf } from '../http/contract-routes.js';
import { ProblemError } from '../http/problem.js';
import { SitesService } from '../sites/sites.service.js';
import { ALLOW, OPEN_TO_BLOCKED } from './allow.decorator.js';
import { CredentialsService } from './credentials.service.js';
import { isOwnOrigin } from './own-origin.js';
import type { BotPrincipal, Principal, PrincipalRequest } from './principal.js';
import { SESSION_COOKIE } from './session-cookie.js';

const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Lets in only whom a route names with `@Allow`; a route that names nobody is closed. */
@Injectable()
export class AuthGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly credentials: CredentialsService,
    private readonly sites: SitesService,
    private readonly config: Config,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const allowed = this.reflector.getAllAndOverride<Caller[] | undefined>(ALLOW, [
      context.getHandler(),
      context.getClass(),
    ]);
    if (!allowed) throw new ProblemError('forbidden');
    const request = context.switchToHttp().getRequest<PrincipalRequest>();
    if (allowed.length === 1 && allowed[0] === 'anyone') return true;

    const principal = await this.authenticate(request);
    if (!principal) {
      if (allowed.includes('anyone') && !request.headers.authorization) return true;
      throw new ProblemError('unauthenticated');
    }
    if (!isAllowed(principal, allowed, request)) throw new ProblemError('forbidden');
    if (principal.kind === 'visitor' && principal.blocked && !this.isOpenToBlocked(context)) {
      throw new ProblemError('blocked');
    }
    await this.checkOrigin(principal, request, context.switchToHttp().getResponse<FastifyReply>());
    request.principal = principal;
    return true;
  }

  private isOpenToBlocked(context: ExecutionContext): boolean {
    return this.reflector.get<boolean | undefined>(OPEN_TO_BLOCKED, context.getHandler()) === true;
  }

  private async authenticate(request: PrincipalRequest): Promise<Principal | undefined> {
    const bearer = /^Bearer +(\S+)$/i.exec(request.headers.authorization ?? '')?.[1];
    if (request.headers.authorization !== undefined) {
      return bearer === undefined ? undefined : this.credentials.principalOf(bearer, 'bearer');
    }
    const cookie = request.cookies[SESSION_COOKIE];
    return cookie ? this.credentials.principalOf(cookie, 'cookie') : undefined;
  }

  /** AU2 for the cookie, AU5 for visitors. A request without `Origin` does not come from a page of another site. */
  private async checkOrigin(principal: Principal, request: PrincipalRequest, reply: FastifyReply): Promise<void> {
    const { origin } = request.headers;
    const isForeign = origin !== undefined && !isOwnOrigin(origin, request, this.config.publicOrigin);
    if (principal.kind === 'visitor') {
      if (!isForeign || (await this.sites.allows(principal.site, origin))) return;
      reply.removeHeader('Access-Control-Allow-Origin');
      throw new ProblemError('origin_not_allowed');
    }
    // What CORS allows is for visitors.
    if (isForeign) reply.removeHeader('Access-Control-Allow-Origin');
    if (
      principal.kind === 'agent' &&
      principal.via === 'cookie' &&
      !SAFE_METHODS.has(request.method) &&
      (origin === undefined || isForeign)
    ) {
      throw new ProblemError('forbidden', 'With the session cookie, Origin must be that of this server');
    }
  }
}

function isAllowed(principal: Principal, allowed: readonly Caller[], request: PrincipalRequest): boolean {
  switch (principal.kind) {
    case 'visitor':
      return allowed.includes('visitor');
    case 'agent':
      return allowed.includes('agent') || (principal.role === 'admin' && allowed.includes('admin'));
    case 'bot':
      return allowed.some((who) => who === 'agent' || who === 'admin') && isInScope(principal, request);
  }
}

/** A token may do what the contract names for one of its scopes, and nothing else. */
function isInScope({ scopes }: BotPrincipal, { url, method }: PrincipalRequest): boolean {
  const needed: Partial<Record<RouteName, TokenScope>> = tokenRoutes;
  const name = routeOf(method === 'HEAD' ? 'GET' : method, url)?.name;
  const scope = name && needed[name];
  return scope !== undefined && scopes.includes(scope);
}
