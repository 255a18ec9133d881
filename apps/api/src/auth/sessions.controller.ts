import { Controller, Delete, Get, HttpCode } from '@nestjs/common';
import type { ParsedQuery, ReplyBody } from '@porchlight/protocol';
import { ParamsOf, QueryOf } from '../http/contract.decorators.js';
import { Allow } from './allow.decorator.js';
import { CallerIs } from './caller.decorator.js';
import type { AgentPrincipal } from './principal.js';
import { SessionsService } from './sessions.service.js';

@Controller('v1/auth/sessions')
@Allow('agent')
export class SessionsController {
  constructor(private readonly sessions: SessionsService) {}

  @Get()
  listSessions(
    @CallerIs() agent: AgentPrincipal,
    @QueryOf('listSessions') query: ParsedQuery<'listSessions'>,
  ): Promise<ReplyBody<'listSessions'>> {
    return this.sessions.list(agent, query);
  }

  @Delete(':session')
  @HttpCode(204)
  deleteSession(
    @CallerIs() agent: AgentPrincipal,
    @ParamsOf('deleteSession') { session }: { session: string },
  ): Promise<void> {
    return this.sessions.end(agent, session);
  }
}
