import { Controller, Get } from '@nestjs/common';
import type { ParsedQuery, ReplyBody } from '@porchlight/protocol';
import { Allow } from '../auth/allow.decorator.js';
import { CallerIs } from '../auth/caller.decorator.js';
import type { AgentPrincipal } from '../auth/principal.js';
import { QueryOf } from '../http/contract.decorators.js';
import { RateLimits } from '../http/rate-limits.js';
import { SearchService } from './search.service.js';

@Controller('v1/search')
@Allow('agent')
export class SearchController {
  constructor(
    private readonly searches: SearchService,
    private readonly limits: RateLimits,
  ) {}

  @Get()
  async search(
    @CallerIs() agent: AgentPrincipal,
    @QueryOf('search') query: ParsedQuery<'search'>,
  ): Promise<ReplyBody<'search'>> {
    await this.limits.consume('read', agent.id);
    return this.searches.search(agent, query);
  }
}
