import { Controller, Delete, Get, HttpCode, Patch, Put, Req, Res } from '@nestjs/common';
import type { Agent, ParsedBody } from '@porchlight/protocol';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Allow } from '../auth/allow.decorator.js';
import { CallerIs } from '../auth/caller.decorator.js';
import type { AgentPrincipal } from '../auth/principal.js';
import { BodyOf, ParamsOf } from '../http/contract.decorators.js';
import { ProblemError } from '../http/problem.js';
import { RateLimits } from '../http/rate-limits.js';
import { ProfileService } from './profile.service.js';

@Controller('v1')
export class ProfileController {
  constructor(
    private readonly profile: ProfileService,
    private readonly limits: RateLimits,
  ) {}

  @Patch('auth/me')
  @Allow('agent')
  updateProfile(
    @CallerIs() agent: AgentPrincipal,
    @BodyOf('updateProfile') body: ParsedBody<'updateProfile'>,
  ): Promise<Agent> {
    return this.profile.update(agent, body);
  }

  @Put('auth/me/presence')
  @HttpCode(204)
  @Allow('agent')
  async setPresence(
    @CallerIs() agent: AgentPrincipal,
    @BodyOf('setPresence') body: ParsedBody<'setPresence'>,
  ): Promise<void> {
    await this.limits.consume('touch', agent.id);
    return this.profile.setPresence(agent, body);
  }

  @Put('auth/me/picture')
  @Allow('agent')
  async putPicture(@CallerIs() agent: AgentPrincipal, @Req() request: FastifyRequest): Promise<Agent> {
    await this.limits.consume('upload', agent.id);
    if (request.body !== request.raw) throw new ProblemError('unsupported_media_type', 'Send multipart/form-data');
    return this.profile.setPicture(agent, request.raw);
  }

  @Delete('auth/me/picture')
  @Allow('agent')
  deletePicture(@CallerIs() agent: AgentPrincipal): Promise<Agent> {
    return this.profile.removePicture(agent);
  }

  @Get('pictures/:picture')
  @Allow('anyone')
  async getPicture(
    @ParamsOf('getPicture') { picture }: { picture: string },
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const bytes = await this.profile.picture(picture);
    await reply
      .header('Content-Type', 'image/webp')
      .header('Content-Security-Policy', `default-src 'none'; sandbox`)
      // Pages of other origins show it.
      .header('Cross-Origin-Resource-Policy', 'cross-origin')
      .header('Cache-Control', 'public, max-age=31536000, immutable')
      .send(bytes);
  }
}
