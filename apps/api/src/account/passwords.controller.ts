import { Controller, HttpCode, Post, Put, Req } from '@nestjs/common';
import type { ParsedBody, ReplyBody, ResetLink } from '@porchlight/protocol';
import type { FastifyRequest } from 'fastify';
import { Allow } from '../auth/allow.decorator.js';
import { CallerIs } from '../auth/caller.decorator.js';
import { originOf } from '../auth/own-origin.js';
import type { AgentPrincipal } from '../auth/principal.js';
import { Config } from '../config/config.js';
import { BodyOf, ParamsOf } from '../http/contract.decorators.js';
import { RateLimits } from '../http/rate-limits.js';
import { PasswordsService } from './passwords.service.js';

@Controller('v1')
export class PasswordsController {
  constructor(
    private readonly passwords: PasswordsService,
    private readonly limits: RateLimits,
    private readonly config: Config,
  ) {}

  @Put('auth/me/password')
  @HttpCode(204)
  @Allow('agent')
  setPassword(
    @CallerIs() agent: AgentPrincipal,
    @BodyOf('setPassword') { current, password }: ParsedBody<'setPassword'>,
  ): Promise<void> {
    return this.passwords.change(agent, current, password);
  }

  @Post('auth/reset/request')
  @HttpCode(200)
  @Allow('anyone')
  async requestReset(
    @BodyOf('requestReset') { email }: ParsedBody<'requestReset'>,
    @Req() request: FastifyRequest,
  ): Promise<ReplyBody<'requestReset'>> {
    await this.limits.consume('login', request.ip);
    await this.limits.consume('reset', email.toLowerCase());
    return { mail: this.passwords.request(email) };
  }

  @Post('auth/reset')
  @HttpCode(204)
  @Allow('anyone')
  async useReset(
    @BodyOf('useReset') { token, password }: ParsedBody<'useReset'>,
    @Req() request: FastifyRequest,
  ): Promise<void> {
    await this.limits.consume('login', request.ip);
    return this.passwords.use(token, password);
  }

  @Post('agents/:agent/reset')
  @Allow('admin')
  createReset(
    @CallerIs() admin: AgentPrincipal,
    @ParamsOf('createReset') { agent }: { agent: string },
    @Req() request: FastifyRequest,
  ): Promise<ResetLink> {
    return this.passwords.createLink(admin, agent, originOf(request, this.config.publicOrigin));
  }
}
