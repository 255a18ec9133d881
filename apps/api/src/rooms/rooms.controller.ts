import { Controller, Delete, Get, HttpCode, Put } from '@nestjs/common';
import type { Ban, BanPage, MemberPage, ParsedBody, ParsedQuery } from '@porchlight/protocol';
import { Allow } from '../auth/allow.decorator.js';
import { CallerIs } from '../auth/caller.decorator.js';
import type { AgentPrincipal, Principal, VisitorPrincipal } from '../auth/principal.js';
import { BodyOf, ParamsOf, QueryOf } from '../http/contract.decorators.js';
import { RateLimits } from '../http/rate-limits.js';
import { BansService } from './bans.service.js';
import { MembersService } from './members.service.js';

interface BanPath {
  conversation: string;
  visitor: string;
}

@Controller('v1/conversations/:conversation')
export class RoomsController {
  constructor(
    private readonly members: MembersService,
    private readonly bans: BansService,
    private readonly limits: RateLimits,
  ) {}

  @Get('members')
  @Allow('visitor', 'agent')
  async listMembers(
    @CallerIs() principal: Principal,
    @ParamsOf('listMembers') { conversation }: { conversation: string },
    @QueryOf('listMembers') query: ParsedQuery<'listMembers'>,
  ): Promise<MemberPage> {
    await this.limits.consume('read', principal.id);
    return this.members.list(principal, conversation, query);
  }

  @Delete('membership')
  @HttpCode(204)
  @Allow('visitor')
  async leaveRoom(
    @CallerIs() visitor: VisitorPrincipal,
    @ParamsOf('leaveRoom') { conversation }: { conversation: string },
  ): Promise<void> {
    await this.limits.consume('write', visitor.id);
    await this.members.leave(visitor, conversation);
  }

  @Get('bans')
  @Allow('agent')
  async listBans(
    @CallerIs() agent: AgentPrincipal,
    @ParamsOf('listBans') { conversation }: { conversation: string },
    @QueryOf('listBans') query: ParsedQuery<'listBans'>,
  ): Promise<BanPage> {
    await this.limits.consume('read', agent.id);
    return this.bans.list(agent, conversation, query);
  }

  @Put('bans/:visitor')
  @Allow('agent')
  async putBan(
    @CallerIs() agent: AgentPrincipal,
    @ParamsOf('putBan') { conversation, visitor }: BanPath,
    @BodyOf('putBan') body: ParsedBody<'putBan'>,
  ): Promise<Ban> {
    await this.limits.consume('write', agent.id);
    return this.bans.put(agent, conversation, visitor, body);
  }

  @Delete('bans/:visitor')
  @HttpCode(204)
  @Allow('agent')
  async deleteBan(
    @CallerIs() agent: AgentPrincipal,
    @ParamsOf('deleteBan') { conversation, visitor }: BanPath,
  ): Promise<void> {
    await this.limits.consume('write', agent.id);
    await this.bans.delete(agent, conversation, visitor);
  }
}
