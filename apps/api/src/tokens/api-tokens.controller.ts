import { Controller, Delete, Get, HttpCode, Post } from '@nestjs/common';
import type { CreatedApiToken, ParsedBody, ParsedQuery, ReplyBody } from '@porchlight/protocol';
import { Allow } from '../auth/allow.decorator.js';
import { CallerIs } from '../auth/caller.decorator.js';
import type { AgentPrincipal } from '../auth/principal.js';
import { BodyOf, ParamsOf, QueryOf } from '../http/contract.decorators.js';
import { ApiTokensService } from './api-tokens.service.js';

@Controller('v1/tokens')
@Allow('admin')
export class ApiTokensController {
  constructor(private readonly tokens: ApiTokensService) {}

  @Get()
  listTokens(@QueryOf('listTokens') query: ParsedQuery<'listTokens'>): Promise<ReplyBody<'listTokens'>> {
    return this.tokens.list(query);
  }

  @Post()
  createToken(
    @CallerIs() admin: AgentPrincipal,
    @BodyOf('createToken') body: ParsedBody<'createToken'>,
  ): Promise<CreatedApiToken> {
    return this.tokens.create(admin, body);
  }

  @Delete(':token')
  @HttpCode(204)
  deleteToken(@CallerIs() admin: AgentPrincipal, @ParamsOf('deleteToken') { token }: { token: string }): Promise<void> {
    return this.tokens.delete(admin, token);
  }
}
