import { Controller, Get, Patch, Post } from '@nestjs/common';
import type { Agent, ParsedBody, ParsedQuery, ReplyBody } from '@porchlight/protocol';
import { Allow } from '../auth/allow.decorator.js';
import { CallerIs } from '../auth/caller.decorator.js';
import type { Principal } from '../auth/principal.js';
import { BodyOf, ParamsOf, QueryOf } from '../http/contract.decorators.js';
import { AgentsService } from './agents.service.js';

@Controller('v1/agents')
export class AgentsController {
  constructor(private readonly agents: AgentsService) {}

  @Get()
  @Allow('agent')
  listAgents(@QueryOf('listAgents') query: ParsedQuery<'listAgents'>): Promise<ReplyBody<'listAgents'>> {
    return this.agents.list(query);
  }

  @Post()
  @Allow('admin')
  createAgent(@CallerIs() admin: Principal, @BodyOf('createAgent') body: ParsedBody<'createAgent'>): Promise<Agent> {
    return this.agents.create(admin, body);
  }

  @Patch(':agent')
  @Allow('admin')
  updateAgent(
    @CallerIs() admin: Principal,
    @ParamsOf('updateAgent') { agent }: { agent: string },
    @BodyOf('updateAgent') body: ParsedBody<'updateAgent'>,
  ): Promise<Agent> {
    return this.agents.update(admin, agent, body);
  }
}
