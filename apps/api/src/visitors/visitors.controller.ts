import { Controller, Delete, Get, HttpCode, Patch, Post, Req, Res } from '@nestjs/common';
import type { NewSession, ParsedBody, ReplyBody, Visitor, VisitorExport } from '@porchlight/protocol';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Allow, OpenToBlocked } from '../auth/allow.decorator.js';
import { CallerIs } from '../auth/caller.decorator.js';
import { isOwnOrigin } from '../auth/own-origin.js';
import type { Principal, VisitorPrincipal } from '../auth/principal.js';
import { Config } from '../config/config.js';
import { BodyOf, ParamsOf } from '../http/contract.decorators.js';
import { ProblemError } from '../http/problem.js';
import { RateLimits } from '../http/rate-limits.js';
import { IdentityKeysService } from '../identity/identity-keys.service.js';
import { verifyIdentity } from '../identity/identity-token.js';
import { SignInService } from '../identity/sign-in.service.js';
import { SitesService } from '../sites/sites.service.js';
import { ErasureService } from './erasure.service.js';
import { userAgentOf } from './visitor-facts.js';
import { VisitorsService } from './visitors.service.js';

@Controller('v1')
export class VisitorsController {
  constructor(
    private readonly visitors: VisitorsService,
    private readonly erasure: ErasureService,
    private readonly keys: IdentityKeysService,
    private readonly signIns: SignInService,
    private readonly sites: SitesService,
    private readonly limits: RateLimits,
    private readonly config: Config,
  ) {}

  @Post('sites/:site/visitors')
  @Allow('anyone', 'visitor')
  @OpenToBlocked()
  async createVisitor(
    @CallerIs() principal: Principal | undefined,
    @ParamsOf('createVisitor') { site }: { site: string },
    @BodyOf('createVisitor') said: ParsedBody<'createVisitor'>,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<NewSession> {
    const body = { ...said, userAgent: userAgentOf(request.headers['user-agent']) };
    await this.sites.get(site);
    await this.checkOrigin(site, request);
    if (body.answers && Object.keys(body.answers).length > 0) {
      throw new ProblemError('refused', 'This site asks no questions before the chat');
    }
    const holder = principal?.kind === 'visitor' ? principal : undefined;
    if (holder && holder.site !== site) throw new ProblemError('forbidden', 'The token is for another site');
    if (body.identity !== undefined) {
      await (holder ? this.limits.consume('touch', holder.id) : this.limits.consume('visitor', request.ip));
      const identity = await verifyIdentity(body.identity, site, await this.keys.keysOf(site));
      const { session, created } = await this.signIns.signIn({
        site,
        identity,
        profile: body,
        holder,
        token: tokenOf(request),
      });
      reply.status(created ? 201 : 200);
      return session;
    }
    if (holder) {
      reply.status(200);
      return this.visitors.resume(holder, tokenOf(request), body);
    }
    await this.limits.consume('visitor', request.ip);
    return this.visitors.create(site, body);
  }

  @Get('visitors/me')
  @Allow('visitor')
  @OpenToBlocked()
  getMe(@CallerIs() visitor: VisitorPrincipal): Promise<Visitor> {
    return this.visitors.get(visitor.id);
  }

  @Patch('visitors/me')
  @Allow('visitor')
  async updateMe(
    @CallerIs() visitor: VisitorPrincipal,
    @BodyOf('updateMe') body: ParsedBody<'updateMe'>,
  ): Promise<Visitor> {
    await this.limits.consume('touch', visitor.id);
    return this.visitors.update(visitor, body);
  }

  @Delete('visitors/me')
  @HttpCode(204)
  @Allow('visitor')
  @OpenToBlocked()
  eraseMe(@CallerIs() visitor: VisitorPrincipal): Promise<void> {
    return this.erasure.erase(visitor);
  }

  @Get('visitors/me/export')
  @Allow('visitor')
  @OpenToBlocked()
  async exportMe(@CallerIs() visitor: VisitorPrincipal): Promise<VisitorExport> {
    await this.limits.consume('write', visitor.id);
    return this.visitors.export(visitor);
  }

  @Get('visitors/:visitor')
  @Allow('agent')
  getVisitor(@ParamsOf('getVisitor') { visitor }: { visitor: string }): Promise<Visitor> {
    return this.visitors.get(visitor);
  }

  @Post('visitors/me/events')
  @HttpCode(204)
  @Allow('visitor')
  async trackEvents(
    @CallerIs() visitor: VisitorPrincipal,
    @BodyOf('trackEvents') body: ParsedBody<'trackEvents'>,
  ): Promise<void> {
    await this.limits.consume('track', visitor.id);
    await this.visitors.track(visitor, body);
  }

  @Get('visitors/:visitor/activity')
  @Allow('agent')
  async listVisitorEvents(
    @ParamsOf('listVisitorEvents') { visitor }: { visitor: string },
  ): Promise<ReplyBody<'listVisitorEvents'>> {
    return { items: await this.visitors.events(visitor) };
  }

  /** AU5: a page may make visitors only where its site says so. */
  private async checkOrigin(site: string, request: FastifyRequest): Promise<void> {
    const { origin } = request.headers;
    if (origin === undefined || isOwnOrigin(origin, request, this.config.publicOrigin)) return;
    if (!(await this.sites.allows(site, origin))) throw new ProblemError('origin_not_allowed');
  }
}

function tokenOf(request: FastifyRequest): string {
  return request.headers.authorization?.replace(/^Bearer +/i, '') ?? '';
}
