import { Controller, Get, HttpCode, Post, Req, Res } from '@nestjs/common';
import { formatCursor, type ParsedBody, type ReplyBody } from '@porchlight/protocol';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AgentsService } from '../agents/agents.service.js';
import { Config } from '../config/config.js';
import { BodyOf } from '../http/contract.decorators.js';
import { RateLimits } from '../http/rate-limits.js';
import { Log } from '../realtime/log.js';
import { Allow, OpenToBlocked } from './allow.decorator.js';
import { CallerIs } from './caller.decorator.js';
import { refuseForeignPage } from './own-origin.js';
import type { AgentPrincipal, Principal } from './principal.js';
import { clearSessionCookie, setSessionCookie } from './session-cookie.js';
import { SessionsService } from './sessions.service.js';

@Controller('v1/auth')
export class AuthController {
  constructor(
    private readonly sessions: SessionsService,
    private readonly agents: AgentsService,
    private readonly log: Log,
    private readonly limits: RateLimits,
    private readonly config: Config,
  ) {}

  @Post('login')
  @HttpCode(200)
  @Allow('anyone')
  async login(
    @BodyOf('login') body: ParsedBody<'login'>,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ReplyBody<'login'>> {
    refuseForeignPage(request, this.config.publicOrigin);
    await this.limits.consume('login', request.ip);
    await this.limits.consume('account', body.email.toLowerCase());
    const { agent, token, expiresAt } = await this.sessions.login(body, request);
    setSessionCookie(request, reply, token, expiresAt);
    return { agent, token };
  }

  @Post('logout')
  @HttpCode(204)
  @Allow('visitor', 'agent')
  @OpenToBlocked()
  async logout(
    @CallerIs() principal: Principal,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    await this.sessions.logout(principal);
    if (principal.kind === 'agent') clearSessionCookie(request, reply);
  }

  @Get('me')
  @Allow('agent')
  async whoAmI(@CallerIs() principal: AgentPrincipal): Promise<ReplyBody<'whoAmI'>> {
    const cursor = formatCursor(await this.log.head());
    return { agent: await this.agents.get(principal.id), cursor };
  }
}
