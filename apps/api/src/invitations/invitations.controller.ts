import { Controller, Delete, Get, HttpCode, Post, Req, Res } from '@nestjs/common';
import type { CreatedInvitation, OpenInvitation, ParsedBody, ParsedQuery, ReplyBody } from '@porchlight/protocol';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Allow } from '../auth/allow.decorator.js';
import { CallerIs } from '../auth/caller.decorator.js';
import { originOf, refuseForeignPage } from '../auth/own-origin.js';
import type { AgentPrincipal } from '../auth/principal.js';
import { setSessionCookie } from '../auth/session-cookie.js';
import { Config } from '../config/config.js';
import { BodyOf, ParamsOf, QueryOf } from '../http/contract.decorators.js';
import { RateLimits } from '../http/rate-limits.js';
import { InvitationsService } from './invitations.service.js';

@Controller('v1')
export class InvitationsController {
  constructor(
    private readonly invitations: InvitationsService,
    private readonly limits: RateLimits,
    private readonly config: Config,
  ) {}

  @Get('invitations')
  @Allow('admin')
  listInvitations(
    @QueryOf('listInvitations') query: ParsedQuery<'listInvitations'>,
  ): Promise<ReplyBody<'listInvitations'>> {
    return this.invitations.list(query);
  }

  @Post('invitations')
  @Allow('admin')
  async createInvitation(
    @CallerIs() admin: AgentPrincipal,
    @BodyOf('createInvitation') body: ParsedBody<'createInvitation'>,
    @Req() request: FastifyRequest,
  ): Promise<CreatedInvitation> {
    await this.limits.consume('invite', admin.id);
    return this.invitations.create(admin, body, originOf(request, this.config.publicOrigin));
  }

  @Delete('invitations/:invitation')
  @HttpCode(204)
  @Allow('admin')
  deleteInvitation(
    @CallerIs() admin: AgentPrincipal,
    @ParamsOf('deleteInvitation') { invitation }: { invitation: string },
  ): Promise<void> {
    return this.invitations.delete(admin, invitation);
  }

  @Post('auth/invitation')
  @HttpCode(200)
  @Allow('anyone')
  async openInvitation(
    @BodyOf('openInvitation') { token }: ParsedBody<'openInvitation'>,
    @Req() request: FastifyRequest,
  ): Promise<OpenInvitation> {
    await this.limits.consume('login', request.ip);
    return this.invitations.open(token);
  }

  @Post('auth/invitation/accept')
  @Allow('anyone')
  async acceptInvitation(
    @BodyOf('acceptInvitation') body: ParsedBody<'acceptInvitation'>,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ReplyBody<'acceptInvitation'>> {
    refuseForeignPage(request, this.config.publicOrigin);
    await this.limits.consume('login', request.ip);
    const { agent, token, expiresAt } = await this.invitations.accept(body, request);
    setSessionCookie(request, reply, token, expiresAt);
    return { agent, token };
  }
}
